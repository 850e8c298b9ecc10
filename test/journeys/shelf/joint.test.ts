import { generateKeyPairSync } from 'node:crypto'
import { expect } from 'vitest'
import { createSeller } from '../../../examples/seller-hono/seller.ts'
import { activate, click } from '../../console/requests/console-requests.ts'
import { APPLICATION } from '../../console/requests/seller-requests.ts'
import { worldTest as test } from '../../helpers/audited.ts'
import { createKitSeller } from '../../sellers/good/kit.ts'
import { createCodeSeller, createOnlineLicenceSeller } from '../../sellers/good/posted.ts'
import { gallery } from '../../services/koogallery/gallery.ts'
import {
  ask,
  buyer,
  everywhere,
  giveBack,
  heard,
  host,
  lapse,
  opened,
  publish,
  purchase,
  recharge,
  resourceOf,
  seller,
  settle,
  showOrder,
  step,
} from './trip.ts'

interface Organisation {
  readonly applications: readonly { readonly resource: string; readonly boundAt?: string; readonly users: readonly string[] }[]
  readonly failedCalls: readonly unknown[]
}

test('joint operations: from the shelf with credential and kit by people and departments to the refund (S-32, S-33, S-40, S-41)', async ({
  sandbox,
}) => {
  const keys = sandbox.credentials.seller!.keys!
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 3072,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const kit = createKitSeller({ key: keys.kit!, privateKey })
  const basic = createSeller({ key: keys.basic!, site: 'https://crm.example.com' })
  await using shop = await host({ fetch: (request) => (request.url.includes('/produceAPI/') ? kit : basic).fetch(request) })
  await settle(sandbox, `${shop.url}/isv`)
  await recharge(sandbox)
  const draft = { kind: 'saas', name: '星海协同', charging: 'period', period: 'year', price: '1000.00', joint: true }
  const early = () => sandbox.call('console.PublishProduct', { path: { seller }, body: { ...draft, spec: '标准版' } })
  expect(await early()).toMatchObject({ status: 409, body: { code: 'not-debugged' } })
  await settle(sandbox, `${shop.url}/isv`, { use: 'kit' })
  expect(await early()).toMatchObject({ status: 409, body: { code: 'credential-needed' } })
  const { appId } = await ask<'application', { appId: string }>(sandbox, 'CreateApplication', 'application', {
    path: { seller },
    body: { ...APPLICATION, publicKey },
  })
  const [product] = await publish(sandbox, draft)
  const orderId = await purchase(sandbox, product!, 100_000)
  const { id: resource } = await opened(sandbox, orderId)

  const act = async (operation: string, more: object = {}) => {
    await click(sandbox, operation, { path: { applicationId: appId }, body: { resource, ...more } })
    await sandbox.clock.pass('1s')
    expect((await everywhere(sandbox, orderId)).status).toBe(5)
    return (await click(sandbox, 'ShowOrganisation', { path: { account: buyer } })) as unknown as Organisation
  }
  expect(await act('BindApplication')).toMatchObject({ applications: [{ resource, boundAt: expect.any(String) }], failedCalls: [] })
  expect(await act('AuthoriseAccounts', { users: ['zhangwei'] })).toMatchObject({
    applications: [{ users: ['zhangwei'] }],
    failedCalls: [],
  })
  expect(await act('ChangeDepartment', { orgCode: '30000', orgName: '研发部' })).toMatchObject({ failedCalls: [] })
  expect(await act('BindApplication', { remove: true })).toMatchObject({ failedCalls: [] })
  await giveBack(sandbox, orderId, 100_000)

  const names = (part: string) =>
    shop.calls.filter(({ path }) => path.includes(part)).map(({ path, json }) => [path.split('/').at(-1), json['flag']])
  const all = [
    ['tenantSync', 1],
    ['applicationSync', 1],
    ['allOrgSync', undefined],
  ]
  expect(names('/produceAPI/')).toEqual([...all, ...all, ['authSync', 1], ['singleOrgSync', 1], ['applicationSync', 0], ['tenantSync', 0]])
  expect(shop.calls.filter(({ path }) => path === '/isv').map(({ json }) => json['activity'])).toEqual([
    'newInstance',
    'queryInstance',
    'releaseInstance',
  ])
})

test('an online licence: from the shelf by an instance, a licence for a device and a renewal to its release (S-33)', async ({
  sandbox,
}) => {
  await using shop = await host(createOnlineLicenceSeller(sandbox.credentials.seller!.keys!.basic!))
  await settle(sandbox, `${shop.url}/isv`)
  await recharge(sandbox)
  const draft = { kind: 'saas', name: '星海制图', charging: 'period', period: 'year', price: '600.00', delivery: 'online-licence' }
  const [product] = await publish(sandbox, draft)
  const orderId = await purchase(sandbox, product!, 60_000)
  const resource = await opened(sandbox, orderId)

  sandbox.deliveries.trigger('getLicenseAsync', { resource: resource.id })
  await sandbox.clock.pass('1s')
  const { eventId } = shop.calls.at(-1)!.json
  const told = await gallery(sandbox).upload({ type: 'CHARACTERS', characters: 'CAD-2026-0001' }, undefined, { event: String(eventId) })
  expect(told).toMatchObject({ status: 200, body: { error_code: 'CBC.0000' } })
  const renewal = await ask(sandbox, 'RenewResource', 'order', { path: { resourceId: resource.id }, body: {} })
  await sandbox.clock.pass('1m')
  expect(await everywhere(sandbox, renewal.id)).toMatchObject({ status: 5, official: 60_000 })
  await lapse(sandbox, orderId)
  expect(heard(shop, resource, orderId)).toEqual([
    ...['newInstance', 'getLicenseAsync', 'refreshInstance RENEWAL'],
    ...['updateInstanceStatus FREEZE', 'releaseInstance'],
  ])
})

test('a licence code: from the shelf by its activation and proof, renewal and freeze to its release (S-26, S-33)', async ({ sandbox }) => {
  await recharge(sandbox)
  const draft = { kind: 'licence', name: '星海网关', charging: 'period', period: 'year', price: '500.00', delivery: 'online' }
  const [product] = await publish(sandbox, draft)
  const orderId = await purchase(sandbox, product!, 50_000)
  await step(sandbox, orderId, ['TakeLicence', {}, 'activation', 3])
  const { licences } = await showOrder(sandbox, orderId)
  const [{ code } = { code: '' }] = licences
  await using shop = await host(createCodeSeller(sandbox.credentials.seller!.keys!.licence!, [code!]))
  await settle(sandbox, `${shop.url}/isv`, { use: 'licence' })
  expect(await sandbox.call('console.AskRefund', { path: { orderId }, body: { amount: '1', reason: '不再需要' } })).toMatchObject({
    status: 409,
    body: { code: 'code-taken' },
  })
  await activate(sandbox, code!)
  await step(sandbox, orderId, ['UploadProof', { proof: { name: '交付证明.pdf', size: 482_113 } }, 'accepted', 3])
  await sandbox.clock.pass('3h')
  expect(await everywhere(sandbox, orderId)).toMatchObject({ status: 5, resources: [{ status: 2 }] })
  const { id: resourceId } = await resourceOf(sandbox, orderId)
  const renewal = await ask(sandbox, 'RenewResource', 'order', { path: { resourceId }, body: {} })
  await sandbox.clock.pass('1m')
  expect(await everywhere(sandbox, renewal.id)).toMatchObject({ status: 5, official: 50_000 })
  await lapse(sandbox, orderId)
  const mine = shop.calls.filter(({ json }) => json['license'] === code)
  expect(mine.map(({ json }) => json['activity'])).toEqual(['refreshLicenseCode', 'updateLicenseCodeStatus', 'releaseLicenseCode'])
})

import { expect } from 'vitest'
import { createSeller } from '../../../examples/seller-hono/seller.ts'
import type { Sandbox } from '../../../src/index.ts'
import { click } from '../../console/click.ts'
import { worldTest as test } from '../../helpers/audited.ts'
import { pushed, stamp } from '../../services/koogallery/usage-shop.ts'
import {
  ask,
  balance,
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
  settle,
  until,
  withdraw,
} from './trip.ts'

/** The example's seller, at home and debugged. */
async function opening(sandbox: Sandbox) {
  const shop = await host(createSeller({ key: sandbox.credentials.seller!.keys!.basic!, site: 'https://crm.example.com' }))
  await settle(sandbox, `${shop.url}/isv`)
  await recharge(sandbox)
  return shop
}

const CRM = { kind: 'saas', name: '星海看板', charging: 'period', period: 'year' }

test('SaaS by the year: from the shelf by change and renewal to its release (S-33)', async ({ sandbox }) => {
  await using shop = await opening(sandbox)
  const [basic] = await publish(sandbox, { ...CRM, price: '1000.00' })
  const [pro] = await publish(sandbox, { ...CRM, spec: '专业版', price: '2000.00' })
  const orderId = await purchase(sandbox, basic!, 100_000)
  const resource = await opened(sandbox, orderId)
  const { id: resourceId } = resource

  const change = await ask(sandbox, 'ChangeResource', 'order', { path: { resourceId }, body: { product: pro } })
  await sandbox.clock.pass('1m')
  expect(await everywhere(sandbox, change.id)).toMatchObject({ status: 5, afterDiscount: 100_000, lines: [{ product: pro }] })
  const renewal = await ask(sandbox, 'RenewResource', 'order', { path: { resourceId }, body: {} })
  await sandbox.clock.pass('1m')
  expect(await everywhere(sandbox, renewal.id)).toMatchObject({ status: 5, official: 200_000, lines: [{ product: pro }] })
  expect((await everywhere(sandbox, orderId)).resources).toMatchObject([{ status: 2, expireAt: expect.stringMatching(/^2028-01-01/) }])

  await lapse(sandbox, orderId)
  expect(heard(shop, resource, orderId)).toEqual([
    ...['newInstance', 'queryInstance', 'upgradeInstance', 'refreshInstance RENEWAL'],
    ...['updateInstanceStatus FREEZE', 'releaseInstance'],
  ])
})

test('SaaS bought once: from the shelf to a negotiated refund, and off the shelf (S-33)', async ({ sandbox }) => {
  await using shop = await opening(sandbox)
  const [product] = await publish(sandbox, { kind: 'saas', name: '星海白板', charging: 'one-time', price: '880.00' })
  const orderId = await purchase(sandbox, product!, 88_000)
  const { id } = await opened(sandbox, orderId)
  expect(await sandbox.call('console.UnsubscribeResource', { path: { resourceId: id }, body: {} })).toMatchObject({
    status: 409,
    body: { code: 'not-returnable' },
  })
  expect((await everywhere(sandbox, orderId)).status).toBe(5)
  await withdraw(sandbox, product!)
  await giveBack(sandbox, orderId, 88_000)
  expect(shop.activities()).toEqual(['newInstance', 'queryInstance', 'releaseInstance'])
})

interface Bill {
  readonly status: string
  readonly deducted?: string
  readonly charged?: string
  readonly fault?: string
}

test('SaaS by use with a package: from the shelf by its bills to the end of both (S-30, S-33)', async ({ sandbox }) => {
  await using shop = await opening(sandbox)
  const [use] = await publish(sandbox, { kind: 'saas', name: '星海语音', charging: 'on-demand', price: '0.05' })
  const pack = { kind: 'saas', name: '星海语音', spec: '100分钟', charging: 'on-demand-package', period: 'year', price: '4.00' }
  const [package100] = await publish(sandbox, { ...pack, packageOf: use!, packageSize: 100 })
  const orderId = await purchase(sandbox, use!, 0)
  const used = await opened(sandbox, orderId)
  const packageOrder = await purchase(sandbox, package100!, 400)
  const packed = await opened(sandbox, packageOrder)

  const report = async (value: string) => {
    const now = sandbox.clock.now()
    const record = { instance_id: used.instance!.instanceId, usage_value: value, metering_sn: `sn-${now}-${value}` }
    const times = { record_time: stamp(now), begin_time: stamp(now - 1000), end_time: stamp(now) }
    expect(await pushed(sandbox, JSON.stringify({ usage_records: [{ ...record, ...times }] }))).toMatchObject({ status: 200 })
    await sandbox.clock.pass('2h')
    return (await ask<'records', Bill[]>(sandbox, 'ListUsageRecords', 'records', { path: { seller: 'xinghai_soft' } }))[0]!
  }
  const before = balance(sandbox)
  await sandbox.clock.pass('1h')
  expect(await report('60')).toMatchObject({ status: 'billed', deducted: '60', charged: '0.00' })
  expect(await report('90')).toMatchObject({ status: 'billed', deducted: '40', charged: '2.50' })
  expect(before - balance(sandbox)).toBe(250)

  await giveBack(sandbox, orderId, 0)
  expect(await report('10')).toMatchObject({ status: 'faulty' })
  await lapse(sandbox, packageOrder)
  expect(heard(shop, used, orderId)).toEqual(['newInstance', 'queryInstance', 'releaseInstance'])
  expect(heard(shop, packed, packageOrder)).toEqual(['newInstance', 'queryInstance', 'updateInstanceStatus FREEZE', 'releaseInstance'])
})

const HOUR = 3_600_000
const IMAGE = {
  kind: 'image',
  name: '星海数据库镜像',
  charging: 'period',
  period: 'month',
  price: '72.00',
  image: { id: 'ims-hardened' },
}

test('an image: one product a region, renewed on its server, charged by the hour past its end until its release (S-33, S-34, S-44)', async ({
  sandbox,
}) => {
  const { world } = sandbox
  await recharge(sandbox)
  const products = await publish(sandbox, { ...IMAGE, regions: ['cn-north-4', 'cn-east-3'] })
  expect(products).toHaveLength(2)
  const server = [...world.resources.all()].find(({ name }) => name === 'web-01')!
  world.resources.change(server.id, { expireAt: world.clock.now() + 400 * 86_400_000 })
  const orderId = await purchase(sandbox, products[0]!, 7_200, { server: server.id })
  await sandbox.clock.pass('1m')
  const { id: resourceId } = await resourceOf(sandbox, orderId)
  const renewal = await ask(sandbox, 'RenewResource', 'order', { path: { resourceId }, body: {} })
  await sandbox.clock.pass('1m')
  expect(await everywhere(sandbox, renewal.id)).toMatchObject({ status: 5, official: 7_200 })

  const [{ expireAt } = { expireAt: '' }] = (await everywhere(sandbox, orderId)).resources
  expect(expireAt).toMatch(/^2026-03-01/)
  const end = Date.parse(expireAt)
  await until(sandbox, end)
  const before = balance(sandbox)
  for (const [hours, status] of [
    [10, 5],
    [7 * 24, 4],
    [22 * 24, 3],
  ] as const) {
    await until(sandbox, end + hours * HOUR)
    const { resources } = await everywhere(sandbox, orderId)
    expect([hours, resources[0]!.status, before - balance(sandbox)]).toEqual([hours, status, hours * 10])
  }
})

test('an API by the package and by the call: from the shelf by its bills of the day to the end of both (S-30, S-33)', async ({
  sandbox,
}) => {
  await recharge(sandbox)
  const draft = { kind: 'api', name: '车辆信息核验API', price: '0.20' }
  const [call] = await publish(sandbox, { ...draft, charging: 'on-demand', collected: 'daily' })
  const pack = { ...draft, spec: '1000次', charging: 'on-demand-package', period: 'year', price: '150.00' }
  const [thousand] = await publish(sandbox, { ...pack, packageOf: call!, packageSize: 1000 })
  const orderId = await purchase(sandbox, call!, 0)
  const packageOrder = await purchase(sandbox, thousand!, 15_000)
  await sandbox.clock.pass('1m')
  expect((await everywhere(sandbox, packageOrder)).resources).toMatchObject([{ status: 2, expireAt: expect.stringMatching(/^2027-01-01/) }])
  const { instance } = await resourceOf(sandbox, orderId)

  const end = Date.UTC(2026, 0, 1, 12)
  await until(sandbox, end)
  const before = balance(sandbox)
  const record = { instance_id: instance!.instanceId, usage_value: '1100', metering_sn: 'sn-1', record_time: stamp(end) }
  await pushed(sandbox, JSON.stringify({ usage_records: [{ ...record, begin_time: stamp(end - 60_000), end_time: stamp(end) }] }))
  await until(sandbox, Date.UTC(2026, 0, 1, 17))
  expect(await click(sandbox, 'ListUsageRecords', { path: { seller: 'xinghai_soft' } })).toMatchObject({
    records: [{ status: 'billed', deducted: '1000', charged: '20.00', billed: '2026-01-01T17:00:00.000Z' }],
  })
  expect(before - balance(sandbox)).toBe(2_000)
  await giveBack(sandbox, orderId, 0)
  await lapse(sandbox, packageOrder)
})

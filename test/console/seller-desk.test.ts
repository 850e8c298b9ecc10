import { describe, expect } from 'vitest'
import { auditedTest as test } from '../helpers/audited.ts'
import { buy, click } from './click.ts'
import { product, seller } from './desk.ts'
import { APPLICATION, asked, credential, DATA_FILE, debugged, decide, IMAGE, PROGRAMME } from './requests/seller-requests.ts'

const own = (body?: unknown) => ({ path: { seller }, ...(body === undefined ? {} : { body }) })
const PACKAGE = { kind: 'saas', charging: 'on-demand-package', period: 'year' }
const SAAS = { kind: 'saas', name: '星海工单', spec: '标准版', charging: 'period', period: 'month', price: '99.00' }

describe('debugging', () => {
  test('is written down for each interface, again and in any order, and begins anew with another URL (S-31)', async ({ sandbox }) => {
    const addressId = await debugged(sandbox, 'basic', ['releaseInstance'])
    await sandbox.clock.advance('1h')
    await click(sandbox, 'NoteDebugged', { path: { addressId }, body: { interfaces: ['newInstance', 'releaseInstance'] } })
    const [first] = (await click(sandbox, 'ListAddresses', own()))['addresses'] as unknown as Record<string, unknown>[]
    expect(first).toMatchObject({
      debugged: [
        { interface: 'newInstance', at: '2026-01-01T01:00:00.000Z' },
        { interface: 'releaseInstance', at: '2026-01-01T01:00:00.000Z' },
      ],
    })
    expect(sandbox.facts.of('address.debugged').map((fact) => fact.interface)).toEqual([
      'releaseInstance',
      'newInstance',
      'releaseInstance',
    ])
    const { address } = await click(sandbox, 'SetAddress', own({ use: 'basic', url: 'https://other.example.com/' }))
    expect(address).not.toHaveProperty('debugged')
  })

  test.for([
    ['one-time', ['newInstance', 'queryInstance', 'releaseInstance']],
    ['period', ['newInstance', 'queryInstance', 'refreshInstance', 'updateInstanceStatus', 'releaseInstance']],
    ['on-demand', ['newInstance', 'queryInstance', 'refreshInstance', 'releaseInstance']],
  ] as const)('comes before a product charged %s is published, for %s', async ([charging, wanted], { sandbox }) => {
    const { period: _period, ...rest } = SAAS
    const body = charging === 'period' ? SAAS : { ...rest, charging }
    const publish = () => sandbox.call('console.PublishProduct', own(body))
    for (const [n, name] of wanted.entries()) {
      expect((await publish()).body).toMatchObject({ code: 'not-debugged', detail: expect.stringContaining(wanted.slice(n).join(', ')) })
      await debugged(sandbox, 'basic', [name])
    }
    expect((await publish()).status).toBe(200)
  })
})

describe('an application credential', () => {
  const login = async (sandbox: Parameters<typeof click>[0], client: string, redirect: string) => {
    const query = { client_id: client, redirect_uri: redirect, response_type: 'code', sandbox_user: 'liqing' }
    const { headers } = await sandbox.call('identity.IssueOAuthAuthCode', { query })
    return new URL(headers['location'] ?? 'https://nowhere.example.com/').searchParams.get('code') ?? ''
  }

  test('lets people log in: its secret is shown once and answers for its client (S-32, S-43)', async ({ sandbox }) => {
    const { application, clientSecret } = await credential(sandbox)
    const { clientId, redirectUris } = application
    const code = await login(sandbox, clientId, redirectUris[0]!)
    const token = (secret: string) =>
      sandbox.call('identity.IssueOAuthAccessToken', {
        body: new URLSearchParams({ client_id: clientId, client_secret: secret, grant_type: 'authorization_code', code }).toString(),
      })
    expect((await token('not-the-secret')).status).toBe(400)
    const { status, body } = await token(clientSecret)
    expect([status, body.token_type, body.expires_in]).toEqual([200, 'Bearer', 7200])

    const listed = await click(sandbox, 'ListApplications', own())
    expect(JSON.stringify(listed)).not.toContain(clientSecret)
    expect(listed['applications']).toMatchObject([{ appId: application.appId, clientId, test: false }])
  })

  test('changed, it keeps its client; removed, its client and all that it issued are gone (S-32)', async ({ sandbox }) => {
    const { application } = await credential(sandbox, { test: true })
    const path = { applicationId: application.appId }
    await sandbox.clock.advance('1d')
    const changed = await click(sandbox, 'ChangeApplication', { path, body: { productionAddress: 'https://b.example.com/', test: false } })
    expect(changed['application']).toMatchObject({
      clientId: application.clientId,
      redirectUris: ['https://b.example.com/'],
      test: false,
      changedAt: '2026-01-02T00:00:00.000Z',
    })
    expect(await login(sandbox, application.clientId, 'https://b.example.com/')).not.toBe('')
    await click(sandbox, 'RemoveApplication', { path })
    expect(sandbox.world.clients.has(application.clientId)).toBe(false)
    expect(sandbox.world.grants.where('client', application.clientId).count).toBe(0)
    const types = sandbox.facts.all().map(({ type }) => type)
    expect(types.filter((type) => type.startsWith('application.'))).toEqual([
      'application.created',
      'application.changed',
      'application.removed',
    ])
  })

  test('for a test address will do for everything but publishing (S-32)', async ({ sandbox }) => {
    await debugged(sandbox, 'kit')
    const { application } = await credential(sandbox, { test: true })
    const publish = () => sandbox.call('console.PublishProduct', own({ ...SAAS, joint: true }))
    expect((await publish()).body.code).toBe('credential-needed')
    await click(sandbox, 'ChangeApplication', { path: { applicationId: application.appId }, body: { test: false } })
    expect((await publish()).status).toBe(200)
  })

  test('of a key in PEM is as good as one in base64', async ({ sandbox }) => {
    const pem = `-----BEGIN PUBLIC KEY-----\n${APPLICATION.publicKey}\n-----END PUBLIC KEY-----\n`
    expect((await credential(sandbox, { publicKey: pem })).application.appId).toMatch(/^20260101080000\d{3}$/)
  })
})

describe('the shelf (S-33)', () => {
  const offer = async (sandbox: Parameters<typeof click>[0], id: string) =>
    (await sandbox.call('console.BuyProduct', { body: { product: id, pay: false } })).body

  test('a product is sold until the review of its withdrawal is passed; what was bought goes on', async ({ sandbox }) => {
    const { resources } = await buy(sandbox, 'crm-basic-month', {}, true)
    const { skuCode } = sandbox.world.products.get(product('40'))!
    const requestId = await asked(sandbox, 'TakeOffShelf', { skuCode, reason: '产品升级', proof: { name: '说明.pdf' } })
    expect((await offer(sandbox, product('40'))).order).toBeDefined()

    await decide(sandbox, requestId, false, '请先通知用户')
    expect((await offer(sandbox, product('40'))).order).toBeDefined()
    const { requests } = await click(sandbox, 'ListSellerRequests', own())
    expect(requests).toMatchObject([
      { status: 'refused', refusal: '请先通知用户', reason: '产品升级', proof: '说明.pdf', products: [product('40'), product('41')] },
    ])

    const again = await asked(sandbox, 'TakeOffShelf', { skuCode, reason: '已通知用户' })
    const { facts } = await decide(sandbox, again, true)
    expect((facts as unknown as { type: string }[]).map(({ type }) => type)).toEqual([
      'request.passed',
      'product.withdrawn',
      'product.withdrawn',
    ])
    for (const id of [product('40'), product('41')]) expect((await offer(sandbox, id)).code).toBe('not-on-sale')
    expect((await offer(sandbox, product('42'))).order).toBeDefined()
    expect(sandbox.world.resources.get(resources[0]!.id)?.status).toBe('in-use')
  })

  test('suspended, nobody can buy it; resumed, everybody can', async ({ sandbox }) => {
    const suspend = (suspend: boolean) => click(sandbox, 'SuspendProduct', { path: { productId: product('40') }, body: { suspend } })
    expect((await suspend(true))['product']).toMatchObject({ status: 'suspended' })
    expect((await offer(sandbox, product('40'))).code).toBe('not-on-sale')
    await suspend(false)
    expect((await offer(sandbox, product('40'))).order).toBeDefined()
  })

  test('what is published can be bought once its review is passed', async ({ sandbox }) => {
    const requestId = await asked(sandbox, 'PublishProduct', DATA_FILE)
    expect(await click(sandbox, 'ListProducts', { query: { kind: 'data-file' } })).toMatchObject({ count: 1 })
    const { request } = await decide(sandbox, requestId, true)
    const [id] = (request as unknown as { products: string[] }).products
    expect(id).toMatch(/^OFFI\d{18}$/)
    expect(await buy(sandbox, id!)).toMatchObject({ status: 'processing', official: '320.00', supervision: 'implementation' })
  })

  test.for([
    ['shared', 'ims-shared'],
    ['encrypted', 'ims-encrypted'],
    ['published', 'ims-published'],
    ['wholeMachine', 'ims-whole'],
    ['derived', 'ims-derived'],
  ] as const)('a private image that is %s is not taken (S-34)', async ([what, id], { sandbox }) => {
    const answer = await sandbox.call('console.PublishProduct', own({ ...IMAGE, image: { id } }))
    expect(answer.body).toMatchObject({ code: 'image-refused', detail: expect.stringContaining(what) })
  })

  test('an image is published in several regions (S-34)', async ({ sandbox }) => {
    const regions = ['cn-north-4', 'cn-east-3']
    const { request } = await decide(
      sandbox,
      await asked(sandbox, 'PublishProduct', { ...IMAGE, image: { id: 'ims-hardened' }, regions }),
      true,
    )
    const products = (request as unknown as { products: string[] }).products.map((id) => sandbox.world.products.get(id)!)
    expect(products.map(({ regionCode, status }) => [regionCode, status])).toEqual(regions.map((region) => [region, 'on-sale']))
    expect(new Set(products.map(({ skuCode }) => skuCode)).size).toBe(1)
  })

  test.for([
    ['使用指南.rar', 0, 200],
    ['使用指南.ZIP', 0, 200],
    ['使用指南.doc', 0, 200],
    ['使用指南.docx', 0, 200],
    ['使用指南.pdf', 20 * 1024 * 1024, 200],
    ['使用指南.ppt', 0, 200],
    ['使用指南.pptx', 0, 200],
    ['使用指南.pdf', 20 * 1024 * 1024 + 1, 409],
    ['使用指南.txt', 0, 409],
  ] as const)('a product with the guide %s of %i bytes is answered with %i (S-34)', async ([name, size, status], { sandbox }) => {
    expect(await sandbox.call('console.PublishProduct', own({ ...DATA_FILE, guide: { name, size } }))).toMatchObject({ status })
  })
})

test('a programme is asked for, refused, asked for again and joined, in the vendor’s words (S-35)', async ({ sandbox }) => {
  const requestId = await asked(sandbox, 'ApplyForProgramme', PROGRAMME)
  const shown = async () =>
    ((await click(sandbox, 'ListSellerRequests', { ...own(), query: { about: 'programme' } }))['requests'] as unknown as unknown[])[0]
  expect(await shown()).toMatchObject({ status: 'in-review', attempts: 1 })
  await decide(sandbox, requestId, false, '资料不全')
  expect(await shown()).toMatchObject({ status: 'refused', statusText: '失败', refusal: '资料不全' })
  await click(sandbox, 'ReapplyForProgramme', { path: { requestId }, body: { reason: '年销售额800万元' } })
  expect(await shown()).toMatchObject({ status: 'in-review', attempts: 2, reason: '年销售额800万元' })
  expect(await shown()).not.toHaveProperty('refusal')
  await decide(sandbox, requestId, true)
  expect(await shown()).toMatchObject({ status: 'passed', statusText: '已加入' })
  expect((await sandbox.call('console.ApplyForProgramme', own(PROGRAMME))).body.code).toBe('already-requested')
})

test('a test licence code belongs to no order, and nobody has to take it (koogallery.md 8.2)', async ({ sandbox }) => {
  const { licence } = (await click(sandbox, 'ApplyForTestLicence', own({ productId: product('48') }))) as unknown as {
    licence: { id: string }
  }
  expect(sandbox.world.licences.get(licence.id)).toMatchObject({ test: true, status: 'issued', kind: 'code' })
  expect(sandbox.world.licences.get(licence.id)).not.toHaveProperty('orderId')
  expect(sandbox.world.can('licences', licence.id, 'deliver')).toBe(true)
  expect((await click(sandbox, 'ListTestLicences', own()))['licences']).toEqual([
    { id: licence.id, status: 'issued', productId: product('48') },
  ])
})

test.for([
  ['PublishProduct', { ...SAAS, period: undefined }],
  ['PublishProduct', { ...DATA_FILE, period: 'month' }],
  ['PublishProduct', { ...DATA_FILE, regions: ['cn-north-4'] }],
  ['PublishProduct', { ...DATA_FILE, collected: 'daily' }],
  ['PublishProduct', { ...DATA_FILE, packageSize: 100 }],
  ['PublishProduct', { ...DATA_FILE, ...PACKAGE, packageOf: product('46') }],
  ['PublishProduct', { ...DATA_FILE, ...PACKAGE, packageOf: product('40'), packageSize: 100 }],
  ['PublishProduct', { ...DATA_FILE, ...PACKAGE, packageOf: 'OFFI0', packageSize: 100 }],
  ['PublishProduct', IMAGE],
  ['TakeOffShelf', { reason: '产品升级' }],
] as const)('%s wants what belongs together: %j', async ([operation, body], { sandbox }) => {
  await debugged(sandbox)
  const { facts, world } = sandbox
  const told = facts.count
  expect(await sandbox.call(`console.${operation}`, own(body))).toMatchObject({ status: 400, body: { code: 'bad-request' } })
  expect([facts.count, world.sellerRequests.size]).toEqual([told, 0])
})

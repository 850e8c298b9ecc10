import { describe, expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { sandboxTest as test } from '../../src/vitest.ts'
import { buy } from './click.ts'
import { desk, notificationAddress, product, seller } from './desk.ts'

const CRM = product('43') // SaaS, bought in the default world
const GATEWAY = product('48') // licence
const IMAGE = product('51')

const orderOf = (sandbox: Sandbox, productId: string, type = 'new') =>
  [...sandbox.world.orders.where('product', productId)].find((order) => order.type === type)!.id
const notified = async (sandbox: Sandbox, orderId: string) =>
  (await sandbox.call('console.ShowNotifiedAddress', { path: { orderId } })).body

test('orders of an access type are told to its address at once, those of a product to its own, never to both (S-15, S-17)', async ({
  sandbox,
}) => {
  const saas = await notificationAddress(sandbox, 'https://a.example.com/notify?k=1')
  const own = await notificationAddress(sandbox, 'https://b.example.com/notify')
  const order = orderOf(sandbox, CRM)
  expect(await notified(sandbox, order)).toMatchObject({ notified: false })

  const set = await desk(sandbox, 'SetNotification', { addressId: saas, accessTypes: ['saas', 'hardware'] })
  expect(set.body.facts.map(({ type }: { type: string }) => type)).toEqual(['notification.set', 'notification.set'])
  expect(await notified(sandbox, order)).toMatchObject({
    notified: true,
    by: 'access-type',
    address: { url: 'https://a.example.com/notify?k=1' },
  })

  await desk(sandbox, 'SetNotification', { addressId: own, productIds: [CRM] })
  expect(await notified(sandbox, order)).toMatchObject({ by: 'product', address: { url: 'https://b.example.com/notify' } })
  expect(await notified(sandbox, orderOf(sandbox, GATEWAY))).toMatchObject({ notified: false })
})

const PRO = product('42') // the same 商品 in another specification

test('a product is the 商品 with all its offerings: what becomes of an instance is told to one place (S-17)', async ({ sandbox }) => {
  const saas = await notificationAddress(sandbox, 'https://a.example.com/')
  const own = await notificationAddress(sandbox, 'https://b.example.com/')
  await desk(sandbox, 'SetNotification', { addressId: saas, accessTypes: ['saas'] })
  await desk(sandbox, 'SetNotification', { addressId: own, productIds: [CRM] })
  const bought = await buy(sandbox, 'crm-basic-month', {}, true)
  const path = { resourceId: bought.resources[0]!.id }
  const steps = [
    ['RenewResource', {}],
    ['ChangeResource', { product: 'crm-pro-month' }],
    ['RenewResource', { product: 'crm-pro-year' }],
    ['UnsubscribeResource', {}],
  ] as const
  await desk(sandbox, 'AgreeToUnsubscribe', {}, path)
  const orders = [bought.id]
  for (const [operation, body] of steps) {
    await sandbox.clock.advance('1h')
    orders.push((await desk(sandbox, operation, body, path)).body.order.id)
  }
  for (const order of orders)
    expect(await notified(sandbox, order)).toMatchObject({ by: 'product', address: { url: 'https://b.example.com/' } })
  expect(await notified(sandbox, (await buy(sandbox, 'sms')).id)).toMatchObject({ by: 'access-type' })
})

test('a 商品 that is bound by one specification is bound by all (S-17)', async ({ sandbox }) => {
  const from = await notificationAddress(sandbox, 'https://a.example.com/')
  const to = await notificationAddress(sandbox, 'https://b.example.com/')
  await desk(sandbox, 'SetNotification', { addressId: from, productIds: [CRM] })
  expect(await desk(sandbox, 'SetNotification', { addressId: to, productIds: [PRO] })).toMatchObject({
    status: 409,
    body: { code: 'already-bound', detail: expect.stringContaining('https://a.example.com/') },
  })
})

test('images are notified where the setting follows the page that lists them (S-15)', async ({ sandbox }) => {
  const addressId = await notificationAddress(sandbox, 'https://a.example.com/')
  expect((await desk(sandbox, 'SetNotification', { addressId, accessTypes: ['image'] })).body.detail).toContain('console.notifyImages')
  sandbox.world.set('console.notifyImages', true)
  await desk(sandbox, 'SetNotification', { addressId, accessTypes: ['image'] })
  const { id } = await buy(sandbox, 'image-hour')
  expect(await notified(sandbox, id)).toMatchObject({ notified: true, by: 'access-type' })
})

test('to change an address, what is bound is removed first (S-17)', async ({ sandbox }) => {
  const from = await notificationAddress(sandbox, 'https://a.example.com/')
  const to = await notificationAddress(sandbox, 'https://b.example.com/')
  const { body } = await desk(sandbox, 'SetNotification', { addressId: from, accessTypes: ['saas'] })
  const bind = () => desk(sandbox, 'SetNotification', { addressId: to, accessTypes: ['saas'] })

  expect(await bind()).toMatchObject({
    status: 409,
    body: { code: 'already-bound', detail: expect.stringContaining('https://a.example.com/') },
  })
  expect(await desk(sandbox, 'RemoveAddress', undefined, { addressId: from })).toMatchObject({
    status: 409,
    body: { code: 'address-in-use' },
  })
  await desk(sandbox, 'RemoveNotification', undefined, { notificationId: body.notifications[0].id })
  expect(await bind()).toMatchObject({ status: 200 })
  expect(await notified(sandbox, orderOf(sandbox, CRM))).toMatchObject({ address: { url: 'https://b.example.com/' } })
  expect((await desk(sandbox, 'RemoveAddress', undefined, { addressId: from })).status).toBe(200)
  expect((await desk(sandbox, 'ListNotifications')).body.notifications).toHaveLength(1)
})

test.for([
  ['new', true],
  ['renewal', true],
  ['change', true],
  ['unsubscribe', true],
  ['trial', false],
  ['to-on-demand', false],
  ['fee-adjustment', false],
] as const)('an order of type %s is notified: %s (S-16)', async ([type, told], { sandbox }) => {
  const addressId = await notificationAddress(sandbox, 'https://a.example.com/')
  await desk(sandbox, 'SetNotification', { addressId, accessTypes: ['saas'] })
  const model = sandbox.world.orders.get(orderOf(sandbox, CRM))!
  sandbox.world.orders.put({ ...model, id: 'CS26010108000TYPE', type })

  expect((await notified(sandbox, 'CS26010108000TYPE')).notified).toBe(told)
})

describe('is refused, and nothing is bound', () => {
  test.for([
    ['an image by its access type', { accessTypes: ['saas', 'image'] }, 409, 'no-notification-for-images'],
    ['an image by its product', { productIds: [IMAGE] }, 409, 'no-notification-for-images'],
    ['a product that does not exist', { productIds: ['OFFI1'] }, 404, 'unknown-product'],
    ['a product of Huawei Cloud', { productIds: ['workspace.k.large2'] }, 409, 'not-the-sellers'],
    ['the same product twice', { productIds: [CRM, CRM] }, 409, 'already-bound'],
    ['nothing', {}, 400, 'bad-request'],
    ['no kind of product', { accessTypes: ['cloud'] }, 400, 'bad-request'],
    ['an unknown address', { addressId: 'address-9', accessTypes: ['saas'] }, 404, 'unknown-address'],
  ] as const)('%s (S-15, S-17)', async ([_what, body, status, code], { sandbox }) => {
    const addressId = await notificationAddress(sandbox, 'https://a.example.com/')
    const facts = sandbox.facts.count

    expect(await desk(sandbox, 'SetNotification', { addressId, ...body })).toMatchObject({ status, body: { code } })
    expect(sandbox.world.notifications.size).toBe(0)
    expect(sandbox.facts.count).toBe(facts)
  })

  test('an address that was not debugged, or whose URL is new since (S-15)', async ({ sandbox }) => {
    const addressId = await notificationAddress(sandbox, 'https://a.example.com/', false)
    const bind = () => desk(sandbox, 'SetNotification', { addressId, accessTypes: ['saas'] })
    expect(await bind()).toMatchObject({ status: 409, body: { code: 'not-debugged' } })
    await desk(sandbox, 'NoteDebugged', undefined, { addressId })
    await desk(sandbox, 'SetAddress', { use: 'notification', url: 'https://a.example.com/', version: 1 })
    expect(await bind()).toMatchObject({ status: 409, body: { code: 'not-debugged' } })
  })

  test('an address of another interface', async ({ sandbox }) => {
    const { body } = await desk(sandbox, 'SetAddress', { use: 'basic', url: 'https://a.example.com/' })
    const addressId = body.address.id
    await desk(sandbox, 'NoteDebugged', undefined, { addressId })
    expect(await desk(sandbox, 'SetNotification', { addressId, accessTypes: ['saas'] })).toMatchObject({
      status: 409,
      body: { code: 'wrong-use' },
    })
  })
})

describe('addresses', () => {
  test('one for each use and product (商品); path and query are kept; a new URL has to be debugged anew', async ({ sandbox }) => {
    const set = (url: string, productId?: string) => desk(sandbox, 'SetAddress', { use: 'basic', url, ...(productId ? { productId } : {}) })
    const { body: first } = await set('https://a.example.com/saas?tenant=1&x=%20')
    await desk(sandbox, 'NoteDebugged', undefined, { addressId: first.address.id })
    await set('https://b.example.com/', CRM)
    expect((await set('https://a.example.com/saas?tenant=1&x=%20')).body.address.debuggedAt).toBe('2026-01-01T00:00:00.000Z')
    await set('https://c.example.com/')
    await set('https://d.example.com/', PRO)

    const { addresses } = (await desk(sandbox, 'ListAddresses')).body
    expect(first.address.url).toBe('https://a.example.com/saas?tenant=1&x=%20')
    expect(addresses).toEqual([
      { id: first.address.id, use: 'basic', url: 'https://c.example.com/', version: 2 },
      { id: 'address-2', use: 'basic', url: 'https://d.example.com/', productId: PRO, version: 2 },
    ])
  })

  test.for([
    ['http://localhost:3000/saas', 2, { status: 409, body: { code: 'address-not-allowed' } }],
    ['https://127.0.0.1/saas', 1, { status: 409, body: { code: 'address-not-allowed' } }],
    ['https://[::1]/saas', 1, { status: 409, body: { code: 'address-not-allowed' } }],
    ['https://www.isvwebsite.com/saasproduce', 0, { status: 200 }],
  ] as const)(
    '%s is taken with %i warnings; with console.strictAddresses the answer is %j',
    async ([url, warnings, answered], { sandbox }) => {
      expect((await desk(sandbox, 'SetAddress', { use: 'basic', url })).body.warnings).toHaveLength(warnings)
      sandbox.world.set('console.strictAddresses', true)
      expect(await desk(sandbox, 'SetAddress', { use: 'kit', url })).toMatchObject(answered)
    },
  )

  test.for([
    ['no address', { use: 'basic', url: 'isvwebsite' }, 400, 'address-malformed'],
    ['another scheme', { use: 'basic', url: 'ftp://example.com/' }, 400, 'address-malformed'],
    ['a use of our own making', { use: 'other', url: 'https://example.com/' }, 400, 'bad-request'],
    ['order notification for one product', { use: 'notification', url: 'https://example.com/', productId: CRM }, 409, 'notification-scope'],
    ['another’s product', { use: 'basic', url: 'https://example.com/', productId: 'wks_bandwidth' }, 409, 'not-the-sellers'],
  ] as const)('%s is refused', async ([_what, body, status, code], { sandbox }) => {
    expect(await desk(sandbox, 'SetAddress', body)).toMatchObject({ status, body: { code } })
    expect(sandbox.world.addresses.size).toBe(0)
  })

  test('buyers have none', async ({ sandbox }) => {
    const answer = await desk(sandbox, 'ListAddresses', undefined, { seller: 'chengming_tech' })
    expect(answer).toMatchObject({ status: 409, body: { code: 'not-a-seller', detail: expect.stringContaining(seller) } })
  })
})

describe('keys', () => {
  test('one for each interface, removed before there is another; no key serves two', async ({ sandbox }) => {
    const create = (secret?: string) => desk(sandbox, 'CreateSellerKey', { use: 'kit', ...(secret ? { secret } : {}) })
    expect(await create()).toMatchObject({ status: 409, body: { code: 'key-exists', detail: expect.stringContaining('xinghai-kit') } })
    await desk(sandbox, 'RemoveSellerKey', undefined, { keyId: 'xinghai-kit' })
    const basic = (await desk(sandbox, 'ListSellerKeys')).body.keys.find(({ use }: { use: string }) => use === 'basic')
    expect(await create(basic.secret)).toMatchObject({
      status: 409,
      body: { code: 'key-bound-elsewhere', detail: expect.stringContaining('basic') },
    })
    expect((await create('of-my-own-making')).body.key).toEqual({ id: 'key-1', use: 'kit', secret: 'of-my-own-making' })
    expect(await desk(sandbox, 'RemoveSellerKey', undefined, { keyId: 'xinghai-kit' })).toMatchObject({
      status: 404,
      body: { code: 'unknown-key' },
    })
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { type RawRequest, rawHttp } from '../helpers/raw-http.ts'
import { createSeeded } from '../helpers/seeded.ts'

/** Two sandboxes that were never told of each other: frozen, of one seed, on ports of their own. */
let one: Sandbox
let other: Sandbox
beforeAll(async () => {
  one = await startSandbox()
  other = await startSandbox()
})
afterAll(() => Promise.all([one.close(), other.close()]))

const HOST = 'bss.myhuaweicloud.com'
const LIST = '/v2/orders/customer-orders'
const MARKET = '/api/mkp-openapi-public/global/v1'

/** Reads of every service, refusals and generated values among them. */
function reads(): RawRequest[] {
  const { buyer, partner, seller } = one.credentials
  const as = (token: string, more: Record<string, string> = {}) => ({ 'X-Auth-Token': token, 'Content-Type': 'application/json', ...more })
  const mine = [...one.world.orders.all()].filter(({ customerId }) => customerId === buyer!.domain_id).map(({ id }) => id)
  const refund = [...one.world.orders.all()].find(({ type, customerId }) => type === 'unsubscribe' && customerId === buyer!.domain_id)!
  const get = (target: string, headers = as(buyer!.token)) => ({ target, headers, host: HOST })
  const post = (target: string, body: object, headers = as(buyer!.token)) => ({
    method: 'POST',
    target,
    headers,
    host: HOST,
    body: JSON.stringify(body),
  })
  return [
    get(LIST),
    get(`${LIST}?limit=3&offset=2&order_by=createTime`),
    get(`${LIST}?status=6`),
    get(`${LIST}?service_type_code=hws.service.type.ec2&order_type=1`),
    get(`${LIST}?method=sub_customer`, as(partner!.token)),
    ...mine.slice(0, 6).map((id) => get(`${LIST}/details/${id}`, as(buyer!.token, { 'X-Language': 'en_US' }))),
    get(`${LIST}/order-discounts?order_id=${mine.at(-1)}`),
    get(`${LIST}/order-coupons?order_id=${mine.at(-1)}`),
    get(`${LIST}/refund-orders?order_id=${refund.id}`),
    get('/v2/products/service-types?limit=5'),
    get('/v2/bases/service-types'),
    post('/v2/orders/suscriptions/resources/query', { only_main_resource: 1, limit: 20 }),
    get('/v3/auth/domains'),
    get('/v3/projects?name=cn-north-4'),
    get('/v3/regions'),
    get('/v3/auth/tokens', as(buyer!.token, { 'X-Subject-Token': seller!.token })),
    get('/v3/auth/tokens', as(buyer!.token, { 'X-Subject-Token': buyer!.token })),
    get(`${MARKET}/order/query?orderId=MOCKPERIODYEARNEW`, as(seller!.token)),
    get(`${MARKET}/order/query?orderId=${mine[0]}`, as(seller!.token)),
    post(`${MARKET}/query-orders`, { limit: 10, offset: 0 }),
    post(`${MARKET}/order-detail/query`, { order_id: mine[0] }),
    post(`/v2/${buyer!.project_id}/periodic/inquiry/add-resources`, {
      desktop_ids: ['f8f7fe7a-9043-44ff-815e-ad20fc779d18'],
      sub_resource_sku: 'workspace.desktop.sharer',
    }),
    get('/api/v1/oauth2/userinfo', as('x')),
    get(LIST, as(buyer!.token, { Prefer: 'dynamic=true' })),
    get(`${LIST}?offset=1`, as(buyer!.token, { Prefer: 'dynamic=true' })),
    get(`${LIST}/details/${mine[0]}`, as(buyer!.token, { Prefer: 'dynamic=true', 'X-Language': 'en_US' })),
    get(LIST, as(buyer!.token, { Prefer: 'example=combined' })),
    get(LIST, as(buyer!.token, { 'X-Sandbox-Error': 'CBC.0999' })),
    get(LIST, as(buyer!.token, { 'X-Sandbox-Error': 'nonsense' })),
    get(`${LIST}?limit=0`),
    get(`${LIST}/details/CS0000`),
    get(LIST, as('unknown')),
    get('/nowhere'),
  ]
}

async function answers(sandbox: Sandbox, order: readonly number[], all: readonly RawRequest[]): Promise<string[]> {
  const told: string[] = []
  for (const i of order) {
    const { status, headers, body } = await rawHttp(sandbox.url, all[i]!)
    const { connection: _c, 'keep-alive': _k, ...kept } = headers
    told[i] = `${all[i]!.target} ${status} ${JSON.stringify(kept)} ${body}`
  }
  return told
}

function shuffled(count: number, seed: number): number[] {
  const random = createSeeded(seed)
  const order = Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = random.int(i + 1)
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}

test('reads in any order, and those of a second run in a frozen world, give the same bytes, headers included', async () => {
  const all = reads()
  expect(all.length).toBeGreaterThanOrEqual(30)
  const plain = await answers(one, shuffled(all.length, 0), all)
  expect(plain.filter((told) => / 200 /.test(told)).length).toBeGreaterThan(20)
  expect(plain.filter((told) => / 500 .*sandbox broke/i.test(told))).toEqual([])
  for (const seed of [1, 2, 3]) expect(await answers(one, shuffled(all.length, seed), all)).toEqual(plain)
  expect(await answers(other, shuffled(all.length, 4), all)).toEqual(plain)
  one.reset()
  expect(await answers(one, shuffled(all.length, 5), all)).toEqual(plain)
})

test('after the same writes the same reads answer alike, and elsewhere nothing has changed', async () => {
  const all = reads()
  const before = await answers(other, shuffled(all.length, 6), all)
  const pending = [...one.world.orders.all()].find(
    ({ status, combinedId, customerId }) => status === 'pending-payment' && !combinedId && customerId === one.credentials.buyer!.domain_id,
  )!
  const pay = async (sandbox: Sandbox) => {
    const answer = await sandbox.call('bss.PayOrders', { body: { order_id: pending.id, use_coupon: 'NO', use_discount: 'NO' } })
    expect(answer.status).toBe(204)
    sandbox.clock.advance('1h')
  }
  await pay(one)
  const after = await answers(one, shuffled(all.length, 7), all)
  expect(after).not.toEqual(before)
  expect(await answers(other, shuffled(all.length, 8), all)).toEqual(before)
  await pay(other)
  expect(await answers(other, shuffled(all.length, 9), all)).toEqual(after)
})

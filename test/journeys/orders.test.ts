import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { sendSigned } from '../helpers/signed-call.ts'

/** Stories that pass through several services: what one writes the others read. Everything goes over HTTP and is signed. */
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const LIST = '/v2/orders/customer-orders'
type Role = 'buyer' | 'partner' | 'seller'

async function ask(method: string, target: string, body?: object, as: Role = 'buyer') {
  const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
  const answer = await sendSigned(sandbox.url, { method, target, ...sent }, sandbox.credentials[as]!)
  return { status: answer.status, body: answer.body === '' ? undefined : answer.json() }
}
const orderOf = async (id: string, as: Role = 'buyer') => (await ask('GET', `${LIST}?order_id=${id}`, undefined, as)).body.order_infos[0]
const resourcesOf = async (order_id: string) => (await ask('POST', '/v2/orders/suscriptions/resources/query', { order_id })).body
const pay = (order_id: string) => ask('POST', '/v3/orders/customer-orders/pay', { order_id, use_coupon: 'NO', use_discount: 'NO' })

test('a wider line for the cloud office: ordered with Workspace, listed, priced and paid with BSS, then wider', async () => {
  const [line] = [...sandbox.world.workspace.all()].filter(({ kind }) => kind === 'bandwidth')
  const { project_id } = sandbox.credentials.buyer!
  const change = { bandwidth_name: line!.name, bandwidth_size: '20', enterprise_project_id: '0', extend_param: { is_auto_pay: 'false' } }

  const placed = await ask('POST', `/v2/${project_id}/bandwidths/${line!.id}/periodic/change/order`, change)
  expect(placed.status).toBe(200)
  const { order_id } = placed.body
  expect(await orderOf(order_id)).toMatchObject({ order_id, status: 6, order_type: 3, service_type_code: 'hws.service.type.vdi' })
  expect((await ask('GET', `${LIST}/details/${order_id}`)).body.order_info).toMatchObject({ order_id, status: 6 })

  expect((await pay(order_id)).status).toBe(204)
  expect((await orderOf(order_id)).status).toBe(3)
  sandbox.clock.advance('1h')
  expect((await orderOf(order_id)).status).toBe(5)
  expect(sandbox.world.workspace.get(line!.id)!.attributes.size).toBe(20)
  expect(await pay(order_id)).toMatchObject({ status: 400, body: { error_code: 'CBC.99003106' } })
})

test('a certificate: bought and paid at once with SCM, an order of BSS, given back, a refund of BSS', async () => {
  const wish = { cert_brand: 'TRUSTASIA', cert_type: 'DV_SSL_CERT', domain_type: 'SINGLE_DOMAIN', effective_time: 1, domain_numbers: 1, order_number: 1, agree_privacy_protection: true, is_auto_pay: true } // biome-ignore format: one thought
  const bought = await ask('POST', '/v3/scm/certificates/buy', wish)
  expect(bought.status).toBe(200)
  const { order_id, cert } = bought.body
  sandbox.clock.advance('1h')
  expect(await orderOf(order_id)).toMatchObject({ status: 5, order_type: 1, service_type_code: 'hws.service.type.scm' })
  expect(await resourcesOf(order_id)).toMatchObject({ total_count: 1 })

  const before = (await ask('GET', `${LIST}?order_type=4&limit=100`)).body.total_count
  expect(await ask('DELETE', `/v3/scm/certificates/${cert[0].cert_id}/unsubscribe`)).toMatchObject({
    status: 200,
    body: { unsubscribe_results: 'SUCCESS' },
  })
  sandbox.clock.advance('1h')
  const refunds = (await ask('GET', `${LIST}?order_type=4&limit=100`)).body
  expect(refunds.total_count).toBe(before + 1)
  expect(refunds.order_infos[0].amount_after_discount).toBeLessThan(0)
  expect((await ask('DELETE', `/v3/scm/certificates/${cert[0].cert_id}/unsubscribe`)).status).toBeGreaterThanOrEqual(400)
})

test('one server’s life: renewed, paid, set to renew itself, given back', async () => {
  const server = [...sandbox.world.resources.all()].find(({ name }) => name === 'web-02')!
  const until = async () => {
    const { data } = (await ask('POST', '/v2/orders/suscriptions/resources/query', { resource_ids: [server.id] })).body
    return data[0].expire_time as string
  }
  const first = await until()
  const renewal = { resource_ids: [server.id], period_type: 2, period_num: 1, expire_policy: 0, is_auto_pay: 0 }
  const renewed = await ask('POST', '/v2/orders/subscriptions/resources/renew', renewal)
  expect(renewed.status).toBe(200)
  const [renewalOrder] = renewed.body.order_ids
  expect(await orderOf(renewalOrder)).toMatchObject({ status: 6, order_type: 2 })
  expect(await until()).toBe(first)
  expect((await pay(renewalOrder)).status).toBe(204)
  sandbox.clock.advance('1h')
  expect((await until()) > first).toBe(true)

  const automatic = `/v2/orders/subscriptions/resources/autorenew/${server.id}`
  expect((await ask('POST', automatic)).status).toBe(204)
  expect((await ask('DELETE', automatic)).status).toBe(204)
  const back = await ask('POST', '/v2/orders/subscriptions/resources/unsubscribe', { resource_ids: [server.id], unsubscribe_type: 1 })
  expect(back.status).toBe(200)
  sandbox.clock.advance('1h')
  const [refund] = back.body.order_ids
  expect(await orderOf(refund)).toMatchObject({ status: 5, order_type: 4 })
  expect((await ask('GET', `${LIST}/refund-orders?order_id=${refund}`)).status).toBe(200)
})

test('a partner sees the orders of its customers, a buyer its own, and nobody those of another', async () => {
  const theirs = (await ask('GET', `${LIST}?method=sub_customer&limit=100`, undefined, 'partner')).body
  const own = (await ask('GET', `${LIST}?limit=100`)).body
  const customers = new Set([...sandbox.world.accounts.all()].filter(({ partnerId }) => partnerId).map(({ id }) => id))
  expect(theirs.total_count).toBeGreaterThan(0)
  expect(theirs.order_infos.every(({ customer_id }: { customer_id: string }) => customers.has(customer_id))).toBe(true)
  expect(own.order_infos.every(({ customer_id }: { customer_id: string }) => customer_id === sandbox.credentials.buyer!.domain_id)).toBe(
    true,
  )

  const stranger = theirs.order_infos[0].order_id
  expect(await orderOf(stranger)).toBeUndefined()
  expect(await ask('GET', `${LIST}/details/${stranger}`)).toMatchObject({ status: 400, body: { error_code: 'CBC.30000010' } })
  expect(await pay(stranger)).toMatchObject({ status: 400, body: { error_code: 'CBC.30000010' } })
  expect(await ask('PUT', `${LIST}/cancel`, { order_id: stranger })).toMatchObject({ status: 400 })
})

test('two testers in two worlds of one sandbox do not see each other', async () => {
  const pending = [...sandbox.world.orders.all()].find(({ status, combinedId, customerId }) => status === 'pending-payment' && !combinedId && customerId === sandbox.credentials.buyer!.domain_id)! // biome-ignore format: one thought
  const statusIn = async (world: string) =>
    (await sandbox.call('bss.ListCustomerOrders', { query: { order_id: pending.id }, world })).body.order_infos[0].status
  sandbox.worlds.fork('default', 'ann')
  sandbox.worlds.fork('default', 'ben')

  expect((await sandbox.call('bss.CancelCustomerOrder', { body: { order_id: pending.id }, world: 'ann' })).status).toBe(204)
  sandbox.worlds.get('ben')!.clock.advance('8d')
  expect([await statusIn('ann'), await statusIn('ben'), await statusIn('default')]).toEqual([4, 4, 6])
  expect(sandbox.worlds.get('ann')!.clock.now()).toBe(sandbox.clock.now())
  expect(sandbox.worlds.get('ann')!.orders.get(pending.id)).not.toEqual(sandbox.worlds.get('ben')!.orders.get(pending.id))
  sandbox.worlds.drop('ann')
  sandbox.worlds.drop('ben')
})

import { beforeEach, describe, expect, test } from 'vitest'
import { bssShop } from './bss-shop.ts'
import { bssWorld } from './bss-world.ts'

let shop: ReturnType<typeof bssShop>
beforeEach(() => {
  shop = bssShop()
})

test('an order that the partner was asked to pay, or paid, names the payer', () => {
  const { id } = shop.place()
  const partner = shop.who('partner').id
  expect(shop.shown(id)).not.toHaveProperty('agent_pay_info')
  shop.world.orders.change(id, { paying: { by: 'partner', since: 0, payerId: partner } })
  const [asked] = shop.ask('ListCustomerOrders', { query: { order_id: id } }).body.order_infos
  expect(asked.agent_pay_info).toEqual({ paying_agent_id: partner, is_agent_pay: true })
})

test('a partner lists the resources of a customer it names, and of nobody else’s', () => {
  const server = bssWorld()
  const list = (body: object, as: 'partner' | 'buyer') => server.ask('ListPayPerUseCustomerResources', { body, as })
  expect(list({ customer_id: server.who('buyer').id }, 'partner').status).toBe(200)
  expect(list({ customer_id: server.who('other').id }, 'partner').body).toEqual({ total_count: 0, data: [] })
  expect(list({ customer_id: server.who('other').id, indirect_partner_id: server.who('reseller').id }, 'partner').status).toBe(200)
  expect(list({ indirect_partner_id: 'nobody' }, 'partner')).toMatchObject({ status: 400, body: { error_code: 'CBC.99000037' } })
})

test('a partner reads what came back to a customer of its own, by naming the customer', () => {
  const id = shop.bought()
  const [order_id] = shop.ask('CancelResourcesSubscription', { body: { resource_ids: [id], unsubscribe_type: 1 } }).body.order_ids
  shop.world.clock.advance('5s')
  const own = shop.ask('ShowRefundOrderDetails', { query: { order_id } })
  const customer_id = shop.buyer().id
  const asked = shop.ask('ShowRefundOrderDetails', { query: { order_id, customer_id }, as: 'partner' })
  expect(asked).toMatchObject({ status: 200, body: own.body })
  expect(own.body).toMatchObject({ total_count: 1, refund_infos: [{ amount: -300, customer_id }] })
  expect(shop.ask('ShowRefundOrderDetails', { query: { order_id, customer_id: shop.who('other').id }, as: 'partner' }).status).toBe(400)
})

describe('an order of a customer, and one of a reseller’s customer', () => {
  const orders = () => [shop.place().id, shop.place('vm-month', { customerId: shop.who('other').id }).id] as const

  test.each([
    ['buyer', false, [200, 400]],
    ['other', false, [400, 200]],
    ['partner', false, [200, 400]],
    ['partner', true, [400, 200]],
    ['reseller', false, [400, 200]],
    ['seller', false, [400, 400]],
  ] as const)('%s, naming the reseller: %j', (as, names, statuses) => {
    const query: Record<string, string> = names ? { indirect_partner_id: shop.who('reseller').id } : {}
    const details = (order_id: string) => shop.ask('ShowCustomerOrderDetails', { path: { order_id }, query, as }).status
    const listed = (order_id: string) => shop.ask('ListCustomerOrders', { query: { order_id, ...query }, as }).body.total_count
    const both = orders()
    expect(both.map(details)).toEqual(statuses)
    // The list finds what the details show.
    expect(both.map(listed)).toEqual(statuses.map((status) => (status === 200 ? 1 : 0)))
  })

  test.each(['buyer', 'reseller', 'other'])('%s has no reseller to name', (as) => {
    const [order_id] = orders()
    const query = { indirect_partner_id: shop.who('reseller').id }
    for (const answer of [
      shop.ask('ShowCustomerOrderDetails', { path: { order_id }, query, as }),
      shop.ask('ListCustomerOrders', { query, as }),
      shop.ask('ShowRefundOrderDetails', { query: { order_id, ...query }, as }),
      shop.ask('ListPayPerUseCustomerResources', { body: query, as }),
    ])
      expect(answer).toMatchObject({ status: 400, body: { error_code: 'CBC.99000037' } })
  })
})

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

describe('of an order of a customer, and one of a reseller’s customer,', () => {
  const orders = () => [shop.place().id, shop.place('vm-month', { customerId: shop.who('other').id }).id] as const

  const NO_QUERY = () => ({})
  const NAMING_THE_RESELLER = () => ({ indirect_partner_id: shop.who('reseller').id })
  test.each([
    ['the customer', 'buyer', NO_QUERY, ['of the customer']],
    ['the reseller’s customer', 'other', NO_QUERY, ['of the reseller’s customer']],
    ['the partner', 'partner', NO_QUERY, ['of the customer']],
    ['the partner that names its reseller', 'partner', NAMING_THE_RESELLER, ['of the reseller’s customer']],
    ['the reseller', 'reseller', NO_QUERY, ['of the reseller’s customer']],
    ['the seller', 'seller', NO_QUERY, []],
  ])('%s sees its own in the details and in the list', (_who, as, queryOf, seen) => {
    const query = queryOf()
    const [ofCustomer, ofResellersCustomer] = orders()
    const both = { 'of the customer': ofCustomer, 'of the reseller’s customer': ofResellersCustomer }
    const inDetails: string[] = []
    const inList: string[] = []
    for (const [whose, order_id] of Object.entries(both)) {
      const { status } = shop.ask('ShowCustomerOrderDetails', { path: { order_id }, query, as })
      expect([200, 400]).toContain(status)
      if (status === 200) inDetails.push(whose)
      const { body } = shop.ask('ListCustomerOrders', { query: { order_id, ...query }, as })
      inList.push(...Array(body.total_count).fill(whose))
    }
    expect({ inDetails, inList }).toEqual({ inDetails: seen, inList: seen })
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

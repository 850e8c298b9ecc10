import { beforeEach, expect, test } from 'vitest'
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
  const house = bssWorld()
  const list = (body: object, as: 'partner' | 'buyer') => house.ask('ListPayPerUseCustomerResources', { body, as })
  expect(list({ customer_id: house.who('buyer').id }, 'partner').status).toBe(200)
  expect(list({ customer_id: house.who('other').id }, 'partner').body).toEqual({ total_count: 0, data: [] })
  expect(list({ customer_id: house.who('other').id, indirect_partner_id: house.who('reseller').id }, 'partner').status).toBe(200)
  expect(list({ indirect_partner_id: 'nobody' }, 'partner')).toMatchObject({ status: 400, body: { error_code: 'CBC.99000037' } })
})

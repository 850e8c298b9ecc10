import { describe, expect, test } from 'vitest'
import { discounted, payable, plain, split, sum } from '../../src/commerce/ordering/amounts.ts'
import { beginOrders } from '../../src/commerce/ordering/begin.ts'
import { completeOrder } from '../../src/commerce/ordering/complete.ts'
import { endOf, priceOf } from '../../src/commerce/ordering/periods.ts'
import { payOrder } from '../../src/commerce/payment/pay.ts'
import { forSeeds } from '../helpers/seeded.ts'
import { bssShop } from '../services/bss/bss-shop.ts'
import { order as plainOrder } from '../world/make-world.ts'

describe('amounts', () => {
  test('shares add up to the fen and follow their weights', () => {
    forSeeds(300, ({ int }) => {
      const weights = Array.from({ length: 1 + int(8) }, () => int(100_000))
      const total = int(1_000_000)
      const shares = split(total, weights)
      expect(shares.reduce((a, b) => a + b, 0)).toBe(total)
      const all = weights.reduce((a, b) => a + b, 0)
      for (const [index, share] of shares.entries()) if (all > 0) expect(Math.abs(share - (total * weights[index]!) / all)).toBeLessThan(1)
    })
  })

  test('money off of one kind is added up, and turned round with the rest', () => {
    const one = { ...discounted(discounted(plain(1000), '200', 100), '300', 50), voucher: 30 }
    expect(one).toMatchObject({ official: 1000, afterDiscount: 850 })
    expect(payable(one)).toBe(820)
    const both = sum([one, one])
    expect(both).toMatchObject({
      afterDiscount: 1700,
      voucher: 60,
      discounts: [
        { type: '200', amount: 200 },
        { type: '300', amount: 100 },
      ],
    })
  })
})

describe('periods', () => {
  test('a month ends where China’s calendar says, at the last day where there is no such day', () => {
    const at = (text: string) => Date.parse(text)
    // 31 January 00:30 in China is still the 30th in UTC.
    expect(endOf(at('2026-01-30T16:30:00Z'), 'month', 1)).toBe(at('2026-02-27T16:30:00Z'))
    expect(endOf(at('2026-01-01T00:00:00Z'), 'year', 2)).toBe(at('2028-01-01T00:00:00Z'))
    expect(endOf(0, 'one-off')).toBeUndefined()
  })

  test('a year of what is priced by the month is twelve months', () => {
    const { thing } = { thing: bssShop().world.products.get('vm-month')! }
    expect(priceOf(thing, 2, 'year', 1)).toBe(240_000)
    expect(priceOf(thing, 1, 'month', 3)).toBe(30_000)
  })
})

test('a new order opens one resource a piece, but one instance of a seller’s product', () => {
  const shop = bssShop()
  const lines = (productId: string) => ({ autoPay: true, lines: [{ productId, quantity: 3, periodType: 'month' as const }] })
  expect(shop.place('vm-month', lines('vm-month')).resourceIds).toHaveLength(3)
  expect(shop.place('crm-month', lines('crm-month')).resourceIds).toHaveLength(1)
})

test('an order that cannot be delivered is cancelled and refunded', () => {
  const shop = bssShop()
  const id = shop.bought()
  const { order_ids } = shop.ask('RenewalResources', {
    body: { resource_ids: [id], period_type: 2, period_num: 1, expire_policy: 0, is_auto_pay: 1 },
  }).body
  expect(shop.buyer().balance).toBe(60_000)
  shop.world.transition('resources', id, 'close')
  expect(completeOrder(shop.world, order_ids[0])).toMatchObject({ status: 'cancelled' })
  expect(shop.buyer().balance).toBe(70_000)
  expect([...shop.world.facts].slice(-3).map((fact) => fact.type)).toEqual(['order.failed', 'account.refunded', 'order.refunded'])
})

test('a change makes another product of the resource and keeps its end', () => {
  const shop = bssShop()
  const id = shop.bought()
  const line = { productId: 'vm-year', baseProductId: 'vm-month', quantity: 1, resourceIds: [id], amounts: plain(5000) }
  const { id: orderId } = shop.place('vm-month', { type: 'change', lines: [line], autoPay: true })
  shop.world.clock.advance('5s')
  expect(shop.world.resources.get(id)).toMatchObject({ productId: 'vm-year', expireAt: Date.parse('2026-04-01T00:00:05Z') })
  expect(shop.shown(orderId)).toMatchObject({ status: 5, order_type: 3, items: [{ base_product_info: { product_id: 'vm-month' } }] })
})

test('a coupon that an order held comes back when it is cancelled', () => {
  const shop = bssShop()
  const { id } = shop.place()
  shop.coupon('V', 301, 100, { status: 'used', usedByOrderId: id })
  shop.world.orders.change(id, { couponIds: ['V'] })
  shop.ask('CancelCustomerOrder', { body: { order_id: id } })
  expect(shop.world.coupons.get('V')).toMatchObject({ status: 'usable' })
  expect(shop.world.coupons.get('V')).not.toHaveProperty('usedByOrderId')
})

test('orders that a start brings are cancelled at their deadline too', () => {
  const shop = bssShop()
  const customerId = shop.buyer().id
  const deadline = shop.world.clock.now() + 3_600_000
  shop.world.orders.put(plainOrder('CS1', { customerId, paymentDeadline: deadline }))
  beginOrders(shop.world)
  expect(shop.world.upcoming()).toHaveLength(1)
  shop.world.clock.advance('1h')
  expect(shop.world.orders.get('CS1')).toMatchObject({ status: 'cancelled' })
})

test('an order without lines is paid by its own amounts', () => {
  const shop = bssShop()
  const order = shop.world.orders.put(plainOrder('CS1', { customerId: shop.buyer().id }))
  expect(payOrder(shop.world, order)).toMatchObject({ order: { status: 'processing', amounts: { afterDiscount: 100 } } })
  expect(shop.buyer().balance).toBe(99_900)
})

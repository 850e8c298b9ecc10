import { beforeEach, describe, expect, test } from 'vitest'
import { decideOrder } from '../../src/commerce/ordering/decide.ts'
import type { Discount } from '../../src/world/entities/entities.ts'
import { bssShop } from '../services/bss/bss-shop.ts'

let shop: ReturnType<typeof bssShop>
beforeEach(() => {
  shop = bssShop()
})

const START = Date.UTC(2026, 0, 1)
const DAY = 86_400_000
const FULL = '2026-01-08T00:00:00Z'
const discount = (type: Discount['type'], days: number) =>
  shop.world.discounts.put({ id: 'D', customerId: shop.buyer().id, type, ratio: 0.9, endsAt: START + days * DAY })
const coupon = (days: number) => [shop.coupon('V', 301, 1000, { expireAt: START + days * DAY })]
const deadline = (order_id: string) => shop.ask('ShowCustomerOrderDetails', { path: { order_id } }).body.order_info.pending_payment_end_time

test.each([
  ['seven days when nothing was picked', () => ({}), FULL],
  ['to the end of a promotion that ends earlier', () => ({ discount: discount(0, 2) }), '2026-01-03T00:00:00Z'],
  ['seven days when the promotion ends later', () => ({ discount: discount(0, 8) }), FULL],
  ['seven days with a contract discount', () => ({ discount: discount(1, 2) }), FULL],
  ['seven days with a commercial discount', () => ({ discount: discount(2, 2) }), FULL],
  ['seven days with a partner’s discount', () => ({ discount: discount(3, 2) }), FULL],
  ['to the end of a coupon that ends earlier', () => ({ coupons: coupon(3) }), '2026-01-04T00:00:00Z'],
  ['to whichever ends first', () => ({ coupons: coupon(3), discount: discount(0, 2) }), '2026-01-03T00:00:00Z'],
])('an order can be paid for %s', (_how, picked, until) => {
  const { id } = shop.place('vm-month', { picked: picked() })
  expect(deadline(id)).toBe(until)

  shop.world.clock.advance(`${(Date.parse(until) - START) / 1000 - 1}s`)
  expect(shop.shown(id).status).toBe(6)
  shop.world.clock.advance('1s')
  expect(shop.shown(id).status).toBe(4)
  expect(shop.pay(id)).toMatchObject({ status: 400, body: { error_code: 'CBC.99003110' } })
})

describe('a coupon and a discount that were chosen for an order under review', () => {
  const placeForReview = () =>
    shop.place('vm-month', { event: 'place-for-review', picked: { coupons: coupon(100), discount: discount(0, 2) } })

  test('still limit its time to pay when the review is passed, and no other order may use the coupon', () => {
    const { id } = placeForReview()
    shop.world.clock.advance('1d')
    shop.world.transaction(() => decideOrder(shop.world, id, 'review-passed'))
    expect(deadline(id)).toBe('2026-01-03T00:00:00Z')
    expect(shop.pay(shop.place().id, use)).toMatchObject({ status: 400, body: { error_code: 'CBC.99003112' } })
  })

  test('are free again when the review is refused', () => {
    const { id } = placeForReview()
    shop.world.clock.advance('1d')
    shop.world.transaction(() => decideOrder(shop.world, id, 'review-refused'))
    expect(shop.pay(shop.place().id, use).status).toBe(204)
  })
})

const use = { use_coupon: 'YES', coupon_infos: [{ id: 'V', type: 301 }] }

test.each<[string, (id: string) => void]>([
  ['is cancelled', (order_id) => shop.ask('CancelCustomerOrder', { body: { order_id } })],
  ['is paid without it', (id) => shop.pay(id)],
  ['lapses', () => shop.world.clock.advance('P7D')],
])('a coupon is kept for the order it was picked for until that %s', (_when, end) => {
  const { id } = shop.place('vm-month', { picked: { coupons: coupon(100) } })
  const other = () => shop.place().id
  expect(shop.pay(other(), use)).toMatchObject({ status: 400, body: { error_code: 'CBC.99003112' } })
  expect(shop.ask('ListOrderCouponsByOrderId', { query: { order_id: id } }).body).toMatchObject({
    count: 1,
    user_coupons: [{ used_by_order_id: id }],
  })
  end(id)
  expect(shop.pay(other(), use).status).toBe(204)
})

test('an order is paid with the coupon that was kept for it, once', () => {
  const { id } = shop.place('vm-month', { picked: { coupons: coupon(100) } })
  expect(shop.pay(id, use).status).toBe(204)
  expect(shop.world.orders.get(id)).toMatchObject({ couponIds: ['V'], amounts: { voucher: 1000 } })
  expect(shop.world.coupons.get('V')).toMatchObject({ status: 'used', usedByOrderId: id })
})

test('what a payment leaves on a card is free for the next', () => {
  const card = shop.coupon('C', 303, 50_000)
  const infos = { use_coupon: 'YES', coupon_infos: [{ id: 'C', type: 303 }] }
  expect(shop.pay(shop.place('vm-month', { picked: { coupons: [card] } }).id, infos).status).toBe(204)
  expect(shop.pay(shop.place().id, infos).status).toBe(204)
  expect([shop.world.coupons.get('C')?.status, shop.buyer().balance]).toEqual(['used', 90_000])
})

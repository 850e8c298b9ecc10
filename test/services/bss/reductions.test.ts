import { beforeEach, expect, test } from 'vitest'
import { bssShop } from './bss-shop.ts'

let shop: ReturnType<typeof bssShop>
beforeEach(() => {
  shop = bssShop()
})

test('everything taken off adds up to the fen, and only the rest leaves the account', () => {
  shop.world.discounts.put({ id: 'D1', customerId: shop.buyer().id, type: 0, ratio: 0.885 })
  shop.coupon('V', 301, 3333)
  shop.coupon('C', 302, 20_000)
  shop.coupon('S', 303, 99_999)
  const { id } = shop.place('vm-month', {
    lines: [
      { productId: 'vm-month', quantity: 1, periodNum: 1 },
      { productId: 'disk-month', quantity: 7, periodNum: 1 },
    ],
  })
  const [offered] = shop.ask('ListOrderDiscounts', { query: { order_id: id } }).body.discounts
  expect(offered).toMatchObject({ discount_id: 'D1', discount_value: '0.885', discount_type: 0, orders: [{ order_id: id }] })
  expect(shop.ask('ListOrderCouponsByOrderId', { query: { order_id: id } }).body).toMatchObject({ count: 3 })

  const infos = [
    ['S', 303],
    ['V', 301],
    ['C', 302],
  ].map(([coupon_id, type]) => ({ id: coupon_id, type }))
  expect(
    shop.pay(id, { use_discount: 'YES', discount_infos: [{ id: 'D1', type: 0 }], use_coupon: 'YES', coupon_infos: infos }).status,
  ).toBe(204)

  const order = shop.shown(id)
  expect(order).toMatchObject({ official_amount: 170, amount_after_discount: 150.45 })
  expect(order.amount_info).toMatchObject({
    ...{ discounts: [{ discount_type: '200', discount_amount: 19.55 }], coupon_amount: 33.33 },
    ...{ flexipurchase_coupon_amount: 117.12, stored_card_amount: 0 },
  })
  const cents = (pick: (item: { amount_after_discount: number }) => number) =>
    order.items.reduce((all: number, item: never) => all + Math.round(pick(item) * 100), 0)
  expect(cents((item) => item.amount_after_discount)).toBe(15_045)
  expect(shop.buyer().balance).toBe(100_000)
  expect(shop.world.coupons.get('V')).toMatchObject({ status: 'used', balance: 0, usedByOrderId: id })
  expect(shop.world.coupons.get('C')).toMatchObject({ status: 'usable', balance: 8288 })
})

test('without the permission the discounts are left out of the answer', () => {
  shop.world.accounts.change(shop.buyer().id, { denied: ['billing:contract:viewDiscount'] })
  expect(shop.ask('ListOrderDiscounts', { query: { order_id: shop.place().id } })).toMatchObject({ status: 200, body: {} })
})

test.each([
  ['a coupon used before', { coupon_infos: [{ id: 'USED', type: 301 }] }, 'CBC.99003112'],
  [
    'one coupon twice',
    {
      coupon_infos: [
        { id: 'V', type: 301 },
        { id: 'V', type: 301 },
      ],
    },
    'CBC.99003112',
  ],
  ['an unknown coupon', { coupon_infos: [{ id: 'none', type: 301 }] }, 'CBC.0100'],
  ['a coupon whose time is over', { coupon_infos: [{ id: 'OLD', type: 301 }] }, 'CBC.0100'],
  [
    'a voucher and a discount coupon',
    {
      coupon_infos: [
        { id: 'V', type: 301 },
        { id: 'D', type: 300 },
      ],
    },
    'CBC.99003147',
  ],
  [
    'a promotion its coupon excludes',
    { coupon_infos: [{ id: 'NOPROMO', type: 301 }], discount_infos: [{ id: 'D1', type: 0 }] },
    'CBC.99003116',
  ],
  [
    'a partner’s discount its coupon excludes',
    { coupon_infos: [{ id: 'NOEMPOWER', type: 301 }], discount_infos: [{ id: 'D3', type: 3 }] },
    'CBC.99003116',
  ],
  [
    'a commercial discount its coupon excludes',
    { coupon_infos: [{ id: 'NOCONTRACT', type: 301 }], discount_infos: [{ id: 'D2', type: 2 }] },
    'CBC.99003116',
  ],
  [
    'a discount below the coupon’s lowest',
    { coupon_infos: [{ id: 'LEAST', type: 301 }], discount_infos: [{ id: 'D1', type: 0 }] },
    'CBC.99003117',
  ],
  ['an unknown discount', { discount_infos: [{ id: 'none', type: 0 }] }, 'CBC.99003108'],
  ['a discount that has ended', { discount_infos: [{ id: 'ENDED', type: 0 }] }, 'CBC.99003108'],
  ['a discount for other services', { discount_infos: [{ id: 'EBS', type: 0 }] }, 'CBC.99003108'],
  ['a kind of discount the page does not name', { discount_infos: [{ id: 'D1', type: 609 }] }, 'CBC.0100'],
  ['a switch without its list', { use_coupon: 'YES' }, 'CBC.0101'],
])('payment is refused with %s', (_, body, error_code) => {
  const { world } = shop
  const customerId = shop.buyer().id
  const limit = (key: string, value1 = '0') => ({ limits: [{ key, value1 }] })
  shop.coupon('V', 301, 100)
  shop.coupon('D', 300, 100)
  shop.coupon('USED', 301, 100, { status: 'used', usedByOrderId: 'CS1' })
  shop.coupon('OLD', 301, 100, { expireAt: 1 })
  shop.coupon('NOPROMO', 301, 100, limit('simultaneousUseWithPromotionDiscount'))
  shop.coupon('NOEMPOWER', 301, 100, limit('simultaneousUseWithEmpowerDiscount'))
  shop.coupon('NOCONTRACT', 301, 100, limit('simultaneousUseWithContractDiscount'))
  shop.coupon('LEAST', 301, 100, limit('minConsumeDiscount', '0.95'))
  world.discounts.put({ id: 'D1', customerId, type: 0, ratio: 0.9 })
  world.discounts.put({ id: 'D2', customerId, type: 2, ratio: 0.9 })
  world.discounts.put({ id: 'D3', customerId, type: 3, ratio: 0.9 })
  world.discounts.put({ id: 'ENDED', customerId, type: 0, ratio: 0.9, endsAt: 1 })
  world.discounts.put({ id: 'EBS', customerId, type: 0, ratio: 0.9, serviceTypes: ['hws.service.type.ebs'] })
  const { id } = shop.place()
  const use = { use_coupon: 'coupon_infos' in body ? 'YES' : 'NO', use_discount: 'discount_infos' in body ? 'YES' : 'NO' }
  expect(shop.pay(id, { ...use, ...body })).toMatchObject({ status: 400, body: { error_code } })
  expect(shop.shown(id)).toMatchObject({ status: 6, amount_after_discount: 300 })
  expect(shop.buyer().balance).toBe(100_000)
})

test('coupons are told with their group, what is not activated yet, and how many of a kind go together', () => {
  shop.coupon('SHOP', 301, 1000, { marketplace: true, limits: [{ key: 'minConsumeDiscount', value1: '0.1', id: 'L-1', planId: 'P-1' }] })
  shop.coupon('SLEEPING', 302, 1000, { activated: false })
  const order_id = shop.place().id
  const { body } = shop.ask('ListOrderCouponsByOrderId', { query: { order_id } })
  const one = (id: string) => body.user_coupons.find(({ coupon_id }: { coupon_id: string }) => coupon_id === id)
  expect(one('SHOP')).toMatchObject({
    status: 2,
    coupon_group: 1,
    use_limits: [{ use_limiti_info_id: 'L-1', promotion_plan_id: 'P-1', limit_key: 'minConsumeDiscount' }],
  })
  expect(one('SLEEPING')).toMatchObject({ status: 1, coupon_group: 0 })
  expect(body.coupon_max_use_quantity).toContainEqual({ coupon_type: 1, coupon_group: 1, use_quantity_value: 3 })
  const use = { use_coupon: 'YES', coupon_infos: [{ id: 'SLEEPING', type: 302 }] }
  expect(shop.pay(order_id, use)).toMatchObject({ status: 400, body: { error_code: 'CBC.0100' } })
})

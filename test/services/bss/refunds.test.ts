import { beforeEach, describe, expect, test } from 'vitest'
import { share } from '../../../src/commerce/ordering/amounts.ts'
import { forSeeds } from '../../helpers/seeded.ts'
import { bssShop } from './bss-shop.ts'

let shop: ReturnType<typeof bssShop>
beforeEach(() => {
  shop = bssShop()
})

const unsubscribe = (id: string, unsubscribe_type = 1) =>
  shop.ask('CancelResourcesSubscription', { body: { resource_ids: [id], unsubscribe_type } }).body.order_ids?.[0] as string
const back = (order: string) => shop.shown(order).amount_after_discount

test('a share is rounded to the fen, half a fen up, however large the numbers are', () => {
  expect([share(1, 1, 2), share(1, 1, 3), share(-1, 1, 2), share(5, 0, 7), share(5, 3, 0)]).toEqual([1, 0, 0, 0, 0])
  expect(share(900_719_925_474_099, 31_535_999_999, 31_536_000_000)).toBe(900_719_925_445_537)
  forSeeds(300, ({ int }) => {
    const [amount, whole] = [int(1_000_000_000), 1 + int(2_000_000_000)]
    const part = int(whole + 1)
    const got = share(amount, part, whole)
    expect(got).toBeGreaterThanOrEqual(0)
    expect(got).toBeLessThanOrEqual(amount)
    expect(Math.abs(got - (amount * part) / whole)).toBeLessThan(0.6)
  })
})

describe('five times twenty-four hours from the opening', () => {
  test.for([
    ['P4D', -300],
    ['P4DT23H59M59S', -300],
    // 90 days were paid: five of them are 16.67 yuan.
    ['P5D', -283.33],
    ['P5DT1S', -283.33],
  ] as const)('after %s %f yuan come back', ([wait, amount]) => {
    const id = shop.bought()
    shop.world.clock.advance(wait)
    expect(back(unsubscribe(id))).toBe(amount)
  })
})

describe('later', () => {
  test.for([
    ['P30D', 0, -200, 100, 0],
    ['P45D', 0, -150, 150, 0],
    ['P45DT12H', 0, -148.33, 151.67, 0],
    ['P89DT23H59M59S', 0, 0, 300, 0],
    ['P30D', 10, -180, 100, 20],
  ] as const)('after %s with a fee of %i percent %f yuan come back', ([wait, fee, amount, consumed_amount, commission_amount]) => {
    shop.world.set('bss.refundCommission', fee)
    const id = shop.bought()
    shop.world.clock.advance(wait)
    const order = unsubscribe(id)
    expect(shop.shown(order)).toMatchObject({ amount_after_discount: amount, amount_info: { consumed_amount, commission_amount } })
    shop.world.clock.advance('5s')
    expect(shop.buyer().balance).toBe(70_000 - Math.round(amount * 100))
  })

  test('a resource on which a line of three was paid gets its third back, and the thirds add up', () => {
    shop.world.products.change('vm-month', { price: 10_001 })
    const { resourceIds } = shop.place('vm-month', {
      autoPay: true,
      lines: [{ productId: 'vm-month', quantity: 3, periodType: 'month', periodNum: 1 }],
    })
    shop.world.clock.advance('5s')
    for (const id of resourceIds) unsubscribe(id)
    shop.world.clock.advance('5s')
    expect(shop.buyer().balance).toBe(100_000)
  })
})

describe('ten full refunds in a calendar year', () => {
  const cheap = () => shop.bought('disk-month', { lines: [{ productId: 'disk-month', quantity: 1, periodType: 'month', periodNum: 1 }] })
  const returned = (times: number) => {
    for (let n = 0; n < times; n++) unsubscribe(cheap())
    shop.world.clock.advance('5s')
  }

  test('the eleventh is an ordinary unsubscription, and the new year on China’s clock brings ten more', () => {
    returned(10)
    expect(shop.buyer().balance).toBe(100_000)
    const eleventh = cheap()
    shop.world.clock.advance('P1DT5S')
    expect(shop.shown(unsubscribe(eleventh))).toMatchObject({ amount_after_discount: -9.68, amount_info: { consumed_amount: 0.32 } })
    shop.world.clock.advance('P1Y')
    expect(back(unsubscribe(cheap()))).toBe(-10)
  })

  test('periods that have not begun do not count, and neither do later refunds', () => {
    returned(9)
    const id = cheap()
    shop.ask('RenewalResources', { body: { resource_ids: [id], period_type: 2, period_num: 1, is_auto_pay: 1 } })
    shop.world.clock.advance('5s')
    expect(back(unsubscribe(id, 2))).toBe(-10)
    shop.world.clock.advance('P6D')
    unsubscribe(id)
    shop.world.clock.advance('5s')
    expect(back(unsubscribe(cheap()))).toBe(-10)
  })

  test('how many there are can be set', () => {
    shop.world.set('bss.fullRefundsPerYear', 0)
    const id = cheap()
    shop.world.clock.advance('P1D')
    expect(back(unsubscribe(id))).toBe(-9.68)
  })
})

describe('coupons and cards', () => {
  const paidWith = (...ids: string[]) => {
    const { id } = shop.place()
    const coupon_infos = ids.map((coupon) => ({ id: coupon, type: shop.world.coupons.get(coupon)!.type }))
    expect(shop.pay(id, { use_coupon: 'YES', coupon_infos }).status).toBe(204)
    shop.world.clock.advance('5s')
    return shop.world.orders.get(id)!.resourceIds[0]!
  }
  const state = (id: string) => {
    const { balance, status } = shop.world.coupons.get(id)!
    return [status, balance]
  }

  test.for([
    ['all of a voucher', 301, 5_000, 'used', 5_000],
    ['a part of a voucher', 301, 50_000, 'usable', 50_000],
    ['all of a cash coupon', 302, 5_000, 'used', 5_000],
    ['a part of a stored-value card', 303, 40_000, 'usable', 40_000],
  ] as const)('%s comes back with a full refund', ([, type, worth, spent, balance]) => {
    shop.coupon('V', type, worth)
    const id = paidWith('V')
    expect(state('V')[0]).toBe(spent)
    unsubscribe(id)
    shop.world.clock.advance('5s')
    expect(state('V')).toEqual(['usable', balance])
    expect(shop.buyer().balance).toBe(100_000)
  })

  test('a discount coupon does not, and neither does anything with a later refund', () => {
    shop.coupon('D', 300, 5_000)
    unsubscribe(paidWith('D'))
    shop.coupon('V', 301, 5_000)
    const later = paidWith('V')
    shop.world.clock.advance('P6D')
    unsubscribe(later)
    shop.world.clock.advance('5s')
    expect([state('D')[0], state('V')[0]]).toEqual(['used', 'used'])
  })

  test('a coupon that has expired meanwhile does not become usable again', () => {
    shop.coupon('V', 301, 5_000, { expireAt: shop.world.clock.now() + 86_400_000 })
    const id = paidWith('V')
    shop.world.clock.advance('P2D')
    unsubscribe(id)
    shop.world.clock.advance('5s')
    expect(state('V')).toEqual(['expired', 5_000])
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import { attend } from '../../../src/services/index.ts'
import { bssShop } from './bss-shop.ts'

let shop: ReturnType<typeof bssShop>
beforeEach(() => {
  shop = bssShop()
  attend(shop.world)
})

const renew = (id: string, more: object = {}) =>
  shop.ask('RenewalResources', { body: { resource_ids: [id], period_type: 2, period_num: 1, ...more } })
const on = (resource_id: string, body?: object) => shop.ask('AutoRenewalResources', { path: { resource_id }, ...(body ? { body } : {}) })
const config = (config_name: string, config_value: string) => shop.ask('SetResourcesRenewConfig', { body: { config_name, config_value } })
const resource = (id: string) => shop.world.resources.get(id)!
const end = (id: string) => new Date(resource(id).expireAt!).toISOString().slice(0, 19)
const attach = (main: string, id = 'disk') =>
  shop.world.resources.put({ ...resource(main), id, instanceId: id, productId: 'disk-month', mainResourceId: main })
/** Fen that left the account, by the orders of that kind. */
const renewals = (id: string) => [...shop.world.orders.where('resource', id)].filter(({ type }) => type === 'renewal')

test.for([[undefined], [0], [1], [3], [7]])('expire_policy %s is taken and has no effect', ([expire_policy]) => {
  const id = shop.bought()
  expect(renew(id, { expire_policy, is_auto_pay: 1 }).status).toBe(200)
  shop.world.clock.advance('5s')
  expect(resource(id)).toMatchObject({ expirePolicy: 0 })
  expect(end(id)).toBe('2026-05-01T00:00:05')
})

describe('automatic renewal', () => {
  test.for([
    ['off', undefined, undefined, 0],
    ['off', undefined, { auto_renew_times: null }, 0],
    ['off', undefined, { auto_renew_times: 5 }, 5],
    ['on twice', 2, undefined, 2],
    ['on twice', 2, {}, 2],
    ['on twice', 2, { auto_renew_times: null }, 2],
    ['on twice', 2, { auto_renew_times: 0 }, 0],
    ['on without end', 0, undefined, 0],
    ['on without end', 0, { auto_renew_times: 9 }, 9],
  ] as const)('%s before, switching it on again or at first keeps to what is named (%#)', ([, before, body, after]) => {
    const id = shop.bought()
    if (before !== undefined) on(id, { auto_renew_times: before })
    expect(on(id, body).status).toBe(204)
    expect(resource(id)).toMatchObject({ autoRenewTimes: after, expirePolicy: 3 })
  })

  test('an attached resource leads to its main one, to switch on and off', () => {
    const id = shop.bought()
    attach(id)
    expect(on('disk', { auto_renew_times: 3 }).status).toBe(204)
    expect(resource(id)).toMatchObject({ autoRenewTimes: 3, expirePolicy: 3 })
    expect(shop.ask('CancelAutoRenewalResources', { path: { resource_id: 'disk' } }).status).toBe(204)
    expect(resource(id)).toMatchObject({ expirePolicy: 0 })
    expect(resource(id).autoRenewTimes).toBeUndefined()
  })

  test.for([
    ['the shortest period on sale', 'vm-year', undefined, 'shortest', '2027-02-01T00:00:05', 10_000],
    ['the shortest even if the last order was a month', 'vm-month', undefined, 'shortest', '2026-05-01T00:00:05', 10_000],
    ['a year, because the buyer said so', 'vm-month', 'YEAR', 'shortest', '2027-04-01T00:00:05', 100_000],
    ['a month, because the buyer said so', 'vm-year', 'MONTH', 'last-order', '2027-02-01T00:00:05', 10_000],
    ['the period of the last order, where set', 'vm-year', undefined, 'last-order', '2028-01-01T00:00:05', 100_000],
  ] as const)('renews by %s', ([, product, period_type, setting, until, price]) => {
    shop.world.accounts.change(shop.buyer().id, { balance: 1_000_000 })
    shop.world.set('bss.autoRenewalPeriod', setting)
    const bought = product === 'vm-year' ? { lines: [{ productId: product, quantity: 1, periodType: 'year' as const, periodNum: 1 }] } : {}
    const id = shop.bought(product, bought)
    on(id, period_type && { period_type })
    shop.world.clock.advance(`${(resource(id).expireAt! - shop.world.clock.now()) / 86_400_000 - 1}d`.replace(/\..*d/, 'd'))
    expect(end(id)).toBe(until)
    expect(renewals(id).map(({ amounts }) => amounts.afterDiscount)).toEqual([price])
  })

  test('a period once named stays when only the times are set anew, and goes with the renewal', () => {
    const id = shop.bought()
    on(id, { period_type: 'YEAR', auto_renew_times: 2 })
    on(id, { auto_renew_times: 4 })
    expect(resource(id)).toMatchObject({ autoRenewPeriod: 'year', autoRenewTimes: 4 })
    shop.ask('CancelAutoRenewalResources', { path: { resource_id: id } })
    expect(resource(id).autoRenewPeriod).toBeUndefined()
  })

  test('a renewal by hand leaves it as it is: a year is bought, and months go on after it', () => {
    shop.world.accounts.change(shop.buyer().id, { balance: 1_000_000 })
    const id = shop.bought()
    on(id, { auto_renew_times: 7 })
    renew(id, { period_type: 3, is_auto_pay: 1 })
    shop.world.clock.advance('5s')
    expect(resource(id)).toMatchObject({ autoRenewTimes: 7, productId: 'vm-year' })
    shop.world.clock.advance('P14M28D')
    expect(end(id)).toBe('2027-05-01T00:00:05')
    expect(resource(id)).toMatchObject({ autoRenewTimes: 6, productId: 'vm-month' })
  })

  test('what is off the shelf is not what it is renewed as, unless there is nothing else', () => {
    const id = shop.bought('vm-year', { lines: [{ productId: 'vm-year', quantity: 1, periodType: 'year', periodNum: 1 }] })
    shop.world.accounts.change(shop.buyer().id, { balance: 1_000_000 })
    for (const product of ['vm-month', 'vm-year']) shop.world.products.change(product, { status: 'withdrawn' })
    on(id)
    shop.world.clock.advance('P12M')
    expect(end(id)).toBe('2028-01-01T00:00:05')
  })
})

describe('the day of deduction', () => {
  // The end is 2026-04-01 08:00:05 in China, so 03:00 there is 19:00 UTC of the day before.
  test.for([
    ['2', '2026-03-29T19:00:00'],
    ['5', '2026-03-26T19:00:00'],
    ['7', '2026-03-24T19:00:00'],
  ] as const)('%s days before the end is when automatic renewal is paid', ([day, at]) => {
    const id = shop.bought()
    on(id)
    expect(config('DEDUCTION_DATE', day)).toMatchObject({ status: 200, body: { error_code: 'CBC.0000', error_msg: 'success' } })
    shop.world.clock.advance('P89D')
    expect(renewals(id).map(({ paidAt }) => new Date(paidAt!).toISOString().slice(0, 19))).toEqual([at])
  })

  test('holds for the account alone that set it', () => {
    config('DEDUCTION_DATE', '3')
    expect([shop.buyer().deductionDays, shop.who('other').deductionDays]).toEqual([3, undefined])
  })
})

describe('the common end day', () => {
  // One month from 2026-04-01 ends on 2026-05-01; the price of a month is 100 yuan and April has 30 days.
  test.for([
    ['1', '2026-05-01T00:00:05', 10_000],
    ['2', '2026-05-02T00:00:05', 10_333],
    ['15', '2026-05-15T00:00:05', 14_667],
    ['28', '2026-05-28T00:00:05', 19_000],
    ['-1', '2026-05-31T00:00:05', 20_000],
  ] as const)('%s makes a month end at %s for %i fen', ([day, until, price]) => {
    const id = shop.bought()
    expect(config('EXPIRE_DATE', day).status).toBe(200)
    const [order] = renew(id, { is_auto_pay: 1 }).body.order_ids
    shop.world.clock.advance('5s')
    expect(end(id)).toBe(until)
    expect(shop.shown(order)).toMatchObject({ official_amount: price / 100, status: 5 })
    expect(shop.buyer().balance).toBe(70_000 - price)
  })

  test('what is attached goes along, each for its own price', () => {
    const id = shop.bought()
    attach(id)
    config('EXPIRE_DATE', '16')
    const [order] = renew(id, { is_auto_pay: 1 }).body.order_ids
    shop.world.clock.advance('5s')
    expect([end(id), end('disk')]).toEqual(Array(2).fill('2026-05-16T00:00:05'))
    expect(shop.shown(order)).toMatchObject({ official_amount: 165 })
  })

  test('automatic renewal keeps to it too, and the second one costs an ordinary month', () => {
    const id = shop.bought()
    on(id)
    config('EXPIRE_DATE', '10')
    shop.world.clock.advance('P95D')
    expect(end(id)).toBe('2026-05-10T00:00:05')
    shop.world.clock.advance('P1M')
    expect(end(id)).toBe('2026-06-10T00:00:05')
    expect(renewals(id).map(({ amounts }) => amounts.official)).toEqual([13_000, 10_000])
  })
})

test.for([
  ['a deduction on the day before the end', 'DEDUCTION_DATE', '1'],
  ['a deduction before the first one', 'DEDUCTION_DATE', '8'],
  ['a day of deduction in another form', 'DEDUCTION_DATE', '07'],
  ['an end on the 29th', 'EXPIRE_DATE', '29'],
  ['an end on the day before the last', 'EXPIRE_DATE', '-2'],
  ['a number instead of a text', 'DEDUCTION_DATE', 7],
  ['another configuration', 'RENEWAL_DATE', '7'],
])('%s is refused and sets nothing', ([, config_name, config_value]) => {
  const answer = shop.ask('SetResourcesRenewConfig', { body: { config_name, config_value } })
  expect(answer).toMatchObject({ status: 400, body: { error_code: 'CBC.0100' } })
  expect(shop.buyer()).not.toHaveProperty('deductionDays')
  expect(shop.buyer()).not.toHaveProperty('commonEndDay')
})

test('where a setting asks for expire_policy, a renewal without it is refused', () => {
  shop.world.set('bss.renewExpirePolicy', 'required')
  expect(renew(shop.bought())).toMatchObject({ status: 400, body: { error_code: 'CBC.0100' } })
})

import { beforeEach, expect, test } from 'vitest'
import { attend } from '../../../src/services/index.ts'
import { bssShop } from './bss-shop.ts'

let shop: ReturnType<typeof bssShop>
beforeEach(() => {
  shop = bssShop()
  attend(shop.world)
})

const now = (...resource_ids: string[]) => shop.ask('UpdatePeriodToOnDemandInstantly', { body: { resource_ids } })
const results = (...ids: string[]) => now(...ids).body.to_ondemand_service_results
const renew = (id: string, more: object = {}) =>
  shop.ask('RenewalResources', { body: { resource_ids: [id], period_type: 2, period_num: 1, ...more } })

test.for([
  ['PT0S', -300],
  ['P1D', -296.67],
  ['P30D', -200],
  ['P45DT12H', -148.33],
] as const)('%s after the opening %f yuan are given back, and the resource goes on by use', ([wait, amount]) => {
  const id = shop.bought()
  shop.world.clock.advance(wait)
  const [result] = results(id)
  expect(result).toEqual({ resource_id: id, result: 'SUCCESS', order_id: expect.any(String) })
  expect(shop.shown(result.order_id)).toMatchObject({ order_type: 10, status: 5, amount_after_discount: amount })
  expect(shop.buyer().balance).toBe(70_000 - Math.round(amount * 100))
  expect(shop.world.resources.get(id)).toMatchObject({ status: 'in-use', expirePolicy: 0 })
  expect(shop.world.resources.get(id)).not.toHaveProperty('expireAt')
})

test('what is attached goes along, and a renewal that has not begun comes back in full', () => {
  const id = shop.bought()
  const main = shop.world.resources.get(id)!
  shop.world.resources.put({ ...main, id: 'disk', instanceId: 'disk', productId: 'disk-month', mainResourceId: id, orderLineId: 'none' })
  renew(id, { is_auto_pay: 1 })
  shop.ask('AutoRenewalResources', { path: { resource_id: id } })
  shop.world.clock.advance('P30D')
  results(id)
  // 300 for three months, a third of which is used; 110 for the renewal of both.
  expect(shop.buyer().balance).toBe(100_000 - 10_000)
  expect(shop.world.resources.get('disk')).not.toHaveProperty('expireAt')
  expect(shop.world.resources.get(id)).not.toHaveProperty('autoRenewTimes')
  expect([...shop.world.facts].filter(({ type }) => type === 'resource.to-on-demand')).toHaveLength(2)
})

test('each resource is judged alone', () => {
  const [good, frozen, busy, waiting, bundled] = [1, 2, 3, 4, 5].map(() => {
    shop.world.accounts.change(shop.buyer().id, { balance: 100_000 })
    return shop.bought()
  }) as [string, string, string, string, string]
  const disk = { ...shop.world.resources.get(good)!, id: 'disk', mainResourceId: good }
  shop.world.resources.put(disk)
  shop.world.transition('resources', frozen, 'freeze')
  renew(busy, { is_auto_pay: 1 })
  renew(waiting)
  shop.world.resources.change(bundled, { bundleId: 'bundle-1' })
  const told = results('none', good, frozen, busy, waiting, bundled, 'disk') as {
    result: string
    error_code?: string
    error_msg?: string
  }[]
  expect(told.map(({ result, error_code }) => [result, error_code])).toEqual([
    ['FAIL', 'CBC.0100'],
    ['SUCCESS', undefined],
    ['FAIL', 'CBC.99003625'],
    ['FAIL', 'CBC.99003144'],
    ['FAIL', 'CBC.99003100'],
    ['FAIL', 'CBC.0100'],
    ['FAIL', 'CBC.0100'],
  ])
  expect(told[0]!.error_msg).toBeTypeOf('string')
  // Twice is once: it has no end any more.
  expect(results(good)).toMatchObject([{ result: 'FAIL', error_code: 'CBC.0100' }])
})

test('an unpaid renewal of what goes on-demand at its end is cancelled, because its resource is not there for it any more', () => {
  const id = shop.bought()
  shop.ask('UpdatePeriodToOnDemand', { body: { operation: 'SET_UP', resource_ids: [id] } })
  shop.world.clock.advance('P88D')
  const [order] = renew(id).body.order_ids
  shop.world.clock.advance('P3D')
  expect(shop.shown(order)).toMatchObject({ status: 4 })
})

test.for([
  ['nothing', []],
  ['eleven', Array.from({ length: 11 }, (_, n) => `r-${n}`)],
  ['one twice', ['a', 'a']],
] as const)('asking for %s is a parameter error', ([, ids]) => {
  expect(now(...ids)).toMatchObject({ status: 400, body: { error_code: 'CBC.0100' } })
})

test('packages and bundles cannot be set to go on-demand at their end either', () => {
  const id = shop.bought()
  shop.world.products.change('vm-month', { chargingMode: 'on-demand-package' })
  const { body } = shop.ask('UpdatePeriodToOnDemand', { body: { operation: 'SET_UP', resource_ids: [id] } })
  expect(body.error_details).toMatchObject([{ error_code: 'CBC.0100', id }])
  expect(shop.ask('UpdatePeriodToOnDemand', { body: { operation: 'SET_UP', resource_ids: [] } }).status).toBe(400)
})

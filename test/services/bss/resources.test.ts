import { beforeEach, expect, test } from 'vitest'
import { bssShop } from './bss-shop.ts'

let shop: ReturnType<typeof bssShop>
beforeEach(() => {
  shop = bssShop()
})

const renewal = (id: string, more: object = {}) => ({ resource_ids: [id], period_type: 2, period_num: 1, expire_policy: 0, ...more })

test('a renewal extends from the old end by calendar months, with what is attached', () => {
  const id = shop.bought()
  const main = shop.world.resources.get(id)!
  shop.world.resources.put({ ...main, id: 'disk', instanceId: 'disk', productId: 'disk-month', mainResourceId: id, status: 'in-use' })
  const { order_ids } = shop.ask('RenewalResources', { body: renewal(id, { is_auto_pay: 1 }) }).body
  expect(shop.shown(order_ids[0])).toMatchObject({ status: 3, order_type: 2, official_amount: 110 })
  shop.world.clock.advance('5s')
  expect(shop.shown(order_ids[0])).toMatchObject({ status: 5 })
  expect(shop.resources({ resource_ids: [id, 'disk'] }).data.map((one: { expire_time: string }) => one.expire_time)).toEqual(
    Array(2).fill('2026-05-01T00:00:05Z'),
  )
  expect(shop.resources({ only_main_resource: 1 }).total_count).toBe(1)
})

test('a renewal without automatic payment waits in status 6 and can be paid', () => {
  const [order] = shop.ask('RenewalResources', { body: renewal(shop.bought(), { period_type: 3 }) }).body.order_ids
  expect(shop.shown(order)).toMatchObject({ status: 6, official_amount: 1000 })
  shop.world.accounts.change(shop.buyer().id, { balance: 200_000 })
  expect(shop.pay(order).status).toBe(204)
  shop.world.clock.advance('5s')
  expect(shop.resources().data[0]).toMatchObject({ expire_time: '2027-04-01T00:00:05Z', product_id: 'vm-year' })
})

test('within five days everything is given back', () => {
  const id = shop.bought()
  const [order] = shop.ask('CancelResourcesSubscription', {
    body: { resource_ids: [id], unsubscribe_type: 1, unsubscribe_reason: '不再使用' },
  }).body.order_ids
  expect(shop.shown(order)).toMatchObject({
    status: 2,
    order_type: 4,
    amount_after_discount: -300,
    official_amount: -300,
    items: [{ period_num: null }],
  })
  shop.world.clock.advance('5s')
  expect(shop.shown(order)).toMatchObject({ status: 5, payment_time: '2026-01-01T00:00:10Z' })
  expect(shop.buyer().balance).toBe(100_000)
  expect(shop.resources().data[0]).toMatchObject({ resource_id: id, status: 3 })
  expect(shop.ask('ShowRefundOrderDetails', { query: { order_id: order } }).body).toMatchObject({
    total_count: 1,
    refund_infos: [{ amount: -300, measure_id: '1', region_code: 'cn-north-4' }],
  })
})

test('later the unused whole days of what was paid come back, and a renewal not begun in full', () => {
  const id = shop.bought()
  shop.ask('RenewalResources', { body: renewal(id, { is_auto_pay: 1 }) })
  shop.world.clock.advance('P30D')
  const [order] = shop.ask('CancelResourcesSubscription', { body: { resource_ids: [id], unsubscribe_type: 1 } }).body.order_ids
  // 90 days were paid with 300 yuan; 30 and a bit are over, so 59 whole ones are left.
  const left = Math.floor((30_000 * 60) / 90) / 100
  const { refund_infos } = shop.ask('ShowRefundOrderDetails', { query: { order_id: order } }).body
  expect(refund_infos.map((one: { amount: number }) => one.amount).sort((a: number, b: number) => a - b)).toEqual([-left, -100, 300 - left])
  shop.world.clock.advance('5s')
  expect(shop.buyer().balance).toBe(60_000 + left * 100 + 10_000)
})

test('giving back only renewals leaves the resource its first time', () => {
  const id = shop.bought()
  shop.ask('RenewalResources', { body: renewal(id, { is_auto_pay: 1 }) })
  shop.world.clock.advance('P10D')
  shop.ask('CancelResourcesSubscription', { body: { resource_ids: [id], unsubscribe_type: 2 } })
  shop.world.clock.advance('5s')
  expect(shop.resources().data[0]).toMatchObject({ status: 2, expire_time: '2026-04-01T00:00:05Z' })
  expect(shop.buyer().balance).toBe(70_000)
  expect(shop.ask('CancelResourcesSubscription', { body: { resource_ids: [id], unsubscribe_type: 2 } })).toMatchObject({
    body: { error_code: 'CBC.99003128' },
  })
})

test('automatic renewal and change to on-demand are wishes the resource list shows', () => {
  const id = shop.bought()
  const policy = () => shop.resources().data[0].expire_policy
  expect(shop.ask('AutoRenewalResources', { path: { resource_id: id }, body: { auto_renew_times: 2 } }).status).toBe(204)
  expect(policy()).toBe(3)
  expect(shop.world.resources.get(id)).toMatchObject({ autoRenewTimes: 2 })
  expect(shop.ask('CancelAutoRenewalResources', { path: { resource_id: id } }).status).toBe(204)
  expect(policy()).toBe(0)
  expect(shop.ask('UpdatePeriodToOnDemand', { body: { operation: 'SET_UP', resource_ids: [id] } }).body).toEqual({ error_details: [] })
  expect(policy()).toBe(1)
  shop.ask('UpdatePeriodToOnDemand', { body: { operation: 'CANCEL', resource_ids: [id] } })
  expect(policy()).toBe(0)
})

test('the resource list filters by all it is given', () => {
  const [vm, disk] = [shop.bought(), shop.bought('disk-month')]
  const ids = (body: object) => shop.resources(body).data.map((one: { resource_id: string }) => one.resource_id)
  expect(ids({ service_type_code: 'HWS.service.type.ebs' })).toEqual([disk])
  expect(ids({ resource_ids: [vm, 'none'] })).toEqual([vm])
  expect(ids({ status_list: [3, 4] })).toEqual([])
  expect(ids({ expire_time_begin: '2026-04-01T00:00:06Z' })).toEqual([disk])
  expect(ids({ expire_time_end: '2026-04-01T00:00:05Z' })).toEqual([vm])
  const { orderId: order_id } = shop.world.resources.get(vm)!
  expect(ids({ order_id })).toEqual([vm])
  expect(ids({ order_id, expire_time_begin: '2026-04-01T00:00:06Z' })).toEqual([])
  expect(ids({ order_id, resource_ids: [disk] })).toEqual([])
  expect(shop.resources({ offset: 1, limit: 1 })).toMatchObject({ total_count: 2, data: [{ resource_id: disk }] })
  expect(ids({ status_list: [2], only_main_resource: 1 })).toEqual([vm, disk])
})

test('naming a resource brings what is attached to it; naming what is attached brings that alone', () => {
  const vm = shop.bought()
  const main = shop.world.resources.get(vm)!
  const disk = shop.world.resources.put({ ...main, id: 'attached-disk', instanceId: 'attached-disk', mainResourceId: vm }).id
  const ids = (body: object) =>
    shop
      .resources(body)
      .data.map((one: { resource_id: string }) => one.resource_id)
      .sort()
  expect(ids({ resource_ids: [vm] })).toEqual([disk, vm].sort())
  expect(ids({ resource_ids: [vm], only_main_resource: 1 })).toEqual([vm])
  expect(ids({ resource_ids: [disk] })).toEqual([disk])
  expect(ids({ resource_ids: [disk], only_main_resource: 1 })).toEqual([disk])
  expect(ids({ only_main_resource: 1 })).toEqual([vm])
})

test.each([
  [{ order_id: '' }],
  [{ order_id: null }],
  [{ customer_id: '' }],
  [{ customer_id: null }],
  [{ indirect_partner_id: '' }],
  [{ indirect_partner_id: null }],
  [{ expire_time_begin: '', expire_time_end: '' }],
  [{ expire_time_begin: null, expire_time_end: null }],
  [{ service_type_code: null }],
  [{ status_list: [] }],
  [{ resource_ids: [] }],
])('%j filters nothing', (body) => {
  const [vm, disk] = [shop.bought(), shop.bought('disk-month')]
  expect(shop.resources(body).data.map((one: { resource_id: string }) => one.resource_id)).toEqual([vm, disk])
})

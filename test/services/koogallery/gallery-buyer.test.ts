import { describe, expect } from 'vitest'
import type { Sandbox } from '../../../src/index.ts'
import { worldTest as test } from '../../helpers/audited.ts'
import { gallery } from './gallery.ts'

const create = (sandbox: Sandbox, body: object, key = 'key-1') =>
  gallery(sandbox).call('CreateOrders', { headers: { 'X-Service-Transaction-ID': key }, body })

const pay = (sandbox: Sandbox, order_id: string) =>
  sandbox.call('bss.PayOrders', { body: { order_id, use_coupon: 'NO', use_discount: 'NO' } })
const unsubscribe = (sandbox: Sandbox, orderId: string) =>
  gallery(sandbox).people('UnsubscribeResource', { resourceId: sandbox.world.orders.get(orderId)!.resourceIds[0]! }, {})
const cancel = (sandbox: Sandbox, ...order_ids: string[]) =>
  gallery(sandbox).call('CancelOrders', { body: { cancel_order: { order_ids } } })

describe('placing orders', () => {
  test('under one transaction id happens once: the same body answers the same orders and places nothing', async ({ sandbox }) => {
    const { wish } = gallery(sandbox)
    const first = await create(sandbox, wish())
    const size = sandbox.world.orders.size
    sandbox.clock.advance('1d')
    const again = await create(sandbox, wish())

    expect(first).toMatchObject({ status: 200, body: { data: [{ request_id: 'req-1' }] } })
    expect([again.status, again.body]).toEqual([200, first.body])
    expect(sandbox.world.orders.size).toBe(size)
    expect((await create(sandbox, wish(), 'key-2')).body.data[0].order_id).not.toBe(first.body.data[0].order_id)
  })

  test('that fifty callers send at once under one transaction id are placed once', async ({ sandbox }) => {
    const { wish } = gallery(sandbox)
    const size = sandbox.world.orders.size
    const answers = await Promise.all(Array.from({ length: 50 }, () => create(sandbox, wish())))
    expect(new Set(answers.map(({ body }) => body.data[0].order_id)).size).toBe(1)
    expect(sandbox.world.orders.size).toBe(size + 1)
  })

  test('of which one cannot be bought places none of them, and its transaction id is free again', async ({ sandbox }) => {
    const { wish } = gallery(sandbox)
    const [good, bad] = [wish().order_infos[0]!, wish({}, { offering_id: 'OFFI0' }).order_infos[0]!]
    const size = sandbox.world.orders.size
    expect((await create(sandbox, { order_infos: [good, bad] })).status).toBe(400)
    expect(sandbox.world.orders.size).toBe(size)
    expect((await create(sandbox, { order_infos: [good] })).status).toBe(200)
  })

  test('with auto_pay pays them and opens what was bought, renewing itself where that was asked', async ({ sandbox }) => {
    const { wish, call } = gallery(sandbox)
    const offering = { cycle_number: 3, linear_attr: { measure_id: 14, value: 2 }, extend_params: '{"emailDomainName":"test.xxxx.com"}' }
    const { body } = await create(sandbox, wish({ auto_pay: 'YES', auto_renew: 1 }, offering))
    sandbox.clock.advance('1h')
    const [{ order_id }] = body.data

    const { body: shown } = await call('ShowOrderDetails', { body: { order_id } })
    expect(shown.data).toMatchObject({
      order_id,
      status: 5,
      order_type: 1,
      order_amount: 1194,
      order_actual_amount: 1194,
      order_line_items: [
        {
          offering_id: 'OFFI461867333479178240',
          period_type: 'month',
          period_num: '3',
          resource_size: 2,
          resource_measure_id: 14,
          status: 1,
        },
      ],
      aggregate_resource_infos: [{ resource_transaction_log: [{ order_id }] }],
    })
    const [{ main_resource_info }] = shown.data.aggregate_resource_infos
    expect(sandbox.world.resources.get(main_resource_info.resource_id)).toMatchObject({
      status: 'in-use',
      expirePolicy: 3,
      autoRenewTimes: 0,
    })
    // The seller, the billing API and the buyer's own software speak of the same order.
    const seller = (await call('QueryOrder', { query: { orderId: order_id } })).body.orderInfo
    const billing = (await sandbox.call('bss.ShowCustomerOrderDetails', { path: { order_id } })).body.order_info
    expect([Number(seller.orderLine[0].currencyAfterDiscount), billing.amount_after_discount]).toEqual([1194, 1194])
    expect(seller).toMatchObject({
      orderLine: [{ productInfo: [{ linearValue: 2 }], extendParams: [{ name: 'emailDomainName', value: 'test.xxxx.com' }] }],
    })
    expect((await call('ShowSaasInstance', { body: { resource_id: main_resource_info.resource_id } })).body.data).toMatchObject({
      instance_id: sandbox.world.resources.get(main_resource_info.resource_id)!.instance!.id,
      app_info: { front_end_url: expect.stringMatching(/^https:/) },
    })
  })

  test('finds the agreements that have to be named, and an offering of another period under its own number', async ({ sandbox }) => {
    const { wish, call } = gallery(sandbox)
    const offering_id = 'OFFI461867333479178240'
    const { body } = await call('ShowSubscriptionAgreements', { body: { offering_id } })
    const agreement_params = body.data.agreements.map((one: { agreement_id: string; version: string }) => ({
      id: one.agreement_id,
      verion: one.version,
    }))
    expect(agreement_params.length).toBeGreaterThan(0)
    const placed = await create(sandbox, wish({ agreement_params }, { cycle_type: 'year' }))
    expect(sandbox.world.orders.get(placed.body.data[0].order_id)!.lines[0]).toMatchObject({
      productId: 'OFFI461867333479178241',
      periodType: 'year',
    })
  })
})

describe('looking at orders', () => {
  test('lists those of a span in pages that cover it, each order once', async ({ sandbox }) => {
    const { wish, call } = gallery(sandbox)
    const ids: string[] = []
    for (const n of [1, 2, 3, 4, 5]) {
      ids.push((await create(sandbox, wish(), `key-${n}`)).body.data[0].order_id)
      sandbox.clock.advance('1d')
    }
    const list = async (more: object) => (await call('ListOrders', { body: { start_time: '2026-01-01T00:00:00Z', ...more } })).body.data
    const pages = [await list({ limit: 2 }), await list({ limit: 2, offset: 2 }), await list({ limit: 2, offset: 4 })]
    expect(pages.map(({ total_count }) => total_count)).toEqual([5, 5, 5])
    const seen = pages.flatMap(({ orders }) => orders.map(({ order_id }: { order_id: string }) => order_id))
    expect(seen.sort()).toEqual([...ids].sort())
    expect(await list({ limit: 0 })).toEqual({ total_count: 5, orders: [] })
    expect((await list({ start_time: '2026-01-02T00:00:00Z', end_time: '2026-01-03T00:00:00Z' })).total_count).toBe(2)
    expect((await list({ start_time: '20260105000000' })).total_count).toBe(1)
  })

  test.for([
    [6, 'waits for payment', async () => {}],
    [4, 'was cancelled', (s: Sandbox, id: string) => cancel(s, id)],
    [3, 'is in process', (s: Sandbox, id: string) => pay(s, id)],
    [
      9,
      'is being given back',
      async (s: Sandbox, id: string) => {
        await pay(s, id)
        s.clock.advance('1h')
        s.world.set('bss.provisioningDelay', 'P1D')
        await unsubscribe(s, id)
      },
    ],
    [
      8,
      'was given back',
      async (s: Sandbox, id: string) => {
        await pay(s, id)
        s.clock.advance('1h')
        await unsubscribe(s, id)
        s.clock.advance('1h')
      },
    ],
  ] as const)('shows %i for a line that %s', async ([status, , happen], { sandbox }) => {
    const { wish, call } = gallery(sandbox)
    const [{ order_id }] = (await create(sandbox, wish())).body.data
    await happen(sandbox, order_id)
    const { body } = await call('ShowOrderDetails', { body: { order_id } })
    expect(body.data.order_line_items[0].status).toBe(status)
  })
})

test('several orders are cancelled together, or none when one cannot be', async ({ sandbox }) => {
  const { wish, buy } = gallery(sandbox)
  const [one, two] = [(await create(sandbox, wish())).body.data[0].order_id, (await create(sandbox, wish(), 'key-2')).body.data[0].order_id]
  const paid = (await buy('crm-basic-month')).id
  const states = () => [one, two].map((id) => sandbox.world.orders.get(id)!.status)

  expect((await cancel(sandbox, one, two, paid)).status).toBe(400)
  expect(states()).toEqual(['pending-payment', 'pending-payment'])
  expect((await cancel(sandbox, one, two)).status).toBe(200)
  expect(states()).toEqual(['cancelled', 'cancelled'])
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../../src/index.ts'
import type { Fact } from '../../../src/world/entities/facts/facts.ts'
import { OFFICE, officeOf } from './workspace-shop.ts'

let sandbox: Sandbox
const { bandwidth, batch, billed, change, item, order, pay } = officeOf(() => sandbox)
beforeAll(async () => {
  sandbox = await startSandbox({ world: 'desktops' })
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const desktop_ids = [OFFICE.running]
const factsOf = (type: Fact['type']) => [...sandbox.world.facts.all()].filter((fact) => fact.type === type)
const resize = (product_id: string, more: object = {}) => batch({ type: 'RESIZE', resize_param: { desktop_ids, product_id, ...more } })
/** A change of a desktop that is busy and of one that is not. */
const both = () => resize('workspace.k.2xlarge2', { desktop_ids: [OFFICE.running, OFFICE.stopped] })
/** Puts an order into a state, as the command line does. */
async function put(order_id: string, status: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${sandbox.url}/_sandbox/worlds/default/entities/orders/${order_id}/state`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ status }),
  })
  expect(answer.status).toBe(200)
}
const plan = () => [...sandbox.world.discounts.all()].find(({ type, ratio }) => type === 0 && ratio === 0.9)!.id

describe('what a request asks for beside its change is done', () => {
  test('a new image waits for the delay, and the users’ message is a fact (S-04)', async () => {
    const param = { desktop_ids, image_id: OFFICE.image, delay_time: 15, message: '请保存数据' }
    const [{ order_id }] = (await batch({ type: 'CHANGE_IMAGE', change_image_param: param })).body.orders
    await sandbox.call('bss.PayOrders', { body: { order_id, use_coupon: 'NO', use_discount: 'NO' } })
    sandbox.clock.advance('5m')
    expect(factsOf('workspace.announced')).toMatchObject([{ itemId: OFFICE.running, message: '请保存数据', orderId: order_id }])
    expect(item(OFFICE.running)).toMatchObject({ state: 'rebuilding' })
    expect(item(OFFICE.running).attributes).not.toHaveProperty('imageId')
    expect((await resize('workspace.k.xlarge2')).status).toBe(409)
    sandbox.clock.advance('15m')
    expect(item(OFFICE.running)).toMatchObject({ state: 'running', attributes: { imageId: OFFICE.image } })
  })

  test('STOP_DESKTOP shuts a running desktop down, which is a fact; one that is stopped is left alone (S-04)', async () => {
    const ids = [OFFICE.running, OFFICE.stopped]
    const { body } = await resize('workspace.k.xlarge2', { desktop_ids: ids, mode: 'STOP_DESKTOP' })
    for (const { order_id } of body.orders) await pay(order_id)
    expect(ids.map((id) => item(id).state)).toEqual(['stopped', 'stopped'])
    expect(factsOf('workspace.stopped')).toMatchObject([{ itemId: OFFICE.running }])
  })

  test('a promotion plan lowers the price', async () => {
    const [{ order_id }] = (await resize('workspace.k.2xlarge2', { promotion_plan_id: plan() })).body.orders
    expect(await billed(order_id)).toMatchObject({ official_amount: 309, amount_after_discount: 278.1 })
    const asked = await sandbox.call('workspace.EstimateAddResources', {
      body: { desktop_ids: [OFFICE.stopped], sub_resource_sku: 'workspace.desktop.sharer', promotion_plan_id: plan() },
    })
    expect(asked.body.cloud_service_rating_results[0].official_website_rating_result).toMatchObject({ original_amount: 30, amount: 27 })
  })

  test.each([
    ['a bandwidth', () => bandwidth({ bandwidth_size: '20', cloud_service_console_url: 'https://shop.example.com/back' })],
    [
      'one desktop',
      () =>
        change({
          type: 'resizeDesktops',
          resize_product_id: 'workspace.k.xlarge2',
          cloud_service_console_url: 'https://shop.example.com/back',
        }),
    ],
    [
      'a first order',
      () =>
        order({
          type: 'ApplySubnetBandwidth',
          resources: [
            {
              apply_subnet_bandwidth: { charge_mode: 'wks_bandwidth', subnet_id: 'x' },
              cloud_service_console_url: 'https://shop.example.com/back',
            },
          ],
        }),
    ],
  ])('the order of %s keeps the address that a payment leads to (S-01)', async (_what, send) => {
    const { order_id } = (await send()).body
    const shown = await (await fetch(`${sandbox.url}/_sandbox/console/orders/${order_id}`)).json()
    expect(shown).toMatchObject({ order: { returnUrl: 'https://shop.example.com/back' } })
  })
})

describe('states of orders in the answer (S-02)', () => {
  test.each([
    ['1, the vendor reviews it', 'workspace.gpu.review', {}, 1],
    ['9, the customer manager confirms it', 'workspace.gpu.contract', {}, 9],
    ['8, the buyer’s own house approves it', 'workspace.k.approved', {}, 8],
    ['0, it is not priced yet', 'workspace.k.priced', {}, 0],
    ['6, it waits for payment', 'workspace.k.xlarge2', {}, 6],
    ['3, it was paid at once', 'workspace.k.xlarge2', { extend_param: { is_auto_pay: 'true' } }, 3],
  ])('%s', async (_what, product, more, order_status) => {
    expect((await resize(product, more)).body.orders).toMatchObject([{ order_status, result: 'SUCCESS' }])
  })

  test('2, a sharer is given back', async () => {
    const sharing = [...sandbox.world.workspace.all()].find(({ kind }) => kind === 'sharer')!.ownerId!
    const param = { desktop_ids: [sharing], sub_resource_type: 'DESKTOP_SHARER' }
    expect((await batch({ type: 'DELETE_SUB_RESOURCES', delete_sub_resources_param: param })).body.orders).toMatchObject([
      { order_status: 2 },
    ])
  })

  test('4, what was wanted is sold out: the order is void at once, and the desktop stays as it was', async () => {
    const { body } = await resize('workspace.k.sold-out')
    expect(body.orders).toEqual([
      {
        order_id: expect.any(String),
        order_status: 4,
        result: 'FAIL',
        result_code: 'WKS.XXXX',
        result_msg: expect.stringMatching('sold out'),
      },
    ])
    expect(await billed(body.orders[0].order_id)).toMatchObject({ status: 4 })
    expect((await resize('workspace.k.xlarge2')).status).toBe(200)
  })

  test('5, the order is completed and the desktop is still being rebuilt for it', async () => {
    const param = { desktop_ids, image_id: OFFICE.image, delay_time: 15 }
    const [{ order_id }] = (await batch({ type: 'CHANGE_IMAGE', change_image_param: param })).body.orders
    await pay(order_id)
    expect((await both()).body.orders).toMatchObject([{ order_id, order_status: 5, result: 'FAIL' }, { result: 'SUCCESS' }])
  })

  test('10, what was paid at once comes with hardware that has to be sent', async () => {
    expect((await resize('workspace.k.terminal', { extend_param: { is_auto_pay: 'true' } })).body.orders).toMatchObject([
      { order_status: 10, result: 'SUCCESS' },
    ])
  })

  // Each is reached by the rows of the transition table, as `koosandbox set order ID STATE` does it.
  test.each([
    ['compensating', 7, 'workspace.k.xlarge2'],
    ['to-ship', 10, 'workspace.k.terminal'],
    ['to-receive', 11, 'workspace.k.terminal'],
    ['to-pick-up', 12, 'workspace.k.terminal'],
    ['exchanging', 13, 'workspace.k.terminal'],
    ['seller-to-receive', 14, 'workspace.k.terminal'],
    ['to-review', 1, 'workspace.gpu.review'],
    ['to-approve', 8, 'workspace.k.approved'],
    ['to-confirm', 9, 'workspace.gpu.contract'],
    ['initialised', 0, 'workspace.k.priced'],
    ['to-refund', 2, 'workspace.k.xlarge2'],
  ] as const)('a desktop that an order in state %s keeps busy shows that order with %d', async (status, order_status, product) => {
    const [{ order_id }] = (await resize(product)).body.orders
    await put(order_id, status)
    const { body } = await both()
    expect(body.orders).toMatchObject([{ order_id, order_status, result: 'FAIL', result_code: 'WKS.XXXX' }, { result: 'SUCCESS' }])
  })

  test('hardware that arrived completes the order and changes the desktop', async () => {
    const [{ order_id }] = (await resize('workspace.k.terminal')).body.orders
    await put(order_id, 'completed')
    expect(await billed(order_id)).toMatchObject({ status: 5 })
    sandbox.clock.advance('1s')
    expect(item(OFFICE.running).attributes).toMatchObject({ productId: 'workspace.k.terminal' })
  })
})

test.each([
  ['a frozen desktop', 'c05b82f4-e6a1-4d97-9f30-2b84c7d6e1a5', 400],
  ['one being rebuilt', '71e0c6a2-4d5b-4c1f-8e3a-96b20f7d5c18', 409],
  ['one busy with an order', '4e97a1c3-8b0d-4f52-a6e8-d39c5b7f0214', 409],
  ['one that shares', '28d4f1b9-0c7e-4a65-b3d2-e15a8f9c6047', 200],
  ['a desktop of a static pool', '8f5c0e91-a24d-47b6-9d1e-c6b38f70a2d4', 200],
])('in the world “desktops”, %s answers a change with its status', async (_what, id, status) => {
  expect((await resize('workspace.k.2xlarge2', { desktop_ids: [id] })).status).toBe(status)
})

test('an image that is not active any more cannot be used', async () => {
  const param = { desktop_ids, image_id: 'a72d90f6-3e1b-4d58-b0c9-85f6e2c417d3' }
  expect((await batch({ type: 'CHANGE_IMAGE', change_image_param: param })).status).toBe(400)
})

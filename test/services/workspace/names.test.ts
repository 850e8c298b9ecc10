import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../../src/index.ts'
import { FIRST_ORDERS, OFFICE, officeOf } from './workspace-shop.ts'

let sandbox: Sandbox
const { anew, batch, billed, item, lastFinding, pay, poolDesktops } = officeOf(() => sandbox)
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const { running, pool, poolDisk, image } = OFFICE
const { newPool, host } = FIRST_ORDERS
const SKU = 'workspace.desktop.sharer'
const desktop_ids = [running]

test.each([
  ['a specification by its own price', { type: 'RESIZE', resize_param: { desktop_ids, product_id: 'workspace.k.2xlarge2' } }, 438 - 129],
  ['a disk by its type', { type: 'ADD_VOLUME', add_volume_param: { desktop_ids, volume_type: 'SSD', volume_size: 10 } }, 10],
  ['a sharer by its SKU', { type: 'ADD_SUB_RESOURCES', add_sub_resources_param: { desktop_ids, sub_resource_sku: SKU } }, 30],
  [
    'a pool’s disk by its template',
    { type: 'EXTEND_VOLUME', extend_volume_param: { desktop_pool_id: pool, desktop_pool_disk_id: poolDisk, new_size: 180 } },
    2 * 35,
  ],
  [
    'a pool’s sharers by its desktops',
    { type: 'ADD_SUB_RESOURCES', add_sub_resources_param: { desktop_pool_id: pool, sub_resource_sku: SKU } },
    60,
  ],
])('%s is what billing charges (S-02)', async (_what, body, amount) => {
  const [{ order_id }] = (await batch(body)).body.orders
  expect(await billed(order_id)).toMatchObject({ official_amount: amount })
})

describe('first orders make things that later orders can be about', () => {
  test('a pool with its desktops; it grows by more of them', async () => {
    const { body } = await anew('createDesktopPool', 'create_desktop_pool', newPool)
    expect(await billed(body.order_id)).toMatchObject({ official_amount: 2 * (219 + 28) })
    await pay(body.order_id)
    const made = [...sandbox.world.workspace.all()].find(({ name }) => name === '新桌面池')!
    const members = () => [...sandbox.world.workspace.where('pool', made.id)]
    expect(members()).toMatchObject([
      { kind: 'desktop', state: 'running' },
      { kind: 'desktop', state: 'running' },
    ])
    expect(sandbox.world.resources.get(members()[0]!.resourceId!)?.mainResourceId).toBe(made.resourceId)

    const more = await anew('expandDesktopPool', 'expand_desktop_pool', { pool_id: made.id, size: 3 })
    await pay(more.body.order_id)
    expect(members()).toHaveLength(5)
    expect(item(made.id).attributes['size']).toBe(5)
  })

  test('users’ sharers, hosts, addresses and new system disks are priced as themselves', async () => {
    const price = async (answer: Promise<{ body: { order_id: string } }>) => (await billed((await answer).body.order_id)).official_amount
    const users = [{ user_name: 'a' }, { user_name: 'b' }]
    expect(await price(anew('subscribeUserSharer', 'subscribe_user_sharer', { user_sharer_sku: SKU, users }))).toBe(60)
    expect(await price(anew('createExclusiveHosts', 'create_exclusive_hosts', host))).toBe(165 + 2 * 28)
    const internet = { desktop_ids, eip_type: '5_bgp', eip_charge_mode: 'BANDWIDTH', bandwidth_size: 2 }
    expect(await price(anew('applyDesktopsInternet', 'apply_desktops_internet', internet))).toBe(46)
    expect(await price(anew('rebuildDesktops', 'rebuild_desktops', { desktop_ids, image_id: image, image_type: 'private' }))).toBe(0)
  })
})

test('ordinary and pool desktops are not mixed, whatever their states (S-03)', async () => {
  const pooled = poolDesktops()[0]!.id
  const add = (ids: string[]) => batch({ type: 'ADD_VOLUME', add_volume_param: { desktop_ids: ids, volume_type: 'SAS', volume_size: 10 } })
  expect((await add([pooled])).status).toBe(200) // busy from now on
  expect((await add([running, pooled])).status).toBe(400)
  expect(lastFinding()).toMatchObject({ pointer: '/body/add_volume_param/desktop_ids', got: expect.stringContaining(pooled) })
  sandbox.world.resources.change(item(pooled).resourceId!, { status: 'frozen' })
  expect((await add([pooled, running])).status).toBe(400)
})

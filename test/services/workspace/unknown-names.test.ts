import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../../src/index.ts'
import { FIRST_ORDERS, OFFICE, officeOf } from './workspace-shop.ts'

let sandbox: Sandbox
const { anew, bandwidth, batch, change, lastFinding, packages, pay, sharersOf } = officeOf(() => sandbox)
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const { running, stopped, pool, disk, image } = OFFICE
const { desktops, newPool, host } = FIRST_ORDERS
const SKU = 'workspace.desktop.sharer'
const desktop_ids = [running]

/** A request that names something, with the member in which `wrong` stands and the answer to it. */
type Naming = readonly [what: string, send: (wrong: string) => Promise<{ status: number; body: unknown }>, pointer: string, wrong: string]

describe('what a request names must be there, of the kind that is asked for; nothing stands in for it (S-02, S-04)', () => {
  test.each<Naming>([
    [
      'RESIZE to an unknown product',
      (product_id) => batch({ type: 'RESIZE', resize_param: { desktop_ids, product_id } }),
      '/body/resize_param/product_id',
      'no-such',
    ],
    [
      'RESIZE to a bandwidth',
      (product_id) => batch({ type: 'RESIZE', resize_param: { desktop_ids, product_id } }),
      '/body/resize_param/product_id',
      'wks_bandwidth',
    ],
    [
      'RESIZE to a product of another service',
      (product_id) => batch({ type: 'RESIZE', resize_param: { desktop_ids, product_id } }),
      '/body/resize_param/product_id',
      'OFFI461867333479178269',
    ],
    [
      'a disk of an unknown type',
      (volume_type) => batch({ type: 'ADD_VOLUME', add_volume_param: { desktop_ids, volume_type, volume_size: 10 } }),
      '/body/add_volume_param/volume_type',
      'HDD',
    ],
    [
      'a disk whose type is a sharer',
      (volume_type) => batch({ type: 'ADD_VOLUME', add_volume_param: { desktop_ids, volume_type, volume_size: 10 } }),
      '/body/add_volume_param/volume_type',
      SKU,
    ],
    [
      'an unknown disk to repair',
      (desktop_pool_disk_id) =>
        batch({
          type: 'ADD_VOLUME',
          add_volume_param: { desktop_pool_id: pool, volume_type: 'SAS', volume_size: 10, desktop_pool_disk_id },
        }),
      '/body/add_volume_param/desktop_pool_disk_id',
      'no-such',
    ],
    [
      'an unknown disk to enlarge',
      (desktop_pool_disk_id) => batch({ type: 'EXTEND_VOLUME', extend_volume_param: { desktop_ids, desktop_pool_disk_id, new_size: 200 } }),
      '/body/extend_volume_param/desktop_pool_disk_id',
      'no-such',
    ],
    [
      'the disk of another desktop',
      (desktop_pool_disk_id) =>
        batch({ type: 'EXTEND_VOLUME', extend_volume_param: { desktop_ids: [stopped], desktop_pool_disk_id, new_size: 200 } }),
      '/body/extend_volume_param/desktop_pool_disk_id',
      disk,
    ],
    [
      'a pool with the disk of a desktop',
      (desktop_pool_disk_id) =>
        batch({ type: 'EXTEND_VOLUME', extend_volume_param: { desktop_pool_id: pool, desktop_pool_disk_id, new_size: 200 } }, true),
      '/body/extend_volume_param/desktop_pool_disk_id',
      disk,
    ],
    [
      'an unknown image',
      (image_id) => batch({ type: 'CHANGE_IMAGE', change_image_param: { desktop_ids, image_id } }),
      '/body/change_image_param/image_id',
      'no-such',
    ],
    [
      'an unknown specification of an image',
      (image_spec_code) => batch({ type: 'CHANGE_IMAGE', change_image_param: { desktop_ids, image_spec_code } }),
      '/body/change_image_param/image_spec_code',
      'no-such',
    ],
    [
      'an image of another type',
      (image_type) => batch({ type: 'CHANGE_IMAGE', change_image_param: { desktop_ids, image_id: image, image_type } }),
      '/body/change_image_param/image_type',
      'gold',
    ],
    [
      'an unknown SKU',
      (sub_resource_sku) => batch({ type: 'ADD_SUB_RESOURCES', add_sub_resources_param: { desktop_ids, sub_resource_sku } }),
      '/body/add_sub_resources_param/sub_resource_sku',
      'no-such',
    ],
    [
      'a SKU of bandwidth',
      (sub_resource_sku) => batch({ type: 'ADD_SUB_RESOURCES', add_sub_resources_param: { desktop_ids, sub_resource_sku } }),
      '/body/add_sub_resources_param/sub_resource_sku',
      'wks_bandwidth',
    ],
    [
      'an unknown promotion plan',
      (promotion_plan_id) => batch({ type: 'RESIZE', resize_param: { desktop_ids, product_id: 'workspace.k.xlarge2', promotion_plan_id } }),
      '/body/resize_param/promotion_plan_id',
      'no-such',
    ],
    [
      'an unknown desktop',
      (id) => batch({ type: 'RESIZE', resize_param: { desktop_ids: [id], product_id: 'workspace.k.xlarge2' } }),
      '/body/resize_param/desktop_ids/0',
      'no-such',
    ],
    [
      'a pool as a desktop',
      (id) => batch({ type: 'RESIZE', resize_param: { desktop_ids: [id], product_id: 'workspace.k.xlarge2' } }),
      '/body/resize_param/desktop_ids/0',
      pool,
    ],
    ['an unknown bandwidth', (id) => bandwidth({ bandwidth_size: '20' }, id), '/path/bandwidth_id', 'no-such'],
    [
      'one desktop to an unknown product',
      (resize_product_id) => change({ type: 'resizeDesktops', resize_product_id }),
      '/body/resize_product_id',
      'no-such',
    ],
    [
      'an unknown disk of one desktop',
      (expand_volume_id) => change({ type: 'expandVolumes', expand_volume_id, expand_new_size: 100 }),
      '/body/expand_volume_id',
      'no-such',
    ],
    [
      'an exclusive host’s unknown product',
      (exclusive_lites_product_id) => change({ type: 'resizeExclusiveLites', new_quantity: 2, exclusive_lites_product_id }),
      '/body/exclusive_lites_product_id',
      'no-such',
    ],
    [
      'new desktops of an unknown product',
      (product_id) => anew('createDesktops', 'create_desktops', { ...desktops, product_id }),
      '/body/resources/0/create_desktops/product_id',
      'no-such',
    ],
    [
      'new desktops with an unknown image',
      (image_id) => anew('createDesktops', 'create_desktops', { ...desktops, image_id }),
      '/body/resources/0/create_desktops/image_id',
      'no-such',
    ],
    [
      'new desktops with an unknown disk',
      (type) => anew('createDesktops', 'create_desktops', { ...desktops, data_volumes: [{ type, size: 10 }] }),
      '/body/resources/0/create_desktops/data_volumes/0/type',
      'HDD',
    ],
    [
      'a new pool of an unknown product',
      (product_id) => anew('createDesktopPool', 'create_desktop_pool', { ...newPool, product_id }),
      '/body/resources/0/create_desktop_pool/product_id',
      'no-such',
    ],
    [
      'more desktops in an unknown pool',
      (pool_id) => anew('expandDesktopPool', 'expand_desktop_pool', { pool_id, size: 1 }),
      '/body/resources/0/expand_desktop_pool/pool_id',
      'no-such',
    ],
    [
      'a rebuilding of an unknown desktop',
      (id) => anew('rebuildDesktops', 'rebuild_desktops', { desktop_ids: [id], image_id: image, image_type: 'private' }),
      '/body/resources/0/rebuild_desktops/desktop_ids/0',
      'no-such',
    ],
    [
      'a rebuilding with an unknown image',
      (image_id) => anew('rebuildDesktops', 'rebuild_desktops', { desktop_ids, image_id, image_type: 'private' }),
      '/body/resources/0/rebuild_desktops/image_id',
      'no-such',
    ],
    [
      'a host of an unknown product',
      (product_id) => anew('createExclusiveHosts', 'create_exclusive_hosts', { ...host, product_id }),
      '/body/resources/0/create_exclusive_hosts/product_id',
      'no-such',
    ],
    [
      'an unknown SKU for users',
      (user_sharer_sku) => anew('subscribeUserSharer', 'subscribe_user_sharer', { user_sharer_sku, users: [{ user_name: 'a' }] }),
      '/body/resources/0/subscribe_user_sharer/user_sharer_sku',
      'no-such',
    ],
    [
      'a package that is a desktop',
      (resource_spec_code) =>
        packages({
          resource_packages: [{ resource_package_name: '包', resource_spec_code, desktop_resource_spec_code: 'workspace.k.large2' }],
        }),
      '/body/resource_packages/0/resource_spec_code',
      'workspace.k.large2',
    ],
  ])('%s is refused by name and changes nothing', async (_what, send, pointer, wrong) => {
    const before = sandbox.world.facts.count
    expect(await send(wrong)).toMatchObject({ status: 400, body: { error_code: 'WKS.XXXX' } })
    expect(lastFinding()).toMatchObject({ pointer, got: expect.stringContaining(wrong), expected: expect.any(String) })
    expect(sandbox.world.facts.count).toBe(before)
  })

  test('a wrong type of sub-resource gives no sharer back', async () => {
    const [{ order_id }] = (await batch({ type: 'ADD_SUB_RESOURCES', add_sub_resources_param: { desktop_ids, sub_resource_sku: SKU } }))
      .body.orders
    await pay(order_id)
    const wrong = { type: 'DELETE_SUB_RESOURCES', delete_sub_resources_param: { desktop_ids, sub_resource_type: 'wks_bandwidth' } }
    expect((await batch(wrong)).status).toBe(400)
    expect(lastFinding()).toMatchObject({ pointer: '/body/delete_sub_resources_param/sub_resource_type', expected: 'DESKTOP_SHARER' })
    expect(sharersOf(running)).toHaveLength(1)
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../../src/index.ts'
import { OFFICE, officeOf } from './workspace-shop.ts'

let sandbox: Sandbox
const { batch, billed, item, pay, poolDesktops, resource, sharersOf } = officeOf(() => sandbox)
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const { running, stopped, pool, disk, image: own, goldImage, goldSpec } = OFFICE
const LARGE = 'workspacehost.k.large4'
const resize = (param: object = {}) => ({
  type: 'RESIZE',
  resize_param: { desktop_ids: [running], product_id: LARGE, mode: 'STOP_DESKTOP', ...param },
})
const addVolume = (param: object) => ({ type: 'ADD_VOLUME', add_volume_param: { volume_type: 'SAS', volume_size: 10, ...param } })
const image = (param: object) => ({ type: 'CHANGE_IMAGE', change_image_param: { desktop_ids: [running], ...param } })
const sharer = (param: object = {}) => ({
  type: 'ADD_SUB_RESOURCES',
  add_sub_resources_param: { desktop_ids: [running], sub_resource_sku: 'workspace.desktop.sharer', ...param },
})
const noSharer = {
  type: 'DELETE_SUB_RESOURCES',
  delete_sub_resources_param: { desktop_ids: [running], sub_resource_type: 'DESKTOP_SHARER' },
}

describe('six ways of changing (S-02)', () => {
  test('RESIZE places a change order that billing lists; paid there, the desktop is stopped and becomes the other product (S-04)', async () => {
    const { status, body } = await batch(resize())
    expect(status).toBe(200)
    expect(body.orders).toEqual([
      { order_id: expect.stringMatching(/^CS\d{10}\w{5}$/), order_status: 6, result: 'SUCCESS', job_id: expect.any(String) },
    ])
    const [{ order_id }] = body.orders
    expect(await billed(order_id)).toMatchObject({
      order_type: 3,
      status: 6,
      official_amount: 36,
      service_type_code: 'hws.service.type.vdi',
    })
    expect(item(running).state).toBe('running')

    expect(await pay(order_id)).toBe(204)

    expect(await billed(order_id)).toMatchObject({ status: 5 })
    expect(item(running)).toMatchObject({ state: 'stopped', attributes: { productId: LARGE } })
    expect(resource(running).productId).toBe(LARGE)
  })

  test('is_auto_pay "true" pays at once, any other text does not', async () => {
    expect((await batch(resize({ extend_param: { is_auto_pay: 'true' } }))).body.orders[0].order_status).toBe(3)
    sandbox.reset()
    expect((await batch(resize({ extend_param: { is_auto_pay: 'string' } }))).body.orders[0].order_status).toBe(6)
  })

  test('ADD_VOLUME is priced by the gigabyte and ends as a disk among the resources', async () => {
    const [{ order_id }] = (await batch(addVolume({ desktop_ids: [running], volume_size: 100 }))).body.orders
    expect(await billed(order_id)).toMatchObject({ official_amount: 35 })
    await pay(order_id)
    const disks = [...sandbox.world.resources.where('main', item(running).resourceId!)].filter((one) => one.orderId === order_id)
    expect(disks).toMatchObject([{ status: 'in-use', productId: 'workspace.volume.sas', specSize: 100, specSizeMeasure: 17 }])
    expect(resource(running).productId).toBe('workspace.k.large2')
  })

  test('EXTEND_VOLUME costs the difference and enlarges the disk; smaller is refused', async () => {
    const extend = (new_size: number) => ({
      type: 'EXTEND_VOLUME',
      extend_volume_param: { desktop_ids: [running], desktop_pool_disk_id: disk, new_size },
    })
    expect(await batch(extend(80))).toMatchObject({ status: 400, body: { error_code: 'WKS.XXXX' } })
    const [{ order_id }] = (await batch(extend(180))).body.orders
    expect(await billed(order_id)).toMatchObject({ official_amount: 35 })
    await pay(order_id)
    expect(sandbox.world.resources.get(disk)).toMatchObject({ specSize: 180, productId: 'workspace.volume.sas' })
    expect(item(running).attributes).toMatchObject({ rootVolumeSize: 180 })
  })

  test('CHANGE_IMAGE takes image_id before image_spec_code (S-04)', async () => {
    const [{ order_id }] = (await batch(image({ image_id: own, image_spec_code: goldSpec }))).body.orders
    expect(await billed(order_id)).toMatchObject({ official_amount: 0 })
    await pay(order_id)
    expect(item(running)).toMatchObject({ state: 'running', attributes: { imageId: own, productId: 'workspace.k.large2' } })
    const [second] = (await batch(image({ image_id: '', image_spec_code: goldSpec }))).body.orders
    expect(await billed(second.order_id)).toMatchObject({ official_amount: 248 })
    await pay(second.order_id)
    expect(item(running).attributes).toMatchObject({ imageId: goldImage })
  })

  test('a sub-resource is bought by a change and given back by an unsubscription', async () => {
    expect((await batch(noSharer)).status).toBe(400)
    const [{ order_id }] = (await batch(sharer())).body.orders
    await pay(order_id)
    const [bought] = sharersOf(running)
    expect(sandbox.world.resources.get(bought!.resourceId!)).toMatchObject({
      status: 'in-use',
      productId: 'workspace.desktop.sharer',
      mainResourceId: item(running).resourceId,
    })

    const [given] = (await batch(noSharer)).body.orders
    expect(given).toMatchObject({ order_status: 2, result: 'SUCCESS' })
    sandbox.clock.advance('1m')
    expect(await billed(given.order_id)).toMatchObject({ order_type: 4, status: 5 })
    expect(sharersOf(running)).toEqual([])
    expect(sandbox.world.resources.get(bought!.resourceId!)?.status).toBe('closed')
    expect(resource(running).status).toBe('in-use')
  })

  test('a whole pool is one order, and every desktop of it changes', async () => {
    const { body } = await batch({ type: 'RESIZE', resize_param: { desktop_pool_id: pool, product_id: 'workspace.k.2xlarge2' } }, true)
    expect(body.orders).toHaveLength(1)
    expect(await billed(body.orders[0].order_id)).toMatchObject({ official_amount: 2 * (438 - 219) })
    await pay(body.orders[0].order_id)
    expect(poolDesktops().map(({ state, attributes }) => [state, attributes['productId']])).toEqual([
      ['stopped', 'workspace.k.2xlarge2'],
      ['stopped', 'workspace.k.2xlarge2'],
    ])
  })
})

describe('what a batch is about (S-03)', () => {
  test('desktop_ids count before the pool', async () => {
    const { body } = await batch(addVolume({ desktop_ids: [running], desktop_pool_id: pool }))
    expect(sandbox.world.orders.get(body.orders[0].order_id)?.resourceIds).toEqual([item(running).resourceId])
    expect((await batch(addVolume({ desktop_ids: [], desktop_pool_id: pool }))).status).toBe(200)
  })

  test.each([
    ['neither desktops nor a pool', () => addVolume({}), 'WKS.0001'],
    ['both empty', () => addVolume({ desktop_ids: [], desktop_pool_id: '' }), 'WKS.0001'],
    ['ordinary and pool desktops mixed', () => addVolume({ desktop_ids: [running, poolDesktops()[0]!.id] }), 'WKS.XXXX'],
    ['an unknown desktop', () => addVolume({ desktop_ids: ['nothing'] }), 'WKS.XXXX'],
    ['an unknown pool', () => addVolume({ desktop_pool_id: running }), 'WKS.XXXX'],
    ['no image', () => image({}), 'WKS.0001'],
    ['no type', () => ({}), 'WKS.0001'],
    ["another type's parameters", () => ({ ...addVolume({ desktop_ids: [running] }), type: 'RESIZE' }), 'WKS.0001'],
    ['an unknown type', () => ({ type: 'EXPLODE' }), 'APIGW.0201'],
    ['another mode', () => resize({ mode: 'FORCE' }), 'APIGW.0201'],
  ])('%s is refused', async (_what, body, error_code) => {
    expect(await batch(body())).toMatchObject({ status: 400, body: { error_code } })
  })

  test('a desktop is busy until its order is paid or cancelled', async () => {
    const [{ order_id }] = (await batch(addVolume({ desktop_ids: [running] }))).body.orders
    expect(await batch(resize())).toMatchObject({ status: 409, body: { error_code: 'WKS.XXXX' } })
    await sandbox.call('bss.CancelCustomerOrder', { body: { order_id } })
    expect((await batch(resize())).status).toBe(200)
  })

  test('a pool desktop is busy with an order for its pool', async () => {
    await batch(addVolume({ desktop_pool_id: pool }))
    expect((await batch(addVolume({ desktop_ids: [poolDesktops()[1]!.id] }))).status).toBe(409)
  })
})

describe('several desktops', () => {
  const three = { desktop_ids: [running, 'nothing', stopped] }

  test('each has its own order, and what fails is told beside what succeeds', async () => {
    const { status, body } = await batch(addVolume(three))
    expect(status).toBe(200)
    const success = { result: 'SUCCESS', order_status: 6 }
    expect(body.orders).toMatchObject([
      success,
      { result: 'FAIL', result_code: 'WKS.XXXX', result_msg: expect.stringContaining('nothing') },
      success,
    ])
    expect(body.orders[1]).not.toHaveProperty('order_id')
    expect(body.orders[0].order_id).not.toBe(body.orders[2].order_id)
  })

  test('settings make it one order, or all or nothing, or leave job ids out', async () => {
    sandbox.world.set('workspace.ordersOfBatch', 'one')
    sandbox.world.set('workspace.jobId', false)
    const { body } = await batch(addVolume({ desktop_ids: [running, stopped] }))
    expect(body.orders).toEqual([{ order_id: expect.any(String), order_status: 6, result: 'SUCCESS' }])
    expect(sandbox.world.orders.get(body.orders[0].order_id)?.lines).toHaveLength(2)

    sandbox.reset()
    sandbox.world.set('workspace.failureOfOneDesktop', 'whole')
    expect(await batch(addVolume(three))).toMatchObject({ status: 400, body: { error_code: 'WKS.XXXX' } })
    expect([...sandbox.world.orders.where('resource', item(running).resourceId!)].filter(({ type }) => type === 'change')).toEqual([])
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../../src/index.ts'
import { OFFICE, officeOf } from './workspace-shop.ts'

let sandbox: Sandbox
const { bandwidth, billed, change, item, order, packages, pay, resource } = officeOf(() => sandbox)
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

describe('bandwidth (S-01)', () => {
  test('is changed by an order that billing takes the payment of', async () => {
    const { status, body } = await bandwidth({ bandwidth_size: '20', bandwidth_name: '新办公网', enterprise_project_id: '0' })
    expect([status, body]).toEqual([200, { order_id: expect.stringMatching(/^CS/), job_id: expect.any(String) }])
    expect(await billed(body.order_id)).toMatchObject({ order_type: 3, status: 6, official_amount: 230 })
    expect(item(OFFICE.bandwidth).attributes).toEqual({ size: 10 })

    await pay(body.order_id)

    expect(item(OFFICE.bandwidth)).toMatchObject({ name: '新办公网', attributes: { size: 20 } })
    expect(resource(OFFICE.bandwidth)).toMatchObject({ name: '新办公网', specSize: 20, productId: 'wks_bandwidth' })
  })

  test('with is_auto_pay "true" it is paid at once', async () => {
    const { body } = await bandwidth({ bandwidth_size: '20', extend_param: { is_auto_pay: 'true' } })
    expect(await billed(body.order_id)).toMatchObject({ status: 3 })
    sandbox.clock.advance('10m')
    expect(item(OFFICE.bandwidth).attributes).toEqual({ size: 20 })
  })

  test('smaller costs nothing', async () => {
    expect(await billed((await bandwidth({ bandwidth_size: '5' })).body.order_id)).toMatchObject({ official_amount: 0 })
  })

  test.each([['string'], ['0'], ['2001'], ['1e1'], ['10.5']])(
    'the size %s is refused, unless the setting lets any text through',
    async (bandwidth_size) => {
      expect(await bandwidth({ bandwidth_size })).toMatchObject({ status: 400, body: { error_code: 'APIGW.0201' } })
      sandbox.world.set('workspace.bandwidthSizeForm', 'any')
      expect((await bandwidth({ bandwidth_size })).status).toBe(200)
    },
  )

  test('an unknown one is refused, a busy one is a conflict', async () => {
    expect(await bandwidth({ bandwidth_size: '20' }, OFFICE.running)).toMatchObject({ status: 400, body: { error_code: 'WKS.XXXX' } })
    await bandwidth({ bandwidth_size: '20' })
    expect(await bandwidth({ bandwidth_size: '30' })).toMatchObject({ status: 409, body: { error_code: 'WKS.XXXX' } })
  })

  test('a denied permission is told with its reason, encoded (S-05)', async () => {
    sandbox.world.accounts.change(sandbox.credentials.buyer!.domain_id, { denied: ['workspace:bandwidth:createChangeOrder'] })
    const answer = await bandwidth({ bandwidth_size: '20' })
    expect(answer).toMatchObject({ status: 400, body: { error_code: 'WKS.XXXX', encoded_authorization_message: expect.any(String) } })
  })
})

describe('one desktop', () => {
  test('is resized, its disk enlarged', async () => {
    const resized = await change({ type: 'resizeDesktops', resize_product_id: 'workspace.k.xlarge2', enterprise_project_id: '0' })
    expect(await billed(resized.body.order_id)).toMatchObject({ order_type: 3, official_amount: 90 })
    await pay(resized.body.order_id)
    expect(item(OFFICE.running)).toMatchObject({ state: 'stopped', attributes: { productId: 'workspace.k.xlarge2' } })

    const enlarged = await change({
      type: 'expandVolumes',
      expand_volume_id: OFFICE.disk,
      expand_new_size: 100,
      extend_param: { is_auto_pay: 'true' },
    })
    expect(await billed(enlarged.body.order_id)).toMatchObject({ official_amount: 7, status: 3 })
    sandbox.clock.advance('10m')
    expect(sandbox.world.resources.get(OFFICE.disk)?.specSize).toBe(100)
  })

  test('pay-per-use becomes yearly/monthly; what is so already is refused', async () => {
    const body = { type: 'meteredToPeriod', period_type: 3, period_num: 1 }
    expect((await change(body)).body.error_code).toBe('WKS.XXXX')
    sandbox.world.resources.change(item(OFFICE.running).resourceId!, { expireAt: undefined })
    const { body: placed } = await change(body)
    expect(await billed(placed.order_id)).toMatchObject({ order_type: 11, official_amount: 12 * 129 })
    await pay(placed.order_id)
    expect(resource(OFFICE.running).expireAt).toBeGreaterThan(Date.UTC(2027, 0, 1) - 1)
  })

  test.each([
    ['no product to resize to', { type: 'resizeDesktops' }, OFFICE.running, 'WKS.0001'],
    ['no disk to enlarge', { type: 'expandVolumes', expand_new_size: 100 }, OFFICE.running, 'WKS.0001'],
    ['no size to enlarge to', { type: 'expandVolumes', expand_volume_id: OFFICE.disk }, OFFICE.running, 'WKS.0001'],
    ['no period to buy', { type: 'meteredToPeriod' }, OFFICE.running, 'WKS.0001'],
    ['no quantity of desktops', { type: 'resizeExclusiveLites' }, OFFICE.running, 'WKS.0001'],
    ['an unknown desktop', { type: 'resizeDesktops', resize_product_id: 'x' }, 'nothing', 'WKS.XXXX'],
    [
      'an unknown enterprise project',
      { type: 'resizeDesktops', resize_product_id: 'x', enterprise_project_id: 'x' },
      OFFICE.running,
      'APIGW.0201',
    ],
    ['sizes not in tens', { type: 'expandVolumes', expand_volume_id: OFFICE.disk, expand_new_size: 101 }, OFFICE.running, 'APIGW.0201'],
  ])('%s is refused', async (_what, body, id, error_code) => {
    expect(await change(body, id)).toMatchObject({ status: 400, body: { error_code } })
  })
})

describe('first orders', () => {
  const desktops = {
    desktop_type: 'DEDICATED',
    product_id: 'workspace.k.xlarge2',
    image_id: 'e1d65e11-861c-459d-a3a8-ab150d79befc',
    image_type: 'private',
    root_volume: { type: 'SAS', size: 80 },
    desktops: [{ user_name: 'zhangwei' }, { user_name: 'liuyang' }],
  }

  test('new desktops are ordered with their disks, and can be changed once they are paid for', async () => {
    const resources = [{ period_type: 2, period_num: 3, create_desktops: desktops }]
    const { body } = await order({ type: 'createDesktops', resources, extend_param: { is_auto_pay: 'true' } })
    expect(await billed(body.order_id)).toMatchObject({ order_type: 1, status: 3, official_amount: 3 * 2 * (219 + 80 * 0.35) })
    sandbox.clock.advance('10m')

    const made = [...sandbox.world.workspace.all()].filter(({ name }) => name === 'liuyang')
    expect(made).toMatchObject([
      { kind: 'desktop', state: 'running', attributes: { productId: 'workspace.k.xlarge2', rootVolumeSize: 80 } },
    ])
    expect((await change({ type: 'resizeDesktops', resize_product_id: 'workspace.k.2xlarge2' }, made[0]!.id)).status).toBe(200)
  })

  test('disks are added to a desktop, a bandwidth to a network', async () => {
    const disks = [{ add_volumes: { desktop_id: OFFICE.stopped, volumes: [{ type: 'SSD', size: 50 }] } }]
    const added = await order({ type: 'addVolumes', resources: disks })
    expect(await billed(added.body.order_id)).toMatchObject({ official_amount: 50 })
    await pay(added.body.order_id)
    const bought = [...sandbox.world.resources.where('order', added.body.order_id)]
    expect(bought).toMatchObject([{ mainResourceId: item(OFFICE.stopped).resourceId, specSize: 50, status: 'in-use' }])

    const net = [{ apply_subnet_bandwidth: { charge_mode: 'wks_bandwidth', subnet_id: 'x', bandwidth_name: '分部', bandwidth_size: 4 } }]
    const applied = await order({ type: 'ApplySubnetBandwidth', resources: net })
    expect(await billed(applied.body.order_id)).toMatchObject({ official_amount: 92 })
    await pay(applied.body.order_id)
    const made = [...sandbox.world.workspace.all()].find(({ name }) => name === '分部')!
    expect((await bandwidth({ bandwidth_size: '8' }, made.id)).status).toBe(200)
  })

  test('packages are ordered by the piece', async () => {
    const wanted = {
      resource_package_name: '时长包',
      resource_spec_code: 'workspace.hour.package.100',
      desktop_resource_spec_code: 'workspace.k.large2',
    }
    const { body } = await packages({ resource_packages: [wanted, wanted], resource_size: 3, extend_param: { is_auto_pay: 'false' } })
    expect(await billed(body.order_id)).toMatchObject({ order_type: 1, status: 6, official_amount: 2 * 3 * 58 })
  })

  test.each([
    ['an unknown type', { type: 'createCastles', resources: [{}] }, 'APIGW.0201'],
    [
      'an entry of another type',
      { type: 'createDesktops', resources: [{ add_volumes: { desktop_id: 'x', volumes: [{ type: 'SAS', size: 10 }] } }] },
      'WKS.0001',
    ],
    [
      'disks for an unknown desktop',
      { type: 'addVolumes', resources: [{ add_volumes: { desktop_id: 'x', volumes: [{ type: 'SAS', size: 10 }] } }] },
      'WKS.XXXX',
    ],
    [
      'bandwidth that is not by period',
      { type: 'ApplySubnetBandwidth', resources: [{ apply_subnet_bandwidth: { charge_mode: 'free', subnet_id: 'x' } }] },
      'WKS.XXXX',
    ],
  ])('%s is refused', async (_what, body, error_code) => {
    expect(await order(body)).toMatchObject({ status: 400, body: { error_code } })
  })
})

describe('prices', () => {
  const estimate = (what: string, body: object) => sandbox.call(`workspace.${what}`, { body })
  const result = ({ body }: { body: { cloud_service_rating_results: { official_website_rating_result: object }[] } }) =>
    body.cloud_service_rating_results[0]!.official_website_rating_result

  test('of sub-resources are those an order would cost, one line a desktop', async () => {
    const answer = await estimate('EstimateAddResources', {
      desktop_ids: [OFFICE.running, OFFICE.stopped],
      sub_resource_sku: 'workspace.desktop.sharer',
    })
    expect(answer.body.currency).toBe('CNY')
    expect(result(answer)).toMatchObject({
      amount: 60,
      measure_id: 1,
      product_rating_results: [
        { id: '1', amount: 30 },
        { id: '2', amount: 30 },
      ],
    })
    expect([...sandbox.world.orders.where('resource', item(OFFICE.running).resourceId!)].filter(({ type }) => type === 'change')).toEqual(
      [],
    )
  })

  test('of a pool count its desktops', async () => {
    const answer = await estimate('EstimateAddResources', { desktop_pool_id: OFFICE.pool, sub_resource_sku: 'workspace.desktop.sharer' })
    expect(result(answer)).toMatchObject({ amount: 60 })
  })

  test('of an image are nothing unless the world sells it', async () => {
    const ask = (image_id: string) => estimate('EstimateChangeImages', { desktop_ids: [OFFICE.running], image_id })
    expect(result(await ask(OFFICE.image))).toMatchObject({ amount: 0 })
    expect(result(await ask(OFFICE.goldImage))).toMatchObject({ amount: 248 })
  })

  test.each([
    ['EstimateAddResources', { sub_resource_sku: 'workspace.desktop.sharer' }, 'WKS.0001'],
    ['EstimateAddResources', { desktop_ids: ['nothing'], sub_resource_sku: 'workspace.desktop.sharer' }, 'WKS.XXXX'],
    ['EstimateAddResources', { desktop_ids: [OFFICE.running], sub_resource_sku: 'x' }, 'WKS.XXXX'],
    ['EstimateChangeImages', { desktop_ids: [OFFICE.running] }, 'WKS.0001'],
    ['EstimateChangeImages', { image_id: OFFICE.image }, 'WKS.0001'],
    ['EstimateChangeImages', { desktop_ids: [OFFICE.running], image_id: 'x' }, 'WKS.XXXX'],
  ])('%s of %o is refused', async (what, body, error_code) => {
    expect(await estimate(what, body)).toMatchObject({ status: 400, body: { error_code } })
  })
})

import type { Sandbox } from '../../../src/index.ts'

/** The cloud office of the default world's buyer. */
export const OFFICE = {
  bandwidth: '0c5e7d9a-3b1f-4a68-92c4-e7f0a1b2c3d4', // 10 Mbit/s
  running: 'f8f7fe7a-9043-44ff-815e-ad20fc779d18',
  stopped: '8d049b4e-4f1e-4ed5-b3a9-a7f0f15658a7',
  disk: '6f1c3f0a-2c35-4d5c-8f0a-5d1c6f3e7a11', // of `running`, 80 GB
  pool: 'b046ac8e-0994-4c09-a8a8-bd989d218120', // two desktops
  poolDisk: '3b0c1a5e-7d24-4f0e-9c68-51a7e2f4d093', // of the pool's template, 80 GB
  image: 'e1d65e11-861c-459d-a3a8-ab150d79befc', // private
  goldImage: '5f2c8e70-1b6d-4a39-8e54-0c97d3b1a6f2', // public, costs what its specification costs
  goldSpec: 'workspace.k.xlarge2.uosv20pro',
}

/** What first orders name, as it is right. */
const volume = { type: 'SAS', size: 80 }
const desktops = {
  desktop_type: 'DEDICATED',
  product_id: 'workspace.k.xlarge2',
  image_id: OFFICE.image,
  image_type: 'private',
  root_volume: volume,
}
const newPool = { name: '新桌面池', type: 'STATIC', size: 2, ...desktops, subnet_ids: ['subnet-1'] }
const host = {
  availability_zone: 'az1',
  quantity: 1,
  product_id: 'workspacehost.k.large4',
  image_volumes: [volume],
  memory_volumes: [volume],
  vpc_id: 'v',
  subnet_id: 's',
}
export const FIRST_ORDERS = { desktops, newPool, host }

/** What tests of the office ask of a sandbox, all as its buyer. */
export function officeOf(sandbox: () => Sandbox) {
  const call: Sandbox['call'] = (operation, input) => sandbox().call(operation, input)
  const item = (id: string) => sandbox().world.workspace.get(id)!
  return {
    item,
    resource: (id: string) => sandbox().world.resources.get(item(id).resourceId!)!,
    /** The sharers of a desktop or pool. */
    sharersOf: (id: string) => [...sandbox().world.workspace.where('owner', id)].filter(({ kind }) => kind === 'sharer'),
    /** What the last call was told beside its answer. */
    lastFinding: () =>
      sandbox()
        .journal.entries()
        .at(-1)!
        .findings.find(({ level }) => level === 'error'),
    poolDesktops: () => [...sandbox().world.workspace.where('pool', OFFICE.pool)],
    batch: (body: object, pool = false) =>
      call(pool ? 'workspace.CreateDesktopPoolChangeOrder' : 'workspace.CreateDesktopBatchOrder', { body }),
    bandwidth: (body: object, bandwidth_id = OFFICE.bandwidth) =>
      call('workspace.CreateSubnetBandwidthChangeOrder', { path: { bandwidth_id }, body }),
    change: (body: object, desktop_id = OFFICE.running) => call('workspace.CreateChangeOrder', { path: { desktop_id }, body }),
    order: (body: object) => call('workspace.CreateOrder', { body }),
    /** A first order of one entry. */
    anew: (type: string, member: string, entry: object) =>
      call('workspace.CreateOrder', { body: { type, resources: [{ [member]: entry }] } }),
    packages: (body: object) => call('workspace.CreateResourcePackagesOrder', { body }),
    /** The order as billing shows it. */
    async billed(order_id: string) {
      return (await call('bss.ShowCustomerOrderDetails', { path: { order_id } })).body.order_info
    },
    /** Pays an order through billing and lets it be carried out. */
    async pay(order_id: string) {
      const paid = await call('bss.PayOrders', { body: { order_id, use_coupon: 'NO', use_discount: 'NO' } })
      sandbox().clock.advance('10m')
      return paid.status
    },
  }
}

import type { Sandbox } from '../../src/index.ts'

/** The cloud office of the default world's buyer. */
export const OFFICE = {
  bandwidth: '0c5e7d9a-3b1f-4a68-92c4-e7f0a1b2c3d4', // 10 Mbit/s
  running: 'f8f7fe7a-9043-44ff-815e-ad20fc779d18',
  stopped: '8d049b4e-4f1e-4ed5-b3a9-a7f0f15658a7',
  disk: '6f1c3f0a-2c35-4d5c-8f0a-5d1c6f3e7a11', // of `running`, 80 GB
  pool: 'b046ac8e-0994-4c09-a8a8-bd989d218120', // two desktops
}

/** What tests of the office ask of a sandbox, all as its buyer. */
export function officeOf(sandbox: () => Sandbox) {
  const call: Sandbox['call'] = (operation, input) => sandbox().call(operation, input)
  const item = (id: string) => sandbox().world.workspace.get(id)!
  return {
    item,
    resource: (id: string) => sandbox().world.resources.get(item(id).resourceId)!,
    poolDesktops: () => [...sandbox().world.workspace.by('pool', OFFICE.pool)],
    batch: (body: object, pool = false) =>
      call(pool ? 'workspace.CreateDesktopPoolChangeOrder' : 'workspace.CreateDesktopBatchOrder', { body }),
    bandwidth: (body: object, bandwidth_id = OFFICE.bandwidth) =>
      call('workspace.CreateSubnetBandwidthChangeOrder', { path: { bandwidth_id }, body }),
    change: (body: object, desktop_id = OFFICE.running) => call('workspace.CreateChangeOrder', { path: { desktop_id }, body }),
    order: (body: object) => call('workspace.CreateOrder', { body }),
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

import type { World } from '../../world/world.ts'

/**
 * Plans what a starting world implies but cannot say: the lapse of orders that wait for payment. Orders that stand in process
 * there stay so, to be looked at. Called again for a fork, whose plans are there already, it does nothing.
 */
export function attendOrders(world: World): void {
  const planned = new Set(
    world
      .upcoming()
      .flatMap(({ work, about }) =>
        work === 'order.deadline' && typeof about === 'object' && about && 'orderId' in about ? about.orderId : [],
      ),
  )
  for (const order of world.orders.all()) {
    if (order.status !== 'pending-payment' || order.paymentDeadline === undefined || planned.has(order.id)) continue
    world.plan(order.paymentDeadline, 'order.deadline', { orderId: order.id })
  }
}

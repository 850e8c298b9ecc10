import type { SomeWork } from '../../world/world-api.ts'
import { cancelOrder } from './cancel.ts'
import { completeOrder } from './complete.ts'

/** Planned work of orders. Each work first checks whether it still applies. */
export const orderingWork = {
  /** Nobody paid in time. */
  'order.deadline'(world, about) {
    const order = world.orders.get(about.orderId)
    if (order && world.can('orders', order.id, 'deadline-passed')) cancelOrder(world, order, 'deadline-passed')
    return undefined
  },
  /** The resource became on-demand, was changed or was deleted before the payment. */
  'order.resource-gone'(world, about) {
    const order = world.orders.get(about.orderId)
    if (order && world.can('orders', order.id, 'resource-gone')) cancelOrder(world, order, 'resource-gone')
    return undefined
  },
  /** Paid resources are opened; returned ones are closed and refunded. */
  'order.complete'(world, about) {
    completeOrder(world, about.orderId)
    return undefined
  },
} satisfies SomeWork

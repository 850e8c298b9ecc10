import type { Json } from '../../world/engine/json.ts'
import type { WorkTable } from '../../world/world-api.ts'
import { cancelOrder } from './cancel.ts'
import { completeOrder } from './complete.ts'

/** What orders plan. Each work looks first whether there is still something to do. */
export const orderingWork: WorkTable = {
  /** Nobody paid in time. */
  'order.deadline'(world, about) {
    const order = world.orders.get(orderIdOf(about))
    if (order && world.can('orders', order.id, 'deadline-passed')) cancelOrder(world, order, 'deadline-passed')
    return undefined
  },
  /** The resource went on-demand, was changed or deleted before anybody paid. */
  'order.resource-gone'(world, about) {
    const order = world.orders.get(orderIdOf(about))
    if (order && world.can('orders', order.id, 'resource-gone')) cancelOrder(world, order, 'resource-gone')
    return undefined
  },
  /** What was paid exists now; what was given back is closed and refunded. */
  'order.complete'(world, about) {
    completeOrder(world, orderIdOf(about))
    return undefined
  },
}

function orderIdOf(about: Json): string {
  return typeof about === 'object' && about !== null && 'orderId' in about ? String(about.orderId) : ''
}

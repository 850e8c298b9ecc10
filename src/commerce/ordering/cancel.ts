import type { Order } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { freeCoupons } from '../payment/payment-deadline.ts'

/**
 * Ends an order that nobody paid: by hand, because its deadline passed, or because the resource it was about is gone. Coupons it held come back. Tells `order.cancelled`.
 *
 * @throws IllegalTransition when it is not waiting for payment any more
 */
export function cancelOrder(world: World, order: Order, event: 'cancel' | 'deadline-passed' | 'resource-gone' = 'cancel'): Order {
  const { id: orderId, customerId } = order
  const cancelled = world.transition('orders', orderId, event, { completedAt: world.clock.now() })
  world.unplan({ work: 'order.deadline', about: { orderId } })
  freeCoupons(world, order)
  for (const couponId of order.couponIds) {
    if (!world.can('coupons', couponId, 'return')) continue
    world.transition('coupons', couponId, 'return', { usedByOrderId: undefined })
    world.tell({ type: 'coupon.returned', couponId, customerId, orderId })
  }
  world.tell({ type: 'order.cancelled', orderId, customerId, ...(event === 'cancel' ? {} : { reason: event }) })
  return cancelled
}

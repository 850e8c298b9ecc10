import type { Order } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { freeCoupons } from '../payment/payment-deadline.ts'

/**
 * Cancels an unpaid order: on request, after its deadline, or because its resource no longer exists. Coupons reserved for it become usable
 * again. Records `order.cancelled`.
 * @throws IllegalTransition when it is no longer waiting for payment
 */
export function cancelOrder(world: World, order: Order, event: 'cancel' | 'deadline-passed' | 'resource-gone' = 'cancel'): Order {
  const { id: orderId, customerId } = order
  const cancelled = world.transition('orders', orderId, event, { completedAt: world.clock.now() })
  world.unplan({ work: 'order.deadline', about: { orderId } })
  freeCoupons(world, order)
  for (const couponId of order.couponIds) {
    if (!world.can('coupons', couponId, 'return')) continue
    world.transition('coupons', couponId, 'return', { usedByOrderId: undefined })
    world.emit({ type: 'coupon.returned', couponId, customerId, orderId })
  }
  world.emit({ type: 'order.cancelled', orderId, customerId, ...(event === 'cancel' ? {} : { reason: event }) })
  return cancelled
}

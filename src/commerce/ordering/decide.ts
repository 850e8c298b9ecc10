import type { World } from '../../world/world-api.ts'
import { freeCoupons, paymentDeadlineOf } from '../payment/payment-deadline.ts'

/** What somebody else says about an order before it can be paid, by event, and the fact of a yes (S-12). */
const YES: Readonly<Record<string, 'order.reviewed' | 'order.confirmed'>> = {
  'review-passed': 'order.reviewed',
  confirm: 'order.confirmed',
  // The approval of a desktop order is a review of the buyer's own house.
  approve: 'order.reviewed',
}

/**
 * Lets an order go on to payment, or ends it. The days for payment count from when it can be paid (inferred): else a long review would
 * leave an order that nobody can pay. Tells `order.reviewed`, `order.confirmed` or `order.cancelled`.
 *
 * @throws IllegalTransition when it does not wait for that word
 */
export function decideOrder(world: World, orderId: string, event: string, reason = 'refused'): void {
  const fact = YES[event]
  const order = world.orders.get(orderId)
  const paymentDeadline = paymentDeadlineOf(world, order ?? { couponIds: [], discountIds: [] })
  const decided = world.transition('orders', orderId, event, fact ? { paymentDeadline } : { completedAt: world.clock.now() })
  const { customerId } = decided
  world.unplan({ work: 'order.deadline', about: { orderId } })
  if (fact) {
    world.plan(paymentDeadline, 'order.deadline', { orderId })
    world.tell({ type: fact, orderId, customerId })
  } else {
    freeCoupons(world, decided)
    world.tell({ type: 'order.cancelled', orderId, customerId, reason })
  }
}

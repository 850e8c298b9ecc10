import type { EventOf } from '../../world/engine/machines.ts'
import type { World } from '../../world/world-api.ts'
import { freeCoupons, paymentDeadlineOf } from '../payment/payment-deadline.ts'

/** Decisions about an order before it can be paid, by event, and the fact of a positive one (S-12). */
const YES: Readonly<Partial<Record<EventOf<'orders'>, 'order.reviewed' | 'order.confirmed'>>> = {
  'review-passed': 'order.reviewed',
  confirm: 'order.confirmed',
  // The approval of a desktop order is a review inside the buyer's organisation.
  approve: 'order.reviewed',
}

/**
 * Lets an order continue to payment, or ends it. The payment period starts with this decision (inferred); otherwise a long review would
 * leave an order that nobody can pay. Records `order.reviewed`, `order.confirmed` or `order.cancelled`.
 * @throws IllegalTransition when the order does not wait for that decision
 */
export function decideOrder(world: World, orderId: string, event: EventOf<'orders'>, reason = 'refused'): void {
  const fact = YES[event]
  const order = world.orders.get(orderId)
  const paymentDeadline = paymentDeadlineOf(world, order ?? { couponIds: [], discountIds: [] })
  const decided = world.transition('orders', orderId, event, fact ? { paymentDeadline } : { completedAt: world.clock.now() })
  const { customerId } = decided
  world.unplan({ work: 'order.deadline', about: { orderId } })
  if (fact) {
    world.plan(paymentDeadline, 'order.deadline', { orderId })
    world.emit({ type: fact, orderId, customerId })
  } else {
    freeCoupons(world, decided)
    world.emit({ type: 'order.cancelled', orderId, customerId, reason })
  }
}

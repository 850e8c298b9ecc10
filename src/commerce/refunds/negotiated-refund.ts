import type { NegotiatedRefund, Order } from '../../world/entities/entities.ts'
import type { RefundFacts } from '../../world/entities/facts/koogallery-facts.ts'
import type { SomeWork, World } from '../../world/world-api.ts'
import { afterWorkingDays, REFUND_DAYS } from '../ordering/working-days.ts'
import { giveBackUndelivered } from './give-back.ts'

/** Requests a refund for the buyer before the delivery is accepted. Records `refund.asked` and notifies the seller. */
export function askRefund(world: World, order: Order, request: Pick<NegotiatedRefund, 'amount' | 'reason' | 'received'>): Order {
  const askedAt = world.clock.now()
  const dueAt = afterWorkingDays(world, askedAt, REFUND_DAYS)
  const requested = world.orders.change(order.id, { refund: { ...request, askedAt, dueAt } })
  const sellerId = emitFact(world, requested, 'refund.asked')
  world.emit({ type: 'seller.notified', sellerId, about: 'refund-asked', by: ['mail', 'sms', 'site'], orderId: order.id })
  world.plan(dueAt, 'refund.overdue', { orderId: order.id })
  return requested
}

/** The seller's decision. An approved refund is paid at once, or when received hardware was returned. */
export function decideRefund(world: World, order: Order, approved: boolean, note?: string): Order {
  const { refund } = order
  if (!refund) return order
  world.unplan({ work: 'refund.overdue', about: { orderId: order.id } })
  const decided = world.orders.change(order.id, {
    refund: { ...refund, decidedAt: world.clock.now(), approved, ...(note === undefined ? {} : { note }) },
  })
  emitFact(world, decided, approved ? 'refund.approved' : 'refund.refused')
  return approved && refund.received !== true ? payRefund(world, decided) : decided
}

/** The buyer sends hardware back. Records `refund.sent-back`. */
export function sendBack(world: World, order: Order, parcel: NonNullable<NegotiatedRefund['parcel']>): Order {
  if (!order.refund) return order
  const sent = world.transition('orders', order.id, 'return-goods', { refund: { ...order.refund, parcel } })
  emitFact(world, sent, 'refund.sent-back')
  return sent
}

/** Ends the delivery and refunds the amount by an unsubscription order. Records `refund.done`. */
export function payRefund(world: World, order: Order): Order {
  if (!order.refund) return order
  const { amount, reason } = order.refund
  giveBackUndelivered(world, order, { reason }, { amount })
  const done = world.orders.change(order.id, { refund: { ...order.refund, doneAt: world.clock.now() } })
  emitFact(world, done, 'refund.done')
  return done
}

/** Whether a refund stops the delivery: the seller approved it, and the goods are not back yet. */
export function isComingBack({ refund }: Order): boolean {
  return refund?.approved === true && refund.doneAt === undefined
}

/** Planned work of refunds. */
export const refundWork = {
  /** The seller did not answer in time: the buyer can appeal to the vendor. */
  'refund.overdue'(world, about) {
    const order = world.orders.get(about.orderId)
    if (order?.refund && order.refund.decidedAt === undefined) emitFact(world, order, 'refund.overdue')
    return undefined
  },
} satisfies SomeWork

function emitFact(world: World, { id: orderId, customerId }: Order, type: keyof RefundFacts): string {
  const sellerId = world.supervisions.get(orderId)?.sellerId ?? ''
  world.emit({ type, orderId, customerId, sellerId })
  return sellerId
}

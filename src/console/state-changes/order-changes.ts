import { cancelOrder } from '../../commerce/ordering/cancel.ts'
import { completeOrder, refundFailed, startFailing } from '../../commerce/ordering/complete.ts'
import { decideOrder } from '../../commerce/ordering/decide.ts'
import { recharge } from '../../commerce/payment/account.ts'
import { payTogether } from '../../commerce/payment/pay.ts'
import { paymentDeadlineOf } from '../../commerce/payment/payment-deadline.ts'
import { quote } from '../../commerce/payment/quote.ts'
import { giveBackUndelivered } from '../../commerce/refunds/give-back.ts'
import { moveSupervision } from '../../commerce/supervision/supervise.ts'
import type { EventOf } from '../../world/engine/machines.ts'
import { WorldError } from '../../world/engine/world-error.ts'
import type { Order } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { must, type StateChange, type StateChanges } from './change.ts'

const orderOf = (world: World, id: string) => world.orders.get(id) as Order

/** Whether the order contains hardware, which is shipped (S-39). */
const isHardware = (world: World, order: Order) => order.lines.some(({ productId }) => world.products.get(productId)?.kind === 'hardware')

/** A transition without other changes. */
const plainly =
  (event: EventOf<'orders'>, only?: (world: World, order: Order) => boolean, otherwise = 'the order is of another kind.'): StateChange =>
  ({ world }, id) => {
    must(only?.(world, orderOf(world, id)) ?? true, otherwise)
    world.transition('orders', id, event)
  }

const ofHardware = (event: EventOf<'orders'>) => plainly(event, isHardware, 'only hardware goes that way.')

/** State changes of orders. A supervised delivery ends by its supervision; money and resources change as in any purchase. */
export const orderMoves: StateChanges<'orders'> = {
  place({ world }, id) {
    const paymentDeadline = paymentDeadlineOf(world, orderOf(world, id))
    world.transition('orders', id, 'place', { paymentDeadline })
    world.plan(paymentDeadline, 'order.deadline', { orderId: id })
  },
  'place-for-review': plainly('place-for-review'),
  'place-for-confirmation': plainly('place-for-confirmation'),
  'place-for-approval': plainly('place-for-approval'),
  'review-passed': ({ world }, id) => decideOrder(world, id, 'review-passed'),
  confirm: ({ world }, id) => decideOrder(world, id, 'confirm'),
  approve: ({ world }, id) => decideOrder(world, id, 'approve'),
  'review-refused': ({ world, reason }, id) => decideOrder(world, id, 'review-refused', reason),
  'confirmation-refused': ({ world, reason }, id) => decideOrder(world, id, 'confirmation-refused', reason),
  'approval-refused': ({ world, reason }, id) => decideOrder(world, id, 'approval-refused', reason),
  pay: ({ world }, id) => pay(world, orderOf(world, id)),
  cancel: ({ world }, id) => cancelOrder(world, orderOf(world, id)),
  complete({ world }, id) {
    must(!world.supervisions.has(id), 'people deliver it, so it completes by acceptance.')
    world.unplan({ work: 'order.complete', about: { orderId: id } })
    completeOrder(world, id)
  },
  accept: ({ world, reach }, id) => {
    must(world.supervisions.has(id), 'nobody watches over its delivery.')
    reach('supervisions', id, 'completed')
  },
  receive({ world, reach }, id) {
    if (world.supervisions.has(id)) reach('supervisions', id, 'completed')
    else {
      const order = completeOrder(world, id, { event: 'receive' })
      if (order) world.emit({ type: 'order.received', orderId: id, customerId: order.customerId })
    }
  },
  fail({ world }, id) {
    const order = orderOf(world, id)
    if (order.status === 'initialised') {
      world.transition('orders', id, 'fail', { completedAt: world.clock.now() })
      world.emit({ type: 'order.failed', orderId: id, customerId: order.customerId })
      return
    }
    world.unplan({ work: 'order.complete', about: { orderId: id } })
    if (world.can('supervisions', id, 'cancel')) moveSupervision(world, id, 'cancel', { by: 'vendor' })
    startFailing(world, order)
  },
  compensate: plainly('compensate', (world, { id }) => !world.supervisions.has(id), 'people deliver it.'),
  refund({ world }, id) {
    must(orderOf(world, id).type === 'unsubscribe', 'only an unsubscription ends so; a purchase that failed is void.')
    world.unplan({ work: 'order.complete', about: { orderId: id } })
    completeOrder(world, id)
  },
  'refund-failed-order'({ world }, id) {
    must(orderOf(world, id).type !== 'unsubscribe', 'an unsubscription is paid back and completed.')
    refundFailed(world, orderOf(world, id))
  },
  'give-back': ({ world }, id) => {
    must(world.supervisions.has(id), 'what opens by itself is given back by an order of its own: close its resource.')
    giveBackUndelivered(world, orderOf(world, id), {})
  },
  'uphold-for-buyer': ({ reach }, id) => reach('supervisions', id, 'cancelled'),
  prepare: ofHardware('prepare'),
  ship({ world, reach }, id) {
    must(isHardware(world, orderOf(world, id)), 'only hardware is sent.')
    // The supervised delivery ships it.
    if (world.can('supervisions', id, 'deliver')) reach('supervisions', id, 'acceptance')
    else ship(world, id)
  },
  'return-goods': ofHardware('return-goods'),
  exchange: ofHardware('exchange'),
  'call-for': ofHardware('call-for'),
  'pick-up': ofHardware('pick-up'),
  'send-back': ofHardware('send-back'),
  replace: ofHardware('replace'),
  'take-back': ofHardware('take-back'),
}

/** Ships hardware. Records `order.shipped`. */
export function ship(world: World, id: string): void {
  const { customerId } = world.transition('orders', id, 'ship')
  world.emit({ type: 'order.shipped', orderId: id, customerId })
}

/**
 * Pays an order with all orders of the same combined purchase. If the balance is too low, the difference is recharged first, with its fact.
 */
export function pay(world: World, order: Order): void {
  const together = order.combinedId === undefined ? [] : [...world.orders.where('combined', order.combinedId)]
  const others = together.filter(
    ({ id, customerId, status }) => id !== order.id && customerId === order.customerId && status === 'pending-payment',
  )
  const orders = [order, ...others]
  const missing = quote(world, orders, {}) - (world.accounts.get(order.customerId)?.balance ?? 0)
  if (missing > 0) recharge(world, order.customerId, missing)
  // A payment that has begun counts as failed.
  for (const { id, paying } of orders) if (paying) world.orders.change(id, { paying: undefined })
  const paid = payTogether(
    world,
    orders.map(({ id }) => orderOf(world, id)),
    { outsideContract: true },
  )
  if ('refused' in paid) throw new WorldError('put.refused', `the payment is refused (${paid.refused}).`)
}

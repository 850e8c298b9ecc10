import { cancelOrder } from '../../commerce/ordering/cancel.ts'
import { reply } from '../../spec/call.ts'
import type { operations } from '../../spec/generated/bss.ts'
import type { Behaviour } from '../behaviour.ts'
import { ordersToActOn } from './find-orders.ts'

/** Cancels unpaid orders: one order, or a combined transaction as a whole. */
export const cancelCustomerOrder: Behaviour<operations['CancelCustomerOrder']> = (context) => {
  const { world, input, fail, refuse } = context
  const { order_id } = input.body
  // The page has no code for an unknown order: a wrong parameter (inferred).
  const orders = ordersToActOn(context, order_id, () => refuse('malformed', '/body/order_id', 'an order of the caller', order_id))
  for (const order of orders) {
    if (!world.can('orders', order.id, 'cancel')) fail('CBC.99005010')
    cancelOrder(world, order)
  }
  return reply(204)
}

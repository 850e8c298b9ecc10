import { cancelOrder } from '../../commerce/ordering/cancel.ts'
import type { operations } from '../../spec/generated/koogallery.ts'
import type { Behaviour } from '../behaviour.ts'
import { ownOrder, SUCCESS } from './buyers-own.ts'

/** Cancels unpaid orders, all or none (inferred). An order in another state is a wrong parameter (inferred). */
export const cancelOrders: Behaviour<operations['CancelOrders']> = (context) => {
  const { world, input, fail } = context
  for (const id of new Set(input.body.cancel_order.order_ids)) {
    const order = ownOrder(context, id)
    if (!world.can('orders', order.id, 'cancel')) fail('400')
    cancelOrder(world, order)
  }
  return SUCCESS
}

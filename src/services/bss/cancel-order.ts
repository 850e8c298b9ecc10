import { reply } from '../../spec/call.ts'
import type { operations } from '../../spec/generated/bss.ts'
import { cancelOrder } from '../ordering/cancel.ts'
import type { Behaviour } from '../scene.ts'
import { ordersToActOn } from './find-orders.ts'

/** Cancels what waits for payment: one order, or a combined transaction as a whole. */
export const cancelCustomerOrder: Behaviour<operations['CancelCustomerOrder']> = (scene) => {
  const { world, input, fail } = scene
  const orders = ordersToActOn(scene, input.body.order_id)
  for (const order of orders) {
    if (!world.can('orders', order.id, 'cancel')) fail('CBC.99005010')
    cancelOrder(world, order)
  }
  return reply(204)
}

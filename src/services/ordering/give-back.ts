import type { Order } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'
import { payable, plain } from './amounts.ts'
import { afterSetting } from './periods.ts'
import { type LinePlacement, placeOrder } from './place.ts'
import { moveSupervision } from './supervise.ts'

/**
 * Gives back what people have not delivered yet (S-33): its supervision ends, its order is void, and an unsubscription order closes
 * what was to come and returns all cash that was paid. Coupons are not given back (inferred).
 *
 * @throws IllegalTransition when the delivery is past the point of return
 */
export function giveBackUndelivered(world: World, order: Order, how: { readonly reasonType?: number; readonly reason?: string }): Order {
  const { id: orderId, customerId } = order
  moveSupervision(world, orderId, 'cancel', { by: 'buyer', ...(how.reason === undefined ? {} : { note: how.reason }) })
  world.transition('orders', orderId, 'give-back', { completedAt: world.clock.now() })
  world.tell({ type: 'order.cancelled', orderId, customerId, reason: 'unsubscribed' })
  const refund = placeOrder(world, {
    customerId,
    type: 'unsubscribe',
    event: 'place-refund',
    serviceType: order.serviceType,
    lines: order.lines.map(
      (line): LinePlacement => ({
        productId: line.productId,
        quantity: line.quantity,
        amounts: plain(0 - payable(line.amounts)),
        resourceIds: line.resourceIds,
        // The names by which refund details find the order whose money it was.
        extendParams: [
          { name: 'baseOrderId', value: orderId },
          { name: 'baseOrderLineId', value: line.id },
        ],
      }),
    ),
    resourceIds: order.resourceIds,
    baseOrderId: orderId,
    enterpriseProjects: order.enterpriseProjects,
    unsubscribe: { type: 1, ...how },
  })
  world.plan(afterSetting(world, 'bss.provisioningDelay'), 'order.complete', { orderId: refund.id })
  return refund
}

import type { Order } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { payable, plain, split } from '../ordering/amounts.ts'
import { afterSetting } from '../ordering/periods.ts'
import { type LinePlacement, placeOrder } from '../ordering/place.ts'
import { moveSupervision, type Step } from '../supervision/supervise.ts'

/** How a delivery ends before its acceptance, if not by the buyer's unsubscription of everything. */
export interface Ending {
  readonly event?: 'cancel' | 'uphold-for-buyer'
  readonly by?: Step['by']
  /** The refund, fen; default: everything paid. */
  readonly amount?: number
}

/**
 * Returns an order whose supervised delivery is not accepted yet (S-33): its supervision ends, the order is void, and an unsubscription
 * order closes the resources and refunds the cash. Coupons are not returned (inferred).
 * @throws IllegalTransition when the delivery can no longer be returned
 */
export function giveBackUndelivered(
  world: World,
  order: Order,
  how: { readonly reasonType?: number; readonly reason?: string },
  { event = 'cancel', by = 'buyer', amount }: Ending = {},
): Order {
  const { id: orderId, customerId } = order
  moveSupervision(world, orderId, event, { by, ...(how.reason === undefined ? {} : { note: how.reason }) })
  if (world.can('orders', orderId, 'give-back')) world.transition('orders', orderId, 'give-back', { completedAt: world.clock.now() })
  else if (event === 'uphold-for-buyer') world.transition('orders', orderId, event, { completedAt: world.clock.now() })
  else {
    world.transition('orders', orderId, 'take-back')
    world.transition('orders', orderId, 'refund-failed-order', { completedAt: world.clock.now() })
  }
  const paid = order.lines.map((line) => payable(line.amounts))
  const cash = amount === undefined ? paid : split(amount, paid)
  world.emit({ type: 'order.cancelled', orderId, customerId, reason: 'unsubscribed' })
  const refund = placeOrder(world, {
    customerId,
    type: 'unsubscribe',
    event: 'place-refund',
    serviceType: order.serviceType,
    lines: order.lines.map(
      (line, n): LinePlacement => ({
        productId: line.productId,
        quantity: line.quantity,
        amounts: plain(0 - (cash[n] ?? 0)),
        resourceIds: line.resourceIds,
        // Refund details find the refunded order by these names.
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

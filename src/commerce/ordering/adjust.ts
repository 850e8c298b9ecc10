import type { Order } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { spend } from '../payment/account.ts'
import { partsOf } from '../payment/reductions.ts'
import { payable, plain, split } from './amounts.ts'
import { completeOrder } from './complete.ts'
import { placeOrder } from './place.ts'

/** Creator of orders that the vendor's staff entered. */
const STAFF = '运营人员'

/**
 * Changes the cost of a paid order by a separate order that is paid and completed at once: a positive `amount` (fen) is charged, a negative
 * one is refunded. Records `order.adjusted` with the reason. The caller has to check the balance.
 */
export function adjustOrder(world: World, order: Order, amount: number, reason: string): Order {
  const { customerId, serviceType, source, contractId, enterpriseProjects, resourceIds } = order
  const shares = split(
    amount,
    order.lines.map(({ amounts }) => Math.max(0, payable(amounts))),
  )
  const { id: orderId } = placeOrder(world, {
    customerId,
    type: 'fee-adjustment',
    serviceType,
    source,
    createdBy: STAFF,
    ...(contractId === undefined ? {} : { contractId }),
    enterpriseProjects,
    baseOrderId: order.id,
    resourceIds,
    lines: order.lines.map((line, index) => ({
      productId: line.productId,
      quantity: 1,
      resourceIds: line.resourceIds,
      amounts: plain(shares[index] ?? 0),
    })),
  })
  world.emit({ type: 'order.adjusted', orderId, customerId, reason })
  world.unplan({ work: 'order.deadline', about: { orderId } })
  spend(world, customerId, partsOf(world, [world.orders.get(orderId)!]))
  const paid = world.transition('orders', orderId, 'pay', { paidAt: world.clock.now() })
  world.emit({ type: 'order.paid', orderId, customerId })
  return completeOrder(world, orderId) ?? paid
}

/** The cost of an order so far, fen: its own price and all adjustments. */
export function costOf(world: World, order: Order): number {
  let cost = payable(order.amounts)
  for (const { type, status, baseOrderId, amounts } of world.orders.where('customer-type', `${order.customerId}|fee-adjustment`))
    if (type === 'fee-adjustment' && baseOrderId === order.id && status === 'completed') cost += payable(amounts)
  return cost
}

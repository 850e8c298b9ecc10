import type { Order, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { plain } from '../ordering/amounts.ts'
import { paidLines, refundLine } from '../ordering/paid-lines.ts'
import { placeOrder } from '../ordering/place.ts'
import { withAttached } from '../ordering/resources.ts'
import { charge } from '../payment/account.ts'

/**
 * Changes a main resource with everything attached to charging by use, now. It places an order for that (order type 10), which refunds the
 * unused part (OCE/api_order_00032). That there is no fee and that it happens at once is inferred.
 */
export function goOnDemandNow(world: World, main: Resource): Order {
  const { customerId } = main
  const now = world.clock.now()
  const resources = withAttached(world, main.id).filter((resource) => world.can('resources', resource.id, 'to-on-demand'))
  const lines = resources.flatMap((resource) => paidLines(world, resource).map((paid) => refundLine(paid, now, {})))
  const placed = placeOrder(world, {
    customerId,
    type: 'to-on-demand',
    event: 'place-refund',
    serviceType: world.products.get(main.productId)?.serviceType ?? '',
    lines: lines.length > 0 ? lines : [{ productId: main.productId, quantity: 1, amounts: plain(0), resourceIds: [main.id] }],
    resourceIds: resources.map(({ id }) => id),
    baseOrderId: main.orderId,
    enterpriseProjects: world.orders.get(main.orderId)?.enterpriseProjects ?? [],
  })
  const order = world.transition('orders', placed.id, 'refund', { paidAt: now, completedAt: now })
  charge(world, customerId, order.amounts.afterDiscount)
  for (const { id, status: was } of resources) {
    world.transition('resources', id, 'to-on-demand', {
      ...{ expireAt: undefined, expirePolicy: 0, autoRenewTimes: undefined, autoRenewPeriod: undefined, updatedAt: now },
    })
    world.emit({ type: 'resource.to-on-demand', resourceId: id, customerId, orderId: order.id, was })
  }
  world.emit({ type: 'order.completed', orderId: order.id, customerId })
  return order
}

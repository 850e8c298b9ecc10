import type { Order, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { plain } from '../ordering/amounts.ts'
import { paidLines, refundLine } from '../ordering/paid-lines.ts'
import { afterSetting } from '../ordering/periods.ts'
import { type LinePlacement, placeOrder } from '../ordering/place.ts'
import { withAttached } from '../ordering/resources.ts'
import { charge } from '../payment/account.ts'
import { returnCoupons } from '../payment/return-coupons.ts'
import { fullRefundsLeft, inFullRefundTime } from './full-refunds.ts'

/** 1 returns the resource with its renewals, 2 only the renewal periods that have not begun. */
export type UnsubscribeType = 1 | 2

/** Renewals of a resource whose periods have not begun. */
export function renewalsAhead(world: World, resource: Resource): readonly Order[] {
  const now = world.clock.now()
  return paidLines(world, resource)
    .filter(({ order, from }) => order.type === 'renewal' && from > now)
    .map(({ order }) => order)
}

/**
 * Places the order that returns a main resource with everything attached to it, and plans its completion, which closes the resources and
 * refunds the money. Within `bss.fullRefundPeriod` of the opening everything is refunded, `bss.fullRefundsPerYear` times per calendar year;
 * otherwise the payment for the unused time, less `bss.refundCommission` percent.
 */
export function unsubscribe(
  world: World,
  main: Resource,
  how: { readonly type: UnsubscribeType; readonly reasonType?: number; readonly reason?: string; readonly createdBy?: string },
): Order {
  const { createdBy, ...unsubscription } = how
  const now = world.clock.now()
  const resources = withAttached(world, main.id).filter((resource) => resource.status !== 'closed')
  const whole = how.type === 1 && inFullRefundTime(world, main) && fullRefundsLeft(world, main.customerId) > 0
  const refunding = { whole, commission: world.setting('bss.refundCommission') }
  const lines = resources.flatMap((resource) => {
    const paid = paidLines(world, resource).filter((one) => how.type === 1 || (one.order.type === 'renewal' && one.from > now))
    return paid.map((one) => refundLine(one, now, refunding))
  })
  const nothing: LinePlacement = { productId: main.productId, quantity: 1, amounts: plain(0), resourceIds: [main.id] }
  const order = placeOrder(world, {
    customerId: main.customerId,
    type: 'unsubscribe',
    event: 'place-refund',
    serviceType: world.products.get(main.productId)?.serviceType ?? '',
    lines: lines.length > 0 ? lines : [nothing],
    resourceIds: resources.map((resource) => resource.id),
    baseOrderId: main.orderId,
    enterpriseProjects: world.orders.get(main.orderId)?.enterpriseProjects ?? [],
    unsubscribe: { ...unsubscription, ...(how.type === 1 ? { full: whole } : {}) },
    ...(createdBy === undefined ? {} : { createdBy }),
  })
  world.plan(afterSetting(world, 'bss.provisioningDelay'), 'order.complete', { orderId: order.id })
  return order
}

/** Closes the returned resources, or shortens them to the period before their renewals, and refunds the money. */
export function finishUnsubscription(world: World, order: Order): Order {
  const { id: orderId, customerId } = order
  const now = world.clock.now()
  const begun = Math.min(...order.lines.flatMap((line) => line.effectiveAt ?? []))
  for (const id of order.resourceIds) {
    const resource = world.resources.get(id)
    if (order.unsubscribe?.type === 2) {
      if (!resource || !world.can('resources', id, 'change')) continue
      world.transition('resources', id, 'change', { updatedAt: now, ...(Number.isFinite(begun) ? { expireAt: begun } : {}) })
      world.emit({ type: 'resource.changed', resourceId: id, customerId, orderId, was: resource.status })
    } else if (resource && world.can('resources', id, 'close')) {
      world.transition('resources', id, 'close', { updatedAt: now, autoRenewTimes: undefined, serverId: undefined })
      world.emit({ type: 'resource.closed', resourceId: id, customerId, orderId, was: resource.status, reason: 'unsubscribed' })
    }
  }
  charge(world, customerId, order.amounts.afterDiscount)
  if (order.unsubscribe?.full === true) returnCoupons(world, order)
  const refunded = world.transition('orders', orderId, 'refund', { paidAt: now, completedAt: now })
  world.emit({ type: 'order.refunded', orderId, customerId })
  return refunded
}

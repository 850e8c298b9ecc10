import type { Order, OrderLine, OrderType, Resource } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'
import { charge } from './account.ts'
import { payable, plain, split } from './amounts.ts'
import { afterSetting, DAY, lengthOfSetting } from './periods.ts'
import { type LinePlacement, placeOrder } from './place.ts'
import { withAttached } from './resources.ts'

/** 1 gives the resource back with its renewals, 2 only the renewal periods that have not begun. */
export type UnsubscribeType = 1 | 2

/** One line that was paid for a resource, and the time it paid for. */
interface PaidLine {
  readonly order: Order
  readonly line: OrderLine
  readonly resource: Resource
  /** The cash of it, fen: coupons are not given back in money (inferred). */
  readonly cash: number
  readonly from: number
  readonly to: number | undefined
}

const PAYS_FOR_TIME: readonly OrderType[] = ['new', 'renewal', 'change', 'to-period', 'to-commercial']

/** Renewal periods of a resource that have not begun. */
export function renewalsAhead(world: World, resource: Resource): readonly Order[] {
  const now = world.clock.now()
  return paidLines(world, resource)
    .filter(({ order, from }) => order.type === 'renewal' && from > now)
    .map(({ order }) => order)
}

/**
 * Places the order that gives a main resource back, with what is attached to it, and plans its end: there the resources close
 * and the money returns. Within `bss.fullRefundPeriod` of the beginning all is given back; later the unused whole days of what
 * was paid, less `bss.refundCommission` percent (both ways of counting are inferred, the vendor gives no formula).
 */
export function unsubscribe(
  world: World,
  main: Resource,
  how: { readonly type: UnsubscribeType; readonly reasonType?: number; readonly reason?: string; readonly createdBy?: string },
): Order {
  const { createdBy, ...unsubscription } = how
  const now = world.clock.now()
  const resources = withAttached(world, main.id).filter((resource) => resource.status !== 'closed')
  const whole = how.type === 1 && now - main.effectiveAt <= lengthOfSetting(world, 'bss.fullRefundPeriod')
  const lines = resources.flatMap((resource) => {
    const paid = paidLines(world, resource).filter((one) => how.type === 1 || (one.order.type === 'renewal' && one.from > now))
    return paid.map((one) => refundLine(world, one, whole, now))
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
    unsubscribe: unsubscription,
    ...(createdBy === undefined ? {} : { createdBy }),
  })
  world.plan(afterSetting(world, 'bss.provisioningDelay'), 'order.complete', { orderId: order.id })
  return order
}

/** Closes what was given back, or shortens it to the time before its renewals, and returns the money. */
export function finishUnsubscription(world: World, order: Order): Order {
  const { id: orderId, customerId } = order
  const now = world.clock.now()
  const begun = Math.min(...order.lines.flatMap((line) => line.effectiveAt ?? []))
  for (const id of order.resourceIds) {
    const resource = world.resources.get(id)
    if (order.unsubscribe?.type === 2) {
      if (!resource || !world.can('resources', id, 'change')) continue
      world.transition('resources', id, 'change', { updatedAt: now, ...(Number.isFinite(begun) ? { expireAt: begun } : {}) })
      world.tell({ type: 'resource.changed', resourceId: id, customerId, orderId, was: resource.status })
    } else if (resource && world.can('resources', id, 'close')) {
      world.transition('resources', id, 'close', { updatedAt: now, autoRenewTimes: undefined })
      world.tell({ type: 'resource.closed', resourceId: id, customerId, orderId, was: resource.status, reason: 'unsubscribed' })
    }
  }
  charge(world, customerId, order.amounts.afterDiscount)
  const refunded = world.transition('orders', orderId, 'refund', { paidAt: now, completedAt: now })
  world.tell({ type: 'order.refunded', orderId, customerId })
  return refunded
}

function paidLines(world: World, resource: Resource): PaidLine[] {
  const orders = new Map<string, Order>()
  const first = world.orders.get(resource.orderId)
  if (first) orders.set(first.id, first)
  for (const order of world.orders.by('resource', resource.id)) orders.set(order.id, order)
  const returned = new Set(
    [...orders.values()].filter((order) => order.type === 'unsubscribe').flatMap((order) => order.lines.map(baseLineOf)),
  )
  const paid: PaidLine[] = []
  for (const order of orders.values()) {
    if (order.status !== 'completed' || !PAYS_FOR_TIME.includes(order.type)) continue
    for (const line of order.lines) {
      const ids = line.resourceIds.length > 0 ? line.resourceIds : line.id === resource.orderLineId ? [resource.id] : []
      const place = ids.indexOf(resource.id)
      if (place < 0 || returned.has(line.id)) continue
      const cash = split(
        payable(line.amounts),
        ids.map(() => 1),
      )[place]!
      paid.push({ order, line, resource, cash, from: line.effectiveAt ?? resource.effectiveAt, to: line.expireAt ?? resource.expireAt })
    }
  }
  return paid
}

function refundLine(world: World, { order, line, resource, cash, from, to }: PaidLine, whole: boolean, now: number): LinePlacement {
  const days = to === undefined ? 0 : Math.max(1, Math.round((to - from) / DAY))
  const unused = to === undefined ? 0 : Math.min(days, Math.max(0, Math.floor((to - Math.max(now, from)) / DAY)))
  const left = whole || now < from ? cash : days === 0 ? 0 : Math.floor((cash * unused) / days)
  const commission = whole || cash <= 0 ? 0 : Math.round((left * Number(world.setting('bss.refundCommission'))) / 100)
  return {
    productId: line.productId,
    quantity: 1,
    amounts: { ...plain(0 - (left - commission)), consumed: cash - left, commission },
    resourceIds: [resource.id],
    effectiveAt: from,
    ...(to === undefined ? {} : { expireAt: to }),
    ...(line.periodType === undefined ? {} : { periodType: line.periodType }),
    extendParams: [
      { name: BASE_ORDER, value: order.id },
      { name: BASE_LINE, value: line.id },
    ],
  }
}

const BASE_ORDER = 'baseOrderId'
const BASE_LINE = 'baseOrderLineId'

const baseLineOf = (line: OrderLine) => line.extendParams?.find(({ name }) => name === BASE_LINE)?.value

/** The order whose money a line of a refund order gives back. */
export function baseOrderOf(order: Order, line: OrderLine): string | undefined {
  return line.extendParams?.find(({ name }) => name === BASE_ORDER)?.value ?? order.baseOrderId
}

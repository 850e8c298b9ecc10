import type { Patch } from '../../world/engine/collection.ts'
import type { EventOf } from '../../world/engine/machines.ts'
import type { Order, OrderLine, Resource } from '../../world/entities/entities.ts'
import type { ResourceFacts } from '../../world/entities/facts/trade-facts.ts'
import type { World } from '../../world/world-api.ts'
import { returnCash, takePieces } from '../payment/account.ts'
import { piecesOf } from '../payment/may-pay.ts'
import { partsOf } from '../payment/reductions.ts'
import { finishUnsubscription } from '../refunds/unsubscribe.ts'
import { answerByItself } from './answer.ts'
import { endOf } from './periods.ts'
import { withAttached } from './resources.ts'

/** How an order completes, if not in the usual way. */
export interface Completion {
  /** The event of the order table; default `complete`. `accept` and `receive` end supervised deliveries. */
  readonly event?: 'complete' | 'accept' | 'receive'
  /** When the service really began; default: now. */
  readonly from?: number
}

/**
 * Completes an order: opens, renews, changes or closes its resources, by its type. When that is not possible, the order is refunded and
 * void. Does nothing when the order is no longer in process.
 */
export function completeOrder(world: World, orderId: string, { event: ending = 'complete', from }: Completion = {}): Order | undefined {
  const order = world.orders.get(orderId)
  if (!order) return undefined
  if (order.status === 'to-refund' && order.type === 'unsubscribe') return finishUnsubscription(world, order)
  if (!world.can('orders', orderId, ending)) return order
  const [event] = RESOURCE_EVENT[order.type] ?? []
  const stuck =
    event !== undefined &&
    order.lines.some((line) =>
      line.resourceIds.some((id) => world.resources.has(id) && !world.can('resources', id, event) && !openedBefore(world, order, id)),
    )
  if (stuck) return failOrder(world, order)
  const lines = order.lines.map((line) => deliver(world, order, line, from))
  const { customerId } = order
  const completed = world.transition('orders', orderId, ending, { lines, completedAt: world.clock.now() })
  world.emit({ type: 'order.completed', orderId, customerId })
  answerByItself(world, completed)
  return completed
}

/** The event of each type of order for its resources, and the fact it records. Other types change no resources. */
const RESOURCE_EVENT: Readonly<Partial<Record<Order['type'], readonly [event: EventOf<'resources'>, fact: keyof ResourceFacts]>>> = {
  new: ['open', 'resource.opened'],
  trial: ['open', 'resource.opened'],
  gift: ['open', 'resource.opened'],
  renewal: ['renew', 'resource.renewed'],
  'to-commercial': ['renew', 'resource.renewed'],
  change: ['change', 'resource.changed'],
  'to-period': ['change', 'resource.changed'],
  'to-on-demand': ['to-on-demand', 'resource.to-on-demand'],
}

/** Types of order that also apply to attached resources. */
const FOLLOWED: readonly Order['type'][] = ['renewal', 'to-on-demand']

function deliver(world: World, order: Order, line: OrderLine, from?: number): OrderLine {
  const [event, fact] = RESOURCE_EVENT[order.type] ?? []
  if (event === undefined || fact === undefined) return line
  let period: Pick<OrderLine, 'effectiveAt' | 'expireAt'> = {}
  for (const id of line.resourceIds) {
    const main = world.resources.get(id)
    if (!main) continue
    if (openedBefore(world, order, id)) {
      period = { effectiveAt: main.effectiveAt, ...(main.expireAt === undefined ? {} : { expireAt: main.expireAt }) }
      continue
    }
    period = periodOf(world, order, line, main, from)
    // Attached resources get the same end as their main resource; only the main one changes its product.
    for (const resource of followers(world, order, main)) {
      if (!world.can('resources', resource.id, event)) continue
      const product = resource.id === id ? { productId: line.productId } : {}
      const changes = { ...changesOf(order, resource, period), ...product, updatedAt: world.clock.now() }
      // Paying does not end a freeze for a violation (inferred): the period is extended, the freeze stays.
      const frozen = resource.status === 'frozen' && resource.frozenFor === 'violation'
      if (frozen) world.resources.change(resource.id, { ...changes, frozenFor: 'violation' })
      else world.transition('resources', resource.id, event, changes)
      const about = { resourceId: resource.id, customerId: order.customerId, orderId: order.id, was: resource.status }
      world.emit({ type: fact, ...about })
      if (event === 'renew' && resource.status === 'frozen' && !frozen) world.emit({ type: 'resource.unfrozen', ...about })
    }
  }
  return { ...line, ...period }
}

/** An activated licence code has already opened its resource; the order completes later (S-26). */
function openedBefore(world: World, order: Order, resourceId: string): boolean {
  const resource = world.resources.get(resourceId)
  if (resource?.orderId !== order.id || resource.status === 'creating') return false
  return [...world.licences.where('resource', resourceId)].some(({ status, kind }) => kind === 'code' && status === 'active')
}

/** A resource and what is attached to it, without resources that the order names itself. */
function followers(world: World, order: Order, main: Resource): readonly Resource[] {
  if (!FOLLOWED.includes(order.type)) return [main]
  const named = new Set(order.lines.flatMap((line) => line.resourceIds))
  return withAttached(world, main.id).filter((resource) => resource === main || !named.has(resource.id))
}

/** The period that a line pays for. A renewal begins at the present end (whole calendar months), everything else begins now. */
function periodOf(
  world: World,
  order: Order,
  line: OrderLine,
  resource: Resource,
  now = world.clock.now(),
): Pick<OrderLine, 'effectiveAt' | 'expireAt'> {
  const keeps = order.type === 'change' ? resource.expireAt : undefined
  const effectiveAt = order.type === 'renewal' ? (resource.expireAt ?? now) : now
  // A renewal was placed with its end, unless the resource's end has changed since.
  const placed = order.type === 'renewal' && line.effectiveAt === effectiveAt ? line.expireAt : undefined
  const expireAt = order.type === 'to-on-demand' ? undefined : (keeps ?? placed ?? endOf(effectiveAt, line.periodType, line.periodNum))
  return { effectiveAt, ...(expireAt === undefined ? {} : { expireAt }) }
}

function changesOf(
  order: Order,
  resource: Resource,
  { effectiveAt, expireAt }: Pick<OrderLine, 'effectiveAt' | 'expireAt'>,
): Patch<Resource> {
  switch (order.type) {
    case 'renewal':
      return { expireAt, frozenFor: undefined }
    case 'change':
      return {}
    case 'to-on-demand':
      return { expireAt: undefined, autoRenewTimes: undefined, expirePolicy: 0 }
    case 'to-period':
    case 'to-commercial':
      return { expireAt }
    default:
      return { effectiveAt: effectiveAt ?? resource.effectiveAt, expireAt }
  }
}

/** Refunds a failed order and makes it void; resources being created are closed. Records `order.failed` and `order.refunded`. */
export function failOrder(world: World, order: Order): Order {
  startFailing(world, order)
  return refundFailed(world, order)
}

/** First half: the order has failed, its money is not refunded yet. Records `order.failed`. */
export function startFailing(world: World, { id: orderId, customerId, resourceIds }: Order): void {
  world.transition('orders', orderId, 'fail')
  world.emit({ type: 'order.failed', orderId, customerId })
  for (const id of resourceIds)
    if (world.resources.get(id)?.status === 'creating') world.transition('resources', id, 'fail', { updatedAt: world.clock.now() })
}

/** Second half: money and stock are returned, the order is void. Records `order.refunded`. */
export function refundFailed(world: World, order: Order): Order {
  const { id: orderId, customerId } = order
  returnCash(world, customerId, partsOf(world, [order]))
  for (const [productId, count] of piecesOf([order])) takePieces(world, productId, -count)
  const failed = world.transition('orders', orderId, 'refund-failed-order', { completedAt: world.clock.now() })
  world.emit({ type: 'order.refunded', orderId, customerId })
  return failed
}

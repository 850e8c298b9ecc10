import { noteDebugged } from '../../world/entities/debugging.ts'
import type { Delivery, Order, OrderLine, OrderType } from '../../world/entities/entities.ts'
import type { FactOf } from '../../world/entities/facts/facts.ts'
import type { FactListeners, SomeWork, World } from '../../world/world-api.ts'
import { deliverByCall } from '../licences/identification.ts'
import { noteInterfaceFailure } from '../supervision/interface-failures.ts'
import { answerFor } from './answer.ts'
import { completeOrder, failOrder } from './complete.ts'
import { sellerOpens } from './fulfil.ts'

/** Plans the consequences of finished calls to sellers: answers complete orders, missing answers void them. */
function planConsequences(world: World, facts: readonly FactOf<'delivery.held' | 'delivery.succeeded' | 'delivery.given-up'>[]): void {
  for (const fact of facts) {
    // The answer to a call that was sent again changes nothing: the order lives by the answer to the first one.
    if (world.deliveries.get(fact.deliveryId)?.resends) continue
    if (fact.type === 'delivery.held') {
      // What a person holds has not failed.
      if (world.deliveries.get(fact.deliveryId)?.heldByHand) continue
      world.plan(world.clock.now(), 'call.held', { deliveryId: fact.deliveryId })
      continue
    }
    const { deliveryId, afterwards = '', resultCode } = fact
    const delivery = world.deliveries.get(deliveryId)
    if (delivery?.debugging && (fact.type === 'delivery.given-up' || delivery.cause !== 'hand')) continue
    const answeredWork = delivery?.debugging ? 'address.debugged' : 'order.answered'
    const work = fact.type === 'delivery.succeeded' ? answeredWork : 'order.unanswered'
    world.plan(world.clock.now(), work, { deliveryId, afterwards, ...(resultCode === undefined ? {} : { resultCode }) })
  }
}

export const deliveryListeners = {
  'delivery.held': planConsequences,
  'delivery.succeeded': planConsequences,
  'delivery.given-up': planConsequences,
} satisfies FactListeners

/** The consequences of sellers' answers. Each work first checks whether it still applies. */
export const deliveryWork = {
  /** A debugging call succeeded: its case is saved (koogallery.md 13). */
  'address.debugged'(world, about) {
    const delivery = world.deliveries.get(about.deliveryId)
    if (delivery && world.addresses.has(delivery.addressId))
      noteDebugged(world, delivery.addressId, [delivery.operation.slice(delivery.operation.indexOf('.') + 1)])
    return undefined
  },
  /** A call succeeded: its answer is stored, and the order that waited for it continues. */
  'order.answered'(world, about) {
    const { deliveryId } = about
    const delivery = world.deliveries.get(deliveryId)
    if (!delivery) return undefined
    keepInstance(world, delivery)
    const order = world.orders.get(delivery.orderId ?? '')
    if (order && delivery.operation === 'production-v1.getLicense') deliverByCall(world, delivery, order.id)
    else if (order && isAnswered(world, order)) completeOrder(world, order.id, beginningOf(order))
    return undefined
  },
  /**
   * A call waits for its restart (重新启动). The order of a licence 1.0 keeps its state and counts as failed (koogallery.md 8.3). For calls of
   * the kit the seller is notified by SMS and mail (S-40).
   */
  'call.held'(world, about) {
    const { deliveryId } = about
    const delivery = world.deliveries.get(deliveryId)
    if (delivery?.status !== 'held' || delivery.debugging) return undefined
    const { sellerId, orderId, use, operation } = delivery
    const order = world.orders.get(orderId ?? '')
    const more = orderId === undefined ? {} : { orderId }
    if (use === 'kit') world.emit({ type: 'seller.notified', sellerId, about: 'kit-call-failed', by: ['sms', 'mail'], deliveryId, ...more })
    else if (operation === 'production-v1.getLicense' && order) noteFailed(world, delivery, order)
    return undefined
  },
  /**
   * A call was given up. Where the vendor documents it, the order is void and refunded. When there is no longer an address to call, the
   * order completes like that of a seller without an address.
   */
  'order.unanswered'(world, about) {
    const { deliveryId, afterwards, resultCode } = about
    const delivery = world.deliveries.get(deliveryId)
    const order = world.orders.get(delivery?.orderId ?? '')
    if (!delivery || order?.status !== 'processing' || !isWaitedFor(order, delivery)) return undefined
    if (afterwards === 'cancel') {
      failOrder(world, order)
      // A check that the seller answered negatively is not a failure of the interface.
      if (delivery.operation !== 'production.changeInstanceCheck' || resultCode === undefined) noteFailed(world, delivery, order)
    } else if (afterwards === 'drop' && delivery.cause !== 'hand') completeOrder(world, order.id, beginningOf(order))
    return undefined
  },
} satisfies SomeWork

/** Counts the failure for the product of the call. */
function noteFailed(world: World, { orderLineId }: Delivery, order: Order): void {
  const line = order.lines.find(({ id }) => id === orderLineId) ?? order.lines[0]
  if (line) noteInterfaceFailure(world, line.productId)
}

/**
 * The call whose success completes the order, by version of the interface. V2.0 opens with the query after newInstance (koogallery.md 3.1).
 */
const LAST_CALL: Readonly<Partial<Record<OrderType, readonly string[]>>> = {
  new: ['production.queryInstance', 'production-v1.newInstance'],
  trial: ['production.queryInstance', 'production-v1.newInstance'],
  gift: ['production.queryInstance', 'production-v1.newInstance'],
  renewal: ['production.refreshInstance', 'production-v1.refreshInstance'],
  'to-commercial': ['production.refreshInstance', 'production-v1.refreshInstance'],
  change: ['production.upgradeInstance', 'production-v1.upgradeInstance'],
}

const FIRST_CALLS = ['production.newInstance', 'production.changeInstanceCheck']

function isWaitedFor(order: Order, { operation }: Delivery): boolean {
  return FIRST_CALLS.includes(operation) || (LAST_CALL[order.type] ?? []).includes(operation)
}

/** Online licences open with newInstance itself: their guide has no query (koogallery.md 8.4). */
function lastCallsOf(world: World, { type }: Order, line: OrderLine | undefined): readonly string[] {
  const opens = type === 'new' || type === 'trial' || type === 'gift'
  if (opens && world.products.get(line?.productId ?? '')?.delivery === 'online-licence')
    return ['production.newInstance', 'production-v1.newInstance']
  return LAST_CALL[type] ?? []
}

/** Whether the seller answered the last call for every line that the seller opens. */
function isAnswered(world: World, order: Order): boolean {
  if (order.status !== 'processing' || LAST_CALL[order.type] === undefined) return false
  const lineOf = (id: string | undefined) => order.lines.find((line) => line.id === id)
  const done = [...world.deliveries.where('order', order.id)].filter(
    ({ operation, status, debugging, resends, orderLineId }) =>
      status === 'succeeded' && !debugging && !resends && lastCallsOf(world, order, lineOf(orderLineId)).includes(operation),
  )
  const waiting = order.lines.filter((line) => sellerOpens(world, line.productId))
  return done.length > 0 && waiting.every((line) => done.some(({ orderLineId }) => orderLineId === line.id))
}

/** A trial becomes a purchase when it is paid, because the seller was told that time (inferred). Everything else begins at completion. */
const beginningOf = ({ type, paidAt }: Order) => (type === 'to-commercial' && paidAt !== undefined ? { from: paidAt } : {})

function keepInstance(world: World, { answer: answeredWork, resourceId, orderId }: Delivery): void {
  const resource = world.resources.get(resourceId ?? '')
  if (!resource || answeredWork?.instanceId === undefined) return
  const { instanceId: id, license: _license, ...rest } = answeredWork
  answerFor(world, resource.id, orderId ?? resource.orderId, { ...withoutTime(resource.instance), ...rest, id })
}

function withoutTime(instance: object | undefined) {
  const { answeredAt: _answeredAt, ...rest } = { answeredAt: 0, ...instance }
  return rest
}

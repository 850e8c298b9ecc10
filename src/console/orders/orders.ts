import { failOrder } from '../../commerce/ordering/complete.ts'
import { decideOrder } from '../../commerce/ordering/decide.ts'
import { moveSupervision } from '../../commerce/supervision/supervise.ts'
import type { operations } from '../../spec/generated/console.ts'
import type { EventOf } from '../../world/engine/machines.ts'
import type { Order } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { buyerOf } from '../buying/buy.ts'
import type { ConsoleBehaviours, ConsoleContext } from '../console-behaviour.ts'
import { orderOf } from '../subjects.ts'
import { orderState } from './order-state.ts'

type Listing = ConsoleContext<operations['ListOrders']>

/** States listed on the page of orders to be paid (待支付订单, S-11). */
const PENDING: readonly Order['status'][] = ['pending-payment', 'to-review', 'to-confirm', 'to-approve']

/** Listing orders, and decisions of others about them. */
export const orders: ConsoleBehaviours<'ListOrders' | 'ShowOrder' | 'ReviewOrder' | 'ConfirmOrder' | 'FailOrder'> = {
  ListOrders(context) {
    const { world, input } = context
    const { offset = 0, limit = 20 } = input.query
    const found = foundOrders(context)
    return { count: found.length, orders: found.slice(offset, offset + limit).map((order) => orderState(world, order)) }
  },

  ShowOrder(context) {
    return { order: orderState(context.world, orderOf(context, context.input.path.orderId)) }
  },

  ReviewOrder(context) {
    const { world, input } = context
    return { order: orderState(world, decide(context, input.path.orderId, input.body.pass, input.body.reason, REVIEW)) }
  },

  ConfirmOrder(context) {
    const { world, input } = context
    return { order: orderState(world, decide(context, input.path.orderId, input.body.confirm, input.body.reason, CONFIRMATION)) }
  },

  FailOrder(context) {
    const { world, input, fail } = context
    const order = orderOf(context, input.path.orderId)
    if (!world.can('orders', order.id, 'fail') || order.type === 'unsubscribe')
      return fail('wrong-state', `Order ${order.id} is ${order.status}: only what is in process can fail.`)
    return { order: orderState(world, giveUp(context, order)) }
  },
}

/** Ends an order that cannot be delivered: cancels its supervision, refunds it and makes it void. */
export function giveUp({ world }: Pick<ConsoleContext, 'world'>, order: Order): Order {
  world.unplan({ work: 'order.complete', about: { orderId: order.id } })
  if (world.can('supervisions', order.id, 'cancel')) moveSupervision(world, order.id, 'cancel', { by: 'vendor' })
  return failOrder(world, order)
}

interface Decision {
  readonly passed: EventOf<'orders'>
  readonly refused: EventOf<'orders'>
  readonly wanted: string
}
const REVIEW: Decision = { passed: 'review-passed', refused: 'review-refused', wanted: 'wait for a review' }
const CONFIRMATION: Decision = {
  passed: 'confirm',
  refused: 'confirmation-refused',
  wanted: 'wait for a confirmation',
}

function decide(
  context: Pick<ConsoleContext, 'world' | 'fail'>,
  id: string,
  yes: boolean,
  reason: string | undefined,
  how: Decision,
): Order {
  const { world, fail } = context
  const { id: orderId, status } = orderOf(context, id)
  const event = yes ? how.passed : how.refused
  if (!world.can('orders', orderId, event)) return fail('wrong-state', `Order ${orderId} is ${status}: it does not ${how.wanted}.`)
  decideOrder(world, orderId, event, reason)
  return orderOf(context, orderId)
}

/** The orders for a number in any letter case: one order, or all orders of a combined purchase. */
function ordersOfNumber(world: World, number: string): readonly Order[] {
  for (const id of new Set([number.toUpperCase(), number, number.toLowerCase()])) {
    const together = world.orders.where('combined', id).slice(0)
    if (together.length > 0) return together
    const order = world.orders.get(id)
    if (order) return [order]
  }
  return []
}

/** The orders that a query selects, newest first, read from the smallest suitable index. */
function foundOrders(context: Listing): Order[] {
  const { world, input } = context
  const { customer, order: number, pending = false, productType, orderType, status } = input.query
  const { id } = buyerOf(context, customer)
  const statuses = status === undefined ? (pending ? PENDING : []) : [status]
  const rows =
    number !== undefined
      ? ordersOfNumber(world, number)
      : statuses.length > 0
        ? statuses.flatMap((one) => world.orders.where('customer-status', `${id}|${one}`).slice(0))
        : orderType !== undefined
          ? world.orders.where('customer-type', `${id}|${orderType}`).slice(0)
          : productType !== undefined
            ? world.orders.where('customer-service', `${id}|${productType.toLowerCase()}`).slice(0)
            : world.orders.where('customer', id).slice(0)
  return rows
    .filter(
      (order) =>
        order.customerId === id &&
        (statuses.length === 0 || statuses.includes(order.status)) &&
        (!pending || PENDING.includes(order.status)) &&
        (orderType ?? order.type) === order.type &&
        (productType ?? order.serviceType).toLowerCase() === order.serviceType.toLowerCase(),
    )
    .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
}

import type { Order, OrderLine, OrderType, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { payable, plain, share, split } from './amounts.ts'
import type { LinePlacement } from './place.ts'

/** One line that paid for a resource, and the period it paid for. */
export interface PaidLine {
  readonly order: Order
  readonly line: OrderLine
  readonly resource: Resource
  /** Its cash part, fen. */
  readonly cash: number
  readonly from: number
  readonly to: number | undefined
}

const PAYS_FOR_TIME: readonly OrderType[] = ['new', 'renewal', 'change', 'to-period', 'to-commercial']

/** The lines that paid for a resource and were not refunded yet. */
export function paidLines(world: World, resource: Resource): PaidLine[] {
  const orders = new Map<string, Order>()
  const first = world.orders.get(resource.orderId)
  if (first) orders.set(first.id, first)
  for (const order of world.orders.where('resource', resource.id)) orders.set(order.id, order)
  const returned = new Set([...orders.values()].flatMap((order) => order.lines.flatMap((line) => baseLineOf(line) ?? [])))
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

/** How much of a payment is refunded. */
export interface Refunding {
  /** Refund everything, without a fee. */
  readonly whole?: boolean
  /** Handling fee in percent of the unused part. */
  readonly commission?: number
}

/**
 * The line that refunds a paid line: the payment less the consumed part, less the fee. Consumed = payment x time used / time paid for
 * (BILLING/unsubscription_topic_2000009), to the fen. Nothing of a period that has not begun is consumed.
 */
export function refundLine({ order, line, resource, cash, from, to }: PaidLine, now: number, how: Refunding): LinePlacement {
  const { whole = false, commission: percent = 0 } = how
  const used = to === undefined ? 1 : Math.min(to, Math.max(now, from)) - from
  const consumed = whole || now < from ? 0 : to === undefined || to <= from ? cash : share(cash, used, to - from)
  const left = cash - consumed
  const commission = whole || left <= 0 ? 0 : Math.round((left * percent) / 100)
  return {
    productId: line.productId,
    quantity: 1,
    amounts: { ...plain(0 - (left - commission)), consumed, commission },
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

/** The paid line that a line of a refund order refunds. */
export const baseLineOf = (line: OrderLine): string | undefined => line.extendParams?.find(({ name }) => name === BASE_LINE)?.value

/** The order that a line of a refund order refunds. */
export function baseOrderOf(order: Order, line: OrderLine): string | undefined {
  return line.extendParams?.find(({ name }) => name === BASE_ORDER)?.value ?? order.baseOrderId
}

import { payable } from '../../commerce/ordering/amounts.ts'
import type { components } from '../../spec/generated/koogallery.ts'
import { formatUtc } from '../../world/engine/calendar.ts'
import type { Order, OrderLine, OrderStatus } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { yuan } from '../bss/localised-names.ts'
import { ORDER_TYPE } from '../bss/order-types.ts'
import { BSS_ORDER_STATUS } from '../order-status.ts'
import { CHARGING_MODE, yuanText } from './order-info.ts'

type Schemas = components['schemas']

/**
 * An order for its buyer's software (bss-and-auth.md 11). The definition lists no numbers for state and type: they are those of the billing
 * API (inferred). The meaning of the three amounts is inferred too: list price, amount payable in cash, amount paid.
 */
export function buyersOrder(world: World, order: Order): Schemas['OrderInfoOpenApi'] {
  const { amounts, createdAt, paidAt, completedAt } = order
  return {
    order_id: order.id,
    ...(order.baseOrderId === undefined ? {} : { base_order_id: order.baseOrderId }),
    customer_id: order.customerId,
    customer_name: world.accounts.get(order.customerId)?.name ?? '',
    service_types: order.serviceType,
    status: BSS_ORDER_STATUS[order.status],
    order_type: ORDER_TYPE[order.type],
    order_amount: yuan(amounts.official),
    order_payable_amount: yuan(payable(amounts)),
    order_actual_amount: paidAt === undefined ? 0 : yuan(payable(amounts)),
    currency_after_discount: yuan(amounts.afterDiscount),
    measure_id: 1,
    create_time: formatUtc(createdAt),
    ...(paidAt === undefined ? {} : { payment_time: formatUtc(paidAt) }),
    update_time: formatUtc(completedAt ?? paidAt ?? createdAt),
  }
}

/** One line of an order for its buyer's software. */
export function buyersLine(world: World, order: Order, line: OrderLine): Schemas['OrderLineItemDataOpenApi'] {
  const product = world.products.get(line.productId)
  return {
    order_id: order.id,
    order_line_item_id: line.id,
    offering_id: line.productId,
    ...(product ? { product_name: `${product.name},${product.specDesc}`, charging_mode: CHARGING_MODE[product.chargingMode] } : {}),
    ...(line.periodType === undefined ? {} : { period_type: line.periodType, period_num: `${line.periodNum ?? 1}` }),
    subscription_num: Math.max(1, line.resourceIds.length),
    currency_after_discount: yuanText(line.amounts.afterDiscount),
    // Unit: pieces.
    resource_size: line.quantity,
    resource_measure_id: 14,
    status: lineStatus(world, order, line),
  }
}

/** States of a line. They have their own numbers: 7, 8 and 9 are not those of the billing API. */
const LINE_STATUS = {
  initialised: 7,
  'to-review': 7,
  'to-approve': 7,
  'to-confirm': 7,
  'pending-payment': 6,
  processing: 3,
  compensating: 3,
  'to-refund': 3,
  'to-ship': 3,
  'to-receive': 3,
  'to-pick-up': 3,
  exchanging: 3,
  'seller-to-receive': 3,
  completed: 1,
  cancelled: 4,
} as const satisfies Record<OrderStatus, number>

function lineStatus(world: World, order: Order, line: OrderLine): NonNullable<Schemas['OrderLineItemDataOpenApi']['status']> {
  if (order.type === 'unsubscribe') return LINE_STATUS[order.status]
  const back = givenBack(world, order, line)
  if (back) return back.status === 'completed' ? 8 : 9
  // Paid and void: it could not be opened.
  if (order.paidAt !== undefined && (order.status === 'cancelled' || order.status === 'to-refund')) return 2
  return LINE_STATUS[order.status]
}

/** The order that returns what the line bought, if any. */
function givenBack(world: World, order: Order, line: OrderLine): Order | undefined {
  for (const id of line.resourceIds)
    for (const other of world.orders.where('resource', id).reversed())
      if (other.type === 'unsubscribe' && other.unsubscribe?.type !== 2 && other.createdAt >= order.createdAt) return other
  return undefined
}

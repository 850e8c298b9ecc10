import { WorldError } from '../../world/engine/world-error.ts'
import type { Amounts, Order, OrderLine, OrderType, PeriodType } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { payOrder } from '../payment/pay.ts'
import { holdCoupons, paymentDeadlineOf } from '../payment/payment-deadline.ts'
import type { PaymentOptions } from '../payment/payment-options.ts'
import { plain, sum } from './amounts.ts'
import { priceOf, requireTime } from './periods.ts'

/** One item to buy. Without `amounts` the product's price applies. */
export interface LinePlacement {
  readonly productId: string
  readonly quantity: number
  readonly periodType?: PeriodType
  readonly periodNum?: number
  readonly amounts?: Amounts
  /** The product before a change. */
  readonly baseProductId?: string
  /** Resources that are changed; in a new order, the ids for its resources. */
  readonly resourceIds?: readonly string[]
  readonly effectiveAt?: number
  readonly expireAt?: number
  readonly extendParams?: OrderLine['extendParams']
}

/** Events that create an order; each leads to another first state. */
export type PlaceEvent = 'initialise' | 'place' | 'place-for-review' | 'place-for-confirmation' | 'place-for-approval' | 'place-refund'

/** What is ordered, by whom and how. */
export interface Placement {
  readonly customerId: string
  readonly type: OrderType
  readonly serviceType: string
  readonly lines: readonly LinePlacement[]
  /** source_type; default 1, the customer. */
  readonly source?: number
  /** Default: the account's user. */
  readonly createdBy?: string
  /** Resources that are changed; default: those of the lines. */
  readonly resourceIds?: readonly string[]
  readonly baseOrderId?: string
  /** Pays at once when the balance allows; else the order waits for payment. */
  readonly autoPay?: boolean
  /** Switches automatic renewal on for its resources. */
  readonly autoRenew?: boolean
  readonly enterpriseProjects?: Order['enterpriseProjects']
  readonly combinedId?: string
  readonly contractId?: string
  readonly indirectPartnerId?: string
  readonly returnUrl?: string
  readonly unsubscribe?: Order['unsubscribe']
  /** Coupons and a discount selected by the buyer. The coupons are reserved for the order. */
  readonly picked?: PaymentOptions
  /** Default `place`: straight to payment. */
  readonly event?: PlaceEvent
}

/**
 * Places an order: computes its price, assigns ids to it and its lines, sets the payment deadline and plans the cancellation then. Records
 * `order.placed`. Returns the order as it is afterwards: already paid when `autoPay` succeeded. Call it inside the behaviour's transaction.
 * @throws WorldError `order.customer`, `order.product` when the world does not contain them
 */
export function placeOrder(world: World, placement: Placement): Order {
  const { customerId, type, serviceType, event = 'place', autoPay, picked = {} } = placement
  const account = world.accounts.get(customerId)
  if (!account) throw new WorldError('order.customer', `There is no account "${customerId}" to order for.`)
  const id = world.ids.order()
  const lines = placement.lines.map((line, index) => makeLine(world, line, type, `${id}-${`${index + 1}`.padStart(6, '0')}`))
  const pays = event !== 'place-refund'
  const reserved = { couponIds: picked.coupons?.map((coupon) => coupon.id) ?? [], discountIds: picked.discount ? [picked.discount.id] : [] }
  const { baseOrderId, combinedId, contractId, indirectPartnerId, returnUrl, unsubscribe } = placement
  const order = world.transition('orders', id, event, {
    customerId,
    type,
    serviceType,
    source: placement.source ?? 1,
    createdBy: placement.createdBy ?? account.userName,
    lines,
    amounts: sum(lines.map((line) => line.amounts)),
    currency: 'CNY',
    createdAt: world.clock.now(),
    enterpriseProjects: placement.enterpriseProjects ?? [],
    resourceIds: placement.resourceIds ?? [...new Set(lines.flatMap((line) => line.resourceIds))],
    ...reserved,
    ...(pays ? { paymentDeadline: paymentDeadlineOf(world, reserved) } : {}),
    ...(baseOrderId === undefined ? {} : { baseOrderId }),
    ...(combinedId === undefined ? {} : { combinedId }),
    ...(contractId === undefined ? {} : { contractId }),
    ...(indirectPartnerId === undefined ? {} : { indirectPartnerId }),
    ...(returnUrl === undefined ? {} : { returnUrl }),
    ...(unsubscribe === undefined ? {} : { unsubscribe }),
    ...(autoPay === undefined ? {} : { autoPay }),
    ...(placement.autoRenew === undefined ? {} : { autoRenew: placement.autoRenew }),
  })
  holdCoupons(world, order)
  world.emit({ type: 'order.placed', orderId: id, customerId })
  if (order.paymentDeadline !== undefined) world.plan(order.paymentDeadline, 'order.deadline', { orderId: id })
  if (!autoPay || order.status !== 'pending-payment') return order
  const payment = payOrder(world, order, { outsideContract: world.setting('bss.contractOverlap') === 'paid', ...picked })
  return 'order' in payment ? payment.order : order
}

/** Orders that begin a period. */
const BEGINS: ReadonlySet<OrderType> = new Set(['new', 'renewal', 'to-period', 'gift', 'trial', 'to-commercial'])

function makeLine(world: World, line: LinePlacement, type: OrderType, id: string): OrderLine {
  const { productId, quantity, periodType, periodNum, baseProductId, resourceIds = [], effectiveAt, expireAt, extendParams } = line
  const product = world.products.get(productId)
  if (!product) throw new WorldError('order.product', `There is no product "${productId}" to order.`)
  if (BEGINS.has(type)) requireTime(world, periodType, periodNum, effectiveAt)
  const base = baseProductId === undefined ? undefined : world.products.get(baseProductId)
  const priced = () => {
    const price = priceOf(product, quantity, periodType, periodNum)
    // A change costs the difference of one period (inferred), unless the caller gives the amounts.
    return type === 'change' && base ? price - priceOf(base, quantity, periodType, periodNum) : price
  }
  return {
    id,
    productId,
    quantity,
    amounts: line.amounts ?? plain(type === 'trial' || type === 'gift' ? 0 : priced()),
    resourceIds,
    ...(periodType === undefined ? {} : { periodType }),
    ...(periodNum === undefined ? {} : { periodNum }),
    ...(baseProductId === undefined ? {} : { baseProductId }),
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
    ...(expireAt === undefined ? {} : { expireAt }),
    ...(extendParams === undefined ? {} : { extendParams }),
  }
}

import type { Coupon, Order } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { sum } from '../ordering/amounts.ts'
import { fulfil } from '../ordering/fulfil.ts'
import { createResources } from '../ordering/resources.ts'
import { spend, takePieces } from './account.ts'
import { overlapsContract } from './contract.ts'
import { couponRefusal, customerRefusal, orderRefusal, type PayRefusal, piecesOf, type Refused, shortage } from './may-pay.ts'
import { freeCoupons } from './payment-deadline.ts'
import type { PaymentOptions } from './payment-options.ts'
import { applyCoupon, applyDiscount, moneyOff, type Part, partsOf, tooCheapFor } from './reductions.ts'

/** The paid order, or the reason why nothing was paid. */
export type Payment = { readonly order: Order } | Refused

/** Pays one order. Orders of a combined transaction are refused: pay those with `payTogether`. */
export function payOrder(world: World, order: Order, how: PaymentOptions = {}): Payment {
  if (order.combinedId !== undefined) return { refused: 'combined' }
  const result = payTogether(world, [order], how)
  return 'refused' in result ? result : { order: result.orders[0]! }
}

/**
 * Pays orders of one customer together: applies discount and coupons, charges the rest to the cash account (and to budget, funds of
 * enterprise projects and stock, where these are limited), moves the orders on to processing and plans their completion. A refused payment
 * changes nothing. Every way of paying, by an API or in the console, uses this function. Records `account.charged`, `coupon.used` and
 * `order.paid`.
 */
export function payTogether(
  world: World,
  orders: readonly Order[],
  how: PaymentOptions = {},
): { readonly orders: readonly Order[] } | Refused {
  const now = world.clock.now()
  const customerId = orders[0]!.customerId
  const refusal = orderRefusal(world, orders) ?? unconfirmed(world, orders, how)
  if (refusal) return refusal
  const parts = partsOf(world, orders)
  const taken = couponRefusal(world, orders, how) ?? customerRefusal(world, customerId) ?? reduce(world, parts, how)
  if (typeof taken === 'string') return { refused: taken }
  const short = shortage(world, orders, parts)
  if (short) return short
  spend(world, customerId, parts)
  for (const [id, count] of piecesOf(orders)) takePieces(world, id, count)
  const paid = orders.map((order) => settle(world, order, parts, how, now))
  for (const { coupon, spent } of taken) {
    const left = coupon.balance - spent
    const gone = left === 0 || coupon.type === 300
    const orderId = orders[0]!.id
    world.transition('coupons', coupon.id, gone ? 'use' : 'draw', {
      balance: left,
      lastUsedAt: now,
      usedByOrderId: gone ? orderId : undefined,
    })
    world.emit({ type: 'coupon.used', couponId: coupon.id, customerId, orderId })
  }
  for (const order of orders) freeCoupons(world, order)
  return { orders: paid }
}

/** Orders that overlap the standard contract, without a confirmation that they are outside it (S-13). */
function unconfirmed(world: World, orders: readonly Order[], { outsideContract }: PaymentOptions): Refused | undefined {
  const blocking = outsideContract === true ? [] : orders.filter((order) => overlapsContract(world, order))
  return blocking.length > 0 ? { refused: 'outside-contract', blocking } : undefined
}

/**
 * Applies all reductions to the parts and returns what each coupon paid. The discount comes first, then coupons in the order from discount
 * coupon to stored-value card.
 */
function reduce(
  world: World,
  parts: readonly Part[],
  { coupons = [], discount }: PaymentOptions,
): PayRefusal | readonly { readonly coupon: Coupon; readonly spent: number }[] {
  if (discount) {
    const off = moneyOff(world, discount, parts)
    if (off.size === 0) return 'discount-not-applicable'
    applyDiscount(discount, off)
  }
  if (coupons.some((coupon) => tooCheapFor(coupon, parts))) return 'below-lowest-discount'
  return [...coupons].sort((a, b) => a.type - b.type).map((coupon) => ({ coupon, spent: applyCoupon(coupon, parts) }))
}

function settle(world: World, order: Order, parts: readonly Part[], { coupons = [], discount }: PaymentOptions, now: number): Order {
  const { id, customerId } = order
  const own = parts.filter((part) => part.order === order)
  const lines = order.lines.map((line) => ({ ...line, amounts: own.find((part) => part.lineId === line.id)?.amounts ?? line.amounts }))
  world.transition('orders', id, 'pay', {
    lines,
    amounts: sum(own.map((part) => part.amounts)),
    paidAt: now,
    couponIds: [...new Set([...usedBefore(world, order), ...coupons.map((coupon) => coupon.id)])],
    discountIds: [...new Set([...(order.amounts.discounts.length > 0 ? order.discountIds : []), ...(discount ? [discount.id] : [])])],
  })
  world.unplan({ work: 'order.deadline', about: { orderId: id } })
  world.emit({ type: 'order.paid', orderId: id, customerId })
  const paid = createResources(world, id)
  fulfil(world, paid)
  // Read again: hardware changes its state at once.
  return world.orders.get(id) ?? paid
}

/** Coupons that are already part of an order's amounts; reserved coupons are not. */
const usedBefore = (world: World, { couponIds }: Order) => couponIds.filter((id) => world.coupons.get(id)?.status !== 'usable')

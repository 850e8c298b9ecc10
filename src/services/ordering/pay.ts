import type { Coupon, Discount, Order } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'
import { charge } from './account.ts'
import { payable, sum } from './amounts.ts'
import { fulfil } from './fulfil.ts'
import { applyCoupon, applyDiscount, excludes, isUsable, moneyOff, type Part, partsOf, tooCheapFor } from './reductions.ts'
import { createResources } from './resources.ts'

/** With what an order is paid, beside the cash account. */
export interface PayHow {
  readonly coupons?: readonly Coupon[]
  readonly discount?: Discount
}

/** Why nothing was paid. Whoever asked turns it into the vendor's code. */
export type PayRefusal =
  | 'combined'
  | 'status-changed'
  | 'deadline-passed'
  | 'discount-not-applicable'
  | 'coupon-used'
  | 'coupon-unusable'
  | 'coupon-excludes-discount'
  | 'below-lowest-discount'
  | 'voucher-and-discount-coupon'
  | 'balance-insufficient'

/** The order as it is when paid, or why nothing was paid. */
export type Payment = { readonly order: Order } | { readonly refused: PayRefusal }

/** Pays one order. A part of a combined transaction is refused: those are paid together, by `payTogether`. */
export function payOrder(world: World, order: Order, how: PayHow = {}): Payment {
  if (order.combinedId !== undefined) return { refused: 'combined' }
  const result = payTogether(world, [order], how)
  return 'refused' in result ? result : { order: result.orders[0]! }
}

/**
 * Pays orders of one customer in one go: takes discount and coupons off, charges the cash account with the rest and moves the
 * orders on to processing; their completion is planned. Nothing happens when it is refused.
 * Tells `account.charged`, `coupon.used` and `order.paid`.
 */
export function payTogether(
  world: World,
  orders: readonly Order[],
  how: PayHow = {},
): { readonly orders: readonly Order[] } | { readonly refused: PayRefusal } {
  const now = world.clock.now()
  const parts = partsOf(world, orders)
  const taken = refusal(world, orders, how, now) ?? reduce(world, parts, how)
  if (typeof taken === 'string') return { refused: taken }
  const due = parts.reduce((all, part) => all + payable(part.amounts), 0)
  const customerId = orders[0]!.customerId
  const balance = world.accounts.get(customerId)?.balance ?? 0
  if (due > balance) return { refused: 'balance-insufficient' }
  charge(world, customerId, due)
  const paid = orders.map((order) => settle(world, order, parts, how, now))
  for (const { coupon, spent } of taken) {
    const left = coupon.balance - spent
    const gone = left === 0 || coupon.type === 300
    const orderId = orders[0]!.id
    world.transition('coupons', coupon.id, gone ? 'use' : 'draw', {
      balance: left,
      lastUsedAt: now,
      ...(gone ? { usedByOrderId: orderId } : {}),
    })
    world.tell({ type: 'coupon.used', couponId: coupon.id, customerId, orderId })
  }
  return { orders: paid }
}

function refusal(world: World, orders: readonly Order[], { coupons = [], discount }: PayHow, now: number): PayRefusal | undefined {
  // Nobody paid in time: the order was cancelled for it, or will be in a moment.
  const late = (order: Order) => order.paymentDeadline !== undefined && order.paymentDeadline <= now
  if (orders.some((order) => late(order) && ['pending-payment', 'cancelled'].includes(order.status))) return 'deadline-passed'
  if (orders.some((order) => !world.can('orders', order.id, 'pay'))) return 'status-changed'
  if (new Set(coupons.map((coupon) => coupon.id)).size < coupons.length) return 'coupon-used'
  const locked = (coupon: Coupon) => coupon.usedByOrderId !== undefined && !orders.some((order) => order.id === coupon.usedByOrderId)
  if (coupons.some((coupon) => coupon.status === 'used' || coupon.balance <= 0 || locked(coupon))) return 'coupon-used'
  if (coupons.some((coupon) => !isUsable(coupon, now))) return 'coupon-unusable'
  if (coupons.some((coupon) => coupon.type === 300) && coupons.some((coupon) => coupon.type === 301)) return 'voucher-and-discount-coupon'
  if (discount && coupons.some((coupon) => excludes(coupon, discount))) return 'coupon-excludes-discount'
  return undefined
}

/** Takes everything off the parts; returns what each coupon gave. The discount comes first, then coupons from discount coupon to card. */
function reduce(
  world: World,
  parts: readonly Part[],
  { coupons = [], discount }: PayHow,
): PayRefusal | readonly { readonly coupon: Coupon; readonly spent: number }[] {
  if (discount) {
    const off = moneyOff(world, discount, parts)
    if (off.size === 0) return 'discount-not-applicable'
    applyDiscount(discount, off)
  }
  if (coupons.some((coupon) => tooCheapFor(coupon, parts))) return 'below-lowest-discount'
  return [...coupons].sort((a, b) => a.type - b.type).map((coupon) => ({ coupon, spent: applyCoupon(coupon, parts) }))
}

function settle(world: World, order: Order, parts: readonly Part[], { coupons = [], discount }: PayHow, now: number): Order {
  const { id, customerId } = order
  const own = parts.filter((part) => part.order === order)
  const lines = order.lines.map((line) => ({ ...line, amounts: own.find((part) => part.lineId === line.id)?.amounts ?? line.amounts }))
  world.transition('orders', id, 'pay', {
    lines,
    amounts: sum(own.map((part) => part.amounts)),
    paidAt: now,
    couponIds: [...order.couponIds, ...coupons.map((coupon) => coupon.id)],
    discountIds: [...order.discountIds, ...(discount ? [discount.id] : [])],
  })
  world.unplan({ work: 'order.deadline', about: { orderId: id } })
  world.tell({ type: 'order.paid', orderId: id, customerId })
  const paid = createResources(world, id)
  fulfil(world, paid)
  return paid
}

import { addPeriod, inShanghai } from '../../world/engine/calendar.ts'
import type { Coupon, Order, OrderLine, OrderType } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { payable } from '../ordering/amounts.ts'
import { fundsOf } from './account.ts'
import type { PaymentOptions } from './payment-options.ts'
import { excludes, isUsable, type Part } from './reductions.ts'

/** Reasons why a payment is refused. Callers translate them into the vendor's codes. */
export type PayRefusal =
  | 'combined'
  | 'status-changed'
  | 'deadline-passed'
  | 'being-paid'
  | 'begins-before'
  | 'outside-contract'
  | 'too-frequent'
  | 'transactions-used-up'
  | 'no-tax-rate'
  | 'discount-not-applicable'
  | 'coupon-used'
  | 'coupon-unusable'
  | 'coupon-excludes-discount'
  | 'below-lowest-discount'
  | 'voucher-and-discount-coupon'
  | 'marketplace-and-dedicated'
  | 'sold-out'
  | 'project-fund'
  | 'budget'
  | 'balance-insufficient'

/** A refusal, with the orders, lines or enterprise projects concerned when it does not concern all. */
export interface Refused {
  readonly refused: PayRefusal
  readonly blocking?: readonly Order[]
  readonly lines?: readonly OrderLine[]
  readonly projects?: Order['enterpriseProjects']
}

/**
 * Why exactly these orders cannot be paid now, as far as it depends on them: state, deadline, a payment in progress, combined orders left
 * out.
 */
export function orderRefusal(world: World, orders: readonly Order[]): Refused | undefined {
  const now = world.clock.now()
  const among = (refused: PayRefusal, blocks: (order: Order) => boolean): Refused | undefined => {
    const found = orders.filter(blocks)
    return found.length > 0 ? { refused, blocking: found } : undefined
  }
  // The deadline has passed: the order was cancelled for it, or is about to be.
  const late = ({ paymentDeadline, status }: Order) =>
    paymentDeadline !== undefined && paymentDeadline <= now && ['pending-payment', 'cancelled'].includes(status)
  return (
    leftOut(world, orders) ??
    among('deadline-passed', late) ??
    among('status-changed', ({ id }) => !world.can('orders', id, 'pay')) ??
    among('being-paid', ({ paying }) => paying !== undefined) ??
    among('begins-before', ({ startsAt }) => startsAt !== undefined && startsAt <= now)
  )
}

/** Unpaid orders of the same combined transactions that are not among these orders (S-12). */
function leftOut(world: World, orders: readonly Order[]): Refused | undefined {
  const included = new Set(orders.map(({ id }) => id))
  const missing = orders.flatMap(({ combinedId, customerId }) =>
    combinedId === undefined
      ? []
      : [...world.orders.where('combined', combinedId)].filter(
          (order) => order.customerId === customerId && order.status === 'pending-payment' && !included.has(order.id),
        ),
  )
  const found = [...new Map(missing.map((order) => [order.id, order])).values()]
  return found.length > 0 ? { refused: 'combined', blocking: found } : undefined
}

/** Why the customer cannot pay anything now: limits on number and frequency, or an unknown tax rate. */
export function customerRefusal(world: World, customerId: string): PayRefusal | undefined {
  const account = world.accounts.get(customerId)
  const now = world.clock.now()
  const paid = (from: number) => new Set([...world.orders.range('customer-paid', customerId, from)].filter(isPurchase).map(paymentOf)).size
  const interval = addPeriod(now, world.setting('bss.paymentInterval')) - now
  if (interval > 0 && paid(now - interval + 1) > 0) return 'too-frequent'
  if (account?.paymentsPerDay !== undefined && paid(dayOf(now)) >= account.paymentsPerDay) return 'transactions-used-up'
  return account?.taxRate === 'unknown' ? 'no-tax-rate' : undefined
}

/** Unsubscriptions have a payment time too, but their money flows back. */
const isPurchase = ({ type }: Order) => type !== 'unsubscribe'

/** Orders that were paid together are one payment. */
const paymentOf = ({ id, combinedId }: Order) => combinedId ?? id

/** The first moment of the day in UTC+8. That the vendor counts days that way is inferred. */
function dayOf(now: number): number {
  const local = inShanghai(now)
  return now - (local - Math.floor(local / 86_400_000) * 86_400_000)
}

/** Why these coupons cannot be used: alone, together, or with the discount. */
export function couponRefusal(world: World, orders: readonly Order[], { coupons = [], discount }: PaymentOptions): PayRefusal | undefined {
  const now = world.clock.now()
  if (new Set(coupons.map((coupon) => coupon.id)).size < coupons.length) return 'coupon-used'
  const locked = (coupon: Coupon) => coupon.usedByOrderId !== undefined && !orders.some((order) => order.id === coupon.usedByOrderId)
  if (coupons.some((coupon) => coupon.status === 'used' || coupon.balance <= 0 || locked(coupon))) return 'coupon-used'
  if (coupons.some((coupon) => !isUsable(coupon, now))) return 'coupon-unusable'
  if (coupons.some((coupon) => coupon.type === 300) && coupons.some((coupon) => coupon.type === 301)) return 'voucher-and-discount-coupon'
  // A coupon that is both does not exclude itself.
  const [shop, own] = [coupons.filter((coupon) => coupon.marketplace), coupons.filter((coupon) => coupon.dedicated && coupon.type === 301)]
  if (shop.some((coupon) => own.some((other) => other !== coupon))) return 'marketplace-and-dedicated'
  if (discount && coupons.some((coupon) => excludes(coupon, discount))) return 'coupon-excludes-discount'
  return undefined
}

/** Orders that reduce a product's stock. */
const TAKES: readonly OrderType[] = ['new', 'trial', 'gift']

/** How much these orders reduce the stock of each product. */
export function piecesOf(orders: readonly Order[]): ReadonlyMap<string, number> {
  const pieces = new Map<string, number>()
  for (const { type, lines } of orders) {
    if (!TAKES.includes(type)) continue
    for (const { productId, quantity } of lines) pieces.set(productId, (pieces.get(productId) ?? 0) + quantity)
  }
  return pieces
}

/**
 * What is insufficient for these parts: stock, an enterprise project's fund, the organisation's budget, the balance - checked in that order
 * (inferred).
 */
export function shortage(world: World, orders: readonly Order[], parts: readonly Part[]): Refused | undefined {
  const account = world.accounts.get(orders[0]!.customerId)
  const due = parts.reduce((all, part) => all + payable(part.amounts), 0)
  const pieces = [...piecesOf(orders)].filter(([id, count]) => count > (world.products.get(id)?.stock ?? count)).map(([id]) => id)
  if (pieces.length > 0)
    return { refused: 'sold-out', lines: orders.flatMap(({ lines }) => lines.filter(({ productId }) => pieces.includes(productId))) }
  const funds = fundsOf(parts)
  const projects = account?.enterpriseProjects?.filter(({ id, fund }) => fund !== undefined && (funds.get(id) ?? 0) > fund) ?? []
  if (projects.length > 0) return { refused: 'project-fund', projects: projects.map(({ id, name }) => ({ id, name })) }
  if (due > (account?.budget ?? due)) return { refused: 'budget' }
  return due > (account?.balance ?? 0) ? { refused: 'balance-insufficient' } : undefined
}

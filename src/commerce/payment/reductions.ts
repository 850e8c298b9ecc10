import type { Amounts, Coupon, Discount, Order } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { discounted, payable, split } from '../ordering/amounts.ts'

/** One priced part of a payment: a line of an order, or an order without lines. */
export interface Part {
  readonly order: Order
  readonly lineId?: string
  readonly serviceType: string
  amounts: Amounts
}

/** The parts of orders that are paid together, in the same order. */
export function partsOf(world: World, orders: readonly Order[]): Part[] {
  return orders.flatMap((order): Part[] =>
    order.lines.length === 0
      ? [{ order, serviceType: order.serviceType, amounts: order.amounts }]
      : order.lines.map((line) => ({
          order,
          lineId: line.id,
          serviceType: world.products.get(line.productId)?.serviceType ?? order.serviceType,
          amounts: line.amounts,
        })),
  )
}

/** The vendor's codes of reductions in an order's amounts, by type of discount. The code of type 1 (contract) is inferred. */
const DISCOUNT_CODE: Readonly<Record<Discount['type'], string>> = { 0: '200', 1: '603', 2: '605', 3: '607', 609: '609' }
const DISCOUNT_COUPON_CODE = '300'

/** What a discount takes off each part, fen. Empty when it applies to none of them now. */
export function moneyOff(world: World, discount: Discount, parts: readonly Part[]): Map<Part, number> {
  const off = new Map<Part, number>()
  if (discount.endsAt !== undefined && discount.endsAt <= world.clock.now()) return off
  const kinds = discount.serviceTypes?.map((kind) => kind.toLowerCase())
  const touched = parts.filter((part) => part.amounts.afterDiscount > 0 && (!kinds || kinds.includes(part.serviceType.toLowerCase())))
  const prices = touched.map((part) => part.amounts.afterDiscount)
  const whole = prices.reduce((a, b) => a + b, 0)
  const shares =
    discount.ratio !== undefined
      ? prices.map((price) => price - Math.round(price * (discount.ratio ?? 1)))
      : split(Math.min(whole, discount.off ?? Math.max(0, whole - (discount.fixed ?? whole))), prices)
  for (const [index, part] of touched.entries()) if ((shares[index] ?? 0) > 0) off.set(part, shares[index] ?? 0)
  return off
}

/** Applies the result of `moneyOff` to the parts. */
export function applyDiscount(discount: Discount, off: ReadonlyMap<Part, number>): void {
  for (const [part, amount] of off) part.amounts = discounted(part.amounts, DISCOUNT_CODE[discount.type], amount)
}

const MEMBER = { 301: 'voucher', 302: 'cashCoupon', 303: 'storedCard' } as const

/**
 * Uses a coupon's balance for the parts, as far as there is something left to pay, and returns the fen used. A discount coupon counts as a
 * discount, because the amounts have no member for it. Its rate is not published, so its balance is taken as an amount (inferred).
 */
export function applyCoupon(coupon: Coupon, parts: readonly Part[]): number {
  const open = parts.map((part) => Math.max(0, payable(part.amounts)))
  const spent = Math.min(
    coupon.balance,
    open.reduce((a, b) => a + b, 0),
  )
  const shares = split(spent, open)
  for (const [index, part] of parts.entries()) {
    const share = shares[index] ?? 0
    if (coupon.type === 300) part.amounts = discounted(part.amounts, DISCOUNT_COUPON_CODE, share)
    else part.amounts = { ...part.amounts, [MEMBER[coupon.type]]: part.amounts[MEMBER[coupon.type]] + share }
  }
  return spent
}

/** The limit of a coupon that concerns each type of discount; none concerns 609. */
const EXCLUSION: Readonly<Partial<Record<Discount['type'], string>>> = {
  0: 'simultaneousUseWithPromotionDiscount',
  1: 'simultaneousUseWithContractDiscount',
  2: 'simultaneousUseWithContractDiscount',
  3: 'simultaneousUseWithEmpowerDiscount',
}

/** Whether a coupon's limits exclude that discount. */
export function excludes(coupon: Coupon, discount: Discount): boolean {
  const key = EXCLUSION[discount.type]
  return coupon.limits.some((limit) => limit.key === key && Number(limit.value1) === 0)
}

/** True when every part is discounted below the coupon's limit (minConsumeDiscount, a share of the list price). */
export function tooCheapFor(coupon: Coupon, parts: readonly Part[]): boolean {
  const least = coupon.limits.find((limit) => limit.key === 'minConsumeDiscount')?.value1
  if (least === undefined) return false
  return parts.every(({ amounts }) => amounts.official > 0 && amounts.afterDiscount / amounts.official < Number(least))
}

/** Whether the coupon can be used now for any order. */
export function isUsable(coupon: Coupon, now: number): boolean {
  return (
    coupon.status === 'usable' && coupon.activated !== false && coupon.balance > 0 && coupon.effectiveAt <= now && now < coupon.expireAt
  )
}

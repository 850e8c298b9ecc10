import type { Amounts } from '../../world/entities/entities.ts'

const NOTHING: Amounts = {
  official: 0,
  afterDiscount: 0,
  discounts: [],
  cashCoupon: 0,
  voucher: 0,
  storedCard: 0,
  commission: 0,
  consumed: 0,
}

/** A list price in fen with nothing taken off yet. */
export function plain(official: number): Amounts {
  return { ...NOTHING, official, afterDiscount: official }
}

/** Several amounts as one; money off is added up per kind. */
export function sum(all: readonly Amounts[]): Amounts {
  const total = { ...NOTHING }
  const off = new Map<string, number>()
  for (const one of all) {
    total.official += one.official
    total.afterDiscount += one.afterDiscount
    total.cashCoupon += one.cashCoupon
    total.voucher += one.voucher
    total.storedCard += one.storedCard
    total.commission += one.commission
    total.consumed += one.consumed
    for (const { type, amount } of one.discounts) off.set(type, (off.get(type) ?? 0) + amount)
  }
  return { ...total, discounts: [...off].map(([type, amount]) => ({ type, amount })) }
}

/** What the cash account pays: coupons and cards are not part of `afterDiscount`, so they come off here. */
export function payable(amounts: Amounts): number {
  return amounts.afterDiscount - amounts.cashCoupon - amounts.voucher - amounts.storedCard
}

/** Takes `off` fen from the price, under the vendor's code for that kind of discount. */
export function discounted(amounts: Amounts, type: string, off: number): Amounts {
  if (off === 0) return amounts
  return {
    ...amounts,
    afterDiscount: amounts.afterDiscount - off,
    discounts: sum([amounts, { ...NOTHING, discounts: [{ type, amount: off }] }]).discounts,
  }
}

/**
 * Shares whole fen out in proportion to the weights; the shares add up to `total` exactly. What rounding leaves goes to the
 * largest remainders, the earlier one first. Without any weight the first takes all.
 */
export function split(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((a, b) => a + b, 0)
  if (all === 0) return weights.map((_, index) => (index === 0 ? total : 0))
  const exact = weights.map((weight) => (total * weight) / all)
  const shares = exact.map(Math.floor)
  const left = total - shares.reduce((a, b) => a + b, 0)
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of order.slice(0, left)) shares[index]! += 1
  return shares
}

/** `part / whole` of an amount in whole fen, half a fen rounded up. Exact however large the numbers are: times are milliseconds. */
export function share(amount: number, part: number, whole: number): number {
  if (whole <= 0) return 0
  const [twice, of] = [2n * BigInt(amount) * BigInt(part), BigInt(whole)]
  const up = twice + of
  const down = up / (2n * of)
  return Number(up < 0n && up % (2n * of) !== 0n ? down - 1n : down)
}

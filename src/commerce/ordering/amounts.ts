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

/** Amounts of a list price in fen without reductions. */
export function plain(official: number): Amounts {
  return { ...NOTHING, official, afterDiscount: official }
}

/** The sum of several amounts. Discounts are summed by type. */
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

/** The cash part. `afterDiscount` still contains coupons and cards, so they are subtracted here. */
export function payable(amounts: Amounts): number {
  return amounts.afterDiscount - amounts.cashCoupon - amounts.voucher - amounts.storedCard
}

/** The amounts reduced by `off` fen, under the vendor's code for that type of discount. */
export function discounted(amounts: Amounts, type: string, off: number): Amounts {
  if (off === 0) return amounts
  return {
    ...amounts,
    afterDiscount: amounts.afterDiscount - off,
    discounts: sum([amounts, { ...NOTHING, discounts: [{ type, amount: off }] }]).discounts,
  }
}

/**
 * Divides whole fen in proportion to the weights; the parts add up to exactly `total`. Rounding differences go to the largest remainders,
 * earlier ones first. If all weights are zero, the first part gets everything.
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

/** `part / whole` of an amount in whole fen, half a fen rounded up. Exact for large numbers, because times are milliseconds. */
export function share(amount: number, part: number, whole: number): number {
  if (whole <= 0) return 0
  const [twice, of] = [2n * BigInt(amount) * BigInt(part), BigInt(whole)]
  const up = twice + of
  const down = up / (2n * of)
  return Number(up < 0n && up % (2n * of) !== 0n ? down - 1n : down)
}

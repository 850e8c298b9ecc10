import type { Amounts, Order, OrderLine } from '../world/entities/entities.ts'
import { malformed, type Raw } from '../world/entities/shapes/read-shape.ts'
import type { World } from '../world/world-api.ts'

const SUMS = ['cashCoupon', 'voucher', 'storedCard', 'commission', 'consumed'] as const

/** Fills in missing line ids and amounts: a line costs price × quantity × periods, an order costs the sum of its lines. */
export function completeOrder(world: World, read: Record<string, unknown>, raw: Raw, where: string): Order {
  const order = read as unknown as Order
  const lines = order.lines.map((line, index): OrderLine => {
    const product = world.products.get(line.productId)
    const official = (product?.price ?? 0) * line.quantity * (line.periodNum ?? 1)
    const id = line.id ?? `${order.id}-${`${index + 1}`.padStart(6, '0')}`
    return { ...line, id, amounts: completeAmounts(line.amounts, official) }
  })
  if (raw['amounts'] !== undefined) return { ...order, lines, amounts: completeAmounts(order.amounts, 0) }
  if (lines.length === 0) throw malformed(`${where}.amounts`, 'is missing, and there are no lines to add up.')
  const sum = (name: (typeof SUMS)[number] | 'official' | 'afterDiscount') => lines.reduce((all, line) => all + line.amounts[name], 0)
  const amounts: Amounts = {
    official: sum('official'),
    afterDiscount: sum('afterDiscount'),
    discounts: lines.flatMap((line) => line.amounts.discounts),
    cashCoupon: sum('cashCoupon'),
    voucher: sum('voucher'),
    storedCard: sum('storedCard'),
    commission: sum('commission'),
    consumed: sum('consumed'),
  }
  return { ...order, lines, amounts }
}

/** Fills in the missing amounts of an order or line. */
export function completeAmounts(given: Partial<Amounts> | undefined, price: number): Amounts {
  const official = given?.official ?? price
  const discounts = given?.discounts ?? []
  const reduced = discounts.reduce((all, { amount }) => all + amount, 0)
  const none = { cashCoupon: 0, voucher: 0, storedCard: 0, commission: 0, consumed: 0 }
  return { official, afterDiscount: official - reduced, ...none, ...given, discounts }
}

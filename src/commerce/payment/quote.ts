import type { Order } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { payable } from '../ordering/amounts.ts'
import type { PaymentOptions } from './payment-options.ts'
import { applyCoupon, applyDiscount, moneyOff, partsOf } from './reductions.ts'

/** The cash needed for orders with these reductions, fen. Changes nothing and refuses nothing; paying does. */
export function quote(world: World, orders: readonly Order[], { coupons = [], discount }: PaymentOptions): number {
  const parts = partsOf(world, orders)
  if (discount) applyDiscount(discount, moneyOff(world, discount, parts))
  for (const coupon of [...coupons].sort((a, b) => a.type - b.type)) applyCoupon(coupon, parts)
  return parts.reduce((all, part) => all + payable(part.amounts), 0)
}

import type { Order } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { afterSetting } from '../ordering/periods.ts'

/**
 * The payment deadline for a payment period that starts now: after `bss.paymentDeadline`, or at the end of a selected coupon or promotion
 * if that is earlier. Contract, commercial and partner discounts do not shorten it (bss-and-auth.md 10.4).
 */
export function paymentDeadlineOf(world: World, { couponIds, discountIds }: Pick<Order, 'couponIds' | 'discountIds'>): number {
  const now = world.clock.now()
  const ends = [
    ...couponIds.map((id) => world.coupons.get(id)?.expireAt),
    ...discountIds.flatMap((id) => world.discounts.get(id) ?? []).map(({ type, endsAt }) => (type === 0 ? endsAt : undefined)),
  ]
  return Math.min(afterSetting(world, 'bss.paymentDeadline'), ...ends.filter((at) => at !== undefined && at > now).map(Number))
}

/** Reserves coupons for an order: no other order can use them until it is paid or cancelled (`used_by_order_id`). */
export function holdCoupons(world: World, { id: orderId, couponIds }: Order): void {
  for (const id of couponIds) if (world.coupons.get(id)?.usedByOrderId === undefined) world.coupons.change(id, { usedByOrderId: orderId })
}

/** Releases coupons that were reserved for an order and not used. */
export function freeCoupons(world: World, { id: orderId, couponIds }: Order): void {
  for (const id of couponIds) {
    const coupon = world.coupons.get(id)
    if (coupon?.status === 'usable' && coupon.usedByOrderId === orderId) world.coupons.change(id, { usedByOrderId: undefined })
  }
}

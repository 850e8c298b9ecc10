import type { Coupon, Order } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { split } from '../ordering/amounts.ts'
import { baseLineOf, baseOrderOf } from '../ordering/paid-lines.ts'

/** Types of coupon that a full refund returns. Discount coupons (300) are not returned (BILLING/fragments). */
const RETURNED = { 301: 'voucher', 302: 'cashCoupon', 303: 'storedCard' } as const

/**
 * Returns what coupons and cards had paid for everything in a full refund. Where several coupons of one type paid for one order, the
 * earlier one is filled first (inferred). Coupons that expired meanwhile do not become usable again. Records `coupon.returned`.
 */
export function returnCoupons(world: World, refund: Order): void {
  for (const line of refund.lines) {
    const order = world.orders.get(baseOrderOf(refund, line) ?? '')
    const base = order?.lines.find(({ id }) => id === baseLineOf(line))
    if (!order || !base) continue
    const ids = base.resourceIds
    const place = Math.max(0, ids.indexOf(line.resourceIds[0] ?? ''))
    for (const type of [301, 302, 303] as const) {
      const parts = split(
        base.amounts[RETURNED[type]],
        (ids.length > 0 ? ids : ['']).map(() => 1),
      )
      let left = parts[place] ?? 0
      for (const id of order.couponIds) {
        const coupon = world.coupons.get(id)
        if (coupon?.type === type) left -= giveBack(world, coupon, order, left)
      }
    }
  }
}

function giveBack(world: World, coupon: Coupon, { id: orderId, customerId }: Order, amount: number): number {
  const back = Math.min(amount, coupon.faceValue - coupon.balance)
  if (back <= 0) return 0
  const event = coupon.expireAt <= world.clock.now() ? 'expire' : coupon.status === 'used' ? 'return' : 'put-back'
  if (!world.can('coupons', coupon.id, event)) return 0
  world.transition('coupons', coupon.id, event, { balance: coupon.balance + back, usedByOrderId: undefined })
  world.emit({ type: event === 'expire' ? 'coupon.expired' : 'coupon.returned', couponId: coupon.id, customerId, orderId })
  return back
}

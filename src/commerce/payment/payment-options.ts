import type { Coupon, Discount } from '../../world/entities/entities.ts'

/** How an order is paid, besides the cash account. */
export interface PaymentOptions {
  readonly coupons?: readonly Coupon[]
  readonly discount?: Discount
  /** The buyer confirms that orders overlapping the standard contract are outside it (S-13). */
  readonly outsideContract?: boolean
}

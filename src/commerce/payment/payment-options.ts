import type { Coupon, Discount } from '../../world/entities/entities.ts'

/** With what an order is paid, beside the cash account. */
export interface PaymentOptions {
  readonly coupons?: readonly Coupon[]
  readonly discount?: Discount
  /** The buyer confirms that what overlaps the standard contract lies outside of it (S-13). */
  readonly outsideContract?: boolean
}

import type { ResourceStatus } from '../entities.ts'

/** Facts about orders. The rules of `facts.ts` apply. */
export interface OrderFacts {
  readonly 'order.placed': AboutOrder
  readonly 'order.reviewed': AboutOrder
  readonly 'order.confirmed': AboutOrder
  readonly 'order.paid': AboutOrder
  readonly 'order.cancelled': AboutOrder
  readonly 'order.processing': AboutOrder
  readonly 'order.completed': AboutOrder
  readonly 'order.failed': AboutOrder
  readonly 'order.refunded': AboutOrder
  readonly 'order.accepted': AboutOrder
  readonly 'order.shipped': AboutOrder
  readonly 'order.received': AboutOrder
  readonly 'order.payment-started': AboutOrder
  readonly 'order.payment-failed': AboutOrder
  readonly 'order.partner-asked': AboutOrder
  readonly 'order.partner-declined': AboutOrder
  readonly 'order.funds-requested': AboutOrder
  readonly 'order.adjusted': AboutOrder
}

/** What a fact says of one order. */
interface AboutOrder {
  readonly orderId: string
  readonly customerId: string
  /** The partner who was asked to pay. */
  readonly payerId?: string
  /** The online payment method. */
  readonly method?: string
  /** Why, where several reasons lead to this fact: `deadline-passed`, `refused` … */
  readonly reason?: string
}

/** Facts about resources. */
export interface ResourceFacts {
  readonly 'resource.opened': AboutResource
  readonly 'resource.renewed': AboutResource
  readonly 'resource.changed': AboutResource
  readonly 'resource.expiring': AboutResource
  readonly 'resource.expired': AboutResource
  readonly 'resource.frozen': AboutResource
  readonly 'resource.unfrozen': AboutResource
  readonly 'resource.closed': AboutResource
  readonly 'resource.auto-renewal-on': AboutResource
  readonly 'resource.auto-renewal-off': AboutResource
  readonly 'resource.auto-renewal-failed': AboutResource
  readonly 'resource.auto-renewal-notice': AboutResource
  readonly 'resource.to-on-demand': AboutResource
  readonly 'resource.charged-on-demand': AboutResource
  readonly 'resource.system-changed': AboutResource
  readonly 'resource.answered': AboutResource
}

/** What a fact says of one resource. */
interface AboutResource {
  readonly resourceId: string
  readonly customerId: string
  /** The order that caused it, if any. */
  readonly orderId?: string
  /** Its state before, where that decides which sellers are informed. */
  readonly was?: ResourceStatus
  readonly reason?: string
}

/** Facts about money and what reduces a price. */
export interface MoneyFacts {
  readonly 'account.charged': AboutMoney
  readonly 'account.refunded': AboutMoney
  readonly 'account.recharged': AboutMoney
  readonly 'coupon.granted': AboutCoupon
  readonly 'coupon.expired': AboutCoupon
  readonly 'coupon.used': AboutUsedCoupon
  readonly 'coupon.returned': AboutUsedCoupon
}

/** An amount in fen that an account paid or got. */
interface AboutMoney {
  readonly accountId: string
  readonly amount: number
  readonly resourceId?: string
}

/** What a fact says of one coupon. */
interface AboutCoupon {
  readonly couponId: string
  readonly customerId: string
}

/** A coupon that an order used or got back. */
interface AboutUsedCoupon extends AboutCoupon {
  readonly orderId: string
}

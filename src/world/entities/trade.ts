/** Orders and resources. The rules of `entities.ts` apply: immutable, epoch milliseconds UTC, money in fen. */

export type PeriodType = 'day' | 'week' | 'month' | 'year' | 'hour' | 'one-off'

/** States of an order. `specs/transitions.yaml` defines the transitions. */
export type OrderStatus =
  | 'initialised'
  | 'to-review'
  | 'to-refund'
  | 'processing'
  | 'cancelled'
  | 'completed'
  | 'pending-payment'
  | 'compensating'
  | 'to-approve'
  | 'to-confirm'
  | 'to-ship'
  | 'to-receive'
  | 'to-pick-up'
  | 'exchanging'
  | 'seller-to-receive'

export type OrderType =
  | 'new'
  | 'renewal'
  | 'change'
  | 'unsubscribe'
  | 'to-on-demand'
  | 'to-period'
  | 'gift'
  | 'trial'
  | 'to-commercial'
  | 'fee-adjustment'

/** The amounts of one order or line in fen. Refunds are negative. `official` minus all reductions = `afterDiscount`. */
export interface Amounts {
  readonly official: number
  readonly afterDiscount: number
  readonly discounts: readonly { readonly type: string; readonly amount: number }[]
  readonly cashCoupon: number // flexipurchase_coupon_amount
  readonly voucher: number // coupon_amount
  readonly storedCard: number
  readonly commission: number // unsubscribe orders only
  readonly consumed: number // unsubscribe orders only
}

export interface OrderLine {
  readonly id: string // order id + '-' + six digits
  readonly productId: string
  readonly quantity: number
  readonly periodType?: PeriodType
  readonly periodNum?: number
  readonly effectiveAt?: number
  readonly expireAt?: number
  readonly amounts: Amounts
  readonly baseProductId?: string // the product before a change
  readonly resourceIds: readonly string[]
  readonly extendParams?: readonly { readonly name: string; readonly value: string }[]
}

/** Online payment methods at the cash desk (S-66). */
export type OnlineMethod = 'alipay' | 'wechat' | 'unionpay' | 'huawei-pay' | 'personal-bank' | 'enterprise-bank'

export interface Order {
  readonly id: string
  readonly customerId: string
  readonly type: OrderType
  readonly status: OrderStatus
  readonly serviceType: string
  readonly source: number // source_type: 1 customer, 2 agent, 3 contract, 4 distributor …
  readonly createdBy: string // login name, or the vendor's texts for its own staff and systems
  readonly lines: readonly OrderLine[]
  readonly amounts: Amounts
  readonly currency: 'CNY'
  readonly createdAt: number
  readonly paidAt?: number
  readonly paymentDeadline?: number
  readonly completedAt?: number
  readonly contractId?: string
  readonly enterpriseProjects: readonly { readonly id: string; readonly name: string }[]
  /** The combined transaction of this order (组合交易). Its orders are paid together. */
  readonly combinedId?: string
  readonly baseOrderId?: string // the order that a refund, renewal or change refers to
  readonly resourceIds: readonly string[] // resources that it creates or changes
  readonly couponIds: readonly string[]
  readonly discountIds: readonly string[]
  /** `full`: everything is refunded. Only a few of these are allowed per calendar year. */
  readonly unsubscribe?: { readonly type: 1 | 2; readonly reasonType?: number; readonly reason?: string; readonly full?: boolean }
  readonly autoPay?: boolean
  /** Where the payment page redirects once the order is paid (S-01). */
  readonly returnUrl?: string
  /** Automatic renewal is on for its resources from the beginning, without a limit of times. */
  readonly autoRenew?: boolean
  readonly indirectPartnerId?: string
  /** The start that the buyer chose. The order can only be paid before that moment. */
  readonly startsAt?: number
  /** A payment that has begun and is not finished: online, or by a partner who was asked (S-14). */
  readonly paying?: {
    readonly by: 'online' | 'balance-and-online' | 'partner'
    readonly since: number
    readonly online?: number
    readonly method?: OnlineMethod
    readonly payerId?: string
    /** All orders of the payment, and the reductions selected for it. */
    readonly orders?: readonly string[]
    readonly couponIds?: readonly string[]
    readonly discountId?: string
  }
  /** The partner who paid it (合作伙伴代付). */
  readonly payerId?: string
  /** The money was requested by an online contract (请款): its amount in fen, and until when its discount is valid. */
  readonly fundsRequest?: { readonly number: string; readonly at: number; readonly amount: number; readonly until?: number }
  /** Overlaps the customer's standard contract: payment requires a confirmation that it is outside the contract (S-13). */
  readonly overlapsContract?: boolean
  /** The buyer confirmed that it is outside the standard contract. */
  readonly outsideContract?: boolean
  /** The refund that the buyer requested before accepting the delivery, and the seller's decision. */
  readonly refund?: NegotiatedRefund
  /** Recipient of hardware. */
  readonly recipient?: Recipient
  /** An invoice was issued. It has to be returned before the refund. */
  readonly invoiced?: boolean
}

/** A refund that buyer and seller negotiate (协商退订). */
export interface NegotiatedRefund {
  readonly amount: number // fen, above zero and at most what was paid
  readonly reason: string
  readonly askedAt: number
  /** End of the working days that the seller has for an answer. */
  readonly dueAt: number
  /** Hardware that was received: it has to be returned before the refund (已收货退订). */
  readonly received?: boolean
  readonly decidedAt?: number
  readonly approved?: boolean
  readonly note?: string
  readonly parcel?: { readonly company: string; readonly number: string }
  readonly doneAt?: number
}

/** Recipient of hardware (收件人信息). */
export interface Recipient {
  readonly name: string
  readonly phone: string
  readonly address: string
}

export type ResourceStatus = 'creating' | 'in-use' | 'closed' | 'frozen' | 'expired'

/** What an order created: an instance, a disk, a licence. */
export interface Resource {
  readonly id: string // resource_id
  readonly instanceId: string // id of the record in the resource list
  readonly name: string
  readonly customerId: string
  readonly orderId: string
  readonly orderLineId: string
  readonly productId: string
  readonly status: ResourceStatus
  readonly mainResourceId?: string // present on attached resources
  readonly regionCode: string
  readonly projectId?: string
  readonly effectiveAt: number
  readonly expireAt?: number // absent for pay-per-use
  readonly expirePolicy: number // 0 grace, 1 to on-demand, 2 delete, 3 renew, 4 freeze, 5 delete after retention
  readonly autoRenewTimes?: number // present while automatic renewal is on; 0 = unlimited
  /** The period of automatic renewal, if the buyer chose one. */
  readonly autoRenewPeriod?: 'month' | 'year'
  readonly specSize?: number
  readonly specSizeMeasure?: number
  readonly updatedAt: number
  readonly enterpriseProject?: { readonly id: string; readonly name: string }
  /** The answers of the seller's newInstance and queryInstance. The id is the seller's own (koogallery.md 3.1, 3.2). */
  readonly instance?: SellerInstance
  /** Why it is frozen. */
  readonly frozenFor?: 'expiry' | 'arrears' | 'violation'
  /** Packages: units used since `packageSince`. */
  readonly packageUsed?: number
  readonly packageSince?: number
  /** Images: the server they run on, one at a time. Without a package the server is charged by use from then on (S-44). */
  readonly serverId?: string
  /** A server that was shut down. */
  readonly stopped?: boolean
  /** The seller agreed to a return that no other rule allows any more (协商退订). */
  readonly returnAgreed?: { readonly at: number; readonly reason?: string }
  readonly onDemandSince?: number
  /** Fen charged for use since `onDemandSince`. */
  readonly onDemandCharged?: number
  /** Id of the bundle it was bought in. Resources of one bundle are renewed and returned together. */
  readonly bundleId?: string
}

/** An instance as its seller describes it. */
export interface SellerInstance {
  readonly id: string // instanceId, chosen by the seller
  readonly frontEndUrl?: string
  readonly adminUrl?: string
  readonly userName?: string
  readonly password?: string
  readonly memo?: string
  readonly answeredAt: number
}

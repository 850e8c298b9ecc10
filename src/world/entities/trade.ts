/**
 * What is ordered and owned. Rules of `entities.ts` apply: immutable, epoch milliseconds UTC,
 * money in fen.
 */

export type PeriodType = 'day' | 'week' | 'month' | 'year' | 'hour' | 'one-off'

/** States of an order; `specs/transitions.yaml` says which follow which. */
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

/** The sums of one order or line, fen. Refunds are negative. `official - every reduction = afterDiscount`. */
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
  readonly baseProductId?: string // before a change
  readonly resourceIds: readonly string[]
  readonly extendParams?: readonly { readonly name: string; readonly value: string }[]
}

/** Ways of paying online at the cash desk (S-66). */
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
  /** The combined transaction this order belongs to (组合交易); such orders are paid together. */
  readonly combinedId?: string
  readonly baseOrderId?: string // the order a refund, renewal or change goes back to
  readonly resourceIds: readonly string[] // resources it creates or acts upon
  readonly couponIds: readonly string[]
  readonly discountIds: readonly string[]
  /** `full` = everything comes back: one of the few of a calendar year. */
  readonly unsubscribe?: { readonly type: 1 | 2; readonly reasonType?: number; readonly reason?: string; readonly full?: boolean }
  readonly autoPay?: boolean
  /** Where the payment page leads once the order is paid (S-01). */
  readonly returnUrl?: string
  /** Its resources renew themselves from the beginning, as often as it takes. */
  readonly autoRenew?: boolean
  readonly indirectPartnerId?: string
  /** The beginning the buyer chose; it can only be paid before that moment. */
  readonly startsAt?: number
  /** A payment that has begun and is not through: online, or by a partner who was asked (S-14). */
  readonly paying?: {
    readonly by: 'online' | 'balance-and-online' | 'partner'
    readonly since: number
    readonly online?: number
    readonly method?: OnlineMethod
    readonly payerId?: string
    /** All orders of the payment, and what was picked to make it cheaper. */
    readonly orders?: readonly string[]
    readonly couponIds?: readonly string[]
    readonly discountId?: string
  }
  /** The partner who paid it (合作伙伴代付). */
  readonly payerId?: string
  /** The money was asked for by an online contract (请款): the amount in fen, and until when the discount in it holds. */
  readonly fundsRequest?: { readonly number: string; readonly at: number; readonly amount: number; readonly until?: number }
  /** Overlaps the customer's standard contract: payment wants a word that it is outside of it (S-13). */
  readonly overlapsContract?: boolean
  /** The buyer confirmed that it lies outside of the standard contract. */
  readonly outsideContract?: boolean
  /** What the buyer wants back while the delivery is not accepted, and the seller's word about it. */
  readonly refund?: NegotiatedRefund
  /** Whom hardware is sent to. */
  readonly recipient?: Recipient
  /** An invoice was issued: it has to come back before the money can. */
  readonly invoiced?: boolean
}

/** A refund that buyer and seller agree about (协商退订). */
export interface NegotiatedRefund {
  readonly amount: number // fen, more than nothing and at most what was paid
  readonly reason: string
  readonly askedAt: number
  /** When the seller's working days for an answer are over. */
  readonly dueAt: number
  /** Hardware that has arrived: it comes back before the money goes back (已收货退订). */
  readonly received?: boolean
  readonly decidedAt?: number
  readonly approved?: boolean
  readonly note?: string
  readonly parcel?: { readonly company: string; readonly number: string }
  readonly doneAt?: number
}

/** Whom hardware is sent to (收件人信息). */
export interface Recipient {
  readonly name: string
  readonly phone: string
  readonly address: string
}

export type ResourceStatus = 'creating' | 'in-use' | 'closed' | 'frozen' | 'expired'

/** What an order made: an instance, a disk, a licence. */
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
  /** For how long automatic renewal renews, where the buyer said so. */
  readonly autoRenewPeriod?: 'month' | 'year'
  readonly specSize?: number
  readonly specSizeMeasure?: number
  readonly updatedAt: number
  readonly enterpriseProject?: { readonly id: string; readonly name: string }
  /** What the seller's newInstance and queryInstance answered; the id is the seller's own (koogallery.md 3.1, 3.2). */
  readonly instance?: SellerInstance
  /** Why it is frozen, when it is. */
  readonly frozenFor?: 'expiry' | 'arrears' | 'violation'
  /** Packages: units used since `packageSince`. */
  readonly packageUsed?: number
  readonly packageSince?: number
  /** Images: the server they run on, one at a time; without a package the server is charged by use from then on (S-44). */
  readonly serverId?: string
  /** A server that was shut down. */
  readonly stopped?: boolean
  /** The seller agreed that this goes back although nothing else allows it any more (协商退订). */
  readonly returnAgreed?: { readonly at: number; readonly reason?: string }
  readonly onDemandSince?: number
  /** Fen that were charged for its use since then. */
  readonly onDemandCharged?: number
  /** Bought as one bundle with others of this id: renewed together and given back together. */
  readonly bundleId?: string
}

/** An instance as its seller describes it. */
export interface SellerInstance {
  readonly id: string // instanceId, the seller's choice
  readonly frontEndUrl?: string
  readonly adminUrl?: string
  readonly userName?: string
  readonly password?: string
  readonly memo?: string
  readonly answeredAt: number
}

import type { AccessKey, Account, Grant, KeyFailures, OAuthClient, Person, SellerKey, Token } from './identities.ts'

/**
 * What exists in a world. Every entity is an immutable JSON object: times are epoch milliseconds (UTC),
 * money is integer fen (1/100 yuan), state names are ours; services turn them into the vendor's numbers.
 */

export type { AccessKey, Account, Grant, KeyFailures, OAuthClient, Person, Role, SellerKey, Token } from './identities.ts'

/** What is sold, as far as its delivery differs. */
export type ProductKind =
  | 'cloud-service'
  | 'saas'
  | 'licence'
  | 'licence-v1'
  | 'image'
  | 'hardware'
  | 'manual-service'
  | 'api'
  | 'orchestration'
  | 'data-file'

export type ChargingMode = 'period' | 'one-time' | 'on-demand' | 'on-demand-package'

/** What can be bought: one product with one specification and one period type. */
export interface Product {
  readonly id: string // productId, such as OFFI461867333479178240
  readonly skuCode: string
  readonly name: string
  readonly specDesc: string
  readonly kind: ProductKind
  readonly chargingMode: ChargingMode
  readonly periodType?: PeriodType
  readonly price: number // official price of one period (or one piece), fen
  readonly serviceType: string // service_type_code
  readonly resourceType: string // resource_type_code
  readonly resourceTypeName: string
  readonly resourceSpec: string // resource_spec_code
  readonly categoryCode?: string
  readonly sellerId?: string // account id; absent for Huawei Cloud's own services
  readonly regionCode?: string
  readonly testOf?: string
}

/** A kind of service as billing names it. */
export interface ServiceType {
  readonly id: string // service_type_code
  readonly name: string
  readonly nameEn: string
  readonly abbreviation: string
  readonly marketplace?: boolean // KooGallery's own, never listed by BSS
}

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
  readonly unsubscribe?: { readonly type: 1 | 2; readonly reasonType?: number; readonly reason?: string }
  readonly autoPay?: boolean
  readonly indirectPartnerId?: string
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
  readonly specSize?: number
  readonly specSizeMeasure?: number
  readonly updatedAt: number
  readonly enterpriseProject?: { readonly id: string; readonly name: string }
}

export interface Coupon {
  readonly id: string
  readonly code: string
  readonly customerId: string
  readonly type: 300 | 301 | 302 | 303 // discount coupon, voucher, cash coupon, stored-value card
  readonly faceValue: number // fen
  readonly balance: number // fen
  readonly planName: string
  readonly planDesc: string
  readonly effectiveAt: number
  readonly expireAt: number
  readonly createdAt: number
  readonly activeAt?: number
  readonly lastUsedAt?: number
  readonly usedByOrderId?: string
  readonly status: 'usable' | 'used' | 'expired'
  readonly version: 1 | 2
  readonly usage: string
  readonly limits: readonly {
    readonly key: string
    readonly value1?: string
    readonly value2?: string
    readonly unit?: string
    readonly type?: string
  }[]
}

/** A discount a customer could use on an order. `ratio` is what remains to pay (0.9 = nine tenths); one of ratio, off, fixed. */
export interface Discount {
  readonly id: string
  readonly customerId: string
  readonly type: 0 | 1 | 2 | 3 | 609 // promotion, contract, commercial, partner-granted, order price adjustment
  readonly ratio?: number
  readonly off?: number // fen
  readonly fixed?: number // fen
  readonly endsAt?: number
  readonly serviceTypes?: readonly string[]
}

/** An SSL certificate of SCM. */
export interface Certificate {
  readonly id: string // 16 characters
  readonly customerId: string
  readonly orderId: string
  readonly status: 'paid' | 'issued' | 'unsubscribed' | 'cancelled'
  readonly brand: string
  readonly type: string
  readonly domainType: string
  readonly createdAt: number
}

/** A cloud-office network bandwidth or desktop of Workspace. */
export interface WorkspaceItem {
  readonly id: string
  readonly kind: 'bandwidth' | 'desktop' | 'desktop-pool'
  readonly customerId: string
  readonly projectId: string
  readonly name: string
  readonly resourceId: string
  readonly poolId?: string // desktops of a pool
  readonly state: 'running' | 'stopped'
  readonly attributes: Readonly<Record<string, string | number>>
}

/** Everything a world holds, by collection. */
export interface Entities {
  accounts: Account
  keys: AccessKey
  tokens: Token
  failures: KeyFailures
  sellerKeys: SellerKey
  clients: OAuthClient
  grants: Grant
  people: Person
  products: Product
  serviceTypes: ServiceType
  orders: Order
  resources: Resource
  coupons: Coupon
  discounts: Discount
  certificates: Certificate
  workspace: WorkspaceItem
}

export type Kind = keyof Entities

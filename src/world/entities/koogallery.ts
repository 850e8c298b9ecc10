import type { InterfaceUse } from './kinds-api.ts'
import type { Product, ProductKind } from './offers.ts'
import type { Recipient } from './trade.ts'

/**
 * Entities that only KooGallery has: licence codes, usage records, supervised deliveries, and sellers' settings. The rules of `entities.ts`
 * apply. Whether a licence is still valid is stored with its resource only.
 */

/**
 * A licence. `code`: licence code 2.0 (授权码), activated by the seller through the open API (S-26). `identification`: licence 1.0, delivered
 * by the seller for the buyer's system or hardware code (S-38).
 */
export interface Licence {
  readonly id: string // the code, such as PL…
  readonly kind: 'code' | 'identification'
  readonly sellerId: string
  readonly productId: string
  readonly status: 'issued' | 'taken' | 'active'
  readonly amount: number // quantity attribute
  readonly issuedAt: number
  readonly takenAt?: number
  readonly activatedAt?: number
  /** When the service really began, as the seller stated at activation. */
  readonly effectiveAt?: number
  readonly heartbeatAt?: number
  /** From "apply for a test licence code": without buyer, order and resource. */
  readonly test?: boolean
  readonly customerId?: string
  readonly orderId?: string
  readonly orderLineId?: string
  readonly resourceId?: string
  /** Licence 1.0: the code of the buyer's machine, and the text that the seller delivered for it. */
  readonly identification?: string
  readonly text?: string
}

/** One usage record that a seller reported (话单). Times are kept as reported only where they cannot be parsed. */
export interface UsageRecord {
  readonly id: string
  readonly sellerId: string
  readonly instanceId: string // as reported
  readonly resourceId?: string // the pay-per-use resource it belongs to, once known
  readonly customerId?: string
  readonly meteringSn?: string // the new interface only
  readonly interface: 'new' | 'old' | 'gateway' // gateway: counted by the marketplace itself
  readonly recordAt: number
  readonly beginAt: number
  readonly endAt: number
  readonly value: number // ten-thousandths of a unit, as an integer
  readonly packageInstanceId?: string
  readonly receivedAt: number
  readonly status: 'received' | 'accepted' | 'faulty' | 'billed'
  readonly fault?: string // record code 001-019
  /** Reported later than S-30 allows, so its deduction is late. */
  readonly late?: boolean
  readonly billedAt?: number
  readonly deducted?: number // the part of the value taken from packages
  readonly charged?: number // fen
}

/** A text or file that a seller uploaded for an event (字符串/文件流上传). The bytes themselves are not kept. */
export interface Upload {
  readonly id: string
  readonly eventId: string
  readonly sellerId: string
  readonly type: 'CHARACTERS' | 'FILE'
  readonly fileName?: string
  readonly size?: number // bytes
  readonly sha256?: string
  readonly characters?: string
  readonly at: number
}

/** One call of the buyer's batch order, stored by its idempotency key (X-Service-Transaction-ID). */
export interface OrderRequest {
  readonly id: string // `${account id}|${key}`
  readonly fingerprint: string // of the body: another body under the same key is another request
  readonly orders: readonly { readonly orderId: string; readonly requestId: string }[]
  readonly at: number
}

/** An agreement that a buyer has to accept before ordering. */
export interface Agreement {
  readonly id: string
  readonly version: string
  readonly name: string
  readonly language: string
  readonly url?: string
  readonly content?: string
  /** Products that require it; absent = all. */
  readonly productIds?: readonly string[]
}

/** A stage of service supervision (服务监管). `specs/transitions.yaml` defines the order of the stages for each flow. */
export type SupervisionStatus =
  | 'requirement' // the buyer submits the requirement
  | 'confirmation' // the seller confirms it (商家确认需求)
  | 'design' // websites: the seller makes a design
  | 'design-acceptance' // the buyer approves the design or sends it back
  | 'implementation' // the seller provides the service (服务商实施服务)
  | 'code-to-take' // the buyer takes the licence code (领取授权码)
  | 'activation' // the seller activates it (授权码激活)
  | 'proof' // the seller uploads the proof of delivery
  | 'identification' // the buyer submits the system or hardware code
  | 'licence-delivery' // the seller delivers the licence (商家实施交付License)
  | 'acceptance' // the buyer confirms and accepts (用户确认验收)
  | 'vendor-review' // Huawei Cloud reviews (华为云复核)
  | 'accepted' // the order completes within three hours
  | 'completed'
  | 'cancelled'

/** How the vendor decides an appeal: the delivery counts as accepted, the order is refunded, or the flow continues. */
export type AppealOutcome = 'accept' | 'cancel' | 'continue'

/** The supervised delivery of one order. */
export interface Supervision {
  readonly id: string // the order's id: an order has at most one
  readonly orderId: string
  readonly customerId: string
  readonly sellerId: string
  readonly kind: ProductKind
  readonly status: SupervisionStatus
  /** Paid with the government's cash coupon for the enablement cloud (赋能云): the vendor reviews at the end. */
  readonly enablement: boolean
  /**
   * A joint product for a buyer of the base cloud (基地云), or paid with its voucher: it is submitted with its document, which the vendor
   * reviews.
   */
  readonly baseCloud?: boolean
  readonly openedAt: number
  readonly requirement?: string
  readonly proof?: string // name of the document
  /** Recipient of hardware. */
  readonly recipient?: Recipient
  readonly logistics?: { readonly company: string; readonly number: string }
  /** When the service began, as the seller entered it. Charging starts then, else at acceptance. */
  readonly startedAt?: number
  readonly acceptedAt?: number
  /** The last appeal. While undecided, it stops the flow. */
  readonly appeal?: {
    readonly at: number
    /** Who appealed; default: the seller. */
    readonly by?: 'buyer' | 'seller'
    readonly reason: string
    readonly proof?: string
    readonly decidedAt?: number
    readonly upheld?: boolean
    readonly outcome?: AppealOutcome
  }
  readonly steps: readonly {
    readonly at: number
    readonly by: 'buyer' | 'seller' | 'vendor'
    readonly event: string
    readonly note?: string
  }[]
}

/** A production address of a seller (生产接口地址), for one product or for all products without their own. Path and query are kept. */
export interface SellerAddress {
  readonly id: string
  readonly sellerId: string
  readonly use: InterfaceUse
  readonly url: string
  readonly productId?: string
  /** 1 for sellers that still use V1.0 of the interface; default 2. */
  readonly version?: 1 | 2
  /** The last successful debugging. Orders are notified to debugged addresses only (S-15). */
  readonly debuggedAt?: number
  /** Saved cases (调试用例) of the debugging page, one for each interface that was debugged successfully. */
  readonly cases?: readonly { readonly interface: string; readonly at: number }[]
}

/** Which orders are notified to which address (订单通知): those of an access type (接入类型) or of one product (S-15, S-17). */
export interface Notification {
  readonly id: string
  readonly sellerId: string
  readonly addressId: string
  readonly accessType?: ProductKind
  readonly productId?: string
  readonly createdAt: number
}

/** An application credential (应用凭证, S-32). Its OAuth secret is stored with its client. */
export interface Application {
  readonly id: string // appId
  readonly sellerId: string
  readonly clientId: string
  readonly name: string
  readonly authentication: 'OAuth2.0' | 'CAS3.0'
  readonly productionAddress: string
  readonly publicKey: string // PEM or base64, RSA of 3072 bits or more
  readonly loginAddressType: string
  /** Created with a test address: allowed for debugging and login, not for publishing. */
  readonly test: boolean
  readonly createdAt: number
  readonly changedAt?: number
}

/** How one organisation uses one application of a joint-operations product (联营kit): whether it is bound, and who may use it. */
export interface KitUse {
  readonly id: string // `${applicationId}|${resourceId}`, or the customer's id where nothing is bought
  readonly applicationId: string
  readonly customerId: string
  readonly resourceId?: string
  /** When the application was bound; absent = not bound. */
  readonly boundAt?: number
  /** Login names of the authorised people. */
  readonly users: readonly string[]
}

/** A request of a seller that the vendor decides (S-33, S-35). */
export interface SellerRequest {
  readonly id: string
  readonly sellerId: string
  readonly about: 'publish' | 'take-off-shelf' | 'programme'
  readonly status: 'in-review' | 'passed' | 'refused'
  readonly createdAt: number
  readonly decidedAt?: number
  /** For taking off the shelf: a whole product by its name, one specification by its SKU, or one period of it by its id. */
  readonly productId?: string
  readonly skuCode?: string
  readonly productName?: string
  /** For publishing: the products as they will be, one for each region. */
  readonly draft?: readonly Omit<Product, 'status'>[]
  /** The private image to publish. */
  readonly imageId?: string
  readonly programme?: string
  readonly reason?: string
  readonly proof?: string
  readonly refusal?: string
  readonly attempts: number
}

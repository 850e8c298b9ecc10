import type { Product, ProductKind } from './offers.ts'
import type { Recipient } from './trade.ts'

/**
 * What only KooGallery has: licence codes, usage records, deliveries that people watch over, and what sellers set up. Rules of
 * `entities.ts` apply. Whether a licence still runs is told by its resource, never written twice.
 */

/**
 * A licence. `code` = licence code 2.0 (授权码), activated by the seller through the open API (S-26); `identification` = licence 1.0,
 * delivered by the seller for the buyer's system or hardware code (S-38).
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
  /** When the service really began, as the seller said at activation. */
  readonly effectiveAt?: number
  readonly heartbeatAt?: number
  /** From "apply for a test licence code": no buyer, no order, no resource. */
  readonly test?: boolean
  readonly customerId?: string
  readonly orderId?: string
  readonly orderLineId?: string
  readonly resourceId?: string
  /** Licence 1.0: what the buyer's machine showed, and the text that the seller delivered for it. */
  readonly identification?: string
  readonly text?: string
}

/** One record of use that a seller reported (话单). Times as it came are kept as text only where they cannot be read. */
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
  readonly value: number // ten-thousandths of a unit: four decimals, whole
  readonly packageInstanceId?: string
  readonly receivedAt: number
  readonly status: 'received' | 'accepted' | 'faulty' | 'billed'
  readonly fault?: string // record code 001-019
  /** Reported after the time that S-30 leaves for it, so its deduction comes late. */
  readonly late?: boolean
  readonly billedAt?: number
  readonly deducted?: number // of the value, taken from packages
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

/** One call of the buyer's batch order, remembered by its idempotency key (X-Service-Transaction-ID). */
export interface OrderRequest {
  readonly id: string // `${account id}|${key}`
  readonly fingerprint: string // of the body: another body under the same key is another wish
  readonly orders: readonly { readonly orderId: string; readonly requestId: string }[]
  readonly at: number
}

/** What a buyer has to agree to before ordering. */
export interface Agreement {
  readonly id: string
  readonly version: string
  readonly name: string
  readonly language: string
  readonly url?: string
  readonly content?: string
  /** Products it is asked for; absent = all. */
  readonly productIds?: readonly string[]
}

/** A station of service supervision (服务监管); `specs/transitions.yaml` says which follow which, per flow. */
export type SupervisionStatus =
  | 'requirement' // the buyer submits what is needed
  | 'confirmation' // the seller confirms it (商家确认需求)
  | 'design' // websites: the seller makes a design
  | 'design-acceptance' // and the buyer approves it or sends it back
  | 'implementation' // the seller does it (服务商实施服务)
  | 'code-to-take' // the buyer takes the licence code (领取授权码)
  | 'activation' // the seller activates it (授权码激活)
  | 'proof' // the seller uploads the proof of delivery
  | 'identification' // the buyer submits the system or hardware code
  | 'licence-delivery' // the seller delivers the licence (商家实施交付License)
  | 'acceptance' // the buyer confirms and accepts (用户确认验收)
  | 'vendor-review' // Huawei Cloud reviews (华为云复核)
  | 'accepted' // done; the order completes within three hours
  | 'completed'
  | 'cancelled'

/** How the vendor ends an appeal: the delivery counts as accepted, the order is paid back, or the flow goes on. */
export type AppealOutcome = 'accept' | 'cancel' | 'continue'

/** The delivery of one order that people watch over. */
export interface Supervision {
  readonly id: string // the order's id: an order has one at most
  readonly orderId: string
  readonly customerId: string
  readonly sellerId: string
  readonly kind: ProductKind
  readonly status: SupervisionStatus
  /** Paid with the government's cash coupon for the enablement cloud (赋能云): the vendor reviews in the end. */
  readonly enablement: boolean
  /** A joint product for a buyer of the base cloud (基地云), or paid with its voucher: handed in with its document, which the vendor reviews. */
  readonly baseCloud?: boolean
  readonly openedAt: number
  readonly requirement?: string
  readonly proof?: string // name of the document
  /** Whom hardware is sent to. */
  readonly recipient?: Recipient
  readonly logistics?: { readonly company: string; readonly number: string }
  /** The actual beginning of service, as the seller entered it; charging starts there, else at acceptance. */
  readonly startedAt?: number
  readonly acceptedAt?: number
  /** The last appeal: undecided, it freezes the flow. */
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

/** The four kinds of the production interface, each with a key of its own (koogallery.md 1). */
export type InterfaceUse = 'basic' | 'kit' | 'licence' | 'notification'

/** A production address of a seller (生产接口地址), for one product or for all that have none of their own. Path and query are kept. */
export interface SellerAddress {
  readonly id: string
  readonly sellerId: string
  readonly use: InterfaceUse
  readonly url: string
  readonly productId?: string
  /** V1.0 of the interface for sellers still on it; default 2. */
  readonly version?: 1 | 2
  /** The last debugging that went well; orders are notified to debugged addresses only (S-15). */
  readonly debuggedAt?: number
  /** Saved cases (调试用例) of the debugging page, one for each interface that went well. */
  readonly cases?: readonly { readonly interface: string; readonly at: number }[]
}

/** What orders are notified to which address (订单通知): of an access type (接入类型) or of one product (S-15, S-17). */
export interface Notification {
  readonly id: string
  readonly sellerId: string
  readonly addressId: string
  readonly accessType?: ProductKind
  readonly productId?: string
  readonly createdAt: number
}

/** An application credential (应用凭证, S-32). Its OAuth secret stands with its client. */
export interface Application {
  readonly id: string // appId
  readonly sellerId: string
  readonly clientId: string
  readonly name: string
  readonly authentication: 'OAuth2.0' | 'CAS3.0'
  readonly productionAddress: string
  readonly publicKey: string // PEM or base64, RSA of 3072 bits or more
  readonly loginAddressType: string
  /** Made against a test address: fine for debugging and login, not for publishing. */
  readonly test: boolean
  readonly createdAt: number
  readonly changedAt?: number
}

/** What one organisation does with one application of a joint-operations product (联营kit): whether it is bound, and who may use it. */
export interface KitUse {
  readonly id: string // `${applicationId}|${resourceId}`, or the customer's id where nothing is bought
  readonly applicationId: string
  readonly customerId: string
  readonly resourceId?: string
  /** Since when the application is bound; absent = it is not. */
  readonly boundAt?: number
  /** Login names of the people who are authorised. */
  readonly users: readonly string[]
}

/** Something a seller asks the vendor for and waits to hear about (S-33, S-35). */
export interface SellerRequest {
  readonly id: string
  readonly sellerId: string
  readonly about: 'publish' | 'take-off-shelf' | 'programme'
  readonly status: 'in-review' | 'passed' | 'refused'
  readonly createdAt: number
  readonly decidedAt?: number
  /** Off the shelf: a whole product by its name, one specification by its SKU, or one period of it by its id. */
  readonly productId?: string
  readonly skuCode?: string
  readonly productName?: string
  /** To be published: the products, one for each region, as they will be. */
  readonly draft?: readonly Omit<Product, 'status'>[]
  /** The private image it publishes. */
  readonly imageId?: string
  readonly programme?: string
  readonly reason?: string
  readonly proof?: string
  readonly refusal?: string
  readonly attempts: number
}

import type { PeriodType } from './trade.ts'

/** What is sold, and what makes it cheaper. Rules of `entities.ts` apply. */

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
  | 'agents-gateway'
  | 'orchestration'
  | 'data-file'

export type ChargingMode = 'period' | 'one-time' | 'on-demand' | 'on-demand-package'

/**
 * How a seller's product reaches its buyer, where its kind knows several ways. SaaS: `automatic` by the production interface,
 * `online-licence` by it too, with licences for single devices (在线开通License), `implemented` by people. Licences: codes are handed over `online` or `offline`, identification codes are those of the `system` or
 * the `hardware`. Manual services: `standard` or `website` (S-37, S-38, S-39).
 */
export type Handover =
  | 'automatic'
  | 'online-licence'
  | 'implemented'
  | 'online'
  | 'offline'
  | 'system'
  | 'hardware'
  | 'standard'
  | 'website'

/** Whether a product can be bought: suspended = 停售, withdrawn = 退市, frozen after days of failed probes (koogallery.md 1.2). */
export type ProductStatus = 'on-sale' | 'suspended' | 'withdrawn' | 'frozen'

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
  readonly status: ProductStatus
  readonly delivery?: Handover
  /** Orders of it wait for the vendor's review or the customer manager's confirmation before they can be paid (S-12). */
  readonly needs?: 'review' | 'confirmation' | 'approval' | 'pricing'
  /** Pieces that can still be had; absent = as many as anybody likes. What is bought beyond it is refused at payment. */
  readonly stock?: number
  /** Pay-per-use: when records are collected into bills (S-30). */
  readonly collected?: 'hourly' | 'daily'
  /** Packages: the pay-per-use product they are deducted for, and how much they hold, in units of usage. */
  readonly packageOf?: string
  readonly packageSize?: number
  /** Packages that fill up again with every period; absent = one quota for the whole validity. */
  readonly packageResets?: 'month' | 'year'
  /** Packages whose use ends with the quota (用完即停): records must name them. */
  readonly stopsWhenUsedUp?: boolean
  /** For joint operations (联营). */
  readonly joint?: boolean
  /** Orders of this offering that its seller's interface let fail in the last month in which one failed, such as 2026-01 (China). */
  readonly failures?: { readonly month: string; readonly orders: number }
  /** API products: where calls of buyers are forwarded to; without one the sandbox answers an example. */
  readonly backend?: ApiBackend
  /** What runs to its end, and why. While a bandwidth add-on is attached, what it is attached to keeps its renewed periods. */
  readonly unreturnable?: 'package' | 'savings-plan' | 'devcloud-package' | 'bandwidth-add-on'
}

/** The seller's service behind an API product (后端服务). */
export interface ApiBackend {
  readonly url: string
  /** Milliseconds that the gateway waits for its answer. */
  readonly timeout: number
  /** Agents gateway: whether it answers in parts (调用方式: 流式 or 同步). */
  readonly answers?: 'streamed' | 'whole'
  /** Agents gateway, AK/SK认证: the key that the gateway signs its calls with. */
  readonly appKey?: string
  readonly appSecret?: string
  /** Agents gateway, 自主认证: headers that every call carries. */
  readonly constants?: readonly { readonly name: string; readonly value: string }[]
}

/** A kind of service as billing names it. */
export interface ServiceType {
  readonly id: string // service_type_code
  readonly name: string
  readonly nameEn: string
  readonly abbreviation: string
  readonly marketplace?: boolean // KooGallery's own, never listed by BSS
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
  /** For KooGallery's products only, for one purpose only (专属), or paid for by the government's 赋能云 subsidy (S-38). */
  readonly marketplace?: boolean
  readonly dedicated?: boolean
  readonly enablement?: boolean
  /** A delivery voucher of the base cloud (基地云提货券). */
  readonly baseCloud?: boolean
  readonly version: 1 | 2
  readonly usage: string
  readonly limits: readonly {
    readonly key: string
    readonly value1?: string
    readonly value2?: string
    readonly unit?: string
    readonly type?: string
    readonly id?: string // use_limiti_info_id
    readonly planId?: string // promotion_plan_id
  }[]
  /** False until it is activated: shown, and of no use yet. */
  readonly activated?: boolean
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

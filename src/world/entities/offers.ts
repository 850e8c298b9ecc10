import type { PeriodType } from './trade.ts'

/** Products, coupons and discounts. The rules of `entities.ts` apply. */

/** Kinds of product, as far as their delivery differs. */
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
 * How a seller's product is delivered, where its kind has several ways. SaaS: `automatic` by the production interface, `online-licence` by
 * it with licences for single devices (在线开通License), `implemented` by people. Licences: codes are delivered `online` or `offline`;
 * identification codes are those of the `system` or the `hardware`. Manual services: `standard` or `website` (S-37, S-38, S-39).
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

/** A product offering: one product with one specification and one period type. */
export interface Product {
  readonly id: string // productId, such as OFFI461867333479178240
  readonly skuCode: string
  readonly name: string
  readonly specDesc: string
  readonly kind: ProductKind
  readonly chargingMode: ChargingMode
  readonly periodType?: PeriodType
  readonly price: number // official price of one period or one piece, fen
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
  /** Orders wait for the vendor's review or the customer manager's confirmation before they can be paid (S-12). */
  readonly needs?: 'review' | 'confirmation' | 'approval' | 'pricing'
  /** Remaining pieces; absent = unlimited. Payment refuses orders beyond it. */
  readonly stock?: number
  /** Pay-per-use: how often records are collected into bills (S-30). */
  readonly collected?: 'hourly' | 'daily'
  /** Packages: the pay-per-use product they are deducted for, and their size in units of usage. */
  readonly packageOf?: string
  readonly packageSize?: number
  /** Packages whose quota is refilled every period; absent = one quota for the whole validity. */
  readonly packageResets?: 'month' | 'year'
  /** Packages whose use ends with the quota (用完即停): records must name them. */
  readonly stopsWhenUsedUp?: boolean
  /** For joint operations (联营). */
  readonly joint?: boolean
  /**
   * Orders of this offering that failed because of the seller's interface, in the last month with such a failure, such as 2026-01 (UTC+8).
   */
  readonly failures?: { readonly month: string; readonly orders: number }
  /** API products: where buyers' calls are forwarded to. Without one the sandbox answers with an example. */
  readonly backend?: ApiBackend
  /**
   * Why it cannot be returned. While a bandwidth add-on is attached, the renewed periods of its main resource cannot be returned either.
   */
  readonly unreturnable?: 'package' | 'savings-plan' | 'devcloud-package' | 'bandwidth-add-on'
}

/** The seller's service behind an API product (后端服务). */
export interface ApiBackend {
  readonly url: string
  /** Milliseconds that the gateway waits for the answer. */
  readonly timeout: number
  /** Agents gateway: whether the answer is streamed (调用方式: 流式 or 同步). */
  readonly answers?: 'streamed' | 'whole'
  /** Agents gateway, AK/SK认证: the key that the gateway signs its calls with. */
  readonly appKey?: string
  readonly appSecret?: string
  /** Agents gateway, 自主认证: headers added to every call. */
  readonly constants?: readonly { readonly name: string; readonly value: string }[]
}

/** A type of service in billing. */
export interface ServiceType {
  readonly id: string // service_type_code
  readonly name: string
  readonly nameEn: string
  readonly abbreviation: string
  readonly marketplace?: boolean // KooGallery's own; BSS never lists it
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
  /**
   * `marketplace`: for KooGallery's products only. `dedicated`: for one purpose only (专属). `enablement`: paid by the government's 赋能云
   * subsidy (S-38).
   */
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
  /** False until it is activated: listed, but not usable. */
  readonly activated?: boolean
}

/**
 * A discount that a customer can use on an order. `ratio` is the part that remains to pay (0.9 = nine tenths). Exactly one of `ratio`,
 * `off` and `fixed` is present.
 */
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

import type { Certificate, PrivateImage, WorkspaceItem } from './cloud-items.ts'
import type { Attempt, Delivery } from './delivery.ts'
import type { Domain, Filing, FilingCode, FormerFiling, Organiser } from './filing.ts'
import type { AccessKey, Account, Department, Grant, KeyFailures, OAuthClient, Person, SellerKey, Token } from './identities.ts'
import type {
  Agreement,
  Application,
  KitUse,
  Licence,
  Notification,
  OrderRequest,
  SellerAddress,
  SellerRequest,
  Supervision,
  Upload,
  UsageRecord,
} from './koogallery.ts'
import type { Coupon, Discount, Product, ServiceType } from './offers.ts'
import type { LicenceUse, MarketEvent } from './product-assets.ts'
import type { SentCallback } from './sent-callback.ts'
import type { StoredItem } from './stored-item.ts'
import type { Order, Resource } from './trade.ts'

/**
 * The entities of a world. Every entity is an immutable JSON object: times are epoch milliseconds (UTC), money is integer fen (1/100 yuan),
 * state names are our own; services translate them into the vendor's numbers.
 */

export type * from './cloud-items.ts'
export type * from './delivery.ts'
export type * from './filing.ts'
export type * from './identities.ts'
export type * from './kinds-api.ts'
export type * from './koogallery.ts'
export type * from './offers.ts'
export type * from './product-assets.ts'
export type * from './sent-callback.ts'
export type * from './stored-item.ts'
export type * from './trade.ts'

/** The content of a world, by collection. */
export interface Entities {
  accounts: Account
  keys: AccessKey
  tokens: Token
  failures: KeyFailures
  sellerKeys: SellerKey
  clients: OAuthClient
  grants: Grant
  people: Person
  departments: Department
  products: Product
  serviceTypes: ServiceType
  orders: Order
  resources: Resource
  coupons: Coupon
  discounts: Discount
  certificates: Certificate
  privateImages: PrivateImage
  workspace: WorkspaceItem
  licences: Licence
  usage: UsageRecord
  uploads: Upload
  licenceUses: LicenceUse
  marketEvents: MarketEvent
  orderRequests: OrderRequest
  agreements: Agreement
  supervisions: Supervision
  addresses: SellerAddress
  notifications: Notification
  applications: Application
  kitUses: KitUse
  sellerRequests: SellerRequest
  filings: Filing
  organisers: Organiser
  filingCodes: FilingCode
  domains: Domain
  formerFilings: FormerFiling
  deliveries: Delivery
  attempts: Attempt
  items: StoredItem
  callbacks: SentCallback
}

export type Kind = keyof Entities

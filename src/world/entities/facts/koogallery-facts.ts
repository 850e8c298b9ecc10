import type { SellerFacts } from './seller-facts.ts'

/** Facts about what only KooGallery has. The rules of `facts.ts` apply. */
export interface KooGalleryFacts extends ProductFacts, SupervisionFacts, RefundFacts, LicenceFacts, KitFacts, SellerFacts {}

/** Facts about products. */
export interface ProductFacts {
  readonly 'product.published': AboutProduct
  readonly 'product.suspended': AboutProduct
  readonly 'product.resumed': AboutProduct
  readonly 'product.withdrawn': AboutProduct
  readonly 'product.frozen': AboutProduct
  readonly 'product.unfrozen': AboutProduct
  readonly 'product.backend-set': AboutProduct
  readonly 'product.backend-removed': AboutProduct
  readonly 'product.backend-checked': AboutProduct
  readonly 'image.created': AboutImage
  readonly 'server.stopped': AboutOwned
  readonly 'server.started': AboutOwned
  readonly 'return.agreed': AboutReturn
  readonly 'app-code.created': AboutOwned
}

/** What a fact says of one product. */
interface AboutProduct {
  readonly productId: string
  readonly sellerId?: string
  readonly reason?: string
}

/** A private image that a seller made. */
interface AboutImage {
  readonly imageId: string
  readonly sellerId: string
}

/** A resource and its buyer. */
interface AboutOwned {
  readonly resourceId: string
  readonly customerId: string
}

/** A resource that its seller lets go back. */
interface AboutReturn extends AboutOwned {
  readonly sellerId: string
}

/** Facts about supervised deliveries. */
export interface SupervisionFacts {
  readonly 'supervision.opened': AboutSupervision
  readonly 'supervision.moved': AboutSupervision
  readonly 'supervision.appealed': AboutSupervision
  readonly 'supervision.appeal-decided': AboutSupervision
  readonly 'supervision.cancelled': AboutSupervision
}

/** What a fact says of one supervised delivery. */
interface AboutSupervision {
  readonly orderId: string
  readonly customerId: string
  readonly sellerId: string
  readonly station: string
  /** The event of the transition table that led there. */
  readonly event?: string
}

/** Facts about refunds that buyer and seller negotiate. */
export interface RefundFacts {
  readonly 'refund.asked': AboutRefund
  readonly 'refund.approved': AboutRefund
  readonly 'refund.refused': AboutRefund
  readonly 'refund.overdue': AboutRefund
  readonly 'refund.sent-back': AboutRefund
  readonly 'refund.done': AboutRefund
}

/** What a fact says of one refund. */
interface AboutRefund {
  readonly orderId: string
  readonly customerId: string
  readonly sellerId: string
}

/** Facts about licences. */
export interface LicenceFacts {
  readonly 'licence.issued': AboutLicence
  readonly 'licence.taken': AboutLicence
  readonly 'licence.activated': AboutLicence
  readonly 'licence.delivered': AboutLicence
  readonly 'licence.heartbeat': AboutLicence
  readonly 'licence.used': AboutLicence
}

/** What a fact says of one licence. */
interface AboutLicence {
  readonly licenceId: string
  readonly sellerId: string
  readonly customerId?: string
  readonly orderId?: string
}

/** Facts about buyers' organisations that sellers are informed of (联营kit, koogallery.md 5.6). */
export interface KitFacts {
  readonly 'application.bound': AboutKit
  readonly 'application.unbound': AboutKit
  readonly 'accounts.authorised': AboutKit
  readonly 'department.changed': AboutKit
  readonly 'application.created': AboutApplication
  readonly 'application.changed': AboutApplication
  readonly 'application.removed': AboutApplication
}

/** What a buyer did with an application. */
interface AboutKit {
  readonly applicationId: string
  readonly sellerId: string
  /** The organisation. It is the seller's own while a credential is being applied for or tested. */
  readonly customerId: string
  readonly resourceId?: string
  /** Login names concerned; absent = everybody in the organisation. */
  readonly users?: readonly string[]
  /** 0 delete, 1 add, 2 modify, 3 withdraw. */
  readonly flag: number
  readonly department?: { readonly orgCode: string; readonly orgName: string; readonly parentCode: string }
}

/** What a seller did with a credential of its own. */
interface AboutApplication {
  readonly applicationId: string
  readonly sellerId: string
}

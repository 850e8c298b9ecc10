/** Facts about what sellers set up, send and are told. The rules of `facts.ts` apply. */
export interface SellerFacts {
  readonly 'usage.received': AboutUsage
  readonly 'usage.accepted': AboutUsage
  readonly 'usage.late': AboutUsage
  readonly 'usage.faulty': AboutUsage
  readonly 'usage.billed': AboutUsage
  readonly 'market-event.opened': AboutMarketEvent
  readonly 'upload.received': AboutUpload
  readonly 'address.set': AboutAddress
  readonly 'address.removed': AboutAddress
  readonly 'address.debugged': AboutDebugged
  readonly 'seller-key.created': AboutSellerKey
  readonly 'seller-key.removed': AboutSellerKey
  readonly 'notification.set': AboutNotification
  readonly 'notification.removed': AboutNotification
  readonly 'request.made': AboutRequest
  readonly 'request.passed': AboutRequest
  readonly 'request.refused': AboutRequest
  readonly 'seller.notified': SellerNotice
}

/** What a fact says of one usage record. */
interface AboutUsage {
  readonly usageId: string
  readonly sellerId: string
  readonly reason?: string
}

/** An event of the market that the seller is asked about. */
interface AboutMarketEvent {
  readonly eventId: string
  readonly sellerId: string
  readonly resourceId?: string
  readonly deliveryId?: string
}

/** A file that a seller sent. */
interface AboutUpload {
  readonly uploadId: string
  readonly eventId: string
  readonly sellerId: string
}

/** What a fact says of a production address. */
interface AboutAddress {
  readonly addressId: string
  readonly sellerId: string
}

/** A debugging call of an interface succeeded. */
interface AboutDebugged extends AboutAddress {
  readonly interface: string
}

/** What a fact says of a seller's key. */
interface AboutSellerKey {
  readonly keyId: string
  readonly sellerId: string
  readonly use: string
}

/** What a fact says of a notification. */
interface AboutNotification {
  readonly notificationId: string
  readonly sellerId: string
}

/** What a fact says of a request to the vendor. */
interface AboutRequest {
  readonly requestId: string
  readonly sellerId: string
  readonly reason?: string
}

/** The vendor informed a seller by mail, SMS or a message on the site. */
interface SellerNotice {
  readonly sellerId: string
  readonly about: 'product-withdrawn' | 'product-frozen' | 'kit-call-failed' | 'refund-asked'
  readonly by: readonly ('mail' | 'sms' | 'site')[]
  readonly productId?: string
  readonly deliveryId?: string
  readonly orderId?: string
}

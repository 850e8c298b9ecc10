/** Facts about what only KooGallery has, and about ICP filing. The rules of `facts.ts` apply. */
export type KooGalleryFact =
  | KitFact
  | LicenceFact
  | SupervisionFact
  | {
      readonly type: 'usage.received' | 'usage.accepted' | 'usage.late' | 'usage.faulty' | 'usage.billed'
      readonly usageId: string
      readonly sellerId: string
      readonly reason?: string
    }
  | {
      readonly type: 'market-event.opened'
      readonly eventId: string
      readonly sellerId: string
      readonly resourceId?: string
      readonly deliveryId?: string
    }
  | { readonly type: 'upload.received'; readonly uploadId: string; readonly eventId: string; readonly sellerId: string }
  | {
      readonly type:
        | 'product.published'
        | 'product.suspended'
        | 'product.resumed'
        | 'product.withdrawn'
        | 'product.frozen'
        | 'product.unfrozen'
        | 'product.backend-set'
        | 'product.backend-removed'
        | 'product.backend-checked'
      readonly productId: string
      readonly sellerId?: string
      readonly reason?: string
    }
  | SellerNotice
  | RefundFact
  | { readonly type: 'image.created'; readonly imageId: string; readonly sellerId: string }
  | { readonly type: 'server.stopped' | 'server.started'; readonly resourceId: string; readonly customerId: string }
  | { readonly type: 'return.agreed'; readonly resourceId: string; readonly customerId: string; readonly sellerId: string }
  | { readonly type: 'address.set' | 'address.removed'; readonly addressId: string; readonly sellerId: string }
  | { readonly type: 'address.debugged'; readonly addressId: string; readonly sellerId: string; readonly interface: string }
  | { readonly type: 'seller-key.created' | 'seller-key.removed'; readonly keyId: string; readonly sellerId: string; readonly use: string }
  | { readonly type: 'app-code.created'; readonly resourceId: string; readonly customerId: string }
  | { readonly type: 'notification.set' | 'notification.removed'; readonly notificationId: string; readonly sellerId: string }
  | {
      readonly type: 'application.created' | 'application.changed' | 'application.removed'
      readonly applicationId: string
      readonly sellerId: string
    }
  | {
      readonly type: 'request.made' | 'request.passed' | 'request.refused'
      readonly requestId: string
      readonly sellerId: string
      readonly reason?: string
    }
  | FilingFact
  | {
      readonly type: 'filing-code.issued' | 'filing-code.used'
      readonly codeId: string
      readonly accountId: string
      readonly filingId?: string
    }
  | {
      readonly type: 'organiser.filed' | 'organiser.transferred' | 'former-filing.claimed'
      readonly organiserId: string
      readonly accountId: string
    }
  | {
      readonly type: 'former-filing.claim-asked' | 'former-filing.claim-refused'
      readonly siteName: string
      readonly accountId: string
    }
  /** The control API changed a state. The facts that this implies were recorded before. */
  | { readonly type: 'entity.put'; readonly kind: string; readonly entityId: string; readonly was?: string; readonly status?: string }

/** Facts about a refund that buyer and seller negotiate. */
export interface RefundFact {
  readonly type: 'refund.asked' | 'refund.approved' | 'refund.refused' | 'refund.overdue' | 'refund.sent-back' | 'refund.done'
  readonly orderId: string
  readonly customerId: string
  readonly sellerId: string
}

/** The vendor informed a seller by mail, SMS or a message on the site. */
export interface SellerNotice {
  readonly type: 'seller.notified'
  readonly sellerId: string
  readonly about: 'product-withdrawn' | 'product-frozen' | 'kit-call-failed' | 'refund-asked'
  readonly by: readonly ('mail' | 'sms' | 'site')[]
  readonly productId?: string
  readonly deliveryId?: string
  readonly orderId?: string
}

/** Facts about licences. */
export interface LicenceFact {
  readonly type: 'licence.issued' | 'licence.taken' | 'licence.activated' | 'licence.delivered' | 'licence.heartbeat' | 'licence.used'
  readonly licenceId: string
  readonly sellerId: string
  readonly customerId?: string
  readonly orderId?: string
}

/** Facts about a supervised delivery. */
export interface SupervisionFact {
  readonly type:
    | 'supervision.opened'
    | 'supervision.moved'
    | 'supervision.appealed'
    | 'supervision.appeal-decided'
    | 'supervision.cancelled'
  readonly orderId: string
  readonly customerId: string
  readonly sellerId: string
  readonly station: string
  /** The event of the transition table that led there. */
  readonly event?: string
}

/** Facts about ICP filings. */
export interface FilingFact {
  readonly type:
    | 'filing.type-checked'
    | 'filing.product-checked'
    | 'filing.submitted'
    | 'filing.first-review-passed'
    | 'filing.sent-back'
    | 'filing.sms-sent'
    | 'filing.sms-wrong'
    | 'filing.sms-checked'
    | 'filing.filed'
    | 'filing.refused'
    | 'filing.abandoned'
  readonly filingId: string
  readonly accountId: string
  readonly reason?: string
}

/** Facts about buyers' organisations that sellers are informed of (联营kit, koogallery.md 5.6). */
export interface KitFact {
  readonly type: 'application.bound' | 'application.unbound' | 'accounts.authorised' | 'department.changed'
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

import type { ResourceStatus } from '../entities.ts'
import type { DeliveryFact } from './delivery-facts.ts'
import type { KooGalleryFact } from './koogallery-facts.ts'

/**
 * Something that became true in a world. Listeners (the marketplace above all) decide from facts alone whom to tell, so a
 * fact carries the ids by which all else can be looked up. Ids are those of the world's collections.
 */
export type Fact =
  | OrderFact
  | ResourceFact
  | KooGalleryFact
  | DeliveryFact
  | { readonly type: 'coupon.granted' | 'coupon.expired'; readonly couponId: string; readonly customerId: string }
  | { readonly type: 'coupon.used' | 'coupon.returned'; readonly couponId: string; readonly customerId: string; readonly orderId: string }
  | { readonly type: 'token.issued'; readonly tokenId: string; readonly accountId: string }
  | { readonly type: 'key.issued' | 'key.removed'; readonly keyId: string; readonly accountId: string }
  | { readonly type: 'key.locked'; readonly keyId: string; readonly until: number }
  | { readonly type: 'grant.issued'; readonly grantId: string; readonly clientId: string; readonly userId: string }
  | {
      readonly type: 'certificate.bought' | 'certificate.issued' | 'certificate.unsubscribed' | 'certificate.cancelled'
      readonly certificateId: string
      readonly customerId: string
      readonly orderId: string
    }
  | { readonly type: 'workspace.changed'; readonly itemId: string; readonly customerId: string; readonly orderId: string }
  | { readonly type: 'workspace.stopped'; readonly itemId: string; readonly customerId: string; readonly orderId: string }
  | {
      readonly type: 'workspace.announced'
      readonly itemId: string
      readonly customerId: string
      readonly orderId: string
      /** What the users are shown, and when the rebuilding begins. */
      readonly message: string
      readonly startsAt: number
    }
  | {
      readonly type: 'account.charged' | 'account.refunded' | 'account.recharged'
      readonly accountId: string
      readonly amount: number
      readonly resourceId?: string
    }
  | { readonly type: 'setting.changed'; readonly name: string }

/** What became of an order. */
export interface OrderFact {
  readonly type:
    | 'order.placed'
    | 'order.reviewed'
    | 'order.confirmed'
    | 'order.paid'
    | 'order.cancelled'
    | 'order.processing'
    | 'order.completed'
    | 'order.failed'
    | 'order.refunded'
    | 'order.accepted'
    | 'order.shipped'
    | 'order.received'
    | 'order.payment-started'
    | 'order.payment-failed'
    | 'order.partner-asked'
    | 'order.partner-declined'
    | 'order.funds-requested'
    | 'order.adjusted'
  readonly orderId: string
  readonly customerId: string
  /** The partner who was asked to pay. */
  readonly payerId?: string
  /** How an online payment is made. */
  readonly method?: string
  /** Why, where several reasons lead here: `deadline-passed`, `refused` … */
  readonly reason?: string
}

/** What became of a resource. */
export interface ResourceFact {
  readonly type:
    | 'resource.opened'
    | 'resource.renewed'
    | 'resource.changed'
    | 'resource.expiring'
    | 'resource.expired'
    | 'resource.frozen'
    | 'resource.unfrozen'
    | 'resource.closed'
    | 'resource.auto-renewal-on'
    | 'resource.auto-renewal-off'
    | 'resource.auto-renewal-failed'
    | 'resource.auto-renewal-notice'
    | 'resource.to-on-demand'
    | 'resource.charged-on-demand'
    | 'resource.system-changed'
    | 'resource.answered'
  readonly resourceId: string
  readonly customerId: string
  /** The order that caused it, when one did. */
  readonly orderId?: string
  /** The state it was in before, where that decides who is told. */
  readonly was?: ResourceStatus
  readonly reason?: string
}

/** The name of a fact. */
export type FactType = Fact['type']

/** A fact as it is kept: numbered from 1 in its world, dated in world time. */
export type NumberedFact = Fact & { readonly n: number; readonly at: number }

/** All that became true in a world, its ancestors' facts up to the fork included. */
export interface FactLog extends Iterable<NumberedFact> {
  readonly count: number
  all(): NumberedFact[]
  /** Facts numbered above `n`, the first `most` of them. */
  since(n: number, most?: number): NumberedFact[]
  of<T extends FactType>(type: T): (NumberedFact & { readonly type: T })[]
}

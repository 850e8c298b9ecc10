import type { ResourceStatus } from '../entities.ts'
import type { DeliveryFact } from './delivery-facts.ts'
import type { KooGalleryFact } from './koogallery-facts.ts'

/**
 * Something that became true in a world. Listeners (above all the marketplace) decide by facts alone which sellers to inform, so a fact
 * carries the ids that everything else can be looked up by. Ids refer to the world's collections.
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
      /** The message that users are shown, and when the rebuilding begins. */
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

/** Facts about orders. */
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
  /** The online payment method. */
  readonly method?: string
  /** Why, where several reasons lead to this fact: `deadline-passed`, `refused` … */
  readonly reason?: string
}

/** Facts about resources. */
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
  /** The order that caused it, if any. */
  readonly orderId?: string
  /** Its state before, where that decides which sellers are informed. */
  readonly was?: ResourceStatus
  readonly reason?: string
}

/** The name of a fact. */
export type FactType = Fact['type']

/** A stored fact: numbered from 1 in its world, `at` is world time. */
export type NumberedFact = Fact & { readonly n: number; readonly at: number }

/** All facts of a world, including those of its ancestors up to the fork. */
export interface FactLog extends Iterable<NumberedFact> {
  readonly count: number
  all(): NumberedFact[]
  /** The first `most` facts numbered above `n`. */
  since(n: number, most?: number): NumberedFact[]
  of<T extends FactType>(type: T): (NumberedFact & { readonly type: T })[]
}

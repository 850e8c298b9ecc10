/** Facts about the marketplace's calls to sellers. The rules of `facts.ts` apply. */
export interface DeliveryFacts {
  readonly 'delivery.planned': AboutDelivery
  readonly 'delivery.attempted': AboutDelivery
  readonly 'delivery.succeeded': AboutDelivery
  readonly 'delivery.held': AboutDelivery
  readonly 'delivery.given-up': AboutDelivery
  readonly 'delivery.restarted': AboutDelivery
  readonly 'delivery.resumed': AboutDelivery
  readonly 'delivery.released': AboutDelivery
}

/** What a fact says of one call. */
interface AboutDelivery {
  readonly deliveryId: string
  readonly operation: string
  readonly sellerId: string
  readonly orderId?: string
  readonly resourceId?: string
  readonly licenceId?: string
  readonly attempt?: number
  readonly passed?: boolean
  readonly resultCode?: string
  /** The rule or scenario that changed the attempt, and how: `F3 sign wrongly`. */
  readonly fault?: string
  /** For a call that was given up. `cancel`: its order is cancelled. */
  readonly afterwards?: 'cancel' | 'hold' | 'drop'
}

/** One listener for all facts about calls. */
export const forDeliveries = <T>(listener: T): { readonly [K in keyof DeliveryFacts]: T } => ({
  'delivery.planned': listener,
  'delivery.attempted': listener,
  'delivery.succeeded': listener,
  'delivery.held': listener,
  'delivery.given-up': listener,
  'delivery.restarted': listener,
  'delivery.resumed': listener,
  'delivery.released': listener,
})

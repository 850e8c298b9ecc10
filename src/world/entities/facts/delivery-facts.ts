/** Facts about the marketplace's calls to sellers. The rules of `facts.ts` apply. */
export interface DeliveryFact {
  readonly type:
    | 'delivery.planned'
    | 'delivery.attempted'
    | 'delivery.succeeded'
    | 'delivery.held'
    | 'delivery.given-up'
    | 'delivery.restarted'
    | 'delivery.resumed'
  readonly deliveryId: string
  readonly operation: string
  readonly sellerId: string
  readonly orderId?: string
  readonly resourceId?: string
  readonly licenceId?: string
  readonly attempt?: number
  readonly passed?: boolean
  readonly resultCode?: string
  /** For a call that was given up. `cancel`: its order is cancelled. */
  readonly afterwards?: 'cancel' | 'hold' | 'drop'
}

/** What became of the marketplace's calls of sellers. Rules of `facts.ts` apply. */
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
  /** Of a call that is given up: `cancel` when its order is void now. */
  readonly afterwards?: 'cancel' | 'hold' | 'drop'
}

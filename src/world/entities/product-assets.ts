/** Data behind sellers' products: events and the use of licensed software. The rules of `entities.ts` apply. */

/** Use of the software of a licence code on one day in UTC+8, as its seller reported it (授权码软件使用统计). */
export interface LicenceUse {
  readonly id: string // `${licence}|${day}`
  readonly licenceId: string
  readonly sellerId: string
  readonly day: string // yyyyMMdd
  /** Distinct client identifiers. */
  readonly clients: readonly string[]
  /** Active clients of the day, if a number was reported instead. */
  readonly activeNum?: number
  readonly reportedAt: number
}

/** A text or file that the marketplace requested from a seller: a licence for a device (异步申请License). */
export interface MarketEvent {
  readonly id: string // event_id
  readonly sellerId: string
  readonly kind: 'licence-application'
  readonly resourceId?: string
  readonly deliveryId?: string
  readonly at: number
}

/** Things behind what sellers sell: images, gateways' backends, events, use of licensed software. Rules of `entities.ts` apply. */

/** Use of the software of a licence code on one day of China's clock, as its seller reported it (授权码软件使用统计). */
export interface LicenceUse {
  readonly id: string // `${licence}|${day}`
  readonly licenceId: string
  readonly sellerId: string
  readonly day: string // yyyyMMdd
  /** What told the clients apart, each once. */
  readonly clients: readonly string[]
  /** Active clients of the day, where a number was reported instead. */
  readonly activeNum?: number
  readonly reportedAt: number
}

/** Something the marketplace asked a seller for and waits to get as a text or file: a licence for a device (异步申请License). */
export interface MarketEvent {
  readonly id: string // event_id
  readonly sellerId: string
  readonly kind: 'licence-application'
  readonly resourceId?: string
  readonly deliveryId?: string
  readonly at: number
}

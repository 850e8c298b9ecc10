/** A call that a foreign document announces (`callbacks`, `webhooks`), planned or made. */
export interface SentCallback {
  readonly id: string // CB00000001
  /** `pet-shop.createOrder.onPaid` */
  readonly name: string
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Absent where the document describes none. */
  readonly body?: string
  readonly status: 'waiting' | 'answered' | 'failed'
  readonly createdAt: number
  readonly sentAt?: number
  /** The answer as text, at most 64 kB of it. */
  readonly answer?: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  /** Why there is no answer: `not-allowed`, `timeout`, `unreachable` … */
  readonly failure?: string
}

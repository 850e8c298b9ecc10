import type { Operation } from '../../spec/operation.ts'

/** One exchange of the journal, as far as a contract needs it. */
export interface Exchange {
  readonly operation: string
  /** World time, ISO 8601 UTC. */
  readonly at: string
  readonly origin: string
  /** `by` is `none` where nobody has to say who is calling. */
  readonly caller?: { readonly role: string; readonly by?: string }
  readonly request: {
    readonly method: string
    readonly path: string
    readonly query: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  }
  readonly reply: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  /** Key of the error that was answered. */
  readonly error?: string
  readonly findings?: readonly { readonly code: string; readonly got?: string }[]
}

/** An exchange with everything read. */
export interface Read extends Exchange {
  readonly op: Operation
  readonly path: Readonly<Record<string, string>>
  readonly asked: unknown
  readonly answered: unknown
  /** What later requests may use: the answer, or what the address holds that it leads to. */
  readonly told: unknown
}

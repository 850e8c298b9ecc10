import type { JournalEntry } from '../../http/journal-api.ts'
import type { Operation } from '../../spec/operation.ts'

/** One exchange of the journal, as far as a contract needs it. */
export interface Exchange extends Pick<JournalEntry, 'operation' | 'at' | 'request' | 'reply' | 'error'> {
  readonly origin: string
  /** `via` is `none` where no credentials are needed. */
  readonly caller?: { readonly role: string; readonly via?: string }
  readonly findings?: readonly { readonly code: string; readonly got?: string }[]
}

/** An exchange with everything read. */
export interface Read extends Exchange {
  readonly op: Operation
  readonly path: Readonly<Record<string, string>>
  readonly asked: unknown
  readonly answered: unknown
  /** What later requests may use: the answer, or what the address holds that it leads to. */
  readonly outcome: unknown
}

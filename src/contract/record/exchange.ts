import type { JournalEntry } from '../../http/journal-api.ts'
import type { Operation } from '../../spec/operation.ts'

/** One exchange of the journal, with the members that a contract needs. */
export interface Exchange extends Pick<JournalEntry, 'operation' | 'at' | 'request' | 'reply' | 'error'> {
  readonly origin: string
  /** `via` is `none` where no credentials are needed. */
  readonly caller?: { readonly role: string; readonly via?: string }
  readonly findings?: readonly { readonly code: string; readonly got?: string }[]
}

/** An exchange whose texts are parsed. */
export interface Read extends Exchange {
  readonly op: Operation
  readonly path: Readonly<Record<string, string>>
  readonly asked: unknown
  readonly answered: unknown
  /** The values that later requests may use: the answer's body, or the parameters of the address that it redirects to. */
  readonly outcome: unknown
}

import type { InterfaceUse } from '../world/entities/kinds-api.ts'
import type { Caller } from './call.ts'
import type { Names } from './names.ts'

/** The state of one run of cases. */
export interface CaseContext extends Caller {
  readonly names: Names
  /** Counts calls. */
  readonly next: () => number
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>
  /** Cases that passed so far. */
  readonly passed: ReadonlySet<string>
  /** Kinds of interface of which a signed call was carried out: a later refusal is not about the signature. */
  readonly understood?: ReadonlySet<InterfaceUse>
  /** Why cases were skipped so far. */
  readonly skipped?: ReadonlyMap<string, string>
}

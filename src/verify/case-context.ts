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
  /** Why cases were skipped so far. */
  readonly skipped?: ReadonlyMap<string, string>
}

import type { Caller } from './call.ts'
import type { Names } from './names.ts'

/** What one play has at hand. */
export interface CaseContext extends Caller {
  readonly names: Names
  /** Counts calls. */
  readonly next: () => number
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>
  /** Cases that passed so far. */
  readonly passed: ReadonlySet<string>
  /** Why others were skipped so far. */
  readonly skipped?: ReadonlyMap<string, string>
}

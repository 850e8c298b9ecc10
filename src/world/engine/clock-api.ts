import type { Fired } from './planned-work.ts'
import type { Span } from './span.ts'

export type ClockMode = 'live' | 'frozen'

/** `live` follows the system clock at a distance of `offset` ms. `frozen` stands still at `now`. */
export interface ClockState {
  readonly mode: ClockMode
  readonly now: number
  readonly offset: number
}

/**
 * A world's time in UTC epoch milliseconds. Everything stored, all periods and all deadlines use it. For the machine's time see
 * `SystemClock`.
 */
export interface Clock {
  readonly mode: ClockMode
  now(): number
  /** `2019-05-06T08:05:01Z` */
  iso(): string
  /**
   * Moves time forward and runs all planned work that becomes due: each at its own moment, in planned order, including work that is planned
   * on the way. Work that waits for something outside the process is started; its outcome is applied when it arrives (see `pass`).
   * @throws WorldError `clock.backwards`, `clock.too-far` (after the year 9999), `clock.busy`, `clock.in-transaction`; `work.failed`, and
   * then time stands at the failed work
   */
  advance(by: Span): Fired[]
  /**
   * Like `advance`, but waits at each moment until all work started there has its outcome. Concurrent calls are queued.
   * @throws WorldError `clock.stopped` when the sandbox stops meanwhile; time then stands at the moment it had reached
   */
  pass(by: Span): Promise<Fired[]>
  /** Progress of a running `pass`. */
  readonly passing: { readonly at: number; readonly to: number; readonly fired: number } | undefined
  /** Result of the last `pass`, if there was one. */
  readonly passed: { readonly at: number; readonly to: number; readonly fired: number; readonly failed?: string } | undefined
  /** Runs the work that is due now. Called at the start of every request; costs almost nothing when nothing is due. */
  runDue(): Fired[]
  /** Resolves when no outcome is outstanding. Rejects with the error of an outcome that failed. */
  settled(): Promise<void>
  freeze(): void
  live(): void
  state(): ClockState
  /** System milliseconds until planned work is due. Undefined when nothing is planned or the clock is frozen. */
  untilDue(): number | undefined
  /** Calls the listener when `untilDue` may have changed. */
  watch(listener: () => void): () => void
}

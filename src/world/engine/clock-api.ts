import type { Fired } from './planned-work.ts'
import type { Span } from './span.ts'

export type ClockMode = 'live' | 'frozen'

/** `live` follows the machine at a distance of `offset` ms; `frozen` stands at `now`. */
export interface ClockState {
  readonly mode: ClockMode
  readonly now: number
  readonly offset: number
}

/** Business time, UTC epoch milliseconds: everything stored, all periods and deadlines. The machine's time is `wire`. */
export interface Clock {
  readonly mode: ClockMode
  now(): number
  /** `2019-05-06T08:05:01Z` */
  iso(): string
  /**
   * Moves time forward, doing all planned work due on the way: each at its own instant, in planned order, work planned on the
   * way included. Work that waits for the outside is started and its outcome applied when it arrives (see `pass`).
   * Throws `clock.backwards`, `clock.too-far` (beyond the year 9999), `clock.busy`, `clock.in-transaction`, or `work.failed`; after the last, time stands where it failed.
   */
  advance(by: Span): Fired[]
  /**
   * As `advance`, but time moves on from an instant only when all that was started there has its outcome. Calls queue up.
   * Throws `clock.stopped` when the sandbox stops on the way; time then stands where it came to.
   */
  pass(by: Span): Promise<Fired[]>
  /** How far a running `pass` has come. */
  readonly passing: { readonly at: number; readonly to: number; readonly fired: number } | undefined
  /** How the last `pass` ended, once one has. */
  readonly passed: { readonly at: number; readonly to: number; readonly fired: number; readonly failed?: string } | undefined
  /** Does what is due now. Called at the start of every request; costs next to nothing when nothing is due. */
  runDue(): Fired[]
  /** Resolves when no outcome is outstanding; rejects with what an outcome threw. */
  settled(): Promise<void>
  freeze(): void
  live(): void
  state(): ClockState
  /** Machine milliseconds until something is due; undefined when nothing is, or when time stands still. */
  untilDue(): number | undefined
  /** Told when `untilDue` may have changed. */
  watch(listener: () => void): () => void
}

import { formatUtc } from './calendar.ts'
import { type Span, targetOf } from './span.ts'
import { applyInOrder, type Doing, type Fired, type Waiting, type Works, walk } from './walk.ts'
import type { Wire } from './wire.ts'
import { WorldError } from './world-error.ts'

export type { Span } from './span.ts'
export type { Fired } from './walk.ts'

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
  /** As `advance`, but time moves on from an instant only when all that was started there has its outcome. Calls queue up. */
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

export interface ClockWorks extends Works {
  readonly state: ClockState
  readonly wire: Wire
  inTransaction(): boolean
  /** Hears what an outcome threw that nobody waited for. */
  readonly failed?: (error: unknown) => void
  /** The clock was moved or changed its mode: worth a log entry. */
  moved(): void
}

/** Machine milliseconds that a long `pass` works before it lets others in. */
const BREATH = 25

export function createClock(works: ClockWorks): Clock & { changed(): void } {
  const { wire } = works
  let { mode, now: frozenAt, offset } = works.state
  let standing: number | undefined
  let walking = false
  let progress: { at: number; readonly to: number; readonly fired: readonly Doing[] } | undefined
  let passed: Clock['passed']
  let queue: Promise<unknown> = Promise.resolve()
  const outstanding = new Set<Promise<void>>()
  const listeners = new Set<() => void>()

  const now = () => standing ?? (mode === 'frozen' ? frozenAt : Math.floor(wire.now() + offset))
  const changed = () => {
    for (const listener of [...listeners]) listener()
  }
  const setTo = (at: number) => {
    if (mode === 'frozen') frozenAt = at
    else offset = at - wire.now()
  }

  /** Walks with time standing at each instant, and lets go of it at the end, however that comes about. */
  function* stand(to: number, fired: Doing[]): Generator<Waiting[], void, void> {
    walking = true
    try {
      yield* walk(works, to, fired, (at) => {
        standing = at
        if (progress) progress.at = at
      })
    } finally {
      walking = false
      standing = undefined
    }
  }

  const detach = (waiting: readonly Waiting[]) => {
    if (waiting.length === 0) return
    const applied = applyInOrder(works, waiting)
    outstanding.add(applied)
    applied.then(
      () => outstanding.delete(applied),
      (error) => {
        // Without anybody to hear it now it is kept, so that `settled` can tell.
        if (!works.failed) return
        outstanding.delete(applied)
        works.failed(error)
      },
    )
  }

  const settled = async () => {
    while (outstanding.size > 0) {
      const all = [...outstanding]
      try {
        await Promise.all(all)
      } finally {
        for (const one of all) outstanding.delete(one)
      }
    }
  }

  const mustBeIdle = () => {
    if (works.inTransaction()) throw new WorldError('clock.in-transaction', 'The clock cannot be moved inside a transaction.')
    if (walking) throw new WorldError('clock.busy', 'The clock is being moved already; wait until that is done.')
  }

  const arrive = (at: number) => {
    setTo(at)
    works.moved()
    changed()
  }

  const passNow = async (by: Span): Promise<Fired[]> => {
    await settled()
    mustBeIdle()
    const to = targetOf(by, now(), works.next()?.at)
    const fired: Doing[] = []
    progress = { at: now(), to, fired }
    const steps = stand(to, fired)
    let reached = to
    let failed: string | undefined
    let breath = wire.monotonic()
    try {
      for (let step = steps.next(); !step.done; step = steps.next()) {
        if (step.value.length > 0) await applyInOrder(works, step.value)
        // Others want to be answered on the way, even when nothing waits for the outside.
        if (wire.monotonic() - breath < BREATH) continue
        await wire.wait(0)
        breath = wire.monotonic()
      }
    } catch (error) {
      reached = progress.at
      failed = error instanceof Error ? error.message : String(error)
      throw error
    } finally {
      steps.return(undefined)
      progress = undefined
      passed = { at: reached, to, fired: fired.length, ...(failed === undefined ? {} : { failed }) }
      arrive(reached)
    }
    return fired
  }

  return {
    get mode() {
      return mode
    },
    now,
    iso: () => formatUtc(now()),
    advance(by) {
      mustBeIdle()
      const to = targetOf(by, now(), works.next()?.at)
      const fired: Doing[] = []
      let reached = to
      try {
        for (const waiting of stand(to, fired)) detach(waiting)
      } catch (error) {
        reached = fired.at(-1)?.at ?? now()
        throw error
      } finally {
        arrive(reached)
      }
      return fired
    },
    pass(by) {
      const mine = queue.then(() => passNow(by))
      queue = mine.catch(() => {})
      return mine
    },
    get passing() {
      return progress && { ...progress, fired: progress.fired.length }
    },
    get passed() {
      return passed
    },
    runDue() {
      // While time stands at an instant, the one who moves it does what is due, in its order.
      if (walking) return []
      const due = works.next()
      const at = now()
      if (!due || due.at > at) return []
      mustBeIdle()
      const fired: Doing[] = []
      try {
        for (const waiting of stand(at, fired)) detach(waiting)
      } finally {
        changed()
      }
      return fired
    },
    settled,
    freeze() {
      mustBeIdle()
      if (mode === 'frozen') return
      const at = now()
      mode = 'frozen'
      arrive(at)
    },
    live() {
      mustBeIdle()
      if (mode === 'live') return
      const at = now()
      mode = 'live'
      arrive(at)
    },
    state: () => ({ mode, now: now(), offset: mode === 'live' ? offset : 0 }),
    untilDue() {
      if (mode === 'frozen' || walking) return undefined
      const due = works.next()
      return due && Math.max(0, due.at - now())
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changed,
  }
}

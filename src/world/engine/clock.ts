import { formatUtc, LAST } from './calendar.ts'
import type { Clock, ClockState } from './clock-api.ts'
import { createLiveTime } from './live-time.ts'
import type { Fired } from './planned-work.ts'
import { applyInOrder, type RunningWork, runDueWork, type WaitingWork, type WorkSource } from './run-due.ts'
import { type Span, targetOf } from './span.ts'
import type { SystemClock } from './system-clock.ts'
import { WorldError } from './world-error.ts'

export interface ClockOptions extends WorkSource {
  readonly state: ClockState
  readonly systemClock: SystemClock
  inTransaction(): boolean
  /** When aborted, no more planned work is started and a running `pass` ends at the moment it has reached. */
  readonly stop?: AbortSignal
  /** Receives errors of outcomes that nobody waits for. */
  readonly failed?: (error: unknown) => void
  /** Called when the clock was moved or its mode changed, so that it is logged. */
  moved(): void
}

/** System milliseconds after which a long `pass` yields to other requests. */
const YIELD_AFTER = 25

export function createClock(options: ClockOptions): Clock & { changed(): void } {
  const { systemClock } = options
  const machine = createLiveTime(systemClock)
  let { mode, now: frozenAt, offset } = options.state
  let instant: number | undefined
  let moving = false
  let progress: { at: number; readonly to: number; readonly fired: readonly RunningWork[] } | undefined
  let passed: Clock['passed']
  let queue: Promise<unknown> = Promise.resolve()
  const outstanding = new Set<Promise<void>>()
  const listeners = new Set<() => void>()

  const now = () => instant ?? (mode === 'frozen' ? frozenAt : Math.min(LAST, Math.floor(machine() + offset)))
  const changed = () => {
    for (const listener of [...listeners]) listener()
  }
  const setTo = (at: number) => {
    if (mode === 'frozen') frozenAt = at
    else offset = at - machine()
  }

  /** Runs due work while `now()` stands at each moment in turn. Releases the clock in every case, also after an error. */
  function* stand(to: number, fired: RunningWork[]): Generator<WaitingWork[], void, void> {
    moving = true
    try {
      yield* runDueWork(options, to, fired, (at) => {
        instant = at
        if (progress) progress.at = at
      })
    } finally {
      moving = false
      instant = undefined
    }
  }

  const detach = (waiting: readonly WaitingWork[]) => {
    if (waiting.length === 0) return
    const applied = applyInOrder(options, waiting)
    outstanding.add(applied)
    applied.then(
      () => outstanding.delete(applied),
      (error) => {
        // Without a `failed` handler the rejected promise is kept, so that `settled` can report it.
        if (!options.failed) return
        outstanding.delete(applied)
        options.failed(error)
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
    if (options.inTransaction()) throw new WorldError('clock.in-transaction', 'The clock cannot be moved inside a transaction.')
    if (moving) throw new WorldError('clock.busy', 'The clock is being moved already; wait until that is done.')
  }

  const refuseWhenStopped = () => {
    if (options.stop?.aborted)
      throw new WorldError('clock.stopped', 'The sandbox stops. Time stands where it came to; move on after the next start.')
  }

  const arrive = (at: number) => {
    setTo(at)
    options.moved()
    changed()
  }

  const passNow = async (by: Span): Promise<Fired[]> => {
    await settled()
    mustBeIdle()
    refuseWhenStopped()
    const to = targetOf(by, now(), options.next()?.at)
    const fired: RunningWork[] = []
    progress = { at: now(), to, fired }
    const steps = stand(to, fired)
    let reached = to
    let failed: string | undefined
    let lastYield = systemClock.monotonic()
    try {
      for (let step = steps.next(); !step.done; step = steps.next()) {
        if (step.value.length > 0) await applyInOrder(options, step.value)
        refuseWhenStopped()
        // Let other requests run, even when no work waits for the outside.
        if (systemClock.monotonic() - lastYield < YIELD_AFTER) continue
        await systemClock.wait(0)
        lastYield = systemClock.monotonic()
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
      const to = targetOf(by, now(), options.next()?.at)
      const fired: RunningWork[] = []
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
      const result = queue.then(() => passNow(by))
      queue = result.catch(() => {})
      return result
    },
    get passing() {
      return progress && { ...progress, fired: progress.fired.length }
    },
    get passed() {
      return passed
    },
    runDue() {
      // While a caller moves the clock, that caller runs the due work in order.
      if (moving || options.stop?.aborted) return []
      const due = options.next()
      const at = now()
      if (!due || due.at > at) return []
      mustBeIdle()
      const fired: RunningWork[] = []
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
    state() {
      const at = now()
      // Relative to the system clock, so that after a restart the world follows the system clock from its first reading.
      return { mode, now: at, offset: mode === 'live' ? at - systemClock.now() : 0 }
    },
    untilDue() {
      if (mode === 'frozen' || moving) return undefined
      const due = options.next()
      return due && Math.max(0, due.at - now())
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changed,
  }
}

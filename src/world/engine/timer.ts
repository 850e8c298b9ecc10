import type { Clock } from './clock-api.ts'

/** Runs due work of all live worlds of one process with a single timer for the earliest due moment. */
export interface Timer {
  /** Watches the clock until the returned function is called. */
  add(clock: Clock): () => void
  close(): void
}

// The timer fires at least once a day, to notice a machine that slept or whose clock was set.
const LONGEST = 24 * 60 * 60 * 1000

/** `failed` receives errors of planned work; without it they are thrown from the timer. Does not keep the process alive. */
export function createTimer(failed?: (error: unknown) => void): Timer {
  const clocks = new Map<Clock, () => void>()
  let pending: ReturnType<typeof setTimeout> | undefined
  let running = false

  const schedule = () => {
    if (running) return
    if (pending !== undefined) clearTimeout(pending)
    pending = undefined
    let nearest: number | undefined
    for (const clock of clocks.keys()) {
      const until = clock.untilDue()
      if (until !== undefined && (nearest === undefined || until < nearest)) nearest = until
    }
    if (nearest === undefined) return
    pending = setTimeout(wake, Math.min(nearest, LONGEST))
    pending.unref()
  }

  const wake = () => {
    running = true
    try {
      for (const clock of [...clocks.keys()]) {
        if (clock.mode === 'frozen') continue
        try {
          clock.runDue()
        } catch (error) {
          if (!failed) throw error
          failed(error)
        }
      }
    } finally {
      running = false
      schedule()
    }
  }

  return {
    add(clock) {
      clocks.set(clock, clock.watch(schedule))
      // Most worlds are frozen; creating one is no reason to look through all others.
      if (clock.untilDue() !== undefined) schedule()
      return () => {
        clocks.get(clock)?.()
        clocks.delete(clock)
        schedule()
      }
    },
    close() {
      for (const stop of clocks.values()) stop()
      clocks.clear()
      schedule()
    },
  }
}

import type { Clock } from './clock-api.ts'

/** Wakes the worlds of one process: one timer for the nearest due moment of all their clocks. */
export interface Timer {
  /** The clock is looked after until the returned function is called. */
  add(clock: Clock): () => void
  close(): void
}

// A machine that slept, or whose clock was set, is noticed within a day at the latest.
const LONGEST = 24 * 60 * 60 * 1000

/** `failed` hears what planned work threw; without it the error is thrown where nobody catches it. Keeps no process alive. */
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
      // Most worlds stand still: their birth is nothing to look all others through for.
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

import type { SystemClock } from './system-clock.ts'

/** A forward jump of more than this many milliseconds means that the system clock was set, not only read late. */
const CLOCK_WAS_SET = 1000

/**
 * Returns system time that never goes backwards, for live worlds. When the system clock is set back, time continues from where it was, at
 * the pace of the monotonic clock. When the system clock is set forward again, that lead is reduced by the same amount.
 */
export function createLiveTime(systemClock: Pick<SystemClock, 'now' | 'monotonic'>): () => number {
  let last = systemClock.now()
  let measured = systemClock.monotonic()
  let lead = 0
  return () => {
    const now = systemClock.now()
    const reading = systemClock.monotonic()
    const passed = Math.max(0, reading - measured)
    const jump = now - last - passed
    if (now < last) lead -= jump
    else if (lead > 0 && jump > CLOCK_WAS_SET) lead = Math.max(0, lead - jump)
    last = now
    measured = reading
    return now + lead
  }
}

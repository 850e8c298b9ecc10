import type { SystemClock } from './system-clock.ts'

/** A clock of the machine that was set forward by more than this was set, and not merely read late. */
const SET = 1000

/**
 * The machine's time as a world may follow it: it never goes back. When the machine's clock is set back, it goes on from where it was, at the
 * pace that was measured; when the clock is set forward again, the lead is given up as far as it goes.
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
    else if (lead > 0 && jump > SET) lead = Math.max(0, lead - jump)
    last = now
    measured = reading
    return now + lead
  }
}

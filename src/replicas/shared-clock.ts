import type { SystemClock } from '../world/engine/system-clock.ts'

/** The machine's clock, set by the clock of the database. */
export interface SharedClock extends SystemClock {
  /**
   * Tells what the database's clock showed, epoch milliseconds.
   * @param before, after what `machineNow` returned around the question
   */
  measured(at: number, before: number, after: number): void
  /** The machine's time as it is. */
  machineNow(): number
}

/** Clocks that differ by less are taken as equal: a correction is a jump in the time of every live world. Milliseconds. */
const EQUAL = 1000

/**
 * Replaces the machine's time by that of the database where the two differ. Without this, a live world that moves to a replica whose clock is
 * an hour off would do an hour's work at once, and that replica would refuse signatures that the others accept.
 */
export function createSharedClock(machine: SystemClock): SharedClock {
  let ahead = 0
  return {
    now: () => machine.now() + ahead,
    machineNow: () => machine.now(),
    monotonic: () => machine.monotonic(),
    wait: (ms, signal) => machine.wait(ms, signal),
    measured(at, before, after) {
      const difference = at - (before + after) / 2
      if (Math.abs(difference - ahead) > EQUAL + (after - before) / 2) ahead = Math.abs(difference) > EQUAL ? difference : 0
    },
  }
}

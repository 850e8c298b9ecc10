import { createTurns, type SystemClock } from '../world/engine/system-clock.ts'

/**
 * The machine's time of a recorded or repeated run. It stands still while one input is processed, so it does not matter how
 * often, or by which version, it is read. Waiting takes real time.
 */
export interface RunClock extends SystemClock {
  /** Sets the time for the next input. */
  set(at: number): void
}

/** @param machine the real clock; its `wait` is passed on */
export function createRunClock(machine: Pick<SystemClock, 'wait'>, at: number): RunClock {
  const origin = at
  let now = at
  const turn = createTurns()
  return {
    now: () => now,
    monotonic: () => now - origin,
    // A pause of 0 ms takes one turn of the event loop, so that it ends at the same moment in every run.
    wait: (ms, signal) => (ms === 0 ? turn() : machine.wait(ms, signal)),
    set(next) {
      now = Math.max(now, next)
    },
  }
}

/** Real time that never goes back: begins with the machine's time and continues with its monotonic clock. */
export function steadyTime(machine: SystemClock): () => number {
  const [began, origin] = [machine.now(), machine.monotonic()]
  return () => began + Math.floor(machine.monotonic() - origin)
}

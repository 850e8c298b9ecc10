import { createTurns, type SystemClock } from '../world/engine/system-clock.ts'

/**
 * The machine's time of a recorded or repeated run. It stands still while one thing that entered is worked off: then it does not matter how
 * often, or by which version, it is read. Waiting takes real time.
 */
export interface RunClock extends SystemClock {
  /** Sets the time of the next thing that enters. */
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
    // A pause that only lets others run takes one turn, so that it is over at the same moment in every run.
    wait: (ms, signal) => (ms === 0 ? turn() : machine.wait(ms, signal)),
    set(next) {
      now = Math.max(now, next)
    },
  }
}

/** Real time that never goes back: the machine's time when asked first, and from then on its monotonic clock. */
export function steadyTime(machine: SystemClock): () => number {
  const [began, origin] = [machine.now(), machine.monotonic()]
  return () => began + Math.floor(machine.monotonic() - origin)
}

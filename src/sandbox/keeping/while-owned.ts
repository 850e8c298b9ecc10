import type { JoinedReplicas } from '../../replicas/join-replicas.ts'
import type { Clock, ClockMode } from '../../world/engine/clock-api.ts'
import type { Worlds } from '../../world/worlds-api.ts'

/** Milliseconds after which it is asked again. */
const AGAIN = 250

/**
 * The clock of a live world for the timer: no work is started while it is not certain that this process still owns the world. A process that
 * was paused would call sellers a second time otherwise.
 * @param worlds there once the first of them is asked for; those that are kept are attached before
 */
export function whileOwned(clock: Clock, name: string, worlds: () => Worlds, replicas: JoinedReplicas | undefined): Clock {
  if (!replicas) return clock
  const owned = () => replicas.works(worlds().stored.familyOf(name) ?? name)
  return {
    ...clock,
    // What a spread would read once.
    get mode() {
      return clock.mode
    },
    get passing() {
      return clock.passing
    },
    get passed() {
      return clock.passed
    },
    untilDue() {
      const until = clock.untilDue()
      return until === undefined || owned() ? until : Math.max(until, AGAIN)
    },
    runDue: () => (owned() ? clock.runDue() : []),
  }
}

/** The mode of a new world. One of which nothing is kept stands in for the world that another replica owns: it does no work. */
export function modeWhileOwned(mode: ClockMode, name: string, replicas: JoinedReplicas | undefined): ClockMode {
  return replicas && !replicas.ledgers.of(name) ? 'frozen' : mode
}

import type { Answer } from '../http/answer.ts'
import type { HttpClient } from '../marketplace/http-client.ts'
import type { Scenarios } from '../scenario/scenario-api.ts'
import type { Specs } from '../spec/catalogue.ts'
import type { Change, ChangeLog } from '../world/engine/change-log.ts'
import type { Clock } from '../world/engine/clock-api.ts'
import type { SystemClock } from '../world/engine/system-clock.ts'
import type { World } from '../world/world-api.ts'
import type { Worlds } from '../world/worlds-api.ts'
import type { Action, Deliverer } from './actions.ts'
import type { RunOptions } from './run-file.ts'

/** The parts of an open sandbox that receive input. */
export interface OpenedParts {
  readonly worlds: Worlds
  readonly marketplace: Deliverer
  readonly scenarios: Scenarios
  readonly specs: Specs
  /** The function that answers every call, without the wrapper that `answering` added. */
  readonly answer: Answer
  readonly addresses: readonly string[]
  readonly options: RunOptions
}

/**
 * The inputs of a sandbox. Everything that can change an answer or a delivery passes here: calls, answers of sellers, planned work of live
 * worlds, changes by the library, the machine's time. A recorder writes it down, a replay repeats it.
 */
export interface Entrances {
  /** The machine's time for worlds, answers and deliveries. */
  readonly systemClock: SystemClock
  answering(answer: Answer): Answer
  calling(send: HttpClient): HttpClient
  /** The clock that the timer runs. */
  timed(clock: Clock, world: string): Clock
  /** A change by the library. If this is absent, changes are not recorded. */
  readonly enter?: <T>(action: Action, args: readonly unknown[], work: () => T) => T
  attend(world: World): void
  /** The log in which worlds are stored; its argument is the log of `--state`. */
  keeping(log: ChangeLog | undefined): ChangeLog | undefined
  /** Replaces the published secrets of starting worlds by secrets made from the seed, whether or not the sandbox is shared. */
  readonly ownSecrets?: boolean
  /** The addresses to use; with them, the sandbox does not listen. */
  readonly addresses?: readonly string[]
  opened(parts: OpenedParts): void
  /** Called when the sandbox begins to stop. */
  stopping(): void
  closed(): void
}

/** Entrances that record nothing. */
export function openEntrances(systemClock: SystemClock): Entrances {
  return {
    systemClock,
    answering: (answer) => answer,
    calling: (send) => send,
    timed: (clock) => clock,
    attend() {},
    keeping: (log) => log,
    opened() {},
    stopping() {},
    closed() {},
  }
}

/** A log that returns these changes once and stores nothing. */
export function loadedLog(changes: readonly Change[]): ChangeLog {
  return {
    load: async () => changes,
    append: async () => {},
    compact: async () => {},
    grown: false,
    close: async () => {},
  }
}

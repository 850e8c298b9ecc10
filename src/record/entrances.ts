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

/** The parts of an open sandbox that something can enter through. */
export interface OpenedParts {
  readonly worlds: Worlds
  readonly marketplace: Deliverer
  readonly scenarios: Scenarios
  readonly specs: Specs
  /** The function that answers every call, without what `answering` put around it. */
  readonly answer: Answer
  readonly addresses: readonly string[]
  readonly options: RunOptions
}

/**
 * The ways into a sandbox. Everything that can change an answer or a delivery passes here: calls, answers of sellers, planned work of live
 * worlds, changes by the library, the machine's time. A recorder writes it down, a replay brings it back.
 */
export interface Entrances {
  /** The machine's time, wherever it reaches worlds, answers or deliveries. */
  readonly systemClock: SystemClock
  /** The machine's time in what is sent to sellers, where that is another. */
  readonly stamps?: SystemClock
  answering(answer: Answer): Answer
  calling(send: HttpClient): HttpClient
  /** The clock that the timer wakes. */
  timed(clock: Clock, world: string): Clock
  /** A change by the library. Without it, changes are not written down. */
  readonly enter?: <T>(action: Action, args: readonly unknown[], work: () => T) => T
  attend(world: World): void
  /** The log that keeps the worlds, given the one of `--state`. */
  keeping(log: ChangeLog | undefined): ChangeLog | undefined
  /** The published secrets of starting worlds are replaced by ones made from the seed, whether or not the sandbox is shared. */
  readonly ownSecrets?: boolean
  /** Given the addresses instead of listening. */
  readonly addresses?: readonly string[]
  opened(parts: OpenedParts): void
  /** The sandbox is told to stop. */
  stopping(): void
  closed(): void
}

/** Nothing is written down. */
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

/** A log that was loaded once and keeps nothing. */
export function loadedLog(changes: readonly Change[]): ChangeLog {
  return {
    load: async () => changes,
    append: async () => {},
    compact: async () => {},
    grown: false,
    close: async () => {},
  }
}

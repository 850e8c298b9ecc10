import type { SavedWorld, WorldLog } from './engine/change-log.ts'
import type { Clock, ClockMode, ClockState } from './engine/clock-api.ts'
import type { Collection, Patch } from './engine/collection.ts'
import type { Ids } from './engine/ids.ts'
import type { Json } from './engine/json.ts'
import type { Limited, Limits } from './engine/limits.ts'
import type { MachineKind, Machines } from './engine/machines.ts'
import type { Outcome, PlanMatch, PlannedWork } from './engine/planned-work.ts'
import type { Setting, SettingState, SettingValue } from './engine/settings.ts'
import type { Sheet, WriteListener } from './engine/store.ts'
import type { SystemClock } from './engine/system-clock.ts'
import type { FactListener, MoveListener } from './engine/transactions.ts'
import type { Entities, Kind } from './entities/entities.ts'
import type { Fact, FactLog, NumberedFact } from './entities/facts/facts.ts'

/** All collections by kind. */
export type Collections = { readonly [K in Kind]: Collection<K> }

/** One isolated marketplace: all that is true in it, its time, its chance. Everything is synchronous. */
export interface World extends Collections {
  readonly name: string
  readonly seed: string
  /** The world this one was forked from. */
  readonly parent?: string
  readonly clock: Clock
  readonly ids: Ids
  readonly facts: FactLog
  /**
   * All or nothing: a throw takes back entities, facts, plans, counters and settings, and is thrown on. An inner transaction
   * is part of the outer one. After the outermost, listeners hear its facts.
   */
  transaction<T>(work: () => T): T
  /** Moves an entity by its transition table and writes changes with it; `none` events create. Throws `IllegalTransition`. */
  transition<K extends MachineKind>(kind: K, id: string, event: string, changes?: Patch<Entities[K]>): Entities[K]
  can(kind: MachineKind, id: string, event: string): boolean
  /** Tells a fact: numbered, dated with world time, gone again if the transaction fails. */
  tell(fact: Fact): NumberedFact
  /** Plans work for a moment (never earlier than now). Throws `work.unknown`. */
  plan(at: number, work: string, about: Json): PlannedWork
  /** Calls planned work back; returns how many there were. */
  unplan(match: PlanMatch): number
  /** What is planned, in the order in which it will be done: all of it, or the first `most`. */
  upcoming(most?: number): PlannedWork[]
  /** Listeners run after commit, in the order they came, and may only plan work (`listener.writes`). */
  listen(listener: FactListener): () => void
  /** Throws `setting.unknown`. */
  setting(name: string): SettingValue
  settings(): SettingState[]
  /** Throws `setting.unknown`, `setting.illegal`. */
  set(name: string, value: unknown): void
  /** Freezes the present as a layer; the world goes on above it. Costs next to nothing. */
  snapshot(): Layer
  /** A new world over a snapshot of this one (now, or the one given): same seed and time, nothing shared from here on. */
  fork(name: string, how?: { readonly from?: Layer }): World
  /** Throws `world.full` when there may be no more of a kind. */
  requireRoom(kind: Limited): void
  /** Resolves when the log has everything committed so far; at once without a log. Rejects when it could not be kept. */
  saved(): Promise<void>
  /** The whole world as data. */
  save(): SavedWorld
  /** Hears every write to entities as it happens, undone ones too. */
  watch(listener: WriteListener): void
  /** Hears by which transitions states moved, after each commit. */
  watchMoves(listener: MoveListener): void
}

/** A whole world, frozen. */
export interface Layer {
  /** Whose it is; absent for a foundation that many worlds stand on. */
  readonly world?: string
  readonly seed: string
  readonly sheet: Sheet
  readonly counters: ReadonlyMap<string, number>
  readonly settings: ReadonlyMap<string, SettingValue>
  readonly clock: ClockState
}

/** What a world is made of. */
export interface WorldOptions {
  readonly name: string
  readonly seed: string
  /** World time at birth, epoch ms. Default: the parent's time, else the machine's when live, else 2026-01-01T00:00:00Z. */
  readonly start?: number
  readonly mode: ClockMode
  readonly machines: Machines
  readonly work: WorkTable
  readonly settings: Readonly<Record<string, Setting>>
  readonly log?: WorldLog
  readonly parent?: Layer
  /** The clock of a world that goes on where it was. */
  readonly resumed?: ClockState
  /** Hears what the outcome of planned work threw when nobody waited for it; without it `clock.settled()` throws it. */
  readonly failed?: (error: unknown) => void
  /** Aborted when the sandbox stops: planned work stays planned from then on. */
  readonly stop?: AbortSignal
  /** How much it may hold; default: `LIMITS`. */
  readonly limits?: Limits
  /** Says why there is no memory for more, when that is so. */
  readonly shortOfMemory?: () => string | undefined
  /** Machine time, for tests. */
  readonly systemClock?: SystemClock
}

/**
 * One kind of planned work. Runs in a transaction of its own, at its own moment. Work that waits for the outside (a call to
 * the seller) starts here and returns a promise of its outcome, which is applied in a later transaction, in planned order.
 */
export type Work = (world: World, about: Json, planned: PlannedWork) => undefined | Promise<Outcome>

/** Everything that can be planned, by name. Plans are data, so they survive forks and restarts; what they do is found here. */
export type WorkTable = Readonly<Record<string, Work>>

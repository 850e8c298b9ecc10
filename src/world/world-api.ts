import type { SavedWorld, WorldLog } from './engine/change-log.ts'
import type { Clock, ClockMode, ClockState } from './engine/clock-api.ts'
import type { Collection, Patch } from './engine/collection.ts'
import type { Ids } from './engine/ids.ts'
import type { Limited, Limits } from './engine/limits.ts'
import type { EventOf, MachineKind, Machines } from './engine/machines.ts'
import type { Outcome, PlanMatch, PlannedWork } from './engine/planned-work.ts'
import type { Setting, SettingState, SettingValue } from './engine/settings-api.ts'
import type { Sheet, WriteListener } from './engine/store.ts'
import type { SystemClock } from './engine/system-clock.ts'
import type { FactListener, MoveListener } from './engine/transactions.ts'
import type { Entities, Kind } from './entities/entities.ts'
import type { FactLog, FactOf, Facts, FactType, NewFact, NumberedFact } from './entities/facts/facts.ts'
import type { Plans, WorkName } from './entities/plans.ts'
import type { Settings } from './generated/settings.ts'

/** All collections by kind. */
export type Collections = { readonly [K in Kind]: Collection<K> }

/** One isolated marketplace: its state, its time, its randomness. Everything is synchronous. */
export interface World extends Collections {
  readonly name: string
  readonly seed: string
  /** The world this one was forked from. */
  readonly parent?: string
  readonly clock: Clock
  readonly ids: Ids
  readonly facts: FactLog
  /**
   * All or nothing: an error rolls back entities, facts, plans, counters and settings, and is thrown again. An inner transaction is part of
   * the outer one. After the outermost one, listeners receive its facts.
   */
  transaction<T>(work: () => T): T
  /**
   * Changes an entity's state by its transition table, and writes `changes` with it. Events from `none` create the entity.
   * @throws IllegalTransition
   */
  transition<K extends MachineKind>(kind: K, id: string, event: EventOf<K>, changes?: Patch<Entities[K]>): Entities[K]
  can<K extends MachineKind>(kind: K, id: string, event: EventOf<K>): boolean
  /** Records a fact with its number and world time. A rollback removes it. */
  emit<T extends FactType>(fact: NewFact<T>): NumberedFact
  /**
   * Plans work for a moment (never earlier than now).
   * @throws WorldError `work.unknown`
   */
  plan<N extends WorkName>(at: number, work: N, about: Plans[N]): PlannedWork
  /** Cancels planned work and returns how many plans there were. */
  unplan(match: PlanMatch): number
  /** Planned work in the order in which it will run: all of it, or the first `most`. */
  upcoming(most?: number): PlannedWork[]
  /**
   * Listeners run after the commit, in the order they were added. They may only plan work.
   * @throws WorldError `listener.writes` when a listener writes
   */
  listen(listener: FactListener): () => void
  /** The same for facts by their names. A function that stands for several names is called once for each commit, with all its facts. */
  on(listeners: FactListeners): () => void
  setting<N extends keyof Settings>(name: N): Settings[N]
  /** @throws WorldError `setting.illegal` */
  set<N extends keyof Settings>(name: N, value: Settings[N]): void
  settings(): SettingState[]
  /**
   * A setting by a name that comes from outside, such as that of a timetable.
   * @throws WorldError `setting.unknown`
   */
  settingByName(name: string): SettingValue
  /**
   * Sets what comes from outside: control API, configuration, a start.
   * @throws WorldError `setting.unknown`, `setting.illegal`
   */
  setByName(name: string, value: unknown): void
  /** Freezes the present state as a layer; the world continues above it. Costs almost nothing. */
  snapshot(): Layer
  /** A new world over a snapshot of this one (taken now, or `from`): same seed and time, nothing shared from then on. */
  fork(name: string, how?: { readonly from?: Layer }): World
  /** @throws WorldError `world.full` when no more entities of this kind are allowed */
  requireRoom(kind: Limited): void
  /** Another process may continue it at any time: what must not happen twice waits for `saved`. */
  readonly shared: boolean
  /** Resolves when the log has everything committed so far; at once without a log. Rejects when it could not be stored. */
  saved(): Promise<void>
  /** The whole world as data. */
  save(): SavedWorld
  /** Calls the listener with every write to entities when it happens, including writes that undo others. */
  watch(listener: WriteListener): void
  /** Calls the listener with the state changes of each commit. */
  watchMoves(listener: MoveListener): void
}

/** A whole world, frozen. */
export interface Layer {
  /** The world it was taken from; absent for a shared starting layer. */
  readonly world?: string
  readonly seed: string
  readonly sheet: Sheet
  readonly counters: ReadonlyMap<string, number>
  readonly settings: ReadonlyMap<string, SettingValue>
  readonly clock: ClockState
}

/** Options of a world. */
export interface WorldOptions {
  readonly name: string
  readonly seed: string
  /** World time at the start, epoch ms. Default: the parent's time, else the system time when live, else 2026-01-01T00:00:00Z. */
  readonly start?: number
  readonly mode: ClockMode
  readonly machines: Machines
  readonly work: WorkTable
  readonly settings: Readonly<Record<string, Setting>>
  readonly log?: WorldLog
  readonly parent?: Layer
  /** The clock of a world that continues after a restart. */
  readonly resumed?: ClockState
  /** Receives errors of planned work's outcomes that nobody waited for. Without it `clock.settled()` throws them. */
  readonly failed?: (error: unknown) => void
  /** Aborted when the sandbox stops. From then on planned work stays planned. */
  readonly stop?: AbortSignal
  /** Default: `LIMITS`. */
  readonly limits?: Limits
  /** Returns why memory is short, or undefined when it is not. */
  readonly shortOfMemory?: () => string | undefined
  /** System time, for tests. */
  readonly systemClock?: SystemClock
}

/**
 * One kind of planned work. It runs in its own transaction, at its own moment. Work that waits for something outside the process (a call to
 * the seller) starts here and returns a promise of its outcome, which is applied in a later transaction, in planned order.
 */
export type Work<N extends WorkName> = (world: World, about: Plans[N], planned: PlannedWork) => undefined | Promise<Outcome>

/** All kinds of planned work by name. Plans are data, so they survive forks and restarts; their functions are looked up here. */
export type WorkTable = { readonly [N in keyof Plans]: Work<N> }

/** Some of it: what one room carries out. */
export type SomeWork = { readonly [N in keyof Plans]?: Work<N> }

/** What listens to facts, by their names: each function gets the facts of one commit, in order, and may only plan work. */
export type FactListeners = { readonly [T in keyof Facts]?: (world: World, facts: readonly FactOf<T>[]) => void }

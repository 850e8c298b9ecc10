import type { SavedWorld, WorldLog } from './engine/change-log.ts'
import { type Clock, type ClockMode, type ClockState, createClock } from './engine/clock.ts'
import { type Collection, createCollection, type Patch, patched } from './engine/collection.ts'
import { createFacts } from './engine/fact-log.ts'
import { createIds, type Ids } from './engine/ids.ts'
import type { Json } from './engine/json.ts'
import { createRoom, LIMITS, type Limited, type Limits } from './engine/limits.ts'
import { IllegalTransition, type MachineKind, type Machines, readMachines } from './engine/machines.ts'
import { createPlanner, type PlanMatch, type PlannedWork, type WorkTable } from './engine/plans.ts'
import { checkSetting, findSetting, type Setting, type SettingState, type SettingValue } from './engine/settings.ts'
import { createStore, type Sheet, type WriteListener } from './engine/store.ts'
import { wire as machineWire, type Wire } from './engine/system-clock.ts'
import { type Commit, createTransactions, type FactListener, type MoveListener } from './engine/transactions.ts'
import { WorldError } from './engine/world-error.ts'
import type { Entities, Kind } from './entities/entities.ts'
import type { Fact, FactLog, NumberedFact } from './entities/facts/facts.ts'
import { INDEXES } from './entities/indexes.ts'
import { factId, saveWorld } from './persistence/saved.ts'

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
  readonly wire?: Wire
}

/** Where frozen worlds begin when nobody says otherwise. */
export const FROZEN_START = Date.UTC(2026, 0, 1)

/** Makes a world: empty, or over a parent. Throws `machine.ambiguous`. */
export function createWorld(options: WorldOptions): World {
  const { name, seed, parent, log, wire = machineWire } = options
  const machines = readMachines(options.machines)
  const store = createStore(parent?.sheet)
  const values = { counters: new Map(parent?.counters), settings: new Map(parent?.settings) }

  const committed = (commit: Commit) => {
    if (log && !isEmpty(commit)) log.add({ at: clock.now(), ...commit })
    if (commit.plans.length > 0) clock.changed()
  }
  const room = createRoom(
    name,
    options.limits ?? LIMITS,
    (kind) => store.list(kind, 'all', '').size,
    options.shortOfMemory ?? (() => undefined),
  )
  store.listen(room.heard)
  const transactions = createTransactions(store, values, room, committed)
  const next = (kind: string) => {
    const n = (values.counters.get(kind) ?? 0) + 1
    transactions.assign('counters', kind, n)
    return n
  }
  const planner = createPlanner({ store, work: options.work, write: transactions.write, next, now: () => clock.now() })
  const facts = createFacts(store)
  const clock = createClock({
    state: options.resumed ?? firstState(options, wire),
    wire,
    next: planner.next,
    start: (planned) => planner.start(planned, world, facts),
    apply: (outcome) => facts.during(() => outcome && world.transaction(outcome)),
    inTransaction: () => transactions.open,
    ...(options.failed ? { failed: options.failed } : {}),
    ...(options.stop ? { stop: options.stop } : {}),
    moved: () => committed({ changes: [], facts: [], plans: [], counters: {}, settings: {}, clock: clock.state() }),
  })

  // Every kind has an index table, so its keys are the kinds; the mapped type cannot be built up member by member.
  const collections = Object.fromEntries(
    (Object.keys(INDEXES) as Kind[]).map((kind) => [kind, createCollection(kind, store, transactions.write)]),
  ) as unknown as Collections

  const statusOf = (kind: MachineKind, id: string) => collections[kind].get(id)?.status ?? 'none'

  const world: World = {
    ...collections,
    name,
    seed,
    ...(parent?.world === undefined ? {} : { parent: parent.world }),
    clock,
    facts,
    ids: createIds({ seed, name, now: clock.now, next, orderExists: collections.orders.has }),
    transaction: transactions.run,
    transition(kind, id, event, changes = {}) {
      const from = statusOf(kind, id)
      const status = machines.next(kind, from, event)
      if (status === undefined) throw new IllegalTransition({ kind, id, from, event, allowed: machines.events(kind, from) })
      const collection: Collection<typeof kind> = collections[kind]
      // At birth the changes are the whole entity; the caller's types vouch for it.
      const before = collection.get(id) ?? ({ id } as unknown as Entities[typeof kind])
      const moved = { ...patched(before, changes), status }
      return transactions.run(() => {
        transactions.moved({ kind, from, event, to: status })
        return collection.put(moved)
      })
    },
    can: (kind, id, event) => machines.next(kind, statusOf(kind, id), event) !== undefined,
    tell(fact) {
      return transactions.run(() => {
        const n = next('fact')
        const numbered = Object.freeze({ ...fact, n, at: clock.now(), id: factId(n) })
        transactions.tell(numbered)
        return numbered
      })
    },
    plan: planner.plan,
    unplan: (match) => transactions.run(() => planner.unplan(match)),
    upcoming: planner.upcoming,
    listen: transactions.listen,
    setting: (key) => values.settings.get(key) ?? findSetting(options.settings, key).default,
    settings: () =>
      Object.entries(options.settings).map(([key, setting]) => ({
        name: key,
        value: values.settings.get(key) ?? setting.default,
        ...setting,
      })),
    set: (key, value) => transactions.assign('settings', key, checkSetting(options.settings, key, value)),
    snapshot() {
      if (transactions.open) throw new WorldError('world.in-transaction', 'A world cannot be frozen inside a transaction.')
      const { counters, settings } = values
      return { world: name, seed, sheet: store.freeze(), counters: new Map(counters), settings: new Map(settings), clock: clock.state() }
    },
    fork(child, how = {}) {
      const { log: _log, resumed: _resumed, start: _start, parent: _parent, ...rest } = options
      const from = how.from ?? world.snapshot()
      return createWorld({ ...rest, name: child, mode: from.clock.mode, parent: from })
    },
    requireRoom: room.require,
    saved: async () => log?.saved(),
    save: () => saveWorld({ name, seed, clock: clock.state() }, store, values),
    watch: store.listen,
    watchMoves: transactions.watchMoves,
  }
  return world
}

/** Most requests only read. */
function isEmpty({ changes, facts, plans, counters, settings, clock }: Commit): boolean {
  return changes.length + facts.length + plans.length === 0 && !clock && !hasAny(counters) && !hasAny(settings)
}

const hasAny = (record: object) => Object.keys(record).length > 0

function firstState(options: WorldOptions, wire: Wire): ClockState {
  const { mode, parent, start } = options
  if (parent && start === undefined) return { ...parent.clock, mode, offset: mode === 'live' ? parent.clock.now - wire.now() : 0 }
  const now = start ?? (mode === 'live' ? wire.now() : FROZEN_START)
  return { mode, now, offset: now - wire.now() }
}

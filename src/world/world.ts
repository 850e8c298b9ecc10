import { createClock } from './engine/clock.ts'
import type { ClockState } from './engine/clock-api.ts'
import { type Collection, createCollection, patched } from './engine/collection.ts'
import { listenerFor } from './engine/fact-listeners.ts'
import { createFacts } from './engine/fact-log.ts'
import { createIds } from './engine/ids.ts'
import { createCapacity, LIMITS } from './engine/limits.ts'
import { IllegalTransition, type MachineKind, readMachines } from './engine/machines.ts'
import { createPlanner } from './engine/plans.ts'
import { checkSetting, findSetting } from './engine/settings.ts'
import { createStore } from './engine/store.ts'
import { systemClock as machineWire, type SystemClock } from './engine/system-clock.ts'
import { createTransactions } from './engine/transactions.ts'
import { WorldError } from './engine/world-error.ts'
import type { Entities, Kind } from './entities/entities.ts'
import type { Fact } from './entities/facts/facts.ts'
import { INDEXES } from './entities/indexes.ts'
import type { Settings } from './generated/settings.ts'
import { factId, saveWorld } from './persistence/saved.ts'
import type { Collections, World, WorldOptions } from './world-api.ts'

/** Default start of frozen worlds. */
export const FROZEN_START = Date.UTC(2026, 0, 1)

/**
 * Creates a world: empty, or over a parent.
 * @throws WorldError `machine.ambiguous`
 */
export function createWorld(options: WorldOptions): World {
  const { name, seed, parent, log, systemClock = machineWire } = options
  const machines = readMachines(options.machines)
  const store = createStore(parent?.sheet)
  const values = { counters: new Map(parent?.counters), settings: new Map(parent?.settings) }

  const capacity = createCapacity(
    name,
    options.limits ?? LIMITS,
    (kind) => store.peek(kind, 'all', '').size,
    options.shortOfMemory ?? (() => undefined),
  )
  store.listen(capacity.onWrite)
  const transactions = createTransactions(store, values, capacity, {
    log: log && ((commit) => log.add({ at: clock.now(), ...commit })),
    replanned: () => clock.changed(),
  })
  const next = (kind: string) => {
    const n = (values.counters.get(kind) ?? 0) + 1
    transactions.assign('counters', kind, n)
    return n
  }
  const { write, record } = transactions
  const planner = createPlanner({ store, work: options.work, write, record, next, now: () => clock.now() })
  const facts = createFacts(store, parent?.sheet)
  const clock = createClock({
    state: options.resumed ?? firstState(options, systemClock),
    systemClock,
    next: planner.next,
    start: (planned) => planner.start(planned, world),
    apply: (outcome) => (outcome ? record(outcome) : []),
    inTransaction: () => transactions.open,
    ...(options.failed ? { failed: options.failed } : {}),
    ...(options.stop ? { stop: options.stop } : {}),
    moved: () => log?.add({ at: clock.now(), changes: [], facts: [], plans: [], counters: {}, settings: {}, clock: clock.state() }),
  })

  // Every kind has indexes, so the keys of INDEXES are the kinds. The mapped type cannot be built member by member.
  const collections = Object.fromEntries(
    (Object.keys(INDEXES) as Kind[]).map((kind) => [kind, createCollection(kind, store, transactions.write)]),
  ) as unknown as Collections

  const settingByName = (key: string) => values.settings.get(key) ?? findSetting(options.settings, key).default
  const setByName = (key: string, value: unknown) => transactions.assign('settings', key, checkSetting(options.settings, key, value))

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
      // At creation the changes are the whole entity; the caller's types guarantee that.
      const before = collection.get(id) ?? ({ id } as unknown as Entities[typeof kind])
      const moved = Object.assign(patched(before, changes), { status })
      return transactions.run(() => {
        transactions.moved({ kind, from, event, to: status })
        return collection.put(moved)
      })
    },
    can: (kind, id, event) => machines.next(kind, statusOf(kind, id), event) !== undefined,
    emit(fact) {
      return transactions.run(() => {
        const n = next('fact')
        // What a fact says fits its name: the caller's types guarantee that.
        // Not a literal with `...fact`: with facts of many forms, V8 then makes a hidden class for every single one.
        const numbered = Object.freeze(Object.assign({}, fact as unknown as Fact, { n, at: clock.now(), id: factId(n) }))
        transactions.emit(numbered)
        return numbered
      })
    },
    plan: planner.plan,
    unplan: (match) => transactions.run(() => planner.unplan(match)),
    upcoming: planner.upcoming,
    listen: transactions.listen,
    on: (listeners) => transactions.listen(listenerFor(world, listeners)),
    // The types are made from the specs that these values are checked against.
    setting: <N extends keyof Settings>(key: N) => settingByName(key) as Settings[N],
    set: setByName,
    settings: () =>
      Object.entries(options.settings).map(([key, setting]) => ({
        name: key,
        value: values.settings.get(key) ?? setting.default,
        ...setting,
      })),
    settingByName,
    setByName,
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
    requireRoom: capacity.require,
    shared: log?.shared === true,
    saved: async () => log?.saved(),
    save: () => saveWorld({ name, seed, clock: clock.state() }, store, values),
    watch: store.listen,
    watchMoves: transactions.watchMoves,
  }
  return world
}

function firstState(options: WorldOptions, systemClock: SystemClock): ClockState {
  const { mode, parent, start } = options
  if (parent && start === undefined) return { ...parent.clock, mode, offset: mode === 'live' ? parent.clock.now - systemClock.now() : 0 }
  const now = start ?? (mode === 'live' ? systemClock.now() : FROZEN_START)
  return { mode, now, offset: now - systemClock.now() }
}

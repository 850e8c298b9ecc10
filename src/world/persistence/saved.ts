import type { LogEntry, SavedWorld } from '../engine/change-log.ts'
import { slice } from '../engine/sorted-list.ts'
import { createStore, type Store, type Stored } from '../engine/store.ts'
import type { Values } from '../engine/transactions.ts'
import { INDEXES } from '../entities/indexes.ts'
import type { Layer } from '../world-api.ts'

/** A whole world as plain data, including what it inherited. */
export function saveWorld(about: Pick<SavedWorld, 'name' | 'seed' | 'clock'>, store: Store, values: Values): SavedWorld {
  const rows = <T>(kind: string): T[] => {
    const list = store.peek(kind, 'all', '')
    return slice(list, 0, list.size).map((id) => store.read(kind, id) as T)
  }
  return {
    format: 1,
    ...about,
    entities: Object.fromEntries(Object.keys(INDEXES).map((kind) => [kind, rows(kind)])),
    facts: rows('facts'),
    plans: rows('plans'),
    counters: Object.fromEntries(values.counters),
    settings: Object.fromEntries(values.settings),
  }
}

/** A saved world as a layer without a parent world. */
export function layerOf({ seed, clock, entities, facts, plans, counters, settings }: SavedWorld): Layer {
  const store = createStore()
  for (const [kind, list] of Object.entries(entities)) {
    // Checked by the reader, or never left this process.
    for (const entity of list as readonly Stored[]) store.write(kind, entity.id, entity)
  }
  for (const fact of facts) writeFact(store, fact)
  for (const plan of plans) store.write('plans', plan.id, plan)
  const values = { counters: new Map(Object.entries(counters)), settings: new Map(Object.entries(settings)) }
  return { seed, sheet: store.freeze(), clock, ...values }
}

/** Applies a committed entry again. Calls no listeners, because all this has happened before. */
export function redo(entry: LogEntry, store: Store, values: Values): void {
  for (const { kind, id, entity } of entry.changes) store.write(kind, id, freeze((entity as Stored | null) ?? undefined))
  for (const fact of entry.facts) writeFact(store, fact)
  for (const { id, plan } of entry.plans) store.write('plans', id, freeze(plan ?? undefined))
  for (const [name, value] of Object.entries(entry.counters)) values.counters.set(name, value)
  for (const [name, value] of Object.entries(entry.settings)) values.settings.set(name, value)
}

const freeze = <T>(entity: T): T => Object.freeze(entity)

/** Facts are stored under their zero-padded number. */
export const factId = (n: number) => `${n}`.padStart(12, '0')

function writeFact(store: Store, fact: { readonly n: number }): void {
  store.write('facts', factId(fact.n), freeze({ ...fact, id: factId(fact.n) }))
}

import type { LogEntry, SavedLog, SavedWorld } from './change-log.ts'
import type { ClockState } from './clock.ts'
import { INDEXES } from './indexes.ts'
import { slice } from './sorted-list.ts'
import type { Store, Stored } from './store.ts'
import type { Values } from './transactions.ts'
import { WorldError } from './world-error.ts'

/** The whole of a world as plain data, ancestors' part included. */
export function saveWorld(about: Pick<SavedWorld, 'name' | 'seed' | 'seq' | 'clock'>, store: Store, values: Values): SavedWorld {
  const rows = <T>(kind: string): T[] => {
    const list = store.list(kind, 'all', '')
    return slice(list, 0, list.size).map(({ id }) => store.read(kind, id) as T)
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

/** Fills an empty store from what a log gave back. Tells no facts and wakes no listener: all this has been. */
export function restoreWorld(saved: SavedLog, store: Store, values: Values): { readonly seq: number; readonly clock?: ClockState } {
  const { snapshot, entries } = saved
  if (snapshot && snapshot.format !== 1) {
    throw new WorldError('saved.format', `This state is of format ${String(snapshot.format)}; this version reads format 1.`)
  }
  let seq = snapshot?.seq ?? 0
  let clock = snapshot?.clock
  if (snapshot) {
    for (const [kind, entities] of Object.entries(snapshot.entities)) {
      // A saved world is our own file, checked by its format number.
      for (const entity of entities as readonly Stored[]) store.write(kind, entity.id, entity)
    }
    for (const fact of snapshot.facts) writeFact(store, fact)
    for (const plan of snapshot.plans) store.write('plans', plan.id, plan)
    remember(values, snapshot)
  }
  for (const entry of entries) {
    if (entry.seq <= seq) continue
    if (entry.seq !== seq + 1) throw new WorldError('saved.gap', `The log lacks entry ${seq + 1}: it goes on with ${entry.seq}.`)
    apply(entry, store, values)
    seq = entry.seq
    clock = entry.clock ?? clock
    // A frozen world stands where its last entry was written.
    if (clock?.mode === 'frozen') clock = { ...clock, now: Math.max(clock.now, entry.at) }
  }
  return clock ? { seq, clock } : { seq }
}

function apply(entry: LogEntry, store: Store, values: Values): void {
  for (const { kind, id, entity } of entry.changes) store.write(kind, id, (entity as Stored | null) ?? undefined)
  for (const fact of entry.facts) writeFact(store, fact)
  for (const { id, plan } of entry.plans) store.write('plans', id, plan ?? undefined)
  remember(values, entry)
}

function remember(values: Values, from: Pick<SavedWorld, 'counters' | 'settings'>): void {
  for (const [name, value] of Object.entries(from.counters)) values.counters.set(name, value)
  for (const [name, value] of Object.entries(from.settings)) values.settings.set(name, value)
}

/** Facts are kept under their number. */
export const factId = (n: number) => `${n}`.padStart(12, '0')

function writeFact(store: Store, fact: { readonly n: number }): void {
  store.write('facts', factId(fact.n), { ...fact, id: factId(fact.n) })
}

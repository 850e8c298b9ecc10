import type { Kind } from '../entities/entities.ts'
import type { NumberedFact } from '../entities/facts/facts.ts'
import type { LogEntry } from './change-log.ts'
import type { Capacity } from './limits.ts'
import type { PlannedWork } from './planned-work.ts'
import type { SettingValue } from './settings-api.ts'
import type { Store, Stored, Written } from './store.ts'
import { WorldError } from './world-error.ts'

/** Receives the facts of one commit, in order. */
export type FactListener = (facts: readonly NumberedFact[]) => void

/** One state change made by a transition table. */
export interface Move {
  readonly kind: string
  readonly from: string
  readonly event: string
  readonly to: string
}

/** Receives the state changes of one commit, in order. For counting only; it must not write. */
export type MoveListener = (moves: readonly Move[]) => void

/** All writes to a world go through this. */
export interface Transactions {
  /** True while a transaction or its listeners run. */
  readonly open: boolean
  run<T>(work: () => T): T
  /** Outside a transaction, each write is a transaction of its own. */
  write(kind: string, id: string, entity: Stored | undefined): void
  assign(which: 'counters' | 'settings', name: string, value: SettingValue): void
  /** Inside a transaction. */
  emit(fact: NumberedFact & Stored): void
  /** Runs a transaction that stands in no other, and returns the facts that it recorded. */
  record(work: () => unknown): readonly NumberedFact[]
  listen(listener: FactListener): () => void
  /** Records a state change inside a transaction; a rollback discards it. Costs nothing when nobody watches. */
  moved(move: Move): void
  watchMoves(listener: MoveListener): void
}

/** Named values that are not entities. They are rolled back and logged like entities. */
export interface Values {
  readonly counters: Map<string, number>
  readonly settings: Map<string, SettingValue>
}

/** What one transaction changed. */
export type Commit = Pick<LogEntry, 'changes' | 'facts' | 'plans' | 'counters' | 'settings'>

/** Is told of commits. */
export interface Committed {
  /** Receives what changed, when anything did. Absent for a world that nobody logs: most of them, so nothing is put together then. */
  readonly log?: ((commit: Commit) => void) | undefined
  /** Called when plans were made or dropped. */
  readonly replanned: () => void
}

/** A named value that was written. */
interface Assigned {
  readonly which: keyof Values
  readonly name: string
  readonly before: SettingValue | undefined
}

const NONE: readonly NumberedFact[] = []
const LISTENER_MAY_WRITE = new Set(['plans'])

/**
 * Synchronous transactions, all or nothing. Writes go directly to the overlay, and a list says what stood there before: reads inside a
 * transaction need no second look-up, and most transactions succeed. What a transaction wrote is what is undone or logged.
 */
export function createTransactions(store: Store, values: Values, capacity: Capacity, committed: Committed): Transactions {
  let writes: Written[] = []
  let assigned: Assigned[] = []
  let facts: NumberedFact[] = []
  let moves: Move[] = []
  /** The facts of the last commit. */
  let recorded = NONE
  const watchers: MoveListener[] = []
  let depth = 0
  let listening = false
  const listeners = new Set<FactListener>()

  const undoWrites = (to: number) => {
    for (let i = writes.length - 1; i >= to; i--) store.undo(writes[i]!)
    writes.length = to
  }

  const undoAssigned = (to: number) => {
    for (let i = assigned.length - 1; i >= to; i--) {
      const { which, name, before } = assigned[i]!
      const map = values[which] as Map<string, SettingValue>
      if (before === undefined) map.delete(name)
      else map.set(name, before)
    }
    assigned.length = to
  }

  const commit = () => {
    listening = true
    try {
      // Work that listeners plan belongs to this commit: a store must never hold a fact without its consequences.
      if (facts.length > 0) for (const listener of [...listeners]) listener(facts)
    } finally {
      listening = false
      depth = 0
      const [written, named, made] = [writes, assigned, moves]
      // The log and the caller keep this list, so the next transaction must not write into it.
      const told = facts.length > 0 ? facts : NONE
      if (written.length > 0) writes = []
      if (named.length > 0) assigned = []
      if (facts.length > 0) facts = []
      if (made.length > 0) moves = []
      if (committed.log && written.length + named.length > 0) committed.log(collect(values, written, named, told))
      if (written.some(({ kind }) => kind === 'plans')) committed.replanned()
      if (made.length > 0) for (const watcher of watchers) watcher(made)
      recorded = told
    }
  }

  const run = <T>(work: () => T): T => {
    if (listening) return work()
    const { length: writesBefore } = writes
    const { length: assignedBefore } = assigned
    const { length: factsBefore } = facts
    const { length: movesBefore } = moves
    depth++
    let result: T
    try {
      result = work()
      if (isThenable(result)) throw new WorldError('transaction.asynchronous', 'A transaction is synchronous; its work returned a promise.')
    } catch (error) {
      undoWrites(writesBefore)
      undoAssigned(assignedBefore)
      facts.length = factsBefore
      moves.length = movesBefore
      depth--
      throw error
    }
    // The outermost transaction stays open until the listeners have finished, so that the work they plan is part of it.
    if (depth === 1) commit()
    else depth--
    return result
  }

  const write = (kind: string, id: string, entity: Stored | undefined) => {
    if (depth === 0) {
      run(() => write(kind, id, entity))
      return
    }
    if (listening && !LISTENER_MAY_WRITE.has(kind)) throw noWriting(kind)
    if (entity !== undefined && capacity.limits(kind) && store.read(kind, id) === undefined) capacity.require(kind)
    writes.push(store.write(kind, id, entity))
  }

  return {
    get open() {
      return depth > 0
    },
    run,
    write,
    assign(which, name, value) {
      if (depth === 0) {
        run(() => this.assign(which, name, value))
        return
      }
      if (listening && name !== 'plan') throw noWriting(which)
      const map = values[which] as Map<string, SettingValue>
      assigned.push({ which, name, before: map.get(name) })
      map.set(name, value)
    },
    emit(fact) {
      write('facts', fact.id, fact)
      facts.push(fact)
    },
    record(work) {
      run(work)
      return recorded
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    moved(move) {
      if (watchers.length > 0) moves.push(move)
    },
    watchMoves(listener) {
      watchers.push(listener)
    },
  }
}

const noWriting = (what: string) =>
  new WorldError('listener.writes', `A listener may only plan work, and this one wrote ${what}. Plan work that does it.`)

const isThenable = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'

function collect(values: Values, writes: readonly Written[], assigned: readonly Assigned[], facts: readonly NumberedFact[]): Commit {
  const changes: { kind: Kind; id: string; entity: unknown | null }[] = []
  const plans: { id: string; plan: PlannedWork | null }[] = []
  for (const { kind, id, after = null } of lastOfEach(writes)) {
    if (kind === 'plans') plans.push({ id, plan: after as PlannedWork | null })
    else if (kind !== 'facts') changes.push({ kind: kind as Kind, id, entity: after })
  }
  const counters: Record<string, number> = {}
  const settings: Record<string, SettingValue> = {}
  for (const { which, name } of assigned) {
    if (which === 'counters') counters[name] = values.counters.get(name)!
    else settings[name] = values.settings.get(name)!
  }
  return { changes, facts, plans, counters, settings }
}

/** The last write of each entity, where it was first written. */
function lastOfEach(writes: readonly Written[]): Iterable<Written> {
  if (writes.length > FEW) return new Map(writes.map((write) => [`${write.kind}\n${write.id}`, write])).values()
  const last: Written[] = []
  for (const write of writes) {
    const at = last.findIndex(({ kind, id }) => id === write.id && kind === write.kind)
    if (at < 0) last.push(write)
    else last[at] = write
  }
  return last
}

/** Up to as many writes, comparing each with all before it costs less than making keys of them. */
const FEW = 16

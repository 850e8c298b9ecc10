import type { Kind } from '../entities/entities.ts'
import type { NumberedFact } from '../entities/facts/facts.ts'
import type { LogEntry } from './change-log.ts'
import type { ClockState } from './clock-api.ts'
import type { Capacity } from './limits.ts'
import type { PlannedWork } from './planned-work.ts'
import type { SettingValue } from './settings-api.ts'
import type { Store, Stored } from './store.ts'
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
  emit(fact: NumberedFact & Stored): void
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
export interface Commit extends Pick<LogEntry, 'changes' | 'facts' | 'plans' | 'counters' | 'settings'> {
  readonly clock?: ClockState
}

/** What was written since the transaction began, in order. Something written twice may be in it twice. */
interface Marks {
  readonly entities: Mark[]
  readonly counters: string[]
  readonly settings: string[]
}

interface Mark {
  readonly kind: string
  readonly id: string
}

const LISTENER_MAY_WRITE = new Set(['plans'])

/**
 * Synchronous transactions, all or nothing. Writes go directly to the overlay together with a list of undo functions: reads inside a
 * transaction need no second look-up, and most transactions succeed.
 */
export function createTransactions(store: Store, values: Values, capacity: Capacity, committed: (commit: Commit) => void): Transactions {
  let undo: (() => void)[] = []
  let facts: NumberedFact[] = []
  let moves: Move[] = []
  const watchers: MoveListener[] = []
  let marks: Marks = newMarks()
  let depth = 0
  let listening = false
  const listeners = new Set<FactListener>()

  const takeBack = (to: number) => {
    for (let i = undo.length - 1; i >= to; i--) undo[i]!()
    undo.length = to
  }

  const commit = () => {
    undo = []
    listening = true
    try {
      // Work that listeners plan belongs to this commit: a store must never hold a fact without its consequences.
      if (facts.length > 0) for (const listener of [...listeners]) listener(facts)
    } finally {
      listening = false
      const done = collect(store, values, marks, facts)
      const made = moves
      facts = []
      moves = []
      marks = newMarks()
      undo = []
      depth = 0
      committed(done)
      if (made.length > 0) for (const watcher of watchers) watcher(made)
    }
  }

  const run = <T>(work: () => T): T => {
    if (listening) return work()
    const mark = undo.length
    depth++
    let result: T
    try {
      result = work()
      if (isThenable(result)) throw new WorldError('transaction.asynchronous', 'A transaction is synchronous; its work returned a promise.')
    } catch (error) {
      takeBack(mark)
      depth--
      if (depth === 0) {
        facts = []
        moves = []
        marks = newMarks()
      }
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
    undo.push(store.write(kind, id, entity))
    marks.entities.push({ kind, id })
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
      const before = map.get(name)
      undo.push(() => (before === undefined ? map.delete(name) : map.set(name, before)))
      map.set(name, value)
      if (!marks[which].includes(name)) marks[which].push(name)
    },
    emit(fact) {
      run(() => {
        write('facts', fact.id, fact)
        facts.push(fact)
        undo.push(() => facts.pop())
      })
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    moved(move) {
      if (watchers.length === 0) return
      moves.push(move)
      undo.push(() => moves.pop())
    },
    watchMoves(listener) {
      watchers.push(listener)
    },
  }
}

const newMarks = (): Marks => ({ entities: [], counters: [], settings: [] })

const noWriting = (what: string) =>
  new WorldError('listener.writes', `A listener may only plan work, and this one wrote ${what}. Plan work that does it.`)

const isThenable = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'

function collect(store: Store, values: Values, marks: Marks, facts: readonly NumberedFact[]): Commit {
  const changes: { kind: Kind; id: string; entity: unknown | null }[] = []
  const plans: { id: string; plan: PlannedWork | null }[] = []
  for (const { kind, id } of distinct(marks.entities)) {
    const entity = store.read(kind, id) ?? null
    if (kind === 'plans') plans.push({ id, plan: entity as PlannedWork | null })
    else if (kind !== 'facts') changes.push({ kind: kind as Kind, id, entity })
  }
  return { changes, facts, plans, counters: pick(values.counters, marks.counters), settings: pick(values.settings, marks.settings) }
}

/** Each mark once, where it first stood. */
function distinct(marks: readonly Mark[]): Iterable<Mark> {
  if (marks.length > FEW) return new Map(marks.map((mark) => [`${mark.kind}\n${mark.id}`, mark])).values()
  return marks.filter(({ kind, id }, at) => marks.findIndex((mark) => mark.id === id && mark.kind === kind) === at)
}

/** Up to as many marks, comparing each with all before it costs less than making keys of them. */
const FEW = 16

function pick<T>(map: ReadonlyMap<string, T>, names: readonly string[]): Record<string, T> {
  const picked: Record<string, T> = {}
  for (const name of names) {
    const value = map.get(name)
    if (value !== undefined) picked[name] = value
  }
  return picked
}

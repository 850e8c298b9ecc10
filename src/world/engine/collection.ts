import type { Entities, Kind } from '../entities/entities.ts'
import type { IndexName } from '../entities/indexes.ts'
import { countBelow, entryAt, type SortedList, slice } from './sorted-list.ts'
import type { Store } from './store.ts'
import { WorldError } from './world-error.ts'

/**
 * A sorted view of entities. Which entities and where is settled when it is asked for and stays still; each entity is read
 * when reached. Counting costs nothing, a page costs its own length.
 */
export interface Rows<T> extends Iterable<T> {
  readonly count: number
  /** Entities at the positions from `from` up to, not including, `to`; positions past the end give nothing. */
  slice(from: number, to?: number): T[]
  first(): T | undefined
  last(): T | undefined
  /** The same rows from the other end: `rows.reversed().slice(0, 10)` are the ten newest. */
  reversed(): Rows<T>
}

/** The entities of one kind. Writes outside a transaction are a transaction of their own. */
export interface Collection<K extends Kind> {
  readonly kind: K
  readonly size: number
  get(id: string): Entities[K] | undefined
  has(id: string): boolean
  /** Writes a whole entity, new or not. It is frozen: from now on it belongs to the world. */
  put(entity: Entities[K]): Entities[K]
  /** Writes some members; `undefined` takes a member away. Throws `entity.unknown`. */
  change(id: string, patch: Patch<Entities[K]>): Entities[K]
  /** True when there was something to delete. */
  delete(id: string): boolean
  /** All of them in the collection's natural order: by creation where it has one, else by id. */
  all(): Rows<Entities[K]>
  by(index: IndexName<K>, key: string): Rows<Entities[K]>
  /** Rows of `by` whose sort value lies in [fromSort, toSort], both ends included; undefined leaves an end open. */
  range(index: IndexName<K>, key: string, fromSort?: number, toSort?: number): Rows<Entities[K]>
}

/** Members to write; one that is given as `undefined` goes away. */
export type Patch<T> = { readonly [F in keyof T]?: T[F] | undefined }

/** One kind's view of the store; `write` takes every change. */
export function createCollection<K extends Kind>(
  kind: K,
  store: Store,
  write: (kind: Kind, id: string, entity: Entities[K] | undefined) => void,
): Collection<K> {
  // The store holds every kind in one form; this is the one place that says which.
  const get = (id: string) => store.read(kind, id) as Entities[K] | undefined
  const rows = (list: SortedList, from = 0, to = list.size) => createRows(list, get, from, to)
  const put = (entity: Entities[K]) => {
    if (typeof entity.id !== 'string' || entity.id === '') throw new WorldError('entity.nameless', `${kind}: an entity needs an id.`)
    Object.freeze(entity)
    write(kind, entity.id, entity)
    return entity
  }
  return {
    kind,
    get size() {
      return store.list(kind, 'all', '').size
    },
    get,
    has: (id) => store.read(kind, id) !== undefined,
    put,
    change(id, patch) {
      const entity = get(id)
      if (!entity) throw new WorldError('entity.unknown', `There is no "${id}" among the ${kind}.`)
      return put(patched(entity, patch))
    },
    delete(id) {
      if (store.read(kind, id) === undefined) return false
      write(kind, id, undefined)
      return true
    },
    all: () => rows(store.list(kind, 'all', '')),
    by: (index, key) => rows(store.list(kind, index, key)),
    range(index, key, fromSort, toSort) {
      const list = store.list(kind, index, key)
      const from = fromSort === undefined ? 0 : countBelow(list, fromSort)
      const to = toSort === undefined ? list.size : countBelow(list, nextUp(toSort))
      return rows(list, from, Math.max(from, to))
    },
  }
}

/** The entity with the members of the patch; members given as undefined are gone. */
export function patched<T extends { readonly id: string }>(entity: T, patch: Patch<T>): T {
  const whole: Record<string, unknown> = { ...entity, ...patch, id: entity.id }
  for (const name of Object.keys(patch)) if (whole[name] === undefined) delete whole[name]
  return whole as T
}

/** Sort values are whole milliseconds or numbers, so the next one ends a range that includes its end. */
const nextUp = (sort: number) => Math.floor(sort) + 1

function createRows<T>(list: SortedList, get: (id: string) => T | undefined, from: number, to: number, backwards = false): Rows<T> {
  const count = to - from
  const at = (position: number) => (position < 0 || position >= count ? undefined : get(entryAt(list, from + position).id))
  /** Those between two positions that have not been deleted since the rows were asked for. */
  const read = (low: number, high: number): T[] => {
    const found: T[] = []
    for (const entry of slice(list, low, high)) {
      const entity = get(entry.id)
      if (entity !== undefined) found.push(entity)
    }
    return found
  }
  function* walk() {
    // Page by page, from whichever end: nothing is read or turned round that nobody asks for.
    if (!backwards) for (let low = from; low < to; low += 64) yield* read(low, Math.min(to, low + 64))
    else for (let high = to; high > from; high -= 64) yield* read(Math.max(from, high - 64), high).reverse()
  }
  return {
    count,
    slice(start, end = count) {
      const low = Math.min(Math.max(0, start), count)
      const high = Math.min(Math.max(low, end), count)
      return backwards ? read(to - high, to - low).reverse() : read(from + low, from + high)
    },
    first: () => at(backwards ? count - 1 : 0),
    last: () => at(backwards ? 0 : count - 1),
    reversed: () => createRows(list, get, from, to, !backwards),
    [Symbol.iterator]: walk,
  }
}

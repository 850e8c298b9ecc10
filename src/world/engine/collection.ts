import type { Entities, Kind } from '../entities/entities.ts'
import type { IndexName } from '../entities/indexes.ts'
import { countBelow, idAt, type SortedList, slice } from './sorted-list.ts'
import type { Store } from './store.ts'
import { WorldError } from './world-error.ts'

/**
 * A sorted view of entities. Which entities it contains, and their order, is fixed when the view is created; each entity is read when it is
 * accessed. Counting is free, a page costs its own length.
 */
export interface Rows<T> extends Iterable<T> {
  readonly count: number
  /** Entities at positions `from` (inclusive) to `to` (exclusive). Positions after the end are ignored. */
  slice(from: number, to?: number): T[]
  first(): T | undefined
  last(): T | undefined
  /** The same rows in reverse order: `rows.reversed().slice(0, 10)` are the ten newest. */
  reversed(): Rows<T>
}

/** The entities of one kind. A write outside a transaction is a transaction of its own. */
export interface Collection<K extends Kind> {
  readonly kind: K
  readonly size: number
  get(id: string): Entities[K] | undefined
  has(id: string): boolean
  /** Creates or replaces an entity. The object is frozen; do not change it afterwards. */
  put(entity: Entities[K]): Entities[K]
  /**
   * Writes some members. `undefined` removes a member.
   * @throws WorldError `entity.unknown`
   */
  change(id: string, patch: Patch<Entities[K]>): Entities[K]
  /** Returns true when there was something to delete. */
  delete(id: string): boolean
  /** All entities in the natural order of the collection: by creation time where it has one, else by id. */
  all(): Rows<Entities[K]>
  where(index: IndexName<K>, key: string): Rows<Entities[K]>
  /** Rows of `where` whose sort value lies in [fromSort, toSort], both inclusive. Undefined leaves that end open. */
  range(index: IndexName<K>, key: string, fromSort?: number, toSort?: number): Rows<Entities[K]>
}

/** Members to write. A member set to `undefined` is removed. */
export type Patch<T> = { readonly [F in keyof T]?: T[F] | undefined }

/** The collection of one kind over a store. `write` receives every change. */
export function createCollection<K extends Kind>(
  kind: K,
  store: Store,
  write: (kind: Kind, id: string, entity: Entities[K] | undefined) => void,
): Collection<K> {
  // The store holds all kinds as one type; only this place restores the type.
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
      return store.peek(kind, 'all', '').size
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
    where: (index, key) => rows(store.list(kind, index, key)),
    range(index, key, fromSort, toSort) {
      const list = store.list(kind, index, key)
      const from = fromSort === undefined ? 0 : countBelow(list, fromSort)
      const to = toSort === undefined ? list.size : countBelow(list, nextUp(toSort))
      return rows(list, from, Math.max(from, to))
    },
  }
}

/** A copy of the entity with the patch applied. Members set to `undefined` are removed. */
export function patched<T extends { readonly id: string }>(entity: T, patch: Patch<T>): T {
  const whole: Record<string, unknown> = { ...entity, ...patch, id: entity.id }
  // Backwards, because the last member of an object can be taken off again; a gap elsewhere makes every later access slow.
  for (const name of Object.keys(patch).reverse()) if (whole[name] === undefined) delete whole[name]
  return whole as T
}

/** Sort values are numbers, in practice whole milliseconds; the next whole number ends a range that includes its end. */
const nextUp = (sort: number) => Math.floor(sort) + 1

/** Most questions for what belongs to one entity find nothing. */
const NO_ROWS: Rows<never> = Object.freeze({
  count: 0,
  slice: () => [],
  first: () => undefined,
  last: () => undefined,
  reversed: () => NO_ROWS,
  [Symbol.iterator]: () => [][Symbol.iterator](),
})

function createRows<T>(list: SortedList, get: (id: string) => T | undefined, from: number, to: number, backwards = false): Rows<T> {
  const count = to - from
  if (count === 0) return NO_ROWS
  const at = (position: number) => (position < 0 || position >= count ? undefined : get(idAt(list, from + position)))
  /** Entities between two positions, without those deleted since the view was created. */
  const read = (low: number, high: number): T[] => {
    const found: T[] = []
    for (const id of slice(list, low, high)) {
      const entity = get(id)
      if (entity !== undefined) found.push(entity)
    }
    return found
  }
  function* walk() {
    // Read page by page from the requested end, so that nothing is read or reversed unnecessarily.
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

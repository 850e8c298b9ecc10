import { INDEXES, STORE_INDEXES } from '../entities/indexes.ts'
import type { Index } from './index-keys.ts'
import { copy, type Held, NOTHING, peek, share, withEntry, withoutEntry } from './index-lists.ts'
import { EMPTY, type Entry, type SortedList } from './sorted-list.ts'

/** All that the store knows about an entity. Collections restore the full types. */
export interface Stored {
  readonly id: string
}

/** The part of one sheet that belongs to one collection. `null` in `data`: deleted here, whatever the sheets below hold. */
interface Page {
  readonly data: Map<string, Stored | null>
  /** Index -> key -> the complete list as seen from this sheet, copied from below at the first write. */
  readonly lists: Map<string, Map<string, Held>>
}

/** One layer of entities on top of an immutable parent. */
export interface Sheet {
  readonly parent?: Sheet
  readonly size: number
  readonly pages: ReadonlyMap<string, Page>
}

/** Receives a write. `after` is undefined for a deletion, `before` is undefined for a creation. */
export type WriteListener = (kind: string, after: Stored | undefined, before: Stored | undefined) => void

/** One write, and what undoes it. */
export interface Written {
  readonly kind: string
  readonly id: string
  readonly after: Stored | undefined
  readonly before: Stored | undefined
  /** What the overlay held: `null` marks a deletion. */
  readonly here: Stored | null | undefined
}

/** The entities of one world, in layers. */
export interface Store {
  read(kind: string, id: string): Stored | undefined
  /** Writes into the overlay (`undefined` deletes). */
  write(kind: string, id: string, entity: Stored | undefined): Written
  /** Undoes the newest write that is not undone yet. */
  undo(written: Written): void
  /** The list as it is now. It never changes. */
  list(kind: string, index: string, key: string): SortedList
  /** The same list for reading it at once: the next write may change it. Saves that write a copy. */
  peek(kind: string, index: string, key: string): SortedList
  /** Freezes the overlay and continues in an empty one above it. Returns the same sheet when nothing was written since. */
  freeze(): Sheet
  /** Calls the listener with every write when it happens, including writes that undo others. */
  listen(listener: WriteListener): void
}

const NONE: readonly string[] = []
/** The indexes of each kind, in arrays: every write goes through those of its kind. */
const ALL_INDEXES = new Map(
  Object.entries<Readonly<Record<string, Index<never>>>>({ ...INDEXES, ...STORE_INDEXES }).map(([kind, indexes]) => [
    kind,
    Object.entries(indexes).map(([name, index]) => ({ name, ...(index as unknown as Index<Stored>) })),
  ]),
)

/**
 * The content of a world: an overlay with its own writes over sheets that are never written to again. A look-up goes up through the sheets.
 * Freezing merges small sheets, so that their number never exceeds the logarithm of everything written.
 */
export function createStore(base?: Sheet): Store {
  let parent = base
  let own = new Map<string, Page>()
  const listeners: WriteListener[] = []

  const pageOf = (kind: string): Page => {
    let page = own.get(kind)
    if (!page) {
      page = { data: new Map(), lists: new Map() }
      own.set(kind, page)
    }
    return page
  }

  const read = (kind: string, id: string): Stored | undefined => {
    const here = own.get(kind)?.data.get(id)
    return here === undefined ? readBelow(kind, id) : (here ?? undefined)
  }

  const readBelow = (kind: string, id: string): Stored | undefined => {
    for (let sheet = parent; sheet; sheet = sheet.parent) {
      const found = sheet.pages.get(kind)?.data.get(id)
      if (found !== undefined) return found ?? undefined
    }
    return undefined
  }

  const find = (kind: string, index: string, key: string): Held | undefined => {
    const here = own.get(kind)?.lists.get(index)?.get(key)
    if (here) return here
    for (let sheet = parent; sheet; sheet = sheet.parent) {
      const found = sheet.pages.get(kind)?.lists.get(index)?.get(key)
      if (found) return found
    }
    return undefined
  }

  /** The lists of an index that were copied into this overlay. */
  const listsOf = (page: Page, index: string): Map<string, Held> => {
    let keys = page.lists.get(index)
    if (!keys) {
      keys = new Map()
      page.lists.set(index, keys)
    }
    return keys
  }

  /** Updates the index lists of a collection, but only those where the entity's key or sort value changed. */
  const move = (kind: string, page: Page, id: string, before: Stored | undefined, after: Stored | undefined) => {
    let entry: Entry | undefined
    for (const index of ALL_INDEXES.get(kind)!) {
      const { name } = index
      const oldKeys = before && index.keys(before)
      const nowKeys = after && index.keys(after)
      // Most writes leave most lists unchanged; skip those cheaply.
      if (oldKeys === nowKeys && (oldKeys === undefined || (typeof oldKeys === 'string' && index.sort(before!) === index.sort(after!))))
        continue
      const old = keysOf(oldKeys)
      const now = keysOf(nowKeys)
      const oldSort = before && old.length > 0 ? index.sort(before) : 0
      const nowSort = after && now.length > 0 ? index.sort(after) : 0
      const moved = oldSort !== nowSort
      for (const key of old) {
        if (!moved && now.includes(key)) continue
        const lists = listsOf(page, name)
        const held = lists.get(key)
        const left = withoutEntry(held ?? copy(find(kind, name, key) ?? NOTHING), oldSort, id)
        if (left !== held) lists.set(key, left)
      }
      for (const key of now) {
        if (!moved && old.includes(key)) continue
        if (entry?.sort !== nowSort) entry = { sort: nowSort, id }
        const lists = listsOf(page, name)
        const held = lists.get(key)
        const grown = withEntry(held ?? copy(find(kind, name, key) ?? NOTHING), entry)
        if (grown !== held) lists.set(key, grown)
      }
    }
  }

  const set = (kind: string, id: string, before: Stored | undefined, after: Stored | undefined, here: Stored | null | undefined) => {
    const page = pageOf(kind)
    if (here === undefined) page.data.delete(id)
    else page.data.set(id, here)
    move(kind, page, id, before, after)
    for (const listener of listeners) listener(kind, after, before)
  }

  return {
    read,
    write(kind, id, entity) {
      const here = own.get(kind)?.data.get(id)
      const below = here ? undefined : readBelow(kind, id)
      const before = here === undefined ? below : (here ?? undefined)
      // A deletion needs a mark only when a sheet below holds the entity. Finished plans would leave hundreds of thousands of marks.
      const hides = entity === undefined && (below ?? readBelow(kind, id)) !== undefined
      set(kind, id, before, entity, entity ?? (hides ? null : undefined))
      return { kind, id, after: entity, before, here }
    },
    undo: ({ kind, id, after, before, here }) => set(kind, id, after, before, here),
    list(kind, index, key) {
      const found = find(kind, index, key)
      return found ? share(found) : EMPTY
    },
    peek(kind, index, key) {
      const found = find(kind, index, key)
      return found ? peek(found) : EMPTY
    },
    freeze() {
      const size = sizeOf(own)
      if (size === 0 && parent) return parent
      let sheet: Sheet = { ...(parent ? { parent } : {}), size, pages: own }
      while (sheet.parent && sheet.parent.size <= 2 * sheet.size) sheet = join(sheet.parent, sheet)
      parent = sheet
      own = new Map()
      return sheet
    },
    listen(listener) {
      listeners.push(listener)
    },
  }
}

function keysOf(keys: ReturnType<Index<Stored>['keys']>): readonly string[] {
  if (keys === undefined) return NONE
  if (typeof keys === 'string') return [keys]
  return keys.length > 1 ? [...new Set(keys)] : keys
}

/** Merges two sheets into one. Other holders of the two sheets are not affected. */
function join(lower: Sheet, upper: Sheet): Sheet {
  const pages = new Map<string, Page>()
  const bottom = !lower.parent
  for (const kind of new Set([...lower.pages.keys(), ...upper.pages.keys()])) {
    const below = lower.pages.get(kind)
    const above = upper.pages.get(kind)
    const data = new Map(below?.data)
    for (const [id, entity] of above?.data ?? []) {
      if (entity === null && bottom) data.delete(id)
      else data.set(id, entity)
    }
    const lists = new Map<string, Map<string, Held>>()
    for (const index of new Set([...(below?.lists.keys() ?? []), ...(above?.lists.keys() ?? [])])) {
      const keys = new Map(below?.lists.get(index))
      for (const [key, held] of above?.lists.get(index) ?? []) {
        if (peek(held).size === 0 && bottom) keys.delete(key)
        else keys.set(key, held)
      }
      lists.set(index, keys)
    }
    pages.set(kind, { data, lists })
  }
  return { ...(lower.parent ? { parent: lower.parent } : {}), size: sizeOf(pages), pages }
}

function sizeOf(pages: ReadonlyMap<string, Page>): number {
  let size = 0
  for (const page of pages.values()) size += page.data.size
  return size
}

import { EMPTY, type Entry, type Owner, type SortedList } from './sorted-list.ts'
import { type Change, changeAll } from './sorted-list-changes.ts'

/**
 * The list of one key of an index, as a sheet holds it. A large world has a hundred thousand keys with one entry or none, such as those by
 * which plans are found; such a list is the entry itself: fewer objects to reach, and to move when garbage is collected.
 */
export type Held = Draft | Entry

/** A list and its changes since it was last read. Reading merges them, so that a bulk load, or a year without readers, sorts once. */
interface Draft {
  readonly sort?: undefined
  list: SortedList
  changes: Change[]
  /** Owns the nodes that no one else can hold yet. */
  owner: Owner | undefined
}

/** Never written to: most lists have nothing left to merge. */
const NO_CHANGES: Change[] = []

/** A list without entries. Never written to. */
export const NOTHING: Held = Object.freeze({ list: EMPTY, changes: NO_CHANGES, owner: undefined })

/** The list for reading it at once: the next write may change it. */
export function peek(held: Held): SortedList {
  if (held.sort === undefined) return upToDate(held)
  return { size: 1, sorts: [held.sort], ids: [held.id], children: undefined, owner: undefined }
}

/** The list as it is now. It never changes. */
export function share(held: Held): SortedList {
  const list = peek(held)
  if (held.sort === undefined && held !== NOTHING) held.owner = undefined
  return list
}

/** The same list for a sheet above, which may write to it. */
export function copy(held: Held): Held {
  return held === NOTHING || held.sort !== undefined ? held : { list: share(held), changes: NO_CHANGES, owner: undefined }
}

/** The list with one more entry. A draft is changed in place. */
export function withEntry(held: Held, entry: Entry): Held {
  if (held === NOTHING) return entry
  if (held.sort !== undefined) return { list: EMPTY, changes: [held, entry], owner: undefined }
  return changed(held, entry)
}

/** The list without the entry. A draft is changed in place. */
export function withoutEntry(held: Held, sort: number, id: string): Held {
  if (held.sort !== undefined) return held.sort === sort && held.id === id ? NOTHING : held
  if (held === NOTHING) return held
  // Additions may wait in any number. With removals, a list that nobody reads must not grow by what has gone.
  if (held.changes.length > held.list.size / 8 + 64) upToDate(held)
  return changed(held, { sort, id, gone: true })
}

function changed(draft: Draft, change: Change): Draft {
  if (draft.changes.length === 0) draft.changes = [change]
  else draft.changes.push(change)
  return draft
}

function upToDate(draft: Draft): SortedList {
  if (draft.changes.length > 0) {
    draft.list = changeAll(draft.list, draft.changes, ownerOf(draft))
    draft.changes = NO_CHANGES
  }
  return draft.list
}

/** A list of one leaf is copied by every write; that costs less than to keep an owner for each of many such lists. */
function ownerOf(draft: Draft): Owner | undefined {
  if (draft.list.children && !draft.owner) draft.owner = {}
  return draft.owner
}

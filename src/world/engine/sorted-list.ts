/** One place in an index: entries are ordered by `sort`, ties by id. */
export interface Entry {
  readonly sort: number
  readonly id: string
}

/**
 * An immutable sorted list in chunks. Inserting copies one chunk and the list of chunks, all else is shared: so a world's
 * fork shares its parent's indexes until it writes, a transaction's rows stay still, and a page deep in 100,000 orders costs
 * no more than the first.
 */
export interface SortedList {
  readonly size: number
  readonly chunks: readonly (readonly Entry[])[]
  /** Position of each chunk's first entry, worked out when first asked for. */
  starts?: readonly number[]
}

/** The list of nothing. */
export const EMPTY: SortedList = Object.freeze({ size: 0, chunks: [] })

const LIMIT = 256

/** The list with one entry more. */
export function insert(list: SortedList, entry: Entry): SortedList {
  const { chunks, size } = list
  if (chunks.length === 0) return { size: 1, chunks: [[entry]] }
  const last = chunks.length - 1
  const which = Math.min(chunkOf(chunks, entry), last)
  const chunk = chunks[which]!
  const position = lowerBound(chunk, entry)
  // Things mostly arrive in order of time: start a fresh chunk at the end instead of halving the full one.
  if (which === last && position === chunk.length && chunk.length >= LIMIT) return { size: size + 1, chunks: [...chunks, [entry]] }
  const grown = chunk.slice()
  grown.splice(position, 0, entry)
  const next = chunks.slice()
  if (grown.length <= LIMIT) next[which] = grown
  else next.splice(which, 1, grown.slice(0, LIMIT / 2), grown.slice(LIMIT / 2))
  return { size: size + 1, chunks: next }
}

/** As `insert` of each, but a crowd is sorted and merged in one go: a starting world of 100,000 orders loads in a second. */
export function insertAll(list: SortedList, entries: readonly Entry[]): SortedList {
  // One insertion copies about as many places as a chunk and the list of chunks hold; a merge copies them all.
  if (entries.length < 8 || entries.length * 2 * LIMIT < list.size) return entries.reduce(insert, list)
  const added = entries.toSorted((a, b) => (before(a, b) ? -1 : 1))
  const merged: Entry[] = []
  let next = 0
  for (const chunk of list.chunks) {
    for (const entry of chunk) {
      while (next < added.length && before(added[next]!, entry)) merged.push(added[next++]!)
      merged.push(entry)
    }
  }
  while (next < added.length) merged.push(added[next++]!)
  const chunks: Entry[][] = []
  for (let from = 0; from < merged.length; from += LIMIT) chunks.push(merged.slice(from, from + LIMIT))
  return { size: merged.length, chunks }
}

/** The list without the entry; the same list when it was not there. */
export function remove(list: SortedList, entry: Entry): SortedList {
  const which = chunkOf(list.chunks, entry)
  const chunk = list.chunks[which]
  if (!chunk) return list
  const position = lowerBound(chunk, entry)
  if (chunk[position]?.id !== entry.id || chunk[position].sort !== entry.sort) return list
  const next = list.chunks.slice()
  if (chunk.length === 1) next.splice(which, 1)
  else {
    const shrunk = chunk.slice()
    shrunk.splice(position, 1)
    next[which] = shrunk
  }
  return { size: list.size - 1, chunks: next }
}

/** Entries at the positions from `from` up to, not including, `to`. */
export function slice(list: SortedList, from: number, to: number): Entry[] {
  const entries: Entry[] = []
  if (from >= to) return entries
  let which = chunkAt(list, from)
  let position = from - startsOf(list)[which]!
  while (entries.length < to - from) {
    const chunk = list.chunks[which]!
    const end = Math.min(chunk.length, position + (to - from - entries.length))
    for (; position < end; position++) entries.push(chunk[position]!)
    which++
    position = 0
  }
  return entries
}

/** The entry at a position counted from 0. */
export function entryAt(list: SortedList, position: number): Entry {
  const which = chunkAt(list, position)
  return list.chunks[which]![position - startsOf(list)[which]!]!
}

/** How many entries sort below `sort`. */
export function countBelow(list: SortedList, sort: number): number {
  const probe = { sort, id: '' }
  const which = chunkOf(list.chunks, probe)
  if (which === list.chunks.length) return list.size
  return startsOf(list)[which]! + lowerBound(list.chunks[which]!, probe)
}

const before = (a: Entry, b: Entry) => a.sort < b.sort || (a.sort === b.sort && a.id < b.id)

/** Index of the first chunk whose last entry is not before `entry`; `chunks.length` when there is none. */
function chunkOf(chunks: readonly (readonly Entry[])[], entry: Entry): number {
  return bisect(chunks.length, (index) => {
    const chunk = chunks[index]!
    return before(chunk[chunk.length - 1]!, entry)
  })
}

const lowerBound = (chunk: readonly Entry[], entry: Entry) => bisect(chunk.length, (index) => before(chunk[index]!, entry))

const chunkAt = (list: SortedList, position: number) => {
  const starts = startsOf(list)
  return bisect(starts.length, (index) => starts[index]! <= position) - 1
}

/** The first index in [0, length) for which `below` no longer holds. */
function bisect(length: number, below: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (below(middle)) low = middle + 1
    else high = middle
  }
  return low
}

function startsOf(list: SortedList): readonly number[] {
  if (list.starts) return list.starts
  const starts: number[] = []
  let at = 0
  for (const chunk of list.chunks) {
    starts.push(at)
    at += chunk.length
  }
  list.starts = starts
  return starts
}

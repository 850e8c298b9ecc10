/** One entry of an index. Entries are ordered by `sort`, ties by id. */
export interface Entry {
  readonly sort: number
  readonly id: string
}

/**
 * A sorted list with positions: a tree whose nodes count the entries below them. A change copies one path from the root and shares everything
 * else. So a fork shares its parent's indexes until it writes, rows that were read stay unchanged, and finding a position, counting entries
 * below a value and changing an entry all take logarithmic time.
 *
 * A list is its root node. A leaf holds entries. A branch holds nodes of equal height and the last entry of each: a search reads no child
 * except the one it descends into. In a large world the other children are no longer in the processor's cache; for the same reason, sort
 * values and ids stand in arrays of their own and not in an object for each entry.
 */
export interface SortedList {
  /** Number of entries in this node and below. */
  readonly size: number
  readonly sorts: readonly number[]
  readonly ids: readonly string[]
  /** Undefined in a leaf. */
  readonly children: readonly SortedList[] | undefined
  readonly owner: Owner | undefined
}

/**
 * Marks the nodes that a writer made itself. It changes them in place instead of copying them again. A writer that has handed its list to
 * somebody else must continue with a new mark; without a mark everything is copied.
 */
export type Owner = object

/** The empty list. */
export const EMPTY: SortedList = Object.freeze({ size: 0, sorts: [], ids: [], children: undefined, owner: undefined })

/** The ids at positions `from` (inclusive) to `to` (exclusive). Both must lie within the list. */
export function slice(list: SortedList, from: number, to: number): string[] {
  const ids: string[] = []
  if (from < to) collect(list, from, to, ids)
  return ids
}

/** The id at a position, counted from 0. */
export function idAt(list: SortedList, position: number): string {
  let node = list
  let at = position
  while (node.children) {
    let which = 0
    while (at >= node.children[which]!.size) at -= node.children[which++]!.size
    node = node.children[which]!
  }
  return node.ids[at]!
}

/** The number of entries that sort below `sort`. */
export function countBelow(list: SortedList, sort: number): number {
  const probe = { sort, id: '' }
  let node = list
  let count = 0
  while (node.children) {
    const which = lowerBound(node, probe)
    for (let i = 0; i < which; i++) count += node.children[i]!.size
    if (which === node.children.length) return count
    node = node.children[which]!
  }
  return count + lowerBound(node, probe)
}

function collect({ size, ids: own, children }: SortedList, from: number, to: number, ids: string[]): void {
  if (!children) {
    for (let i = Math.max(0, from); i < Math.min(size, to); i++) ids.push(own[i]!)
    return
  }
  let which = 0
  let at = 0
  // What was told last is asked for most: from the nearer end, so that the children before it need not be counted.
  if (from > size / 2) {
    which = children.length
    at = size
    while (at > from) at -= children[--which]!.size
  }
  for (; which < children.length && at < to; which++) {
    const child = children[which]!
    const end = at + child.size
    if (end > from) collect(child, from - at, to - at, ids)
    at = end
  }
}

/** Whether the entry of that sort value and id comes before the other. */
export const before = (sort: number, id: string, other: Entry) => sort < other.sort || (sort === other.sort && id < other.id)

/**
 * Position of the first entry of a leaf that is not before `entry`, or of the first child of a branch whose last entry is not; their number
 * when there is none.
 */
export function lowerBound({ sorts, ids }: SortedList, entry: Entry): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (before(sorts[middle]!, ids[middle]!, entry)) low = middle + 1
    else high = middle
  }
  return low
}

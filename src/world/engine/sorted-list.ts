/** One entry of an index. Entries are ordered by `sort`, ties by id. */
export interface Entry {
  readonly sort: number
  readonly id: string
}

/**
 * An immutable sorted list with positions: a tree whose nodes count the entries below them. A change copies one path from the root and
 * shares everything else. So a fork shares its parent's indexes until it writes, rows that were read stay unchanged, and finding a
 * position, counting entries below a value and changing an entry all take logarithmic time.
 */
export interface SortedList {
  readonly size: number
  readonly root: Node
}

/**
 * A leaf holds entries. A branch holds nodes of equal height, with the number of entries below it and the last entry of each child: a search
 * reads no child except the one it descends into. In a large world the other children are no longer in the processor's cache.
 */
type Node = Leaf | Branch
type Leaf = readonly Entry[]
interface Branch {
  readonly size: number
  readonly lasts: readonly Entry[]
  readonly children: readonly Node[]
}

/** The empty list. */
export const EMPTY: SortedList = Object.freeze({ size: 0, root: [] })

/** Maximum width of leaves and branches. Measured: larger nodes copy more, smaller nodes make the tree higher. */
const WIDTH = 32

/** The list with one more entry. */
export function insert({ size, root }: SortedList, entry: Entry): SortedList {
  const grown = insertBelow(root, entry, true)
  return { size: size + 1, root: grown.length === 1 ? grown[0]! : branchOf(grown) }
}

/**
 * Like `insert` for each entry, but many entries are sorted and merged in one pass: a starting world of 100,000 orders loads in a second.
 */
export function insertAll(list: SortedList, entries: readonly Entry[]): SortedList {
  // A merge copies the whole list, an insertion only two or three nodes.
  if (entries.length < 8 || entries.length * 2 * WIDTH < list.size) return entries.reduce(insert, list)
  const added = entries.toSorted((a, b) => (before(a, b) ? -1 : 1))
  const merged: Entry[] = []
  let next = 0
  for (const entry of slice(list, 0, list.size)) {
    while (next < added.length && before(added[next]!, entry)) merged.push(added[next++]!)
    merged.push(entry)
  }
  while (next < added.length) merged.push(added[next++]!)
  let level: Node[] = inParts(merged)
  while (level.length > 1) level = inParts(level).map(branchOf)
  return { size: merged.length, root: level[0] ?? [] }
}

/** The list without the entry. The same list when it was not there. */
export function remove(list: SortedList, entry: Entry): SortedList {
  const shrunk = removeBelow(list.root, entry)
  if (shrunk === list.root) return list
  let root = shrunk
  while (isBranch(root) && root.children.length === 1) root = root.children[0]!
  return { size: list.size - 1, root }
}

/** Entries at positions `from` (inclusive) to `to` (exclusive). Both must lie within the list. */
export function slice({ root }: SortedList, from: number, to: number): Entry[] {
  const entries: Entry[] = []
  if (from < to) collect(root, from, to, entries)
  return entries
}

/** The entry at a position, counted from 0. */
export function entryAt({ root }: SortedList, position: number): Entry {
  let node = root
  let at = position
  while (isBranch(node)) {
    let which = 0
    while (at >= sizeOf(node.children[which]!)) at -= sizeOf(node.children[which++]!)
    node = node.children[which]!
  }
  return node[at]!
}

/** The number of entries that sort below `sort`. */
export function countBelow({ root }: SortedList, sort: number): number {
  const probe = { sort, id: '' }
  let node = root
  let count = 0
  while (isBranch(node)) {
    const which = childFor(node, probe)
    for (let i = 0; i < which; i++) count += sizeOf(node.children[i]!)
    if (which === node.children.length) return count
    node = node.children[which]!
  }
  return count + lowerBound(node, probe)
}

/** The node with the entry added: one node, or two when it became too wide. `rightmost`: no part of the list comes after this node. */
function insertBelow(node: Node, entry: Entry, rightmost: boolean): Node[] {
  if (!isBranch(node)) {
    const position = lowerBound(node, entry)
    // Entries mostly arrive in order of time. Starting a new leaf at the end, instead of splitting the full one, keeps all other leaves
    // full.
    if (rightmost && position === node.length && node.length >= WIDTH) return [node, [entry]]
    return halved(withPart(node, position, [entry], 0))
  }
  const { children } = node
  const last = children.length - 1
  const which = Math.min(childFor(node, entry), last)
  const grown = insertBelow(children[which]!, entry, rightmost && which === last)
  if (grown.length === 1) return [withChild(node, which, grown[0]!, 1)]
  if (children.length >= WIDTH && rightmost && which === last) {
    return [branchOf(withPart(children, which, [grown[0]!], 1)), branchOf([grown[1]!])]
  }
  return halved(withPart(children, which, grown, 1)).map(branchOf)
}

/** The node without the entry; the same node when it was not there; an empty leaf when nothing is left. */
function removeBelow(node: Node, entry: Entry): Node {
  if (!isBranch(node)) {
    const position = lowerBound(node, entry)
    const found = node[position]
    return found?.id === entry.id && found.sort === entry.sort ? withPart(node, position, [], 1) : node
  }
  const { children } = node
  const which = childFor(node, entry)
  const child = children[which]
  if (!child) return node
  const shrunk = removeBelow(child, entry)
  if (shrunk === child) return node
  if (sizeOf(shrunk) === 0) {
    const left = withPart(children, which, [], 1)
    return left.length === 0 ? [] : branchOf(left)
  }
  // Join narrow neighbours, so that a list with many removals stays as low as a new one.
  const first = Math.max(0, which - 1)
  const neighbours = which > 0 ? [children[first]!, shrunk] : children.length > 1 ? [shrunk, children[1]!] : [shrunk]
  const joined = neighbours.length > 1 && widthOf(shrunk) < WIDTH / 4 ? join(neighbours[0]!, neighbours[1]!) : undefined
  return joined ? branchOf(withPart(children, first, [joined], 2)) : withChild(node, which, shrunk, -1)
}

/** Two neighbours of equal height as one node. Undefined when that node would be nearly full. */
function join(a: Node, b: Node): Node | undefined {
  if (widthOf(a) + widthOf(b) > (WIDTH * 3) / 4) return undefined
  if (isBranch(a) && isBranch(b)) return branchOf([...a.children, ...b.children])
  return isBranch(a) || isBranch(b) ? undefined : [...a, ...b]
}

function collect(node: Node, from: number, to: number, entries: Entry[]): void {
  if (!isBranch(node)) {
    for (let i = Math.max(0, from); i < Math.min(node.length, to); i++) entries.push(node[i]!)
    return
  }
  const { children, size } = node
  let which = 0
  let at = 0
  // What was told last is asked for most: from the nearer end, so that the children before it need not be counted.
  if (from > size / 2) {
    which = children.length
    at = size
    while (at > from) at -= sizeOf(children[--which]!)
  }
  for (; which < children.length && at < to; which++) {
    const child = children[which]!
    const end = at + sizeOf(child)
    if (end > from) collect(child, from - at, to - at, entries)
    at = end
  }
}

const isBranch = (node: Node): node is Branch => !Array.isArray(node)
const sizeOf = (node: Node): number => (isBranch(node) ? node.size : node.length)
const widthOf = (node: Node): number => (isBranch(node) ? node.children.length : node.length)
const lastOf = (node: Node): Entry => (isBranch(node) ? node.lasts[node.lasts.length - 1]! : node[node.length - 1]!)

function branchOf(children: readonly Node[]): Branch {
  let size = 0
  for (const child of children) size += sizeOf(child)
  return { size, lasts: children.map(lastOf), children }
}

/** The branch with the child at a position replaced, which holds `more` entries more than the one before. */
function withChild({ size, lasts, children }: Branch, which: number, child: Node, more: number): Branch {
  const last = lastOf(child)
  const copy = children.slice()
  copy[which] = child
  return { size: size + more, lasts: lasts[which] === last ? lasts : withPart(lasts, which, [last], 1), children: copy }
}

/** A copy in which `gone` members from `position` on are replaced by `part`. */
function withPart<T>(list: readonly T[], position: number, part: readonly T[], gone: number): T[] {
  const copy = list.slice()
  copy.splice(position, gone, ...part)
  return copy
}

function halved<T>(list: T[]): T[][] {
  return list.length <= WIDTH ? [list] : [list.slice(0, list.length >>> 1), list.slice(list.length >>> 1)]
}

function inParts<T>(list: readonly T[]): T[][] {
  const parts: T[][] = []
  for (let from = 0; from < list.length; from += WIDTH) parts.push(list.slice(from, from + WIDTH))
  return parts
}

const before = (a: Entry, b: Entry) => a.sort < b.sort || (a.sort === b.sort && a.id < b.id)

/** Index of the first child whose last entry is not before `entry`; the number of children when there is none. */
const childFor = ({ lasts }: Branch, entry: Entry) => lowerBound(lasts, entry)

const lowerBound = (entries: readonly Entry[], entry: Entry) => bisect(entries.length, (index) => before(entries[index]!, entry))

/** The first index in [0, length) for which `below` is false; `length` when there is none. */
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

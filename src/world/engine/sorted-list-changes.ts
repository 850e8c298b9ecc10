import { before, EMPTY, type Entry, lowerBound, type Owner, type SortedList } from './sorted-list.ts'

/** A node that may be changed in place. */
interface Own {
  size: number
  readonly sorts: number[]
  readonly ids: string[]
  readonly children: SortedList[] | undefined
  readonly owner: Owner | undefined
}

/** Maximum width of leaves and branches. Measured: larger nodes copy more, smaller nodes make the tree higher. */
const WIDTH = 32

/** The list with one more entry. */
export function insert(list: SortedList, entry: Entry, owner?: Owner): SortedList {
  const grown = insertBelow(list, entry, owner, true)
  return grown.ids.length > WIDTH ? branchOf([grown, splitOff(grown, entry, true)], owner) : grown
}

/** An entry that comes, or one that goes. */
export interface Change extends Entry {
  readonly gone?: true
}

/**
 * The list with many changes, made in their order. They are sorted and merged in one pass: a starting world of 100,000 orders loads in a
 * second.
 */
export function changeAll(list: SortedList, changes: readonly Change[], owner?: Owner): SortedList {
  // A merge copies the whole list, a single change only two or three nodes.
  if (changes.length < 8 || changes.length * 2 * WIDTH < list.size) {
    let changed = list
    for (const change of changes) changed = change.gone ? remove(changed, change, owner) : insert(changed, change, owner)
    return changed
  }
  return build(merge(list, lastOfEach(changes)), owner)
}

/** The changes in the order of the list. Of those that concern the same entry, only the last counts. */
function lastOfEach(changes: readonly Change[]): Change[] {
  const sorted = changes.toSorted((a, b) => (before(a.sort, a.id, b) ? -1 : a.id === b.id && a.sort === b.sort ? 0 : 1))
  return sorted.filter(({ sort, id }, at) => sorted[at + 1]?.id !== id || sorted[at + 1]!.sort !== sort)
}

function merge(list: SortedList, changes: readonly Change[]): Pick<SortedList, 'sorts' | 'ids'> {
  const sorts: number[] = []
  const ids: string[] = []
  let next = 0
  const change = () => {
    const { sort, id, gone } = changes[next++]!
    if (gone) return
    sorts.push(sort)
    ids.push(id)
  }
  eachLeaf(list, (leaf) => {
    for (const [at, id] of leaf.ids.entries()) {
      const sort = leaf.sorts[at]!
      let replaced = false
      while (next < changes.length && !before(sort, id, changes[next]!)) {
        replaced = changes[next]!.id === id && changes[next]!.sort === sort
        change()
      }
      if (replaced) continue
      sorts.push(sort)
      ids.push(id)
    }
  })
  while (next < changes.length) change()
  return { sorts, ids }
}

/** A list with full nodes. */
function build({ sorts, ids }: Pick<SortedList, 'sorts' | 'ids'>, owner: Owner | undefined): SortedList {
  if (ids.length === 0) return EMPTY
  let level: SortedList[] = []
  for (let from = 0; from < ids.length; from += WIDTH) {
    const part = ids.slice(from, from + WIDTH)
    level.push({ size: part.length, sorts: sorts.slice(from, from + WIDTH), ids: part, children: undefined, owner })
  }
  while (level.length > 1) {
    const above: SortedList[] = []
    for (let from = 0; from < level.length; from += WIDTH) above.push(branchOf(level.slice(from, from + WIDTH), owner))
    level = above
  }
  return level[0]!
}

/** The list without the entry. The same list when it was not there. */
export function remove(list: SortedList, entry: Entry, owner?: Owner): SortedList {
  let left: SortedList | undefined = removeBelow(list, entry, owner)
  if (!left) return list
  if (left.size === 0) return EMPTY
  while (left.children?.length === 1) left = left.children[0]!
  return left
}

/** The node with the entry added. It may be one wider than it should; then it must be split. */
function insertBelow(node: SortedList, entry: Entry, owner: Owner | undefined, rightmost: boolean): Own {
  const position = lowerBound(node, entry)
  if (!node.children) return insertIntoLeaf(node, position, entry, owner)
  const grown = owned(node, owner)
  const children = grown.children!
  const last = children.length - 1
  const which = Math.min(position, last)
  const child = insertBelow(children[which]!, entry, owner, rightmost && which === last)
  const split = child.ids.length > WIDTH ? splitOff(child, entry, rightmost && which === last) : undefined
  setChild(grown, which, child)
  if (split) addChild(grown, which + 1, split)
  grown.size++
  return grown
}

function insertIntoLeaf(leaf: SortedList, position: number, { sort, id }: Entry, owner: Owner | undefined): Own {
  if (!isOwn(leaf, owner)) {
    const sorts = leaf.sorts.toSpliced(position, 0, sort)
    return { size: leaf.size + 1, sorts, ids: leaf.ids.toSpliced(position, 0, id), children: undefined, owner }
  }
  addAt(leaf.sorts, position, sort)
  addAt(leaf.ids, position, id)
  leaf.size++
  return leaf
}

/** The node without the entry; undefined when it was not there. The node may be left empty. */
function removeBelow(node: SortedList, entry: Entry, owner: Owner | undefined): Own | undefined {
  const which = lowerBound(node, entry)
  if (!node.children) {
    if (node.ids[which] !== entry.id || node.sorts[which] !== entry.sort) return undefined
    return removeFromLeaf(node, which, owner)
  }
  const child = node.children[which]
  const shrunk = child && removeBelow(child, entry, owner)
  if (!shrunk) return undefined
  const left = owned(node, owner)
  left.size--
  if (shrunk.size === 0) dropChild(left, which)
  else {
    setChild(left, which, shrunk)
    // Join narrow neighbours, so that a list with many removals stays as low as a new one.
    if (shrunk.ids.length < WIDTH / 4) joinAt(left, Math.max(0, which - 1), owner)
  }
  return left
}

function removeFromLeaf(leaf: SortedList, position: number, owner: Owner | undefined): Own {
  if (!isOwn(leaf, owner)) {
    const sorts = leaf.sorts.toSpliced(position, 1)
    return { size: leaf.size - 1, sorts, ids: leaf.ids.toSpliced(position, 1), children: undefined, owner }
  }
  dropAt(leaf.sorts, position)
  dropAt(leaf.ids, position)
  leaf.size--
  return leaf
}

/** Joins the child at a position with the next one, unless that node would be nearly full. */
function joinAt(node: Own, which: number, owner: Owner | undefined): void {
  const a = node.children![which]!
  const b = node.children![which + 1]
  if (!b || a.ids.length + b.ids.length > (WIDTH * 3) / 4) return
  const joined = owned(a, owner)
  joined.sorts.push(...b.sorts)
  joined.ids.push(...b.ids)
  if (b.children) joined.children!.push(...b.children)
  joined.size += b.size
  setChild(node, which, joined)
  dropChild(node, which + 1)
}

function eachLeaf(node: SortedList, visit: (leaf: SortedList) => void): void {
  if (!node.children) visit(node)
  else for (const child of node.children) eachLeaf(child, visit)
}

/** Whether the owner made the node, and so may change it. */
function isOwn(node: SortedList | Own, owner: Owner | undefined): node is Own {
  return owner !== undefined && node.owner === owner
}

/** The node itself when the owner made it, else a copy that the owner may change. */
function owned(node: SortedList, owner: Owner | undefined): Own {
  if (isOwn(node, owner)) return node
  return { size: node.size, sorts: node.sorts.slice(), ids: node.ids.slice(), children: node.children?.slice(), owner }
}

function branchOf(children: SortedList[], owner: Owner | undefined): SortedList {
  let size = 0
  for (const child of children) size += child.size
  return { size, sorts: children.map(lastSort), ids: children.map(lastId), children, owner }
}

/** Takes the right half out of a node that the entry made too wide, as a node of its own. */
function splitOff(node: Own, { id }: Entry, rightmost: boolean): SortedList {
  const { sorts, ids, children, owner } = node
  // Entries mostly arrive in order of time. Starting a new node at the end, instead of halving the full one, keeps all others full.
  const at = rightmost && lastId(node) === id ? WIDTH : ids.length >>> 1
  const tail = children?.splice(at)
  const part: Own = { size: 0, sorts: sorts.splice(at), ids: ids.splice(at), children: tail, owner }
  if (tail) for (const child of tail) part.size += child.size
  else part.size = part.ids.length
  node.size -= part.size
  return part
}

function setChild({ sorts, ids, children }: Own, which: number, child: SortedList): void {
  children![which] = child
  sorts[which] = lastSort(child)
  ids[which] = lastId(child)
}

function addChild({ sorts, ids, children }: Own, which: number, child: SortedList): void {
  addAt(children!, which, child)
  addAt(sorts, which, lastSort(child))
  addAt(ids, which, lastId(child))
}

function dropChild({ sorts, ids, children }: Own, which: number): void {
  dropAt(children!, which)
  dropAt(sorts, which)
  dropAt(ids, which)
}

const lastSort = ({ sorts }: SortedList): number => sorts[sorts.length - 1]!
const lastId = ({ ids }: SortedList): string => ids[ids.length - 1]!

/** For arrays as short as these, faster than `splice`, which makes one more array for what it took out. */
function addAt<T>(list: T[], position: number, value: T): void {
  list.push(value)
  for (let i = list.length - 1; i > position; i--) list[i] = list[i - 1]!
  list[position] = value
}

function dropAt<T>(list: T[], position: number): void {
  for (let i = position + 1; i < list.length; i++) list[i - 1] = list[i]!
  list.pop()
}

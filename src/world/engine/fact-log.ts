import type { FactLog, FactOf, FactType, NumberedFact } from '../entities/facts/facts.ts'
import { countBelow, slice } from './sorted-list.ts'
import { createStore, type Sheet, type Store } from './store.ts'

/** The facts of a store, which began over `base`. */
export function createFacts(store: Store, base?: Sheet): FactLog {
  const read = (index: string, key: string, from: number, most = Number.POSITIVE_INFINITY) => readFrom(store, index, key, from, most)
  const since = (n: number, most?: number) => sinceIn(store, n, most)
  const naming = createFactIndex(store, base)
  return {
    get count() {
      return store.peek('facts', 'all', '').size
    },
    all: () => read('all', '', 0),
    since,
    of: <T extends FactType>(type: T) => read('type', type, 0) as FactOf<T>[],
    about: (id, from = 0, most = Number.POSITIVE_INFINITY) => naming(id, from, most).flatMap((n) => since(n - 1, 1)),
    [Symbol.iterator]: () => read('all', '', 0)[Symbol.iterator](),
  }
}

const sinceIn = (store: Store, n: number, most?: number) =>
  readFrom(store, 'all', '', countBelow(store.peek('facts', 'all', ''), n + 1), most)

function readFrom(store: Store, index: string, key: string, from: number, most = Number.POSITIVE_INFINITY): NumberedFact[] {
  const places = store.peek('facts', index, key)
  // Only `emit` writes to this collection, so every entry is a fact.
  return slice(places, from, Math.min(places.size, from + most)).map((id) => store.read('facts', id) as unknown as NumberedFact)
}

/** Numbers of the facts that name an id, in order. */
type Named = Map<string, number[]>

/** Facts read at a time. */
const CHUNK = 2_000

/** Members of a fact that are not about anything. */
const OWN = new Set(['id', 'type'])

/** What frozen sheets hold never changes, so all forks of a world share what was found there. */
const OF_SHEETS = new WeakMap<Sheet, { readonly named: Named; readonly last: number }>()

/**
 * Finds the numbers of the facts that name an id: of those numbered above `since` the newest `most`, in order. The index is built when it is
 * asked first and kept up from then on. As an index of the store it would cost time and memory with each fact of each world, and most worlds
 * are never asked.
 */
function createFactIndex(store: Store, base: Sheet | undefined): (id: string, since: number, most: number) => readonly number[] {
  let built: { readonly below: Named; readonly own: Named; last: number } | undefined

  const addAll = (from: Store, named: Named, last: number): number => {
    for (let next = sinceIn(from, last, CHUNK); next.length > 0; next = sinceIn(from, last, CHUNK)) {
      for (const fact of next) add(named, fact)
      last = (next.at(-1) as NumberedFact).n
    }
    return last
  }

  const ofSheet = (sheet: Sheet) => {
    let found = OF_SHEETS.get(sheet)
    if (found === undefined) {
      const named: Named = new Map()
      found = { named, last: addAll(createStore(sheet), named, 0) }
      OF_SHEETS.set(sheet, found)
    }
    return found
  }

  const build = () => {
    const { named: below, last } = base === undefined ? { named: new Map(), last: 0 } : ofSheet(base)
    const made = { below, own: new Map(), last }
    store.listen((kind, after, before) => {
      // Facts go only when their transaction is undone, the newest first.
      if (kind !== 'facts' || after !== undefined) return
      const fact = before as unknown as NumberedFact
      if (fact.n > made.last) return
      takeBack(made.own, fact)
      made.last = fact.n - 1
    })
    return made
  }

  return (id, since, most) => {
    built ??= build()
    built.last = addAll(store, built.own, built.last)
    const own = newest(built.own.get(id), since, most)
    return [...newest(built.below.get(id), since, most - own.length), ...own]
  }
}

function add(named: Named, fact: NumberedFact): void {
  for (const [member, id] of Object.entries(fact)) {
    if (typeof id !== 'string' || OWN.has(member)) continue
    const numbers = named.get(id)
    if (numbers === undefined) named.set(id, [fact.n])
    else if (numbers.at(-1) !== fact.n) numbers.push(fact.n)
  }
}

function takeBack(named: Named, fact: NumberedFact): void {
  for (const id of Object.values(fact)) {
    const numbers = typeof id === 'string' ? named.get(id) : undefined
    if (numbers?.at(-1) === fact.n) numbers.pop()
  }
}

function newest(numbers: readonly number[] = [], since: number, most: number): readonly number[] {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] as number) <= since) low = middle + 1
    else high = middle
  }
  return numbers.slice(Math.max(low, numbers.length - Math.max(0, most)))
}

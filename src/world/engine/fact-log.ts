import type { FactLog, FactOf, FactType, NumberedFact } from '../entities/facts/facts.ts'
import { countBelow, slice } from './sorted-list.ts'
import type { Store } from './store.ts'

/** The facts of a store. `during` returns the facts that a piece of work recorded. */
export function createFacts(store: Store): FactLog & { during(work: () => unknown): NumberedFact[] } {
  const list = (index: string, key: string) => store.peek('facts', index, key)
  const read = (index: string, key: string, from: number, most = Number.POSITIVE_INFINITY) => {
    const places = list(index, key)
    // Only `emit` writes to this collection, so every entry is a fact.
    return slice(places, from, Math.min(places.size, from + most)).map((id) => store.read('facts', id) as unknown as NumberedFact)
  }
  const since = (n: number, most?: number) => read('all', '', countBelow(list('all', ''), n + 1), most)
  return {
    get count() {
      return list('all', '').size
    },
    all: () => read('all', '', 0),
    since,
    of: <T extends FactType>(type: T) => read('type', type, 0) as FactOf<T>[],
    during(work) {
      const before = list('all', '').size
      work()
      return read('all', '', before)
    },
    [Symbol.iterator]: () => read('all', '', 0)[Symbol.iterator](),
  }
}

import type { Rows } from '../../world/engine/collection.ts'

interface Sorted {
  readonly id: string
}

/**
 * Merges several sorted rows into one, ordered by `sort` and then id. Lazy, so that a page costs its own length however long the rows are.
 * All rows must be sorted by the same value and have no entity in common.
 */
export function* mergeSorted<T extends Sorted>(rows: readonly Rows<T>[], sort: (entity: T) => number, descending: boolean): Generator<T> {
  const before = (a: T, b: T) => {
    const by = sort(a) - sort(b) || (a.id < b.id ? -1 : 1)
    return descending ? by > 0 : by < 0
  }
  const walks = rows.filter((one) => one.count > 0).map((one) => (descending ? one.reversed() : one)[Symbol.iterator]())
  const heads = walks.map((walk) => walk.next())
  for (;;) {
    let best = -1
    for (let i = 0; i < heads.length; i++) {
      const head = heads[i]!
      const least = best < 0 ? undefined : heads[best]!
      if (!head.done && (!least || least.done || before(head.value, least.value))) best = i
    }
    const chosen = best < 0 ? undefined : heads[best]!
    if (!chosen || chosen.done) return
    yield chosen.value
    heads[best] = walks[best]!.next()
  }
}

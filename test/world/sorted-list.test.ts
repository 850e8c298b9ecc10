import { expect, test } from 'vitest'
import { seededNumbers } from '../../src/world/engine/chance.ts'
import {
  countBelow,
  EMPTY,
  type Entry,
  entryAt,
  insert,
  insertAll,
  remove,
  type SortedList,
  slice,
} from '../../src/world/engine/sorted-list.ts'

const SEED = process.env.SEED ?? 'sorted-list'

/** The same list as a plain array: slow, and plainly right. */
const plain = (entries: readonly Entry[]) => entries.toSorted((a, b) => a.sort - b.sort || (a.id < b.id ? -1 : 1))
const entriesOf = (list: SortedList) => slice(list, 0, list.size)

/** Holds every question that a list answers against the array. */
function compare(list: SortedList, wanted: readonly Entry[], draw: (below: number) => number) {
  expect(list.size).toBe(wanted.length)
  expect(entriesOf(list)).toEqual(wanted)
  for (let n = 0; n < 5 && wanted.length > 0; n++) {
    const at = draw(wanted.length)
    const to = at + draw(wanted.length - at + 1)
    expect(entryAt(list, at)).toEqual(wanted[at])
    expect(slice(list, at, to)).toEqual(wanted.slice(at, to))
    const sort = draw(120) - 10
    expect(countBelow(list, sort)).toBe(wanted.filter((entry) => entry.sort < sort).length)
  }
}

test.each([
  ['in any order', 4000, (draw: (below: number) => number) => draw(100)],
  ['in order of time', 4000, (_draw: (below: number) => number, n: number) => n],
  ['in reverse', 2000, (_draw: (below: number) => number, n: number) => -n],
  ['all at one place', 2000, () => 7],
])('entries that come and go %s stay sorted, counted and found', (how, moves, sortOf) => {
  const numbers = seededNumbers(`${SEED}/${how}`)
  const draw = (below: number) => Math.floor(numbers() * below)
  let list = EMPTY
  const model: Entry[] = []
  for (let n = 0; n < moves; n++) {
    if (model.length > 0 && numbers() < (n < moves / 2 ? 0.2 : 0.7)) {
      const [gone] = model.splice(draw(model.length), 1)
      list = remove(list, gone!)
    } else {
      const entry = { sort: sortOf(draw, n), id: `${draw(1_000_000)}`.padStart(6, '0') + n }
      model.push(entry)
      list = insert(list, entry)
    }
    if (n % 97 === 0) compare(list, plain(model), draw)
  }
  compare(list, plain(model), draw)
  for (const entry of model) list = remove(list, entry)
  expect([list.size, entriesOf(list)], `SEED=${SEED}`).toEqual([0, []])
})

test('many entries at once make the same list as one after the other', () => {
  const numbers = seededNumbers(`${SEED}/bulk`)
  const some = (count: number, from: number) =>
    Array.from({ length: count }, (_, n) => ({ sort: Math.floor(numbers() * 500), id: `${from + n}` }))
  const first = some(3000, 0)
  const second = some(700, 10_000)
  const atOnce = insertAll(insertAll(EMPTY, first), second)
  expect(entriesOf(atOnce), `SEED=${SEED}`).toEqual(plain([...first, ...second]))
  expect(entriesOf(second.reduce(insert, first.reduce(insert, EMPTY)))).toEqual(entriesOf(atOnce))
})

test('a list never changes: whoever holds it goes on seeing what was there', () => {
  const list = insertAll(
    EMPTY,
    Array.from({ length: 1000 }, (_, n) => ({ sort: n, id: 'a' })),
  )
  const seen = entriesOf(list)
  insert(list, { sort: 500, id: 'b' })
  remove(list, { sort: 500, id: 'a' })
  expect(entriesOf(list)).toEqual(seen)
  expect(remove(list, { sort: 500, id: 'never there' })).toBe(list)
})

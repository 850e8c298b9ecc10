import { expect, test } from 'vitest'
import { seededNumbers } from '../../src/world/engine/chance.ts'
import { countBelow, EMPTY, type Entry, idAt, type Owner, type SortedList, slice } from '../../src/world/engine/sorted-list.ts'
import { type Change, changeAll, insert, remove } from '../../src/world/engine/sorted-list-changes.ts'

const SEED = process.env.SEED ?? 'sorted-list'

/** The same list as a plain array: slow, and plainly right. */
const plain = (entries: readonly Entry[]) => entries.toSorted((a, b) => a.sort - b.sort || (a.id < b.id ? -1 : 1))
const idsOf = (list: SortedList) => slice(list, 0, list.size)

/** Holds every question that a list answers against the array. */
function compare(list: SortedList, entries: readonly Entry[], draw: (below: number) => number) {
  const sorted = plain(entries)
  const wanted = sorted.map(({ id }) => id)
  expect(list.size).toBe(wanted.length)
  expect(idsOf(list)).toEqual(wanted)
  for (let n = 0; n < 5 && wanted.length > 0; n++) {
    const at = draw(wanted.length)
    const to = at + draw(wanted.length - at + 1)
    expect(idAt(list, at)).toBe(wanted[at])
    expect(slice(list, at, to)).toEqual(wanted.slice(at, to))
    // Around a value that is there, so that a list in order of time or in reverse is asked in its middle too.
    const sort = sorted[at]!.sort + draw(3) - 1
    expect(countBelow(list, sort)).toBe(sorted.filter((entry) => entry.sort < sort).length)
  }
}

const ORDERS: [string, number, (draw: (below: number) => number, n: number) => number][] = [
  ['in any order', 4000, (draw) => draw(100)],
  ['in order of time', 4000, (_draw, n) => n],
  ['in reverse', 2000, (_draw, n) => -n],
  ['all at one place', 2000, () => 7],
]

test.each(ORDERS)('entries that come and go %s stay sorted, counted and found', (how, moves, sortOf) => {
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
    if (n % 97 === 0) compare(list, model, draw)
  }
  compare(list, model, draw)
  for (const entry of model) list = remove(list, entry)
  expect([list.size, idsOf(list)], `SEED=${SEED}`).toEqual([0, []])
})

/** A writer of the list: its own nodes are changed in place, so what it has handed out must not change with them. */
interface Writer {
  list: SortedList
  model: Entry[]
  owner: Owner
}

test.each(ORDERS)('writers that change their own nodes %s leave alone what they handed out', (how, moves, sortOf) => {
  const numbers = seededNumbers(`${SEED}/owners/${how}`)
  const draw = (below: number) => Math.floor(numbers() * below)
  const writers: Writer[] = [{ list: EMPTY, model: [], owner: {} }]
  const handedOut: { readonly list: SortedList; readonly ids: readonly string[] }[] = []
  for (let n = 0; n < moves; n++) {
    const writer = writers[draw(writers.length)]!
    const { owner, model } = writer
    const what = numbers()
    if (what < 0.02) {
      // Whoever hands a list out goes on with a new mark; the one who got it may write too, with another.
      handedOut.push({ list: writer.list, ids: idsOf(writer.list) })
      writer.owner = {}
      if (writers.length < 4) writers.push({ list: writer.list, model: [...model], owner: {} })
    } else if (what < 0.05) {
      const some = Array.from({ length: 1 + draw(40) }, (_, i) => ({ sort: sortOf(draw, n), id: `${draw(1_000_000)}-${n}-${i}` }))
      writer.list = changeAll(writer.list, some, owner)
      model.push(...some)
    } else if (model.length > 0 && what < (n < moves / 2 ? 0.3 : 0.7)) {
      const [gone] = model.splice(draw(model.length), 1)
      writer.list = remove(writer.list, gone!, owner)
      expect(remove(writer.list, gone!, owner)).toBe(writer.list)
    } else {
      const entry = { sort: sortOf(draw, n), id: `${draw(1_000_000)}-${n}` }
      writer.list = insert(writer.list, entry, owner)
      model.push(entry)
    }
    if (n % 97 === 0) for (const one of writers) compare(one.list, one.model, draw)
  }
  for (const { list, model } of writers) compare(list, model, draw)
  expect(handedOut.length).toBeGreaterThan(10)
  for (const { list, ids } of handedOut) expect(idsOf(list), `SEED=${SEED}`).toEqual(ids)
})

test('many entries at once make the same list as one after the other', () => {
  const numbers = seededNumbers(`${SEED}/bulk`)
  const some = (count: number, from: number) =>
    Array.from({ length: count }, (_, n) => ({ sort: Math.floor(numbers() * 500), id: `${from + n}` }))
  const first = some(3000, 0)
  const second = some(700, 10_000)
  const atOnce = changeAll(changeAll(EMPTY, first), second)
  expect(idsOf(atOnce), `SEED=${SEED}`).toEqual(plain([...first, ...second]).map(({ id }) => id))
  const one = [...first, ...second].reduce((list: SortedList, entry) => insert(list, entry), EMPTY)
  expect(idsOf(one)).toEqual(idsOf(atOnce))
})

test.each([20, 700, 5000])('%i entries that come, go and come back at once make the same list as one change after the other', (count) => {
  const numbers = seededNumbers(`${SEED}/changes/${count}`)
  const draw = (below: number) => Math.floor(numbers() * below)
  const some = Array.from({ length: 3000 }, (_, n) => ({ sort: draw(500), id: `${n}` }))
  const list = changeAll(EMPTY, some)
  // Half of them concern entries that are there, some of them several times; a few remove what never was there.
  const changes = Array.from({ length: count }, (_, n): Change => {
    const entry = draw(2) === 0 ? some[draw(some.length)]! : { sort: draw(500), id: `new-${draw(n + 1)}` }
    return { ...entry, gone: true }
  }).flatMap((gone): Change[] => [gone, ...(draw(2) === 0 ? [{ sort: gone.sort, id: gone.id }] : []), ...(draw(4) === 0 ? [gone] : [])])
  const step = (before: SortedList, change: Change) => (change.gone ? remove(before, change) : insert(before, change))
  const atOnce = changeAll(list, changes)
  expect(idsOf(atOnce), `SEED=${SEED}`).toEqual(idsOf(changes.reduce(step, list)))
  expect(
    idsOf(
      changeAll(
        atOnce,
        plain(some).map((entry) => ({ ...entry, gone: true })),
      ),
    ),
  ).toEqual(idsOf(atOnce).filter((id) => id.startsWith('new')))
  expect(idsOf(list)).toEqual(plain(some).map(({ id }) => id))
})

test('a list never changes: whoever holds it goes on seeing what was there', () => {
  const list = changeAll(
    EMPTY,
    Array.from({ length: 1000 }, (_, n) => ({ sort: n, id: `a${n}` })),
  )
  const seen = idsOf(list)
  insert(list, { sort: 500, id: 'b' })
  remove(list, { sort: 500, id: 'a500' })
  expect(idsOf(list)).toEqual(seen)
  expect(remove(list, { sort: 500, id: 'never there' })).toBe(list)
})

import { expect, test } from 'vitest'
import { seededNumbers } from '../../src/world/engine/chance.ts'
import { copy, type Held, NOTHING, peek, share, withEntry, withoutEntry } from '../../src/world/engine/index-lists.ts'
import { type Entry, type SortedList, slice } from '../../src/world/engine/sorted-list.ts'

const SEED = process.env.SEED ?? 'index-lists'

const idsOf = (list: SortedList) => slice(list, 0, list.size)
const idsIn = (entries: readonly Entry[]) => entries.toSorted((a, b) => a.sort - b.sort || (a.id < b.id ? -1 : 1)).map(({ id }) => id)

/** A list as one sheet holds it, and the same as a plain array. */
interface Holder {
  held: Held
  model: Entry[]
}

test.each([
  ['a few entries, mostly one or none', 3, 4000],
  ['hundreds of entries', 400, 8000],
  ['so many entries that the changes do not wait for a reader', 3000, 20_000],
])('lists of %s agree with a plain array, in every sheet that copied them', (how, most, moves) => {
  const numbers = seededNumbers(`${SEED}/${how}`)
  const draw = (below: number) => Math.floor(numbers() * below)
  const holders: Holder[] = [{ held: NOTHING, model: [] }]
  const handedOut: { readonly list: SortedList; readonly ids: readonly string[] }[] = []
  for (let n = 0; n < moves; n++) {
    const holder = holders[draw(holders.length)]!
    const { model } = holder
    const what = draw(1000)
    if (what === 0) {
      // A sheet above copies the list; the one below is not written to any more, but others may copy it too.
      holders.push({ held: copy(holder.held), model: [...model] })
      if (holders.length > 3) holders.splice(draw(3), 1)
      else holder.held = copy(holder.held)
    } else if (what === 1) handedOut.push({ list: share(holder.held), ids: idsIn(model) })
    else if (what < 5) expect(idsOf(peek(holder.held)), `SEED=${SEED}`).toEqual(idsIn(model))
    else if (model.length > 0 && draw(most) < model.length) {
      const [gone] = model.splice(draw(model.length), 1)
      holder.held = withoutEntry(holder.held, gone!.sort, gone!.id)
      // What is not there cannot go.
      holder.held = withoutEntry(holder.held, gone!.sort, gone!.id)
    } else {
      const entry = { sort: draw(50), id: `${draw(1_000_000)}-${n}` }
      model.push(entry)
      holder.held = withEntry(holder.held, entry)
    }
  }
  for (const { held, model } of holders) expect(idsOf(peek(held)), `SEED=${SEED}`).toEqual(idsIn(model))
  expect(handedOut.length).toBeGreaterThan(0)
  for (const { list, ids } of handedOut) expect(idsOf(list), `SEED=${SEED}`).toEqual(ids)
})

import { didYouMean } from '../../language/did-you-mean.ts'
import { COVERED_KINDS, type CoverageCount, type CoveredKind, coverableOf, partOf } from '../../spec/coverable.ts'
import type { Controls } from '../control-behaviour.ts'

const DIRECTIONS: Readonly<Record<CoveredKind, 'in' | 'out' | 'world'>> = {
  operations: 'in',
  parameters: 'in',
  statuses: 'in',
  errors: 'in',
  activities: 'out',
  scenes: 'out',
  results: 'out',
  outcomes: 'out',
  transitions: 'world',
}

/** One thing that can be exercised, and how often it was. */
interface Item extends CoverageCount {
  readonly kind: CoveredKind
  readonly owner: string
  readonly name: string
}

/** What was exercised in this sandbox, by operation. */
export const coverage: Pick<Controls, 'ShowCoverage' | 'StartCoverage'> = {
  ShowCoverage({ input, server, fail }) {
    const { direction, of } = input.query
    const counted = server.coverage.data()
    const coverable = coverableOf(server.specs)
    const all = COVERED_KINDS.flatMap((kind) =>
      coverable[kind].map((whole): Item => ({ kind, ...split(whole), ...(counted?.counts[kind][whole] ?? { natural: 0, forced: 0 }) })),
    )
    const owners = byOwner(all)
    const names = owners.map(([name]) => name)
    const wanted = owners.filter(
      ([name, [first]]) => (direction === undefined || (first && DIRECTIONS[first.kind]) === direction) && (of ?? name) === name,
    )
    if (of !== undefined && !names.includes(of))
      fail('unknown-operation', `"${of}" is nothing that can be exercised.${didYouMean(of, names)}`, names)
    const items = wanted.flatMap(([, own]) => own)
    return {
      counting: counted !== undefined,
      counts: countsOf(items),
      owners: wanted.map(([name, own]) => {
        const { kind } = own[0] as Item
        return { name, part: partOf(kind, name), direction: DIRECTIONS[kind], ...shareOf(own), counts: countsOf(own) }
      }),
      ...(of === undefined ? {} : { items: items.map(({ owner: _, ...one }) => ({ ...one, state: stateOf(one) })) }),
    }
  },

  StartCoverage({ server }) {
    server.coverage.start()
    return { counting: true }
  },
}

/** `bss.PayOrders query/limit` is of `bss.PayOrders`; an operation is its own. */
function split(whole: string): { readonly owner: string; readonly name: string } {
  const cut = whole.indexOf(' ')
  return cut < 0 ? { owner: whole, name: whole } : { owner: whole.slice(0, cut), name: whole.slice(cut + 1) }
}

function byOwner(items: readonly Item[]): readonly (readonly [string, readonly Item[]])[] {
  const found = new Map<string, Item[]>()
  for (const item of items) {
    const own = found.get(item.owner)
    if (own) own.push(item)
    else found.set(item.owner, [item])
  }
  return [...found]
}

const stateOf = ({ natural, forced }: CoverageCount) => (natural > 0 ? 'exercised' : forced > 0 ? 'forced' : 'never')

function shareOf(items: readonly Item[]) {
  const count = (state: string) => items.filter((one) => stateOf(one) === state).length
  return { exercised: count('exercised'), forced: count('forced'), of: items.length }
}

const countsOf = (items: readonly Item[]) =>
  COVERED_KINDS.flatMap((kind) => {
    const own = items.filter((one) => one.kind === kind)
    return own.length === 0 ? [] : [{ kind, ...shareOf(own) }]
  })

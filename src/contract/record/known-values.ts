import { escapeKey } from '../../spec/json-pointer.ts'

/** A value of an earlier answer that a later request uses: its place, and its name in the contract. */
export interface Known {
  readonly name: string
  readonly value: string
  /** Index of the exchange. */
  readonly from: number
  /** JSON pointer into its answer. */
  readonly pointer: string
}

/** Shorter texts (`1`, `buyer`) are not treated as ids. */
const SHORTEST = 6

/** Every id-like text of the answers, with the place where it first appeared. */
export function knownValues(answers: readonly unknown[]): readonly Known[] {
  const found = new Map<string, Known>()
  const names = new Map<string, number>()
  for (const [from, answer] of answers.entries()) {
    for (const [pointer, value] of textsIn(answer)) {
      if (value.length < SHORTEST || !/\d/.test(value) || /[\s{}]/.test(value) || found.has(value)) continue
      const leaf = (pointer.split('/').findLast((key) => !/^\d+$/.test(key)) ?? 'value').replace(
        /[^A-Za-z0-9]+(\w)/g,
        (_, letter: string) => letter.toUpperCase(),
      )
      const count = (names.get(leaf) ?? 0) + 1
      names.set(leaf, count)
      found.set(value, { name: count === 1 ? leaf : `${leaf}${count}`, value, from, pointer })
    }
  }
  // The longest first, because the number of an order line begins with the number of its order.
  return [...found.values()].sort((a, b) => b.value.length - a.value.length)
}

/** All texts in a value with their pointers. */
function* textsIn(value: unknown, pointer = ''): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [pointer, value]
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* textsIn(item, `${pointer}/${i}`)
  else if (value && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) yield* textsIn(part, `${pointer}/${escapeKey(key)}`)
}

/** A text in which known values are replaced by their names, and the values that were found. */
export function withNames(
  text: string,
  known: readonly Known[],
  before: number,
): { readonly text: string; readonly used: readonly Known[] } {
  const used: Known[] = []
  let named = text
  for (const one of known) {
    if (one.from >= before || !named.includes(one.value)) continue
    used.push(one)
    named = named.replaceAll(one.value, `{${one.name}}`)
  }
  return { text: named, used }
}

/** The same for every text in a value. */
export function allWithNames(value: unknown, known: readonly Known[], before: number, used: Set<Known>): unknown {
  if (typeof value === 'string') {
    const named = withNames(value, known, before)
    for (const one of named.used) used.add(one)
    return named.text
  }
  if (Array.isArray(value)) return value.map((item) => allWithNames(item, known, before, used))
  if (!value || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, allWithNames(part, known, before, used)]))
}

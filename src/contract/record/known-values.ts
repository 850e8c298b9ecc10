import { escapeKey } from '../../spec/json-pointer.ts'

/** A value that an earlier answer brought and a later request uses: where it stands, and what it is called in the contract. */
export interface Known {
  readonly name: string
  readonly value: string
  /** Place of the exchange among all. */
  readonly from: number
  /** JSON pointer into its answer. */
  readonly pointer: string
}

/** Shorter ones stand for themselves: `1`, `buyer`. */
const SHORTEST = 6

/** Every id-like text of the answers, each where it was first seen. */
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
  // The longest first: the number of an order line begins with that of its order.
  return [...found.values()].sort((a, b) => b.value.length - a.value.length)
}

/** All texts in a value with their pointers. */
function* textsIn(value: unknown, pointer = ''): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [pointer, value]
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* textsIn(item, `${pointer}/${i}`)
  else if (value && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) yield* textsIn(part, `${pointer}/${escapeKey(key)}`)
}

/** A text with names in the place of the values that came before it, and which. */
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

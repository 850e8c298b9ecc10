import { isMap, isNode, isPair, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml'
import type { Keys } from './document-path.ts'
import { SpecFault } from './fault.ts'
import { descend, sentence } from './yaml.ts'

/** A mistake of a text that does not prevent reading it. */
export interface TextMistake {
  readonly code: 'document.key.twice' | 'document.tabs' | 'document.several'
  readonly keys: Keys
  readonly line: number
  readonly message: string
}

/** What a text contains. */
export interface ReadText {
  readonly value: unknown
  readonly mistakes: (text: string) => readonly TextMistake[]
}

/** A document that expands to more than this many values, and to ten times what is written, is refused: its aliases multiply. */
const MOST_VALUES = 1_000_000
/** Deeper than any real document. Recursion beyond this depth could exceed the stack. */
export const DEEPEST = 500

/** The mistake that a key occurs twice. */
export const twice = (keys: Keys, line: number): TextMistake => ({
  code: 'document.key.twice',
  keys,
  line,
  message: `key "${keys.at(-1)}" occurs twice here. The last one is used.`,
})

/** `schema: core` also for a document that asks for YAML 1.1: there `no` is a boolean and a date is no text. */
const YAML = { version: '1.2', schema: 'core', resolveKnownTags: false, merge: true, logLevel: 'error', prettyErrors: false } as const

/** Parses a text of YAML; what can be understood is forgiven. @throws SpecFault */
export function parseYamlText(name: string, written: string): ReadText {
  let counter = new LineCounter()
  const parse = (text: string) => {
    counter = new LineCounter()
    return bounded(name, () => parseDocument(text, { ...YAML, lineCounter: counter }))
  }
  let document = parse(written)
  const mistakes: TextMistake[] = []
  const lineOf = ({ pos }: YAMLError) => counter.linePos(pos[0]).line
  if (document.errors.some(({ code }) => code === 'TAB_AS_INDENT')) {
    const before = counter
    const spaced = parse(untabbed(written))
    if (spaced.errors.some((error) => !isForgiven(error))) counter = before
    else {
      const line = written.slice(0, written.search(/^ *\t/m)).split('\n').length
      mistakes.push({ code: 'document.tabs', keys: [], line, message: 'YAML is indented with spaces. Each tab is read as two.' })
      document = spaced
    }
  }
  const wrong = document.errors.find((error) => !isForgiven(error))
  if (wrong) throw new SpecFault(`${name}:${lineOf(wrong)}: ${sentence(wrong.message)}`)
  for (const error of document.errors) {
    if (error.code === 'DUPLICATE_KEY') mistakes.push(twice(keysAt(document.contents, error.pos[0]), lineOf(error)))
    if (error.code === 'MULTIPLE_DOCS')
      mistakes.push({ code: 'document.several', keys: [], line: lineOf(error), message: 'a second document begins here. Only the first one is read.' }) // biome-ignore format: one mistake
  }
  const value = bounded(name, () => document.toJS({ maxAliasCount: -1 }) as unknown)
  refuseEndless(name, value, written)
  return { value, mistakes: () => mistakes }
}

const FORGIVEN = ['DUPLICATE_KEY', 'MULTIPLE_DOCS', 'KEY_OVER_1024_CHARS']
const isForgiven = ({ code }: YAMLError) => FORGIVEN.includes(code)
const untabbed = (text: string) => text.replace(/^[ \t]*\t[ \t]*/gm, (blank) => blank.replaceAll('\t', '  '))

/** The lines of places; where one does not exist, the line of what would contain it. */
export function linesInYaml(written: string, places: readonly Keys[]): readonly number[] {
  let lines = new LineCounter()
  const parse = (text: string) => {
    lines = new LineCounter()
    return parseDocument(text, { ...YAML, lineCounter: lines })
  }
  const plain = parse(written)
  const document = plain.errors.some(({ code }) => code === 'TAB_AS_INDENT') ? parse(untabbed(written)) : plain
  return places.map((keys) => {
    let at = 0
    let node: unknown = document.contents
    for (const key of keys) {
      const step = descend(node, key, document)
      if (!step) break
      at = step.at ?? at
      node = step.node
    }
    return lines.linePos(at).line
  })
}

/** The keys that lead to the key at a position. */
function keysAt(whole: unknown, position: number): Keys {
  const keys: (string | number)[] = []
  let node = whole
  for (;;) {
    const items: readonly unknown[] = isMap(node) || isSeq(node) ? node.items : []
    const index = items.findIndex((item) => {
      const [from, to] = isPair(item) ? [startOf(item.key), endOf(item.value) ?? endOf(item.key)] : [startOf(item), endOf(item)]
      return from !== undefined && to !== undefined && from <= position && position < Math.max(to, from + 1)
    })
    const item = items[index]
    if (item === undefined) return keys
    keys.push(isPair(item) ? String(isNode(item.key) ? item.key.toJSON() : item.key) : index)
    if (isPair(item) && startOf(item.key) === position) return keys
    node = isPair(item) ? item.value : item
  }
}

const startOf = (node: unknown) => (isNode(node) ? node.range?.[0] : undefined)
const endOf = (node: unknown) => (isNode(node) ? node.range?.[1] : undefined)

/** An alias inside of the node that it refers to never ends; aliases of aliases multiply. */
function refuseEndless(name: string, whole: unknown, written: string): void {
  const sizes = new Map<object, number>()
  const above = new Set<object>()
  const place = (at: Keys) => `${name}:${linesInYaml(written, [at])[0]}`
  const sizeOf = (node: unknown, at: readonly (string | number)[]): number => {
    if (!node || typeof node !== 'object') return 1
    const known = sizes.get(node)
    if (known !== undefined) return known
    if (above.has(node)) throw new SpecFault(`${place(at)}: an alias (*name) stands for what it is a part of. Write it out.`)
    if (above.size > DEEPEST) throw new SpecFault(`${place(at)}: it is nested too deeply to be read.`)
    above.add(node)
    let size = 1
    for (const [key, child] of Object.entries(node)) size += sizeOf(child, [...at, key])
    above.delete(node)
    sizes.set(node, size)
    return size
  }
  const size = sizeOf(whole, [])
  if (size > MOST_VALUES + 10 * sizes.size)
    throw new SpecFault(`${name}: its aliases (*name) expand to more than ${MOST_VALUES} values. Write out what its aliases stand for.`)
}

/** The parser throws plain errors for documents that are nested too deeply. */
function bounded<T>(name: string, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    if (error instanceof RangeError) throw new SpecFault(`${name}: it is nested too deeply to be read.`)
    throw error
  }
}

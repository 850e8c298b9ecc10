import { isMap, isNode, isPair, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml'
import type { Keys } from './document-path.ts'
import { SpecFault } from './fault.ts'
import { createLineCounter, findInJson } from './json-lines.ts'
import { descend, sentence, type YamlFile } from './yaml.ts'

/** One file of a foreign document. Positions are looked for only when a line is asked for. */
export interface SourceFile extends YamlFile {
  /** The lines of several places, in one pass. */
  readonly lines: (places: readonly Keys[]) => readonly number[]
  /** Mistakes of the text itself that can be forgiven, such as two equal keys. */
  readonly mistakes: () => readonly TextMistake[]
  /** Characters of the text. */
  readonly length: number
  /** The text, read again where it was not kept. */
  readonly text: () => string
  /** Lets a long text go, which is read again where a line is asked for. */
  readonly forget: () => void
  /** Another file, by its path relative to this one; the reason where there is none. */
  readonly sibling: (path: string) => SourceFile | string
  /** The text of another file, whatever it contains; `undefined` where it cannot be read. */
  readonly textOf: (path: string) => string | undefined
}

export interface TextMistake {
  readonly code: 'document.key.twice' | 'document.tabs' | 'document.several'
  readonly keys: Keys
  readonly line: number
  readonly message: string
}

/** How a file reaches others, and reads its own text again. */
export interface Surroundings {
  readonly again?: () => string
  readonly sibling?: SourceFile['sibling']
  readonly textOf?: SourceFile['textOf']
}

/** A document that expands to more than this many values, and to ten times what is written, is refused: its aliases multiply. */
const MOST_VALUES = 1_000_000
/** Deeper than any real document. Recursion beyond this depth could exceed the stack. */
const DEEPEST = 500

/**
 * Parses one file of a foreign document, YAML or JSON. What can be understood is forgiven and told by `mistakes`.
 * @param name shown in messages
 * @throws SpecFault for a text that cannot be parsed, with its line
 */
export function parseSource(name: string, written: string, around: Surroundings = {}): SourceFile {
  const text = written.charCodeAt(0) === 0xfeff ? written.slice(1) : written
  const json = /^\s*[{[]/.test(text) ? parseJson(name, text) : undefined
  const read = json ?? parseYamlText(name, text)
  const { again } = around
  let kept: string | undefined = text
  const { length } = text
  const whole = () => kept ?? (again as () => string)().replace(/^\ufeff/, '')
  const lines: SourceFile['lines'] = (places) => (json ? findInJson(whole(), places).lines : linesInYaml(whole(), places))
  return {
    name,
    value: read.value ?? {},
    text: whole,
    length,
    forget: () => {
      if (again && length > KEEP) kept = undefined
    },
    lines,
    place: (...keys) => `${name}:${lines([keys])[0]}`,
    mistakes: () => read.mistakes(whole()),
    sibling: around.sibling ?? (() => 'it was not read from a file'),
    textOf: around.textOf ?? (() => undefined),
  }
}

/** Longer texts are not kept: most of the time no line is asked for. */
const KEEP = 1_000_000

interface Read {
  readonly value: unknown
  readonly mistakes: (text: string) => readonly TextMistake[]
}

/** `undefined` for a text that is not JSON: YAML may begin with a bracket too. */
function parseJson(name: string, text: string): Read | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (!name.endsWith('.json')) return undefined
    const { message } = error as Error
    const why = message.replace(/ in JSON at position.*|, ("|\.\.\.)[\s\S]*/, '')
    throw new SpecFault(`${name}:${createLineCounter(text)(positionIn(text, message))}: this is not JSON (${why}).`)
  }
  refuseDeep(name, value)
  return {
    value,
    mistakes: (whole) => findInJson(whole, [], true).twice.map(({ keys, line }) => twice(keys, line)),
  }
}

/** Where `JSON.parse` stopped. It does not tell the position of an unexpected character: the shortest part that fails in the same way ends there. */
function positionIn(text: string, message: string): number {
  const told = /position (\d+)/.exec(message)?.[1]
  if (told !== undefined) return Number(told)
  if (!message.startsWith('Unexpected token') || text.length > KEEP) return message.includes('end of JSON') ? text.length : 0
  const fails = (length: number) => {
    try {
      JSON.parse(text.slice(0, length))
      return false
    } catch (error) {
      return (error as Error).message.startsWith('Unexpected token')
    }
  }
  let [low, high] = [0, text.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (fails(middle)) high = middle
    else low = middle
  }
  return high - 1
}

const twice = (keys: Keys, line: number): TextMistake => ({
  code: 'document.key.twice',
  keys,
  line,
  message: `key "${keys.at(-1)}" occurs twice here. The last one is used.`,
})

/** `schema: core` also for a document that asks for YAML 1.1: there `no` is a boolean and a date is no text. */
const YAML = { version: '1.2', schema: 'core', resolveKnownTags: false, merge: true, logLevel: 'error', prettyErrors: false } as const

function parseYamlText(name: string, written: string): Read {
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

function linesInYaml(written: string, places: readonly Keys[]): readonly number[] {
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

function refuseDeep(name: string, value: unknown): void {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new SpecFault(`${name}: it is nested too deeply to be read.`)
    const next: unknown[] = []
    for (const node of level) {
      if (!node || typeof node !== 'object') continue
      for (const key in node) {
        const child = (node as Record<string, unknown>)[key]
        if (child && typeof child === 'object') next.push(child)
      }
    }
    level = next
  }
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

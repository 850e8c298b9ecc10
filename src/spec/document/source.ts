import type { Keys } from './document-path.ts'
import { SpecFault } from './fault.ts'
import { createLineCounter, depthOfJson, findInJson } from './json-lines.ts'
import type { YamlFile } from './yaml.ts'
import { DEEPEST, linesInYaml, parseYamlText, type ReadText, type TextMistake, twice } from './yaml-source.ts'

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

/** How a file reaches others, and reads its own text again. */
export interface Surroundings {
  readonly again?: () => string
  readonly sibling?: SourceFile['sibling']
  readonly textOf?: SourceFile['textOf']
}

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

/** `undefined` for a text that is not JSON: YAML may begin with a bracket too. */
function parseJson(name: string, text: string): ReadText | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (!name.endsWith('.json')) return undefined
    const { message } = error as Error
    const why = message.replace(/ in JSON at position.*|, ("|\.\.\.)[\s\S]*/, '')
    throw new SpecFault(`${name}:${createLineCounter(text)(positionIn(text, message))}: this is not JSON (${why}).`)
  }
  if (depthOfJson(text) > DEEPEST) throw new SpecFault(`${name}: it is nested too deeply to be read.`)
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

import type { RE2JS } from 're2js'
import { estimateCost, type MatchCost } from './match-cost.ts'

/** A regular expression of a foreign document, matched in a time that grows linearly with the length of the text. */
export interface Pattern {
  test(text: string): boolean
  /** Longer texts are not checked and count as matching. */
  readonly upTo: number
}

/** Steps for each character that JavaScript's own engine may take. */
const STEPS = 100
/** Steps for one text, where only JavaScript's engine supports the expression. */
const STEPS_AT_ALL = 20_000
/** Largest product of text length and expression size for the linear engine. */
const WORK = 50_000_000
const LARGEST = 1_000

type Engine = typeof RE2JS
let linear: Engine | undefined

/** Cache of patterns that were read. Its size is limited. */
const known = new Map<string, Pattern | undefined>()
const MOST_KNOWN = 1_000

const isClear = ({ factor, degree }: MatchCost) => (degree === 0 && factor <= 20 * STEPS) || (degree === 1 && factor <= STEPS)

/** Whether the linear engine is needed for the expression. */
export const isRisky = (source: string): boolean => !isClear(estimateCost(source))

/** Loads the linear engine if one of these expressions needs it. Await this before you read the expressions: checks are synchronous. */
export async function preparePatterns(sources: Iterable<string>): Promise<void> {
  if (linear) return
  for (const source of sources) {
    if (!isRisky(source)) continue
    linear = (await import('re2js')).RE2JS
    known.clear()
    return
  }
}

/**
 * Reads a foreign regular expression: with JavaScript's engine where it is certainly fast, else with an engine whose time grows linearly
 * with the text. Expressions that the latter does not support (back references, look-arounds) are checked on short texts only.
 * `undefined` for a text that is not a valid expression.
 */
export function readPattern(source: string, flags = ''): Pattern | undefined {
  const key = `${flags}/${source}`
  if (known.has(key)) return known.get(key)
  if (known.size >= MOST_KNOWN) known.clear()
  const pattern = read(source, flags)
  known.set(key, pattern)
  return pattern
}

function read(source: string, flags: string): Pattern | undefined {
  const native = compiled(source, flags)
  if (!native) return undefined
  const weight = estimateCost(source)
  const plainly = (text: string) => {
    try {
      return native.test(text)
    } catch {
      // Too large for the engine, which reports it only when it matches.
      return true
    }
  }
  if (isClear(weight)) return { test: plainly, upTo: Number.POSITIVE_INFINITY }
  const other = weight.size <= LARGEST ? linearly(source, flags) : undefined
  const upTo = other ? Math.floor(WORK / weight.size) : shortest(weight)
  const test = other ? (text: string) => other.test(text) : plainly
  return { test: (text) => text.length > upTo || test(text), upTo }
}

function compiled(source: string, flags: string): RegExp | undefined {
  if (source.length > 100_000) return undefined
  for (const mode of [`${flags}u`, flags]) {
    try {
      return new RegExp(source, mode)
    } catch {
      // The strict mode refuses escapes that the other mode accepts.
    }
  }
  return undefined
}

function linearly(source: string, flags: string): RE2JS | undefined {
  if (!linear) return undefined
  const { CASE_INSENSITIVE, MULTILINE, DOTALL } = linear
  const mode = (flags.includes('i') ? CASE_INSENSITIVE : 0) | (flags.includes('m') ? MULTILINE : 0) | (flags.includes('s') ? DOTALL : 0)
  try {
    return linear.compile(linear.translateRegExp(inItsWords(source, flags.includes('s'))), mode)
  } catch {
    return undefined
  }
}

const BLANKS = '\\t\\n\\x0b\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}'

/** Rewrites what the two engines define differently: blanks beyond ASCII, line ends, scripts. */
function inItsWords(source: string, all: boolean): string {
  let inside = false
  return source.replace(/\\[pP]\{(?:Script|sc|General_Category|gc)=(\w+)\}|\\[\s\S]|[[\].]/g, (sign, name?: string) => {
    if (name !== undefined) return `\\${sign[1]}{${name}}`
    if (sign === '[') inside = true
    else if (sign === ']') inside = false
    else if (sign === '\\s') return inside ? BLANKS : `[${BLANKS}]`
    else if (sign === '\\S' && !inside) return `[^${BLANKS}]`
    else if (sign === '.' && !inside && !all) return '[^\\n\\r\\x{2028}\\x{2029}]'
    return sign
  })
}

/** The longest text whose worst case stays within the limit. */
function shortest({ factor, degree }: MatchCost): number {
  if (factor > STEPS_AT_ALL) return 0
  return degree === 0 ? Number.POSITIVE_INFINITY : Math.floor((STEPS_AT_ALL / factor) ** (1 / degree))
}

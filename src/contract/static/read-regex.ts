import { type Pattern, preparePatterns, readPattern } from '../../spec/patterns/pattern.ts'

/** Await this before you read the regular expressions of pacts. */
export const prepareRegexes = (texts: readonly string[]): Promise<void> =>
  preparePatterns([...new Set(texts)].map(partsOf).flatMap(({ source }) => [source, whole(source)]))

/** A pact's regular expression for JavaScript; undefined where it cannot be converted. Pact uses Rust's dialect, which is mostly the same. */
export function readRegex(text: string): Pattern | undefined {
  const { source, flags } = partsOf(text)
  return readPattern(source, flags)
}

/** An expression that must match the whole text, as in the Pact Verifier. */
export function wholeRegex(text: string): Pattern | undefined {
  const { source, flags } = partsOf(text)
  return readPattern(source, flags) && readPattern(whole(source), flags)
}

const whole = (source: string) => `^(?:${source})$`

function partsOf(text: string): { readonly source: string; readonly flags: string } {
  const [, flags = '', rest = text] = /^\(\?([im]+)\)(.*)$/s.exec(text) ?? []
  return { source: rest.replaceAll('\\A', '^').replaceAll('\\z', '$').replaceAll('\\Z', '$'), flags: [...new Set(flags)].join('') }
}

/** The words of `^(a|b|c)$`; undefined for any other expression. */
export function wordsOf(text: string): readonly string[] | undefined {
  const inner = /^\^?\((?:\?:)?([\w|.-]+)\)\$?$/.exec(text)?.[1] ?? /^\^?([\w-]+(?:\|[\w-]+)+)\$?$/.exec(text)?.[1]
  return inner?.split('|')
}

/** A Java date pattern (`yyyy-MM-dd'T'HH:mm:ss'Z'`) as a regular expression; undefined where it has letters that are not supported here. */
export function regexOfFormat(format: string): Pattern | undefined {
  let source = ''
  for (const [part] of format.matchAll(/'[^']*'|([A-Za-z])\1*|[^A-Za-z']+/g)) {
    if (part.startsWith("'")) source += quote(part.slice(1, -1) || "'")
    else if (!/^[A-Za-z]/.test(part)) source += quote(part)
    else if (LETTERS[part[0] as string] === undefined) return undefined
    else source += (LETTERS[part[0] as string] as (count: number) => string)(part.length)
  }
  return readPattern(`^${source}$`)
}

const digits = (count: number) => `\\d{${count},}`
/** A number of one digit, padded where the pattern pads it, or of two digits. */
const upTo = (count: number, one: string, two: string) => `(${count > 1 ? '0' : '0?'}${one}|${two})`
const LETTERS: Readonly<Record<string, (count: number) => string>> = {
  y: digits,
  M: (count) => (count > 2 ? '\\p{L}+' : upTo(count, '[1-9]', '1[0-2]')),
  d: (count) => upTo(count, '[1-9]', '[12]\\d|3[01]'),
  H: (count) => upTo(count, '\\d', '1\\d|2[0-3]'),
  h: (count) => upTo(count, '[1-9]', '1[0-2]'),
  m: (count) => upTo(count, '\\d', '[1-5]\\d'),
  s: (count) => upTo(count, '\\d', '[1-5]\\d|60'),
  S: (count) => `\\d{${count}}`,
  X: () => '(Z|[+-]\\d{2}(:?\\d{2})?)',
  Z: () => '[+-]\\d{2}:?\\d{2}',
}

const quote = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

import { type PatternPart, readSyntax } from './pattern-syntax.ts'

/** Longer expressions are not generated from. */
const LONGEST_PATTERN = 5_000
const LONGEST_TEXT = 10_000
const MOST_KNOWN = 500
const known = new Map<string, Sized | undefined>()

/** A part with the lengths of its texts. */
interface Sized {
  readonly part: PatternPart
  readonly parts: readonly Sized[]
  readonly least: number
  readonly most: number
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

function sized(part: PatternPart): Sized {
  switch (part.kind) {
    case 'text':
      return { part, parts: [], least: 1, most: 1 }
    case 'again':
      return { part, parts: [], least: 0, most: 0 }
    case 'group': {
      const inner = sized(part.part)
      return { part, parts: [inner], least: inner.least, most: inner.most }
    }
    case 'repeat': {
      const inner = sized(part.part)
      const most = inner.most === 0 || part.most === 0 ? 0 : inner.most * part.most
      return { part, parts: [inner], least: inner.least * part.least, most }
    }
    default: {
      const parts = part.parts.map(sized)
      const all = part.kind === 'all'
      const leasts = parts.map(({ least }) => least)
      const mosts = parts.map(({ most }) => most)
      return { part, parts, least: all ? sum(leasts) : Math.min(...leasts), most: all ? sum(mosts) : Math.max(...mosts) }
    }
  }
}

function sizedOf(source: string): Sized | undefined {
  if (known.has(source)) return known.get(source)
  if (known.size >= MOST_KNOWN) known.clear()
  let made: Sized | undefined
  try {
    made = source.length > LONGEST_PATTERN ? undefined : sized(readSyntax(source))
  } catch {
    made = undefined
  }
  known.set(source, made)
  return made
}

/** How plain the characters are: later tries mix in capitals, digits and signs, for expressions such as `(?=.*[A-Z])(?=.*\d)`. */
const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d\s]/] as const

/**
 * A text that probably matches a regular expression, with a length within the limits where the expression permits it. The same numbers give the
 * same text. The caller matches it: look-arounds are not considered here.
 * @param attempt later attempts use more kinds of characters
 */
export function textLike(
  source: string,
  numbers: () => number,
  { least = 0, most = Number.POSITIVE_INFINITY }: { readonly least?: number; readonly most?: number } = {},
  attempt = 0,
): string | undefined {
  const whole = sizedOf(source)
  if (!whole || whole.least > LONGEST_TEXT) return undefined
  const groups = new Map<string, string>()
  let count = 0
  const int = (limit: number) => Math.floor(numbers() * limit)
  const pick = <T>(list: readonly T[]): T => list[int(list.length)] as T

  const character = (all: readonly string[]): string => {
    count++
    const wanted = attempt === 0 ? /[a-z\d]/ : attempt === 1 ? /[A-Za-z\d]/ : KINDS[(count + int(2)) % KINDS.length]
    const usual = all.length > 1 ? all.filter((one) => wanted?.test(one)) : all
    return pick(usual.length > 0 ? usual : all)
  }

  const write = ({ part, parts, least: min, most: max }: Sized, length: number): string => {
    if (count > LONGEST_TEXT) return ''
    switch (part.kind) {
      case 'text':
        return character(part.characters)
      case 'again':
        return groups.get(part.name) ?? ''
      case 'group': {
        const text = write(parts[0] as Sized, length)
        for (const name of part.names) groups.set(name, text)
        return text
      }
      case 'one': {
        const fitting = parts.filter((one) => one.least <= length && one.most >= length)
        const short = parts.filter((one) => one.least <= length)
        return write(pick(fitting.length > 0 ? fitting : short.length > 0 ? short : parts.filter((one) => one.least === min)), length)
      }
      case 'repeat': {
        const inner = parts[0] as Sized
        const from = Math.max(part.least, inner.most === 0 ? part.least : Math.ceil(length / inner.most))
        const to = Math.max(from, Math.min(part.most, Math.floor(length / Math.max(1, inner.least))))
        const times = Math.min(LONGEST_TEXT, from + int(Math.min(to - from, 5) + 1), part.most)
        return join(
          Array.from({ length: times }, () => inner),
          length,
        )
      }
      default:
        return join(parts, Math.max(min, Math.min(length, max)))
    }
  }

  /** Several parts one after another: what is left of the length goes to parts that can be longer than they must be. */
  const join = (parts: readonly Sized[], length: number): string => {
    const lengths = parts.map((one) => one.least)
    let left = length - sum(lengths)
    const open = parts.flatMap((one, i) => (one.most > one.least ? [i] : []))
    for (let rest = open.length; left > 0 && rest > 0; rest--) {
      const [i = 0] = open.splice(int(rest), 1)
      const one = parts[i] as Sized
      const room = Math.min(left, one.most - one.least)
      const share = rest === 1 ? room : Math.min(room, Math.max(Math.ceil(left / rest), int(room + 1)))
      lengths[i] = one.least + share
      left -= share
    }
    return parts.map((one, i) => write(one, lengths[i] as number)).join('')
  }

  const least1 = Math.max(whole.least, Math.min(least, LONGEST_TEXT))
  const most1 = Math.max(least1, Math.min(whole.most, most, least1 + (least1 === 0 ? 8 : 6)))
  const text = write(whole, least1 + (whole.least === 0 && least === 0 && most1 > 0 ? 1 + int(most1) : int(most1 - least1 + 1)))
  return fill(text, source, least, character)
}

/** An expression without an anchor matches a part of the text: the rest may be anything. */
function fill(text: string, source: string, least: number, character: (all: readonly string[]) => string): string {
  const missing = Math.min(LONGEST_TEXT, least - [...text].length)
  if (missing <= 0) return text
  const more = Array.from({ length: missing }, () => character([...'abcdefghijklmnopqrstuvwxyz'])).join('')
  return source.endsWith('$') && !source.startsWith('^') ? more + text : text + more
}

/** A part of a regular expression, as far as texts are made from it. */
export type PatternPart =
  | { readonly kind: 'text'; readonly characters: readonly string[] }
  | { readonly kind: 'all'; readonly parts: readonly PatternPart[] }
  | { readonly kind: 'one'; readonly parts: readonly PatternPart[] }
  | { readonly kind: 'repeat'; readonly part: PatternPart; readonly least: number; readonly most: number }
  | { readonly kind: 'group'; readonly part: PatternPart; readonly names: readonly string[] }
  | { readonly kind: 'again'; readonly name: string }

const NOTHING: PatternPart = { kind: 'all', parts: [] }
const DEEPEST = 100
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
/** Characters of other scripts, for classes such as `\p{Script=Han}`. */
const BEYOND = [
  ...Array.from({ length: 32 }, (_, i) => String.fromCharCode(i)),
  ...'äéßÄÉñøæçžŁжбйЖБЙλΩπΣ中文云商店東京한국あいアイאבعربहिไท٣५①€£¥°§©™→✓😀\u00a0',
]

/**
 * The parts of a JavaScript regular expression. Anchors and look-arounds are left out: whether a text fits is decided by matching it.
 * @throws SyntaxError or RangeError for what cannot be read
 */
export function readSyntax(source: string): PatternPart {
  let at = 0
  let depth = 0
  let groups = 0
  const known = new Map<string, readonly string[]>()

  const alternatives = (): PatternPart => {
    const parts = [sequence()]
    while (source[at] === '|') {
      at++
      parts.push(sequence())
    }
    return parts.length === 1 ? (parts[0] as PatternPart) : { kind: 'one', parts }
  }

  const sequence = (): PatternPart => {
    const parts: PatternPart[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(single()))
    return { kind: 'all', parts }
  }

  const repeated = (part: PatternPart): PatternPart => {
    const [all, sign, from, open, to] = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??/.exec(source.slice(at, at + 40)) ?? []
    if (all === undefined) return part
    at += all.length
    const least = sign === undefined ? Number(from) : sign === '+' ? 1 : 0
    const endless = sign === '*' || sign === '+' || (open !== undefined && to === '')
    return { kind: 'repeat', part, least, most: endless ? Number.POSITIVE_INFINITY : sign === '?' ? 1 : Number(to ?? from) }
  }

  const single = (): PatternPart => {
    const character = String.fromCodePoint(source.codePointAt(at) as number)
    at += character.length
    if (character === '(') return group()
    if (character === '^' || character === '$') return NOTHING
    if (character === '.') return { kind: 'text', characters: matching('.') }
    if (character === '[') return { kind: 'text', characters: matching(`[${upToBracket()}`) }
    return character === '\\' ? escaped() : { kind: 'text', characters: [character] }
  }

  const upToBracket = (): string => {
    const start = at
    if (source[at] === '^') at++
    for (; at < source.length && source[at] !== ']'; at++) if (source[at] === '\\') at++
    at++
    return source.slice(start, at)
  }

  const escaped = (): PatternPart => {
    const rest = source.slice(at, at + 100)
    const sign = rest[0] ?? ''
    const again = /^(?:([1-9]\d*)|k<([^>]*)>)/.exec(rest)
    if (again) {
      at += again[0].length
      return { kind: 'again', name: again[1] ?? again[2] ?? '' }
    }
    const long = /^(?:[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z])/.exec(rest)?.[0] ?? sign
    at += long.length
    if (sign === 'b' || sign === 'B') return NOTHING
    return { kind: 'text', characters: matching(`\\${long}`) }
  }

  const group = (): PatternPart => {
    const [prefix = '', name] = /^\?(?:<?[=!]|<([^>]*)>|[a-z-]*:)/.exec(source.slice(at, at + 100)) ?? []
    if (prefix === '' && source[at] === '?') throw new SyntaxError('a group of another dialect')
    at += prefix.length
    if (++depth > DEEPEST) throw new RangeError('too deep')
    const number = prefix === '' || name !== undefined ? `${++groups}` : undefined
    const part = alternatives()
    depth--
    if (source[at] !== ')') throw new SyntaxError('a group is not closed')
    at++
    // What must stand before is written before.
    if (prefix === '?<=') return part
    if (/^\?<?[=!]/.test(prefix)) return NOTHING
    return number === undefined ? part : { kind: 'group', part, names: name === undefined ? [number] : [number, name] }
  }

  /** The usual characters that a class or an escape matches. */
  const matching = (text: string): readonly string[] => {
    const before = known.get(text)
    if (before) return before
    const expression = classOf(text)
    const named = [...text.matchAll(/\\u\{([0-9a-fA-F]+)\}|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})/g)].map(([, long, short, tiny]) =>
      String.fromCodePoint(Number.parseInt(long ?? short ?? (tiny as string), 16)),
    )
    const beyond = [...named, ...[...text].filter((one) => one > '~'), ...BEYOND].filter((one) => expression.test(one))
    const ascii = ASCII.filter((one) => expression.test(one))
    const found = ascii.length > 0 ? ascii : [...new Set(beyond)]
    if (found.length === 0) throw new SyntaxError(`no character is known for ${text}`)
    known.set(text, found)
    return found
  }

  const whole = alternatives()
  if (at < source.length) throw new SyntaxError('a bracket is not opened')
  return whole
}

function classOf(text: string): RegExp {
  try {
    return new RegExp(`^(?:${text})$`, 'u')
  } catch {
    return new RegExp(`^(?:${text})$`)
  }
}

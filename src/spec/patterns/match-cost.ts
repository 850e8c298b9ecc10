/**
 * The work of a backtracking engine in the worst case for a text of n characters: `factor` · n^`degree` steps. Infinite where choices
 * multiply inside a repetition, as in `(a+)+`.
 */
export interface MatchCost {
  readonly factor: number
  readonly degree: number
  /** Single characters and classes, after repetitions are written out. */
  readonly size: number
}

/** c · n^d */
interface Polynomial {
  readonly c: number
  readonly d: number
}
interface Part {
  /** Steps until all alternatives were tried. */
  readonly steps: Polynomial
  /** Number of ways to match it from one position of the text. */
  readonly ways: Polynomial
  readonly size: number
  readonly anchored: boolean
}

const ONE: Polynomial = { c: 1, d: 0 }
const ENDLESS: Polynomial = { c: Number.POSITIVE_INFINITY, d: 0 }
const plus = (a: Polynomial, b: Polynomial): Polynomial => ({ c: a.c + b.c, d: Math.max(a.d, b.d) })
const times = (a: Polynomial, b: Polynomial): Polynomial => (a.c === 0 || b.c === 0 ? { c: 0, d: 0 } : { c: a.c * b.c, d: a.d + b.d })

const DEEPEST = 100
const LONGEST = 5_000
/** Higher repetition counts are treated as the length of the text. */
const MANY = 64
const HEAVY: MatchCost = { factor: Number.POSITIVE_INFINITY, degree: 0, size: Number.POSITIVE_INFINITY }

/** Estimates the cost of a JavaScript regular expression without running it. An expression that cannot be parsed has infinite cost. */
export function estimateCost(source: string): MatchCost {
  if (source.length > LONGEST) return HEAVY
  let at = 0
  let depth = 0

  const alternatives = (): Part => {
    let all = sequence()
    while (source[at] === '|') {
      at++
      const next = sequence()
      all = {
        steps: plus(all.steps, next.steps),
        ways: plus(all.ways, next.ways),
        size: all.size + next.size,
        anchored: all.anchored && next.anchored,
      }
    }
    return all
  }

  const sequence = (): Part => {
    let steps: Polynomial = ONE
    let ways = ONE
    let size = 0
    let anchored = false
    for (let first = true; at < source.length && source[at] !== '|' && source[at] !== ')'; first = false) {
      const part = repeated(single())
      steps = plus(steps, times(ways, part.steps))
      ways = times(ways, part.ways)
      size += part.size
      if (first) anchored = part.anchored
    }
    return { steps, ways, size, anchored }
  }

  const single = (): Part => {
    const sign = source[at++]
    const letter: Part = { steps: ONE, ways: ONE, size: 1, anchored: sign === '^' }
    if (sign === '(') return group()
    if (sign === '[') {
      for (; at < source.length && source[at] !== ']'; at++) if (source[at] === '\\') at++
      at++
    }
    if (sign !== '\\') return letter
    const named = /^(?:[pPu]\{[^}]*\}|k<[^>]*>)/.exec(source.slice(at, at + 100))?.[0]
    const back = named?.startsWith('k<') || /[1-9]/.test(source[at] ?? '')
    at += named?.length ?? 1
    return back ? { ...letter, steps: { c: 1, d: 1 } } : letter
  }

  const group = (): Part => {
    const prefix = /^\?(?:<?[=!]|<[^>]*>|[a-z-]*:)/.exec(source.slice(at, at + 100))?.[0] ?? ''
    at += prefix.length
    if (++depth > DEEPEST) throw new RangeError('too deep')
    const inner = alternatives()
    depth--
    at++
    // The engine does not backtrack into a look-around.
    return /[=!]$/.test(prefix) ? { ...inner, ways: ONE, anchored: false } : inner
  }

  const repeated = (part: Part): Part => {
    const [all, sign, from, open, to] = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??/.exec(source.slice(at, at + 40)) ?? []
    if (all === undefined) return part
    at += all.length
    const least = sign === undefined ? Number(from) : sign === '+' ? 1 : 0
    const most = sign === '?' ? 1 : sign !== undefined || (open !== undefined && to === '') ? Number.POSITIVE_INFINITY : Number(to ?? from)
    const size = part.size * Math.max(1, Number.isFinite(most) ? most : least)
    const anchored = part.anchored && least > 0
    const { steps, ways } = part
    const isOneWay = ways.c === 1 && ways.d === 0
    if (isOneWay && most > MANY)
      return { steps: { c: steps.c, d: steps.d + 1 }, ways: most === least ? ONE : { c: 1, d: 1 }, size, anchored }
    if (isOneWay) return { steps: { c: Math.max(1, steps.c * most), d: steps.d }, ways: { c: most - least + 1, d: 0 }, size, anchored }
    if (most > MANY) return { steps: ENDLESS, ways: ENDLESS, size, anchored }
    let allSteps: Polynomial = ONE
    let allWays: Polynomial = least === 0 ? ONE : { c: 0, d: 0 }
    let path: Polynomial = ONE
    for (let i = 1; i <= most; i++) {
      allSteps = plus(allSteps, times(path, steps))
      path = times(path, ways)
      if (i >= least) allWays = plus(allWays, path)
    }
    return { steps: allSteps, ways: allWays, size, anchored }
  }

  try {
    let whole = alternatives()
    // An unmatched closing bracket is a literal character in the lenient mode only.
    while (at < source.length) {
      at++
      whole = { ...whole, size: whole.size + alternatives().size, steps: ENDLESS }
    }
    const { steps, anchored, size } = whole
    return { factor: steps.c, degree: anchored ? steps.d : steps.d + 1, size }
  } catch {
    return HEAVY
  }
}

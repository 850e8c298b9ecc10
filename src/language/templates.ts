/** A text with holes, and what it says in the other language. */
export interface Template {
  readonly literals: readonly string[]
  readonly translation: string
  /** Characters outside the holes: the more, the surer is a match. */
  readonly sure: number
  /** With few words of its own, such as `{0} to {1}`, it says little about a text: what is in its holes must be values, or known texts. */
  readonly weak: boolean
}

/** Words that a template needs to be believed whatever is in its holes. */
const ENOUGH = 3

export const hasHoles = (text: string): boolean => /\{\d\}/.test(text)

export function templateOf(text: string, translation: string): Template {
  const literals = text.split(/\{\d\}/)
  const words = literals.join(' ').match(/[A-Za-z]{2,}/g) ?? []
  return { literals, translation, sure: literals.join('').length, weak: words.length < ENOUGH }
}

/** What stands in the holes if the text is of this template. Every hole takes as little as possible, the last one the remainder. */
export function valuesIn({ literals }: Template, text: string): readonly string[] | undefined {
  const first = literals[0] as string
  const last = literals[literals.length - 1] as string
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return undefined
  const values: string[] = []
  const end = text.length - last.length
  let at = first.length
  for (const literal of literals.slice(1, -1)) {
    const found = text.indexOf(literal, at)
    if (found < 0 || found + literal.length > end) return undefined
    values.push(text.slice(at, found))
    at = found + literal.length
  }
  values.push(text.slice(at, end))
  return values
}

/** How many words of English sentences are in a text. Quoted ones and code do not count. */
export const englishIn = (text: string): number => (text.match(/(?<![\w`"'./-])[A-Za-z]{2,}(?= [a-z]{2,})/g) ?? []).length

/** The holes whose values are names or values of others: those in quotes and backticks. */
export function isQuoted({ literals }: Template, hole: number): boolean {
  const before = (literals[hole] as string).slice(-1)
  return /["`']/.test(before) && (literals[hole + 1] as string).startsWith(before)
}

/** Names that are listed with commas. */
const NAMES = /^[\w.-]+(?:, [\w.-]+)+$/

/** The translation with the values of its holes. After a full-width mark no space follows. A list of names behind a colon has Chinese commas. */
export function filled({ translation }: Template, values: readonly string[]): string {
  return translation
    .split(/(\{\d:?\})/)
    .reduce((text, part) => {
      const [, hole, dropped] = /^\{(\d)(:?)\}$/.exec(part) ?? []
      const value = hole === undefined ? part : dropped ? '' : (values[Number(hole)] ?? '')
      return joined(text, text.endsWith('：') && NAMES.test(value) ? value.replaceAll(', ', '、') : value)
    }, '')
    .trim()
}

const HAN = '\\p{Script=Han}'
const FULL_WIDTH = '，。、；：！？（）「」'
const CROWDED = new RegExp(`${HAN}$`, 'u')
const CHINESE_FIRST = new RegExp(`^ ?[${HAN}${FULL_WIDTH}]`, 'u')
const CHINESE_LAST = new RegExp(`[${HAN}${FULL_WIDTH}] ?$`, 'u')

/** Two parts of a Chinese text: a space stands between Chinese and Latin words, none between Chinese ones and none beside a full-width mark. */
export function joined(left: string, right: string): string {
  if (/[。，、；：！？）」]$/.test(left)) return left + right.trimStart()
  if (CHINESE_LAST.test(left) && CHINESE_FIRST.test(right)) return left.trimEnd() + right.trimStart()
  return CROWDED.test(left) && /^[A-Za-z0-9]/.test(right) ? `${left} ${right}` : left + right
}

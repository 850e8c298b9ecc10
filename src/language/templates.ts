/** A text with holes, and what it says in the other language. */
export interface Template {
  readonly literals: readonly string[]
  readonly translation: string
  /** Characters outside the holes: the more, the surer is a match. */
  readonly sure: number
}

export const hasHoles = (text: string): boolean => /\{\d\}/.test(text)

export function templateOf(text: string, translation: string): Template {
  const literals = text.split(/\{\d\}/)
  return { literals, translation, sure: literals.join('').length }
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

/** The holes whose values are names or values of others: those in quotes and backticks. */
export function isQuoted({ literals }: Template, hole: number): boolean {
  const before = (literals[hole] as string).slice(-1)
  return /["`']/.test(before) && (literals[hole + 1] as string).startsWith(before)
}

/** The translation with the values of its holes. After a full-width mark no space follows. */
export function filled({ translation }: Template, values: readonly string[]): string {
  return translation
    .split(/(\{\d:?\})/)
    .reduce((text, part) => {
      const [, hole, dropped] = /^\{(\d)(:?)\}$/.exec(part) ?? []
      return joined(text, hole === undefined ? part : dropped ? '' : (values[Number(hole)] ?? ''))
    }, '')
    .trim()
}

/** Two parts of a Chinese text. */
export function joined(left: string, right: string): string {
  return /[。，、；：！？）」]$/.test(left) ? left + right.trimStart() : left + right
}

import type { Finding } from '../../spec/finding.ts'
import type { ForeignRefusal } from './refused.ts'

/** One thing that is wrong with a call, as a problem lists it. */
export interface Violation {
  /** JSON pointer: `/query/limit`, `/body/name`. */
  readonly pointer: string
  /** The violated keyword of the schema, else the kind of the finding: `missing`, `unparsable` … */
  readonly rule: string
  readonly expected?: string
  readonly got?: string
}

/** More would only repeat what is wrong. */
const MOST = 50

/** The findings that refuse a call. */
export function violationsIn(findings: readonly Finding[]): readonly Violation[] {
  return findings
    .filter(({ level }) => level === 'error')
    .slice(0, MOST)
    .map(({ code, pointer, expected, got, rule }) => ({
      pointer,
      rule: rule ?? code.slice(code.lastIndexOf('.') + 1),
      ...(expected === undefined ? {} : { expected }),
      ...(got === undefined ? {} : { got }),
    }))
}

/** The body of a problem (RFC 9457). */
export function problemBody({ status, title, detail, more }: ForeignRefusal, violations: readonly Violation[]): object {
  return { type: 'about:blank', title, status, detail, ...(violations.length > 0 ? { violations } : {}), ...more }
}

/** One violation in words: `query limit: expected integer, got "x"`. */
export function sentenceOf({ pointer, rule, expected, got }: Violation): string {
  const place = pointer === '' ? 'request' : pointer.slice(1).replaceAll('/', ' ').replaceAll('~1', '/').replaceAll('~0', '~')
  return `${place}: ${expected === undefined ? rule : `expected ${expected}`}${got === undefined ? '' : `, got ${got}`}`
}

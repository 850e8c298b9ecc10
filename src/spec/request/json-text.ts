import { REFUSED } from './coerce.ts'
import { scanJson } from './json-scan.ts'
import type { Complain } from './report-problem.ts'
import { DEEPEST_BODY, hasManyMembers } from './request-limits.ts'

/** The HTTP server has refused bodies that are too long already; a proxy and a contract have no such check. */
export function refuseTooMany(bytes: Uint8Array, at: string, complain: Complain, most: number): boolean {
  if (!hasManyMembers(bytes, most)) return false
  complain('malformed', at, `at most ${most} members and items`, 'more', undefined, 'size')
  return true
}

/**
 * The value of a JSON text, or `REFUSED`. The depth is checked before parsing: a body of twelve million brackets must not become as many lists.
 * @param kind of the complaint about a text that is not JSON
 */
export function parseJson(text: string, at: string, complain: Complain, kind: 'unparsable' | 'malformed' = 'unparsable'): unknown {
  const scan = scanJson(text, DEEPEST_BODY)
  if (scan.depth > DEEPEST_BODY) {
    complain('malformed', at, `at most ${DEEPEST_BODY} levels`, 'more', undefined, 'size')
    return REFUSED
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    complain(kind, at, 'JSON', (error as Error).message.slice(0, 120), undefined, 'encoding')
    return REFUSED
  }
  for (const duplicate of scan.duplicates)
    complain('duplicate', at + duplicate, 'one value', 'several; the last counts', undefined, 'repeated')
  return value
}

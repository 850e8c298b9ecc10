import type { Violation } from '../document/model.ts'
import type { Evidence, Finding } from '../finding.ts'

/** Kinds of complaints. Those of `TEACHING` only report; every other kind refuses the request. */
export type ComplaintKind = Violation | 'repeated' | 'duplicate' | 'ignored' | 'deprecated' | 'readonly' | 'unread'
/** Reports one complaint about a request: its kind, its place, the expected and the actual value, and the rule that is violated. */
export type Complain = (
  kind: ComplaintKind,
  pointer: string,
  expected: string,
  got: string,
  about?: { readonly 'x-source'?: readonly string[]; readonly 'x-evidence'?: Evidence; readonly description?: string },
  rule?: string,
) => void

/** A request can have thousands of mistakes. At most this many are reported; the first one that refuses is always included. */
const MOST = 100

const TEACHING = new Set<ComplaintKind>(['repeated', 'unknown', 'duplicate', 'ignored', 'deprecated', 'readonly', 'unread'])

/** Of these the client should hear also where it calls a foreign operation: a value that it sent is not used. */
const LOST = new Set<ComplaintKind>(['repeated', 'duplicate', 'unread'])

/**
 * Collects complaints about a request as findings, and remembers the kind of the first one that refuses it.
 * @param refuses kinds that refuse here although they are warnings elsewhere (`unknown` for KooGallery's MKT family, for `--strict-query`)
 * @param foreign for a foreign operation: findings name the violated rule, and what only reports is an `info`
 */
export function createComplaints(
  findings: Finding[],
  where: { readonly source: string | undefined; readonly evidence: Evidence },
  refuses: (kind: ComplaintKind, pointer: string) => boolean,
  foreign = false,
): { readonly complain: Complain; first(): Violation | undefined } {
  let first: Violation | undefined
  let reported = 0
  return {
    complain(kind, pointer, expected, got, about, rule) {
      const teaches = TEACHING.has(kind) && !refuses(kind, pointer)
      const refusesFirst = !teaches && first === undefined
      if (!teaches) first ??= kind as Violation
      if (reported++ >= MOST && !refusesFirst) return
      const part = pointer.split('/')[1] ?? 'body'
      findings.push({
        code: `request.${part}.${kind}`,
        level: !teaches ? 'error' : foreign && !LOST.has(kind) ? 'info' : 'warning',
        pointer,
        expected,
        got,
        ...(foreign && rule !== undefined ? { rule } : {}),
        evidence: about?.['x-evidence'] ?? where.evidence,
        ...((about?.['x-source']?.[0] ?? where.source) ? { source: about?.['x-source']?.[0] ?? (where.source as string) } : {}),
        ...(about?.description && !foreign ? { hint: about.description } : {}),
      })
    },
    first: () => first,
  }
}

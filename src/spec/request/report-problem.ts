import type { Violation } from '../document/model.ts'
import type { Evidence, Finding } from '../finding.ts'

/** Kinds of complaints. `repeated`, `unknown`, `duplicate` and `ignored` are warnings; every other kind refuses the request. */
export type ComplaintKind = Violation | 'repeated' | 'duplicate' | 'ignored'
/** Reports one complaint about a request: its kind, its place, the expected and the actual value. */
export type Complain = (
  kind: ComplaintKind,
  pointer: string,
  expected: string,
  got: string,
  about?: { readonly 'x-source'?: readonly string[]; readonly 'x-evidence'?: Evidence; readonly description?: string },
) => void

/** A request can have thousands of mistakes. At most this many are reported; the first one that refuses is always included. */
const MOST = 100

const TEACHING = new Set<ComplaintKind>(['repeated', 'unknown', 'duplicate', 'ignored'])

/**
 * Collects complaints about a request as findings, and remembers the kind of the first one that refuses it.
 * @param refuses kinds that refuse in this operation's family although they are warnings elsewhere (`unknown` for KooGallery's MKT family)
 */
export function createComplaints(
  findings: Finding[],
  where: { readonly source: string | undefined; readonly evidence: Evidence },
  refuses: (kind: ComplaintKind) => boolean,
): { readonly complain: Complain; first(): Violation | undefined } {
  let first: Violation | undefined
  let reported = 0
  return {
    complain(kind, pointer, expected, got, about) {
      const teaches = TEACHING.has(kind) && !refuses(kind)
      const refusesFirst = !teaches && first === undefined
      if (!teaches) first ??= kind as Violation
      if (reported++ >= MOST && !refusesFirst) return
      const part = pointer.split('/')[1] ?? 'body'
      findings.push({
        code: `request.${part}.${kind}`,
        level: teaches ? 'warning' : 'error',
        pointer,
        expected,
        got,
        evidence: about?.['x-evidence'] ?? where.evidence,
        ...((about?.['x-source']?.[0] ?? where.source) ? { source: about?.['x-source']?.[0] ?? (where.source as string) } : {}),
        ...(about?.description ? { hint: about.description } : {}),
      })
    },
    first: () => first,
  }
}

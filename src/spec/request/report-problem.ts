import type { Violation } from '../document/model.ts'
import type { Evidence, Finding } from '../finding.ts'

/** How the readers report what they meet. `repeated`, `unknown`, `duplicate` and `ignored` teach; every other kind refuses. */
export type ComplaintKind = Violation | 'repeated' | 'duplicate' | 'ignored'
/** Reports one thing about a request: its kind, where it stands, what was wanted and what came. */
export type Complain = (
  kind: ComplaintKind,
  pointer: string,
  expected: string,
  got: string,
  about?: { readonly 'x-source'?: readonly string[]; readonly 'x-evidence'?: Evidence; readonly description?: string },
) => void

/** A request can be wrong in thousands of places; this many are told, the first refusing one always among them. */
const MOST = 100

const TEACHING = new Set<ComplaintKind>(['repeated', 'unknown', 'duplicate', 'ignored'])

/**
 * Collects complaints about a request as findings, and remembers the kind of the first one that refuses it.
 * @param refuses kinds that this operation's family refuses although others only teach (`unknown` for KooGallery's MKT family)
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

import type { Evidence, Finding } from './finding.ts'
import type { Violation } from './model.ts'

/** How the readers report what they meet. `repeated`, `unknown`, `duplicate` and `ignored` teach; every other kind refuses. */
export type ComplaintKind = Violation | 'repeated' | 'duplicate' | 'ignored'
export type Complain = (
  kind: ComplaintKind,
  pointer: string,
  expected: string,
  got: string,
  about?: { readonly 'x-source'?: readonly string[]; readonly 'x-evidence'?: Evidence; readonly description?: string },
) => void

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
  return {
    complain(kind, pointer, expected, got, about) {
      const teaches = TEACHING.has(kind) && !refuses(kind)
      if (!teaches) first ??= kind as Violation
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

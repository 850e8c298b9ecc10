import type { Report } from '../../report/report.ts'
import type { Reasons } from './reasons.ts'

/** What watching a seller needs. */
export interface Watch {
  readonly reasons: Pick<Reasons, 'next'>
  /** Resolves to true when a server listens at the seller's address, to false when watching was ended. */
  readonly up: () => Promise<boolean>
  readonly verify: () => Promise<Report>
  /** Called with a report, the previous one, and the reasons for it. */
  readonly show: (report: Report, before: Report | undefined, why: readonly string[]) => void
}

/** How often a verification that a restart interrupted is tried. */
const TRIES = 3
const AWAY: readonly string[] = ['answer.unreachable', 'answer.reset']

/**
 * Verifies a seller when it is up, and again for each reason, until there are no more.
 * @returns the last report
 */
export async function watchSeller({ reasons, up, verify, show: tell }: Watch): Promise<Report | undefined> {
  let before: Report | undefined
  for (let why: readonly string[] | undefined = []; why !== undefined; why = await reasons.next()) {
    let report: Report | undefined
    for (let i = 0; i < TRIES && (report === undefined || wentAway(report)); i++) {
      if (!(await up())) return before
      report = await verify()
    }
    if (report === undefined) return before
    tell(report, before, why)
    before = report
  }
  return before
}

/** Whether the seller stopped during the verification, which makes the report useless. */
function wentAway({ groups }: Report): boolean {
  return groups.some(({ checks }) => checks.some(({ findings }) => findings.some(({ code }) => AWAY.includes(code))))
}

import { type MergedFinding, mergeFindings } from '../../report/merge-findings.ts'
import type { Check, Report } from '../../report/report.ts'

/** The differences between two reports about one seller. */
export interface Changes {
  /** Checks with another outcome than before, or that are new. */
  readonly checks: readonly Check[]
  /** New mistakes, and mistakes that no longer occur. */
  readonly found: readonly MergedFinding[]
  readonly gone: readonly MergedFinding[]
  /** Mistakes that still occur. */
  readonly left: number
}

/** Without an earlier report, every check that did not pass is new. */
export function changesOf(now: Report, before: Report | undefined): Changes {
  const known = new Map(before ? allChecks(before).map(([id, check]) => [id, signOf(check)] as const) : [])
  const checks = allChecks(now).filter(([id, check]) => (before === undefined ? check.state === 'failed' : known.get(id) !== signOf(check)))
  const mistakes = (report: Report | undefined) => (report ? mergeFindings(report).filter(({ finding }) => finding.level === 'error') : [])
  const [here, there] = [mistakes(now), mistakes(before)]
  const isIn = (list: readonly MergedFinding[]) => (merged: MergedFinding) => list.some((other) => ruleOf(other) === ruleOf(merged))
  const found = here.filter((merged) => !isIn(there)(merged))
  return {
    checks: checks.map(([, check]) => check),
    found,
    gone: there.filter((merged) => !isIn(here)(merged)),
    left: here.length - found.length,
  }
}

const allChecks = ({ groups }: Report) =>
  groups.flatMap(({ name, checks }) => checks.map((check) => [`${name} ${check.name}`, check] as const))

/** Only the outcome and the broken rules are compared, because values differ from run to run. */
const signOf = ({ state, findings }: Check) =>
  JSON.stringify([state, ...new Set(findings.map(({ code, pointer }) => `${code} ${pointer}`))])

const ruleOf = ({ finding: { code, pointer, hint } }: MergedFinding) => JSON.stringify([code, pointer, hint])

import { type MergedFinding, mergeFindings } from '../../report/merge-findings.ts'
import type { Check, Report } from '../../report/report.ts'

/** What became other between two reports of one seller. */
export interface Changes {
  /** Checks that came out otherwise, or that were not there before. */
  readonly checks: readonly Check[]
  /** Mistakes that were not there before, and those that are no more. */
  readonly found: readonly MergedFinding[]
  readonly gone: readonly MergedFinding[]
  /** Mistakes that are still there. */
  readonly left: number
}

/** Without a report before, all that is not fine is new. */
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

/** Values differ from run to run; the outcome and its rules are what counts. */
const signOf = ({ state, findings }: Check) =>
  JSON.stringify([state, ...new Set(findings.map(({ code, pointer }) => `${code} ${pointer}`))])

const ruleOf = ({ finding: { code, pointer, hint } }: MergedFinding) => JSON.stringify([code, pointer, hint])

import { mergeFindings } from '../../src/report/merge-findings.ts'
import { countsOf, type Report } from '../../src/report/report.ts'

/** What a test of a seller asks of a report: each mistake once, each warning once, what was played, what was left out. */
export function readReport(report: Report) {
  const told = mergeFindings(report).map(({ finding, seenIn }) => ({ ...finding, cases: seenIn }))
  const checks = report.groups.flatMap((group) => group.checks)
  const { passed, failed } = countsOf(report)
  return {
    faults: told.filter(({ level }) => level === 'error'),
    warnings: told.filter(({ level }) => level !== 'error'),
    cases: checks.filter(({ state }) => state !== 'skipped'),
    skipped: checks.flatMap(({ name, state, reason }) => (state === 'skipped' ? [{ name, reason }] : [])),
    checked: passed + failed,
    failed,
  }
}

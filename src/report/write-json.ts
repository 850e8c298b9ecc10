import { countsOf, isGood, type Report } from './report.ts'

/** A report for scripts, with the counts that most scripts need. */
export function writeJson(report: Report): object {
  const { format, command, title, about, startedAt, ms, groups } = report
  return { format, command, title, about, startedAt, ms, good: isGood(report), counts: countsOf(report), groups }
}

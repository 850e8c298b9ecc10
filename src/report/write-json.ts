import { countsOf, isGood, type Report } from './report.ts'

/** A report for scripts, with what everybody would count first. */
export function writeJson(report: Report): object {
  const { format, command, title, about, startedAt, ms, groups } = report
  return { format, command, title, about, startedAt, ms, good: isGood(report), counts: countsOf(report), groups }
}

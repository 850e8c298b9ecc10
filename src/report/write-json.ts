import type { Say } from '../language/language-api.ts'
import { asIs } from '../language/say-in.ts'
import { type Check, countsOf, type Group, isGood, type Report, type ReportFinding } from './report.ts'

/** A report for scripts, with the counts that most scripts need. */
export function writeJson(report: Report, { say = asIs }: { readonly say?: Say } = {}): object {
  const { format, command, title, about, startedAt, ms } = report
  const groups = say === asIs ? report.groups : report.groups.map((group) => groupIn(group, say))
  return { format, command, title: say(title), about, startedAt, ms, good: isGood(report), counts: countsOf(report), groups }
}

/** The texts of a group for people; its names, codes and values stay. */
function groupIn(group: Group, say: Say): Group {
  const findingIn = ({ expected, got, hint, ...finding }: ReportFinding): ReportFinding => ({
    ...finding,
    ...(expected === undefined ? {} : { expected: say(expected) }),
    ...(got === undefined ? {} : { got: say(got) }),
    ...(hint === undefined ? {} : { hint: say(hint) }),
  })
  const checkIn = ({ reason, ...check }: Check): Check => ({
    ...check,
    title: say(check.title),
    findings: check.findings.map(findingIn),
    ...(reason === undefined ? {} : { reason: say(reason) }),
  })
  return { ...group, title: say(group.title), checks: group.checks.map(checkIn) }
}

import { labelled, linesOf } from './finding-lines.ts'
import { type MergedFinding, mergeFindings, skippedByReason } from './merge-findings.ts'
import { type Check, checkedOf, countsOf, type Group, type Report } from './report.ts'
import { inLine, visible } from './visible.ts'

/** Colours a text, or returns it unchanged; the caller knows whether the output is a terminal. */
export type Paint = (style: 'green' | 'red' | 'yellow' | 'bold', text: string) => string

/** One line about one check. */
export function checkLine({ state, name, title, findings, reason }: Check, paint: Paint): string {
  const style = { passed: 'green', warned: 'yellow', failed: 'red', skipped: 'yellow' } as const
  const level = state === 'warned' ? 'warning' : 'error'
  const rules = [...new Set(findings.filter((one) => one.level === level).map(({ code }) => code))]
  const more = inLine(state === 'skipped' ? (reason ?? '') : rules.join(', '))
  return `${paint(style[state], state.padEnd(7))}  ${inLine(name).padEnd(44)}  ${inLine(title)}${more === '' ? '' : `  ${paint('yellow', more)}`}`
}

/**
 * A report for a terminal: the counts of each group, each mistake once with its hint, what was skipped, and the total. With `checks`, each
 * check gets a line too; use it if the checks were not printed during the run.
 */
export function writeText(report: Report, paint: Paint, { checks = false } = {}): string {
  const { groups, title, about } = report
  const parts = [
    ...(checks || groups.length > 1 ? [groups.map((group) => groupText(group, paint, checks)).join('\n')] : []),
    ...mergeFindings(report).map((merged) => findingText(merged, paint)),
    // The line of a check has its reason.
    ...(checks ? [] : leftOut(report)),
    [...Object.entries(about).map(([name, text]) => `${inLine(name)}: ${inLine(text)}`), `${inLine(title)}: ${sumOf(report)}`].join('\n'),
  ]
  return parts.join('\n\n')
}

/** `12 checked, 2 failed, 3 not checked; 1 error.` With warnings: `12 checked, 2 failed, 4 warned, 6 passed, 3 not checked; …` */
export function sumOf(report: Report): string {
  const counts = countsOf(report)
  const { passed, warned, failed, skipped } = counts
  const checked = checkedOf(counts)
  const wrong = mergeFindings(report).filter(({ finding }) => finding.level === 'error').length
  const left = skipped === 0 ? '' : `, ${skipped} not checked`
  const errors = wrong === 0 ? '' : `; ${wrong} error${wrong === 1 ? '' : 's'}`
  const doubts = warned === 0 ? '' : `, ${warned} warned, ${passed} passed`
  const nothing = checked === 0 ? ' Nothing was checked, so nothing is confirmed.' : ''
  return `${checked} checked, ${failed} failed${doubts}${left}${errors}.${nothing}`
}

function groupText(group: Group, paint: Paint, checks: boolean): string {
  const { passed, warned, failed, skipped } = countsOf({ groups: [group] })
  const counts = [
    `${passed} passed`,
    ...(warned > 0 ? [paint('yellow', `${warned} warned`)] : []),
    ...(failed > 0 ? [paint('red', `${failed} failed`)] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ]
  const title = group.title === group.name ? '' : `  ${inLine(group.title)}`
  const lines = checks ? group.checks.map((check) => `  ${checkLine(check, paint)}`) : []
  return [`${paint('bold', inLine(group.name))}${title}: ${counts.join(', ')}`, ...lines].join('\n')
}

const MARKS = { error: ['red', 'wrong'], warning: ['yellow', 'note '], info: ['yellow', 'note '] } as const

/** One mistake with its hint. */
export function findingText({ finding, seenIn, alike, again }: MergedFinding, paint: Paint): string {
  const [style, mark] = MARKS[finding.level]
  const [first = '', ...others] = seenIn
  const more = others.length === 0 ? '' : ` and ${others.length} more${alike ? '' : ', there with other values'}`
  return [
    `${paint(style, mark)}  ${paint('bold', inLine(finding.code))}  ${inLine(finding.pointer)}`,
    labelled('seen in', `${inLine(first)}${more}`),
    ...linesOf(finding).map(([label, text]) => labelled(label, text)),
    ...(again === undefined ? [] : [labelled('again', visible(again))]),
  ].join('\n')
}

function leftOut(report: Report): readonly string[] {
  const reasons = [...skippedByReason(report)]
  if (reasons.length === 0) return []
  return [`Not checked:\n${reasons.map(([reason, names]) => `  ${names.map(inLine).join(', ')}: ${inLine(reason)}`).join('\n')}`]
}

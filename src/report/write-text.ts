import { exchangeLines } from './exchange.ts'
import { labelled, linesOf } from './finding-lines.ts'
import { type MergedFinding, mergeFindings, namesInShort, skippedByReason } from './merge-findings.ts'
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
 * check gets a line too, skipped ones a line for each reason; use it if the checks were not printed during the run. With `verbose`, all
 * names of skipped checks are listed, and the exchange of every finding is shown, not of errors alone.
 */
export function writeText(report: Report, paint: Paint, { checks = false, verbose = false } = {}): string {
  const { groups, title, about } = report
  const parts = [
    ...(checks || groups.length > 1 ? [groups.map((group) => groupText(group, paint, { checks, verbose })).join('\n')] : []),
    ...mergeFindings(report).map((merged) => findingText(merged, paint, verbose)),
    // The lines of the checks have the reasons.
    ...(checks ? [] : leftOut(report, verbose)),
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

function groupText(group: Group, paint: Paint, { checks, verbose }: { readonly checks: boolean; readonly verbose: boolean }): string {
  const { passed, warned, failed, skipped } = countsOf({ groups: [group] })
  const counts = [
    `${passed} passed`,
    ...(warned > 0 ? [paint('yellow', `${warned} warned`)] : []),
    ...(failed > 0 ? [paint('red', `${failed} failed`)] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ]
  const title = group.title === group.name ? '' : `  ${inLine(group.title)}`
  const lines = checks ? checkLines(group, paint, verbose).map((line) => `  ${line}`) : []
  return [`${paint('bold', inLine(group.name))}${title}: ${counts.join(', ')}`, ...lines].join('\n')
}

/** A line for each check. Skipped ones share a line if they have the same reason. */
function checkLines(group: Group, paint: Paint, verbose: boolean): readonly string[] {
  if (verbose) return group.checks.map((check) => checkLine(check, paint))
  const lines = group.checks.filter(({ state }) => state !== 'skipped').map((check) => checkLine(check, paint))
  const skipped = [...skippedByReason({ groups: [group] })].map(([reason, names]) => {
    const [only] = group.checks.filter(({ name }) => name === names[0])
    if (only && names.length === 1) return checkLine(only, paint)
    return `${paint('yellow', 'skipped')}  ${inLine(namesInShort(names, 2))}  ${paint('yellow', inLine(reason))}`
  })
  return [...lines, ...skipped]
}

/** Characters of a body in a terminal. */
const MOST = 600

const MARKS = { error: ['red', 'wrong'], warning: ['yellow', 'warn '], info: ['yellow', 'note '] } as const

/** One mistake with its hint. The exchange is shown for errors; with `verbose` for every level, and whole. */
export function findingText({ finding, seenIn, alike, again }: MergedFinding, paint: Paint, verbose = false): string {
  const [style, mark] = MARKS[finding.level]
  const [first = '', ...others] = seenIn
  const more = others.length === 0 ? '' : ` and ${others.length} more${alike ? '' : ', there with other values'}`
  const shown = finding.exchange !== undefined && (verbose || finding.level === 'error') ? finding.exchange : undefined
  return [
    `${paint(style, mark)}  ${paint('bold', inLine(finding.code))}  ${inLine(finding.pointer)}`,
    labelled('seen in', `${inLine(first)}${more}`),
    ...linesOf(finding).map(([label, text]) => labelled(label, text)),
    ...(shown ? exchangeLines(shown, verbose ? undefined : MOST).map(([label, text]) => labelled(label, text)) : []),
    ...(again === undefined ? [] : [labelled('again', visible(again))]),
  ].join('\n')
}

function leftOut(report: Report, verbose: boolean): readonly string[] {
  const reasons = [...skippedByReason(report)]
  if (reasons.length === 0) return []
  return [
    `Not checked:\n${reasons.map(([reason, names]) => `  ${inLine(namesInShort(names, verbose ? names.length : 3))}: ${inLine(reason)}`).join('\n')}`,
  ]
}

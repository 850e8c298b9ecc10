import type { Say } from '../language/language-api.ts'
import { asIs } from '../language/say-in.ts'
import { exchangeLines } from './exchange.ts'
import { labelled, linesOf } from './finding-lines.ts'
import { type MergedFinding, mergeFindings, namesInShort, skippedByReason } from './merge-findings.ts'
import { type Check, checkedOf, countsOf, type Group, type Report } from './report.ts'
import { inLine, padded, visible } from './visible.ts'
import { commaIn, stateWord } from './words.ts'

/** Colours a text, or returns it unchanged; the caller knows whether the output is a terminal. */
export type Paint = (style: 'green' | 'red' | 'yellow' | 'bold', text: string) => string

/** One line about one check. */
export function checkLine({ state, name, title, findings, reason }: Check, paint: Paint, say: Say = asIs): string {
  const style = { passed: 'green', warned: 'yellow', failed: 'red', skipped: 'yellow' } as const
  const level = state === 'warned' ? 'warning' : 'error'
  const rules = [...new Set(findings.filter((one) => one.level === level).map(({ code }) => code))]
  const more = inLine(state === 'skipped' ? say(reason ?? '') : rules.join(', '))
  return `${paint(style[state], padded(stateWord(state, say), 7))}  ${inLine(name).padEnd(44)}  ${inLine(say(title))}${more === '' ? '' : `  ${paint('yellow', more)}`}`
}

/**
 * A report for a terminal: the counts of each group, each mistake once with its hint, what was skipped, and the total. With `checks`, each
 * check gets a line too, skipped ones a line for each reason; use it if the checks were not printed during the run. With `verbose`, all
 * names of skipped checks are listed, and the exchange of every finding is shown, not of errors alone.
 */
export function writeText(report: Report, paint: Paint, { checks = false, verbose = false, say = asIs }: TextOptions = {}): string {
  const { groups, title, about } = report
  const parts = [
    ...(checks || groups.length > 1 ? [groups.map((group) => groupText(group, paint, { checks, verbose, say })).join('\n')] : []),
    ...mergeFindings(report).map((merged) => findingText(merged, paint, verbose, say)),
    // The lines of the checks have the reasons.
    ...(checks ? [] : leftOut(report, verbose, say)),
    [
      ...Object.entries(about).map(([name, text]) => `${inLine(say(name))}: ${inLine(say(text))}`),
      `${inLine(say(title))}: ${sumOf(report, say)}`,
    ].join('\n'),
  ]
  return parts.join('\n\n')
}

/** `12 checked, 2 failed, 3 not checked; 1 error.` With warnings: `12 checked, 2 failed, 4 warned, 6 passed, 3 not checked; …` */
export function sumOf(report: Report, say: Say = asIs): string {
  const counts = countsOf(report)
  const { passed, warned, failed, skipped } = counts
  const checked = checkedOf(counts)
  const wrong = mergeFindings(report).filter(({ finding }) => finding.level === 'error').length
  const parts = [
    say(`${checked} checked`),
    say(`${failed} failed`),
    ...(warned === 0 ? [] : [say(`${warned} warned`), say(`${passed} passed`)]),
    ...(skipped === 0 ? [] : [say(`${skipped} not checked`)]),
  ]
  const errors = wrong === 0 ? say('.') : say(`; ${wrong} error${wrong === 1 ? '' : 's'}.`)
  const nothing = checked === 0 ? ` ${say('Nothing was checked, so nothing is confirmed.')}` : ''
  return `${parts.join(commaIn(say))}${errors}${nothing}`
}

interface TextOptions {
  readonly checks?: boolean
  readonly verbose?: boolean
  readonly say?: Say
}

function groupText(group: Group, paint: Paint, { checks, verbose, say }: Required<TextOptions>): string {
  const { passed, warned, failed, skipped } = countsOf({ groups: [group] })
  const counts = [
    say(`${passed} passed`),
    ...(warned > 0 ? [paint('yellow', say(`${warned} warned`))] : []),
    ...(failed > 0 ? [paint('red', say(`${failed} failed`))] : []),
    ...(skipped > 0 ? [say(`${skipped} skipped`)] : []),
  ]
  const title = group.title === group.name ? '' : `  ${inLine(say(group.title))}`
  const lines = checks ? checkLines(group, paint, verbose, say).map((line) => `  ${line}`) : []
  return [`${paint('bold', inLine(group.name))}${title}: ${counts.join(commaIn(say))}`, ...lines].join('\n')
}

/** A line for each check. Skipped ones share a line if they have the same reason. */
function checkLines(group: Group, paint: Paint, verbose: boolean, say: Say): readonly string[] {
  if (verbose) return group.checks.map((check) => checkLine(check, paint, say))
  const lines = group.checks.filter(({ state }) => state !== 'skipped').map((check) => checkLine(check, paint, say))
  const skipped = [...skippedByReason({ groups: [group] })].map(([reason, names]) => {
    const [only] = group.checks.filter(({ name }) => name === names[0])
    if (only && names.length === 1) return checkLine(only, paint, say)
    return `${paint('yellow', padded(stateWord('skipped', say), 7))}  ${inLine(namesInShort(names, 2, say))}  ${paint('yellow', inLine(say(reason)))}`
  })
  return [...lines, ...skipped]
}

/** Characters of a body in a terminal. */
const MOST = 600

const STYLES = { error: 'red', warning: 'yellow', info: 'yellow' } as const

const markOf = (level: keyof typeof STYLES, say: Say) =>
  ({ error: padded(say('wrong'), 5), warning: padded(say('warn'), 5), info: padded(say('note'), 5) })[level]

/**
 * One mistake with its hint. The exchange is shown for errors; with `verbose` for every level, and whole. What a contract promises is in its
 * file, so that such an exchange is shown with `verbose` only.
 */
export function findingText({ finding, seenIn, alike, again }: MergedFinding, paint: Paint, verbose = false, say: Say = asIs): string {
  const [first = '', ...others] = seenIn
  const more = others.length === 0 ? '' : ` ${say(`and ${others.length} more${alike ? '' : ', there with other values'}`)}`
  const short = finding.level === 'error' && finding.exchange?.promised === undefined
  const shown = verbose || short ? finding.exchange : undefined
  return [
    `${paint(STYLES[finding.level], markOf(finding.level, say))}  ${paint('bold', inLine(finding.code))}  ${inLine(finding.pointer)}`,
    labelled(say('seen in'), `${inLine(first)}${more}`),
    ...linesOf(finding, say).map(([label, text]) => labelled(label, text)),
    ...(shown ? exchangeLines(shown, verbose ? undefined : MOST, say).map(([label, text]) => labelled(label, text)) : []),
    ...(again === undefined ? [] : [labelled(say('again'), visible(again))]),
  ].join('\n')
}

function leftOut(report: Report, verbose: boolean, say: Say): readonly string[] {
  const reasons = [...skippedByReason(report)]
  if (reasons.length === 0) return []
  return [
    `${say('Not checked:')}\n${reasons.map(([reason, names]) => `  ${inLine(namesInShort(names, verbose ? names.length : 3, say))}: ${inLine(say(reason))}`).join('\n')}`,
  ]
}

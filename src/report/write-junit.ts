import type { Language, Say } from '../language/language-api.ts'
import { asIs } from '../language/say-in.ts'
import { exchangeLines } from './exchange.ts'
import { labelled, linesOf } from './finding-lines.ts'
import { type Check, checkedOf, countsOf, type Group, type Report } from './report.ts'
import { inLine, shortened, visible } from './visible.ts'

/**
 * A report as JUnit XML: the elements and attributes that Jenkins' schema, GitLab and the readers for GitHub have in common. Each
 * check is a testcase with one failure that contains all findings. A run that checked nothing has a failing testcase, so that CI fails.
 * JUnit has no warnings: a check with warnings is a skipped testcase whose message says so, because it must not count as passed. The
 * properties of a suite count the four states.
 */
export function writeJunit(report: Report, { say = asIs, language = 'en' }: InLanguage = {}): string {
  const { command, about, startedAt, ms, groups } = report
  const all = checkedOf(countsOf(report)) > 0 ? groups : [...groups, NOTHING]
  const sums = countsOf({ groups: all })
  const total = { name: `koosandbox ${command}`, tests: checkedOf(sums) + sums.skipped, failures: sums.failed, errors: 0 }
  // What was checked is written once: a list of a hundred pacts in each of their suites would be ten thousand names.
  const suites = all.map((group, at) =>
    suiteOf(group, command, at === 0 ? { ...(language === 'en' ? {} : { language }), ...about } : {}, startedAt, say),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ ...total, time: seconds(ms) })}>\n${suites.join('')}</testsuites>\n`
}

interface InLanguage {
  readonly say?: Say
  readonly language?: Language
}

const NOTHING: Group = {
  name: 'nothing-checked',
  title: 'Nothing was checked',
  checks: [
    {
      name: 'something-was-checked',
      title: 'Something was checked',
      state: 'failed',
      findings: [
        { code: 'report.empty', level: 'error', pointer: '', expected: 'one check at least', got: 'none, or all of them were skipped' },
      ],
    },
  ],
}

function suiteOf(group: Group, command: string, about: Report['about'], startedAt: string, say: Say): string {
  const counts = countsOf({ groups: [group] })
  const head = attributes({
    name: group.name,
    tests: checkedOf(counts) + counts.skipped,
    failures: counts.failed,
    errors: 0,
    skipped: counts.warned + counts.skipped,
    time: seconds(group.checks.reduce((sum, { ms = 0 }) => sum + ms, 0)),
    // Jenkins' schema allows neither fractions nor a zone.
    timestamp: startedAt.replace(/\.\d+|Z$/g, ''),
  })
  const properties = Object.entries({ title: say(group.title), ...about, ...counts })
    .map(([name, value]) => `      <property${attributes({ name, value })}/>\n`)
    .join('')
  // GitLab identifies testcases by classname and name, and keeps the first of two equal ones.
  const classname = `${command.replaceAll(' ', '-')}.${group.name}`
  const cases = group.checks.map((check) => caseOf(check, classname, say)).join('')
  return `  <testsuite${head}>\n    <properties>\n${properties}    </properties>\n${cases}  </testsuite>\n`
}

function caseOf(check: Check, classname: string, say: Say): string {
  const { name, title, state, findings, reason, ms = 0 } = check
  const children: string[] = []
  if (state === 'skipped') children.push(`<skipped${attributes({ message: say(reason ?? 'no reason given') })}/>`)
  if (state === 'warned') {
    const doubts = [...new Set(findings.filter(({ level }) => level === 'warning').map(({ code }) => code))]
    children.push(`<skipped${attributes({ message: shortened(inLine(`${say('warned')}: ${doubts.join(', ')}`), 300) })}/>`)
  }
  const errors = findings.filter(({ level }) => level === 'error')
  if (state === 'failed') {
    const [first] = errors
    const message = first ? `${first.code} ${first.pointer}${first.got === undefined ? '' : `: ${say(first.got)}`}` : say(title)
    children.push(
      `<failure${attributes({ message: shortened(inLine(message), 300), type: first?.code ?? 'failed' })}>${escaped(failureText(check, errors, say))}</failure>`,
    )
  }
  const notes = findings.filter((finding) => state !== 'failed' || finding.level !== 'error')
  if (notes.length > 0) children.push(`<system-out>${escaped(failureText({ title }, notes, say))}</system-out>`)
  const head = `    <testcase${attributes({ name, classname, time: seconds(ms) })}`
  return children.length === 0 ? `${head}/>\n` : `${head}>\n${children.map((child) => `      ${child}\n`).join('')}    </testcase>\n`
}

function failureText({ title, again }: Pick<Check, 'title' | 'again'>, findings: Check['findings'], say: Say): string {
  const parts = findings.map((finding) =>
    [
      `${finding.code}  ${finding.pointer}`,
      ...[...linesOf(finding, say), ...(finding.exchange ? exchangeLines(finding.exchange, undefined, say) : [])].map(([label, text]) =>
        labelled(label, text),
      ),
    ].join('\n'),
  )
  return [say(title), ...parts, ...(again === undefined ? [] : [say(`Again: ${again}`)])].join('\n\n')
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3)

function attributes(of: Readonly<Record<string, string | number>>): string {
  return Object.entries(of)
    .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`)
    .join('')
}

function escaped(text: string): string {
  return visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

import type { Report } from '../../report/report.ts'
import { inLine } from '../../report/visible.ts'
import type { Paint } from '../../report/write-text.ts'
import type { Finding } from '../../spec/finding.ts'

const WORDS = { error: 'breaking', warning: 'risky', info: 'harmless' } as const
const STYLES = { error: 'red', warning: 'yellow', info: 'green' } as const
const ORDER = ['error', 'warning', 'info']

/** Two lines for each change, the worst first: what changed, where, old and new value, and the line of the specs. Then the counts. */
export function writeDiffText({ groups }: Pick<Report, 'groups'>, paint: Paint): string {
  const checks = groups.flatMap((group) => group.checks)
  const findings = checks.flatMap((check) => check.findings).sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level))
  const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length
  const sum = `${count('error')} breaking, ${count('warning')} risky, ${count('info')} harmless changes; ${checks.length} operations and tables compared.`
  return [...findings.map((finding) => changeText(finding, paint)), sum].join('\n')
}

function changeText({ level, code, pointer, expected = '', got = '', place }: Finding, paint: Paint): string {
  const written = place === undefined ? '' : `  (${inLine(place)})`
  return `${paint(STYLES[level], WORDS[level].padEnd(8))}  ${paint('bold', inLine(code))}  ${inLine(pointer)}\n          ${inLine(expected)} → ${inLine(got)}${written}`
}

import { type MergedFinding, mergeFindings, namesInShort, skippedByReason } from './merge-findings.ts'
import { countsOf, isGood, type Report } from './report.ts'
import { inLine, shortened } from './visible.ts'
import { sumOf } from './write-text.ts'

/** GitHub allows 65,536 characters in one comment; the remainder is for text around the report. */
const MOST = 60_000

/**
 * A report for a pull request: the verdict, the counts of each group (failing groups first), each mistake once, and what was skipped. Never
 * longer than `most` characters: entries that do not fit are counted, and are in the other formats of the report.
 */
export function writeMarkdown(report: Report, { most = MOST }: { readonly most?: number } = {}): string {
  const page = createPage(most)
  page.add(`### ${isGood(report) ? '✅' : '❌'} ${plain(report.title)}\n\n${plain(sumOf(report))}\n`)
  const about = Object.entries(report.about).map(([name, text]) => `${plain(name)} ${code(text)}`)
  if (about.length > 0) page.add(`\n${about.join(' · ')}\n`)

  const merged = mergeFindings(report)
  const errors = merged.filter(({ finding }) => finding.level === 'error')
  page.table(['wrong', 'expected', 'got', 'seen in'], errors.map(row), 'errors')
  const hints = errors.flatMap(({ finding }) => (finding.hint === undefined ? [] : [[code(finding.code), plain(finding.hint)]]))
  page.folded('What to do', ['wrong', 'next'], hints, 'hints')

  if (report.groups.length > 1) page.folded('All groups', ['group', 'passed', 'warned', 'failed', 'skipped'], groupRows(report), 'groups')
  const rowsOf = (level: 'warning' | 'info') => merged.filter(({ finding }) => finding.level === level).map(row)
  page.folded('Warnings', ['warning', 'expected', 'got', 'seen in'], rowsOf('warning'), 'warnings')
  page.folded('Notes', ['note', 'expected', 'got', 'seen in'], rowsOf('info'), 'notes')
  const skipped = [...skippedByReason(report)].map(([reason, names]) => [plain(reason), namesInShort(names.map(code), 10)])
  page.folded('Not checked', ['reason', 'what'], skipped, 'reasons')
  return page.text()
}

function row({ finding, seenIn, alike }: MergedFinding): readonly string[] {
  const [first = '', ...others] = seenIn
  const more = others.length === 0 ? '' : ` and ${others.length} more${alike ? '' : ', there with other values'}`
  const { pointer, expected, got, source } = finding
  const where = `${code(finding.code)}${pointer === '' ? '' : `<br>${code(pointer)}`}${source === undefined ? '' : `<br>${code(source)}`}`
  return [where, expected === undefined ? '' : code(expected), got === undefined ? '' : code(got), `${code(first)}${more}`]
}

function groupRows({ groups }: Report): readonly (readonly string[])[] {
  const rows = groups.map((group) => ({ group, ...countsOf({ groups: [group] }) }))
  return [...rows.filter(({ failed }) => failed > 0), ...rows.filter(({ failed }) => failed === 0)].map(
    ({ group, passed, warned, failed, skipped }) => [
      code(group.name),
      String(passed),
      String(warned),
      failed > 0 ? `**${failed}**` : '0',
      String(skipped),
    ],
  )
}

/** Reserved characters for the count of omitted entries and for closing tags. */
const CLOSING = 600

function createPage(most: number) {
  let page = ''
  const fits = (text: string) => page.length + text.length <= most - CLOSING
  const add = (text: string): boolean => {
    if (!fits(text)) return false
    page += text
    return true
  }
  const table = (heads: readonly string[], rows: readonly (readonly string[])[], what: string, open = '', close = ''): void => {
    if (rows.length === 0) return
    if (!add(`\n${open}| ${heads.join(' | ')} |\n|${' --- |'.repeat(heads.length)}\n`)) return
    let count = 0
    while (count < rows.length && add(`| ${(rows[count] as readonly string[]).join(' | ')} |\n`)) count++
    const left = rows.length - count
    // It always fits, because its characters were reserved.
    page += `${left === 0 ? '' : `\n${left} more ${what} did not fit here.\n`}${close}`
  }
  return {
    add,
    table,
    folded: (title: string, heads: readonly string[], rows: readonly (readonly string[])[], what: string) =>
      table(heads, rows, what, `<details><summary>${title} (${rows.length})</summary>\n\n`, '\n</details>\n'),
    text: () => shortened(page, most),
  }
}

/** As code, so that Markdown creates no mentions, links or emphasis. */
function code(text: string): string {
  const shown = shortened(inLine(text), 200)
  if (shown === '') return ''
  // In a table, a bar after a backslash inside backticks cannot be escaped.
  if (shown.includes('|')) return `<code>${plain(shown)}</code>`
  const fence = '`'.repeat(Math.max(0, ...[...shown.matchAll(/`+/g)].map(([ticks]) => ticks.length)) + 1)
  const blank = /^`|`$/.test(shown) ? ' ' : ''
  return `${fence}${blank}${shown}${blank}${fence}`
}

/** As text: characters with a meaning in Markdown or HTML are escaped. */
function plain(text: string): string {
  return shortened(inLine(text), 500)
    .replace(/[\\`*_{}[\]()#+!|~$-]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
}

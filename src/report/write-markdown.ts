import type { Say } from '../language/language-api.ts'
import { asIs } from '../language/say-in.ts'
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
export function writeMarkdown(report: Report, { most = MOST, say = asIs }: { readonly most?: number; readonly say?: Say } = {}): string {
  const page = createPage(most, say)
  page.add(`### ${isGood(report) ? '✅' : '❌'} ${plain(say(report.title))}\n\n${plain(sumOf(report, say))}\n`)
  const about = Object.entries(report.about).map(([name, text]) => `${plain(say(name))} ${code(text)}`)
  if (about.length > 0) page.add(`\n${about.join(' · ')}\n`)

  const merged = mergeFindings(report)
  const errors = merged.filter(({ finding }) => finding.level === 'error')
  const heads = (first: string) => [first, say('expected'), say('got'), say('seen in')]
  const row = (one: MergedFinding) => rowOf(one, say)
  page.table(heads(say('wrong')), errors.map(row), say('errors'))
  const hints = errors.flatMap(({ finding }) => (finding.hint === undefined ? [] : [[code(finding.code), plain(say(finding.hint))]]))
  page.folded(say('What to do'), [say('wrong'), say('next')], hints, say('hints'))

  if (report.groups.length > 1)
    page.folded(
      say('All groups'),
      [say('group'), say('passed'), say('warned'), say('failed'), say('skipped')],
      groupRows(report),
      say('groups'),
    )
  const rowsOf = (level: 'warning' | 'info') => merged.filter(({ finding }) => finding.level === level).map(row)
  page.folded(say('Warnings'), heads(say('warning')), rowsOf('warning'), say('warnings'))
  page.folded(say('Notes'), heads(say('note')), rowsOf('info'), say('notes'))
  const skipped = [...skippedByReason(report)].map(([reason, names]) => [plain(say(reason)), namesInShort(names.map(code), 10, say)])
  page.folded(say('Not checked'), [say('reason'), say('what')], skipped, say('reasons'))
  return page.text()
}

function rowOf({ finding, seenIn, alike }: MergedFinding, say: Say): readonly string[] {
  const [first = '', ...others] = seenIn
  const more = others.length === 0 ? '' : ` ${say(`and ${others.length} more${alike ? '' : ', there with other values'}`)}`
  const { pointer, expected, got, source } = finding
  const where = `${code(finding.code)}${pointer === '' ? '' : `<br>${code(pointer)}`}${source === undefined ? '' : `<br>${code(source)}`}`
  return [where, expected === undefined ? '' : code(say(expected)), got === undefined ? '' : code(say(got)), `${code(first)}${more}`]
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

function createPage(most: number, say: Say) {
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
    page += `${left === 0 ? '' : `\n${say(`${left} more ${what} did not fit here.`)}\n`}${close}`
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

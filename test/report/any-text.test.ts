import { expect, test } from 'vitest'
import type { Check } from '../../src/report/report.ts'
import { visible } from '../../src/report/visible.ts'
import { writeHtml } from '../../src/report/write-html.ts'
import { writeJunit } from '../../src/report/write-junit.ts'
import { writeMarkdown } from '../../src/report/write-markdown.ts'
import { writeText } from '../../src/report/write-text.ts'
import type { Finding } from '../../src/spec/finding.ts'
import { parseXml } from '../helpers/parse-xml.ts'
import { forSeeds, type Seeded } from '../helpers/seeded.ts'
import { makeReport } from './make-report.ts'

/** What each form gives a meaning to, and what none of them may hold. */
const ALPHABET = [
  ...'<>&"\'`|\\*_#@[]()!~$-=/ ab1订',
  '\n',
  '\r',
  '\t',
  '\u0000',
  '\u001b[2J',
  '\u007f',
  '\u009b',
  '\u2028',
  '\u202e',
  '\ud83d',
  '\ude00',
  '😀',
  '\uffff',
  ']]>',
  '-->',
  '</script>',
  '<br>',
  '{{',
  '%0A',
  '::error::',
]

function anyReport(random: Seeded) {
  const text = (longest = 12) => Array.from({ length: random.int(longest + 1) }, () => random.pick(ALPHABET)).join('')
  const check = (i: number): Check => {
    const state = random.pick(['passed', 'warned', 'failed', 'skipped'] as const)
    const level: Finding['level'] = state === 'failed' ? 'error' : 'warning'
    const findings = Array.from({ length: state === 'failed' ? 1 + random.int(2) : random.int(2) }, () => ({
      code: text(),
      level,
      pointer: text(),
      ...(random.int(2) ? { expected: text(), got: text(60) } : {}),
      ...(random.int(2) ? { source: text(), evidence: 'doc' as const, hint: text(), vendorText: text() } : {}),
    }))
    return {
      name: `${text()}${i}`,
      title: text(),
      state,
      findings,
      ...(state === 'skipped' ? { reason: text() } : {}),
      ...(random.int(2) ? { again: text() } : {}),
    }
  }
  const groups = Array.from({ length: random.int(4) }, (_, i) => ({
    name: `pact ${text()}${i}`,
    title: text(),
    checks: Array.from({ length: random.int(5) }, (_one, n) => check(n)),
  }))
  return makeReport(groups, { title: `A ${text()}`, command: text(), about: { [`a${text()}`]: text(), url: text() } })
}

test('whatever text comes: XML that says it, a page with our tags only, tables that keep their cells, a terminal that is not steered', () => {
  forSeeds(300, (random) => {
    const report = anyReport(random)

    const cases = parseXml(writeJunit(report)).children.flatMap(({ children }) => children.filter(({ name }) => name === 'testcase'))
    const names = report.groups.flatMap(({ checks }) => checks.map(({ name }) => visible(name)))
    expect(cases.slice(0, names.length).map(({ attributes }) => attributes['name'])).toEqual(names)

    const html = writeHtml(report)
    expect([...html.matchAll(/<\/?([^\s>]*)/g)].map(([, name]) => name ?? '').filter((name) => !TAGS.has(name))).toEqual([])
    expect(html.match(/<script>/g)).toHaveLength(1)

    const rows = writeMarkdown(report)
      .split('\n')
      .filter((line) => line.startsWith('| '))
    expect(rows.map((row) => row.match(/(?<!\\)(?:\\\\)*\|/g)?.length).filter((bars) => bars !== 3 && bars !== 5 && bars !== 6)).toEqual([])

    const shown = writeText(report, (_style, text) => text, { checks: true })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(shown.split('\n').filter((line) => /^\s*::/.test(line))).toEqual([])
  })
})

const TAGS = new Set(
  '!doctype html head meta link title style body header h1 h2 span p dl dt dd ul li nav label input b main section details summary div code small script'.split(
    ' ',
  ),
)

import { expect, test } from 'vitest'
import { writeMarkdown } from '../../src/report/write-markdown.ts'
import { check, EMPTY, finding, GOOD, MIXED, makeReport, NASTY, WARNED } from './make-report.ts'

test('the verdict comes first, then what is wrong, then the groups with failures before those without', () => {
  const text = writeMarkdown({ ...MIXED, groups: [{ name: 'fine', title: 'fine', checks: [check('x')] }, ...MIXED.groups] })
  expect(text).toMatch(/^### ❌ A seller of SaaS\n\n5 checked, 3 failed, 2 not checked; 2 errors.\n\nurl `http:\/\/localhost:8080\/isv`/)
  expect(text).toContain(
    '| `answer.resultCode.failure`<br>`/body/resultCode`<br>`S-42` | `000000` | `000005` | `newInstance › first` and 2 more, there with other values |',
  )
  expect(text).toContain('| `answer.resultCode.failure` | Answer 000000 when it is done. |')
  expect(text).toMatch(
    /\| `newInstance` \| 1 \| 0 \| \*\*2\*\* \| 0 \|\n\| `release` \| 0 \| 0 \| \*\*1\*\* \| 2 \|\n\| `fine` \| 1 \| 0 \| 0 \| 0 \|/,
  )
  expect(text).toContain('| release did not pass | `release › again`, `release › later` |')
})

test('a good run is short', () => {
  expect(writeMarkdown(GOOD)).toBe(
    '### ✅ A seller of SaaS\n\n2 checked, 0 failed.\n\nurl `http://localhost:8080/isv` · profile `saas-period`\n',
  )
})

test('warnings are counted by themselves', () => {
  const text = writeMarkdown({ ...WARNED, groups: [...WARNED.groups, ...GOOD.groups] })
  expect(text).toContain('### ✅ A seller of SaaS\n\n4 checked, 0 failed, 1 warned, 3 passed.')
  expect(text).toContain('| `query` | 1 | 1 | 0 | 0 |')
})

test('a run that checked nothing is no pass', () => {
  expect(writeMarkdown(EMPTY)).toMatch(/^### ❌[\s\S]*Nothing was checked/)
})

test('nothing that came from outside calls somebody, ends a cell or becomes HTML', () => {
  const text = writeMarkdown(
    makeReport([{ name: NASTY, title: NASTY, checks: [check(NASTY, { findings: [finding({ code: NASTY, hint: NASTY })] })] }], {
      title: NASTY,
    }),
  )
  const outside = text.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '').replace(/<br>|<\/?details>|<\/?(?:summary|code)>/g, '')
  expect(outside).not.toMatch(/<|@|(?<!\\)[`*]/)
  for (const line of text.split('\n').filter((row) => row.startsWith('| '))) {
    expect([2, 4]).toContain([...line.matchAll(/(?<!\\)\|/g)].length - 1)
  }
})

test.each([1_000, 5_000, 60_000])('a report of thousands of mistakes fits in %i characters and counts what it left out', (most) => {
  const checks = Array.from({ length: 3_000 }, (_, i) => check(`c${i}`, { findings: [finding({ code: `answer.rule-${i}` })] }))
  const text = writeMarkdown(makeReport([{ name: 'g', title: 'g', checks }]), { most })
  expect(text.length).toBeLessThanOrEqual(most)
  const shown = [...text.matchAll(/^\| `answer\.rule-\d+`<br>/gm)].length
  expect(text).toContain(`\n${3_000 - shown} more errors did not fit here.\n`)
  expect(text.match(/<details>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0)
})

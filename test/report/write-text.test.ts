import { expect, test } from 'vitest'
import { mergeFindings } from '../../src/report/merge-findings.ts'
import { countsOf, strictReport } from '../../src/report/report.ts'
import { writeHtml } from '../../src/report/write-html.ts'
import { writeJson } from '../../src/report/write-json.ts'
import { writeJunit } from '../../src/report/write-junit.ts'
import { checkLine, type Paint, writeText } from '../../src/report/write-text.ts'
import { check, EMPTY, EXCHANGE, finding, GOOD, MIXED, makeReport, NASTY, WARNED } from './make-report.ts'

const plain: Paint = (_style, text) => text

test('each mistake is told once, errors first, with where it was seen and what to do', () => {
  const text = writeText(MIXED, plain)
  expect(text).toContain(`wrong  answer.resultCode.failure  /body/resultCode
  seen in    newInstance › first and 2 more, there with other values
  expected   000000
  got        000005
  next       Answer 000000 when it is done.
  written in S-42 (seed)
  again      koosandbox verify seller --case first`)
  expect(text.match(/answer\.resultCode\.failure/g)).toHaveLength(1)
  expect(text.indexOf('answer.status')).toBeLessThan(text.indexOf('answer.slow'))
  expect(text).toContain('Not checked:\n  release › again, release › later: release did not pass')
  expect(text).toMatch(
    /\nurl: http:\/\/localhost:8080\/isv\nprofile: saas-period\nA seller of SaaS: 4 checked, 3 failed, 2 not checked; 2 errors\.$/,
  )
})

test('each group tells how it did, and each check where that is asked for', () => {
  expect(writeText(MIXED, plain)).toMatch(
    /^newInstance {2}Opening: 1 passed, 2 failed\nrelease {2}释放实例: 0 passed, 1 failed, 2 skipped\n\n/,
  )
  expect(writeText(GOOD, plain)).toMatch(/^url: /)
  expect(writeText(GOOD, plain, { checks: true })).toMatch(/^newInstance {2}Opening: 2 passed\n {2}passed {3}first +first is answered\n/)
})

test('what warned is counted by itself and never shown as passed', () => {
  const text = writeText(WARNED, plain, { checks: true })
  expect(text).toContain('query: 1 passed, 1 warned\n')
  expect(text).toMatch(/^ {2}warned {3}memo +memo is answered {2}answer\.memo\.not-escaped$/m)
  expect(text).toMatch(/A seller of SaaS: 2 checked, 0 failed, 1 warned, 1 passed\.$/)
  expect(writeJson(WARNED)).toMatchObject({ good: true, counts: { passed: 1, warned: 1, failed: 0, skipped: 0 } })
})

test('what was left out is told with its reason, and nothing checked is no pass', () => {
  expect(writeText(EMPTY, plain)).toContain('0 checked, 0 failed, 1 not checked. Nothing was checked, so nothing is confirmed.')
})

test('what a seller answered cannot steer the terminal or forge a line', () => {
  const forged = check('one\npassed  two', { findings: [finding({ got: `${NASTY}\npassed  all` })] })
  const text = `${checkLine(forged, plain)}\n${writeText(makeReport([{ name: 'g', title: 'g', checks: [forged] }]), plain)}`
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
  expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/)
  expect(text).toContain('\\u001b[31m')
  expect(text).not.toMatch(/^passed/m)
})

test.each([
  ['the same mistake with other values', finding({ got: 'x', expected: 'y' }), 1],
  ['another place', finding({ pointer: '/body/info' }), 2],
  ['another rule', finding({ code: 'answer.status' }), 2],
  ['the same mistake written on another page', finding({ source: 'S-41' }), 1],
  ['another thing to do', finding({ hint: 'Answer at all.' }), 2],
])('%s is told as it should be', (_what, other, times) => {
  const checks = [check('a', { findings: [finding()] }), check('b', { findings: [other] })]
  expect(mergeFindings(makeReport([{ name: 'g', title: 'g', checks }]))).toHaveLength(times)
})

test('a check whose name begins with that of its group is called by its name alone', () => {
  const named = (group: string, name: string) => ({ name: group, title: group, checks: [check(name, { findings: [finding()] })] })
  const [told] = mergeFindings(makeReport([named('a', 'a'), named('b', 'b.again'), named('c', 'cc')]))
  expect(told?.seenIn).toEqual(['a', 'b.again', 'c › cc'])
})

test('without a hint the expected value must be the same', () => {
  const bare = (expected: string) => {
    const { hint: _, ...rest } = finding({ expected })
    return rest
  }
  const checks = [bare('1'), bare('2'), bare('1')].map((one, i) => check(`c${i}`, { findings: [one] }))
  expect(mergeFindings(makeReport([{ name: 'g', title: 'g', checks }])).map(({ seenIn }) => seenIn)).toEqual([['c0', 'c2'], ['c1']])
})

test('warnings are failures in a strict report, except where they are spared', () => {
  expect(countsOf(strictReport(WARNED))).toEqual({ passed: 1, warned: 0, failed: 1, skipped: 0 })
  expect(writeText(strictReport(WARNED), plain)).toMatch(/^wrong {2}answer\.memo\.not-escaped/m)
  expect(countsOf(strictReport(WARNED, ({ name }) => name === 'memo'))).toMatchObject({ warned: 1, failed: 0 })
})

test('checks that were skipped for one reason share one line', () => {
  const skipped = Array.from({ length: 94 }, (_, i) => check(`case-${i}`, { state: 'skipped', reason: 'newInstance did not pass' }))
  const report = makeReport([{ name: 'g', title: 'g', checks: [check('newInstance', { findings: [finding()] }), ...skipped] }])
  expect(writeText(report, plain)).toContain('Not checked:\n  case-0, case-1, case-2 and 91 more: newInstance did not pass\n')
  expect(writeText(report, plain, { checks: true })).toContain('  skipped  case-0, case-1 and 92 more  newInstance did not pass\n')
  expect(writeText(report, plain, { checks: true, verbose: true }).match(/^ {2}skipped /gm)).toHaveLength(94)
})

test('the exchange of an error is in every form for people, that of a warning where it is asked for', () => {
  const report = (level: 'error' | 'warning') =>
    makeReport([{ name: 'g', title: 'g', checks: [check('a', { findings: [{ ...finding({ level }), exchange: EXCHANGE }] })] }])
  const shown =
    /^ {2}request {4}POST http:\/\/localhost:8080\/isv\?nonce=1\n {11}\| x-sign: abcd…\(64\)\n {11}\| \n {11}\| \{"activity":"newInstance"\}$/m
  expect(writeText(report('error'), plain)).toMatch(shown)
  expect(writeText(report('warning'), plain)).not.toMatch(shown)
  expect(writeText(report('warning'), plain, { verbose: true })).toMatch(shown)
  expect(writeText(report('warning'), plain)).toMatch(/^warn {3}answer\.resultCode\.failure/m)
  expect(writeJunit(report('error'))).toContain('  signed     [key]11790000000000ab')
  expect(writeHtml(report('warning'))).toMatch(
    /<details class="exchange"><summary>Request, signed text, answer[^<]*<\/summary><dl><dt>request<\/dt>/,
  )
  expect(writeHtml(report('warning'))).not.toContain(NASTY.slice(0, 20))
  expect(writeJson(report('warning'))).toMatchObject({ groups: [{ checks: [{ findings: [{ exchange: EXCHANGE }] }] }] })
})

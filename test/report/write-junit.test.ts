import { describe, expect, test } from 'vitest'
import { writeJunit } from '../../src/report/write-junit.ts'
import { type Element, parseXml } from '../helpers/parse-xml.ts'
import { check, EMPTY, finding, GOOD, MIXED, makeReport, NASTY, WARNED } from './make-report.ts'

/** What Jenkins' schema (xunit 2), GitLab and the usual readers for GitHub all know. */
const KNOWN: Readonly<Record<string, { readonly attributes: readonly string[]; readonly children: readonly string[] }>> = {
  testsuites: { attributes: ['name', 'tests', 'failures', 'errors', 'time'], children: ['testsuite'] },
  testsuite: {
    attributes: ['name', 'tests', 'failures', 'errors', 'skipped', 'time', 'timestamp'],
    children: ['properties', 'testcase'],
  },
  properties: { attributes: [], children: ['property'] },
  property: { attributes: ['name', 'value'], children: [] },
  testcase: { attributes: ['name', 'classname', 'time'], children: ['skipped', 'failure', 'system-out'] },
  failure: { attributes: ['message', 'type'], children: [] },
  skipped: { attributes: ['message'], children: [] },
  'system-out': { attributes: [], children: [] },
}

const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)]
const of = (root: Element, name: string) => all(root).filter((element) => element.name === name)

const NASTY_EVERYWHERE = makeReport(
  [
    {
      name: NASTY,
      title: NASTY,
      checks: [
        check(`${NASTY}1`, {
          title: NASTY,
          again: NASTY,
          findings: [finding({ code: NASTY, pointer: NASTY, got: NASTY, expected: NASTY, hint: NASTY })],
        }),
        check(`${NASTY}2`, { state: 'skipped', reason: `${NASTY}\nsecond line` }),
        check(`${NASTY}3`, { findings: [finding({ level: 'warning', vendorText: NASTY, source: NASTY })] }),
      ],
    },
  ],
  { title: NASTY, about: { url: NASTY } },
)

describe.each([
  ['some of each', MIXED],
  ['nothing checked', EMPTY],
  ['all good', GOOD],
  ['no group at all', makeReport([])],
  ['nasty text everywhere', NASTY_EVERYWHERE],
])('%s', (_what, report) => {
  const root = parseXml(writeJunit(report))

  test('is well formed, and uses only what all readers know', () => {
    for (const { name, attributes, children } of all(root)) {
      expect(Object.keys(KNOWN)).toContain(name)
      expect(Object.keys(attributes)).toEqual(KNOWN[name]?.attributes.slice(0, Object.keys(attributes).length))
      expect(KNOWN[name]?.children).toEqual(expect.arrayContaining(children.map((child) => child.name)))
    }
  })

  test('counts what it holds', () => {
    const sums = (element: Element) => ({
      tests: String(of(element, 'testcase').length),
      failures: String(of(element, 'failure').length),
      errors: '0',
    })
    expect(root.attributes).toMatchObject(sums(root))
    for (const suite of of(root, 'testsuite')) {
      expect(suite.attributes).toMatchObject({ ...sums(suite), skipped: String(of(suite, 'skipped').length) })
      expect(suite.attributes['timestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
    }
    for (const { attributes } of [root, ...of(root, 'testcase')]) expect(attributes['time']).toMatch(/^\d+\.\d{3}$/)
  })

  test('no two testcases have class and name in common', () => {
    const names = of(root, 'testcase').map(({ attributes }) => `${attributes['classname']} ${attributes['name']}`)
    expect(new Set(names).size).toBe(names.length)
  })
})

test('a failure tells all that is wrong with its check, and how to see it again', () => {
  const [failure] = of(parseXml(writeJunit(MIXED)), 'failure')
  expect(failure?.attributes).toEqual({ message: 'answer.resultCode.failure /body/resultCode: 000005', type: 'answer.resultCode.failure' })
  expect(failure?.text).toBe(`first is answered

answer.resultCode.failure  /body/resultCode
  expected   000000
  got        000005
  next       Answer 000000 when it is done.
  written in S-42 (seed)

Again: koosandbox verify seller --case first`)
})

test('a skipped check says why, and a warning fails nothing', () => {
  const root = parseXml(writeJunit(MIXED))
  expect(of(root, 'skipped').map(({ attributes }) => attributes['message'])).toEqual(['release did not pass', 'release did not pass'])
  expect(of(root, 'system-out').map(({ text }) => text)).toEqual([expect.stringContaining('answer.slow')])
})

test('a check that warned is not shown as passed, and each state is counted', () => {
  const root = parseXml(writeJunit(WARNED))
  const [suite] = of(root, 'testsuite')
  expect(suite?.attributes).toMatchObject({ tests: '2', failures: '0', skipped: '1' })
  expect(of(root, 'skipped').map(({ attributes }) => attributes['message'])).toEqual(['warned: answer.memo.not-escaped'])
  const properties = Object.fromEntries(of(root, 'property').map(({ attributes }) => [attributes['name'], attributes['value']]))
  expect(properties).toMatchObject({ passed: '1', warned: '1', failed: '0', skipped: '0' })
})

test('what was checked is told in the first suite alone, however many there are', () => {
  const groups = ['one', 'two', 'three'].map((name) => ({ name, title: name, checks: [check('first')] }))
  const root = parseXml(writeJunit(makeReport(groups, { about: { pacts: 'one, two, three' } })))
  const holders = of(root, 'testsuite').filter((suite) => of(suite, 'property').some(({ attributes }) => attributes['name'] === 'pacts'))
  expect(holders.map(({ attributes }) => attributes['name'])).toEqual(['one'])
})

test('a run that checked nothing is red in CI', () => {
  expect(of(parseXml(writeJunit(EMPTY)), 'failure').map(({ attributes }) => attributes['type'])).toEqual(['report.empty'])
  expect(of(parseXml(writeJunit(GOOD)), 'failure')).toEqual([])
})

test.each([
  ['a bare &', '<a b="&"/>'],
  ['two attributes alike', '<a b="1" b="2"/>'],
  ['an end that fits nothing', '<a><b></a></b>'],
  ['a control character', '<a>\u0001</a>'],
  ['an end of CDATA', '<a>]]></a>'],
])('the parser of these tests refuses %s', (_what, xml) => {
  expect(() => parseXml(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`)).toThrow()
})

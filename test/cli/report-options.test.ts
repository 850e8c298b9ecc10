import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ExitError } from '../../src/cli/terminal/exit-codes.ts'
import { giveReport, type ReportOptions, readyForReport } from '../../src/cli/terminal/report-options.ts'
import { EMPTY, GOOD, MIXED } from '../report/make-report.ts'
import { caught } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'reports-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

test.each([
  ['a good run', GOOD, 0],
  ['a bad run', MIXED, 1],
  ['a run that checked nothing', EMPTY, 3],
])('%s prints text or JSON and ends with its code', async (_what, report, code) => {
  const text = await caught(() => giveReport(report, {}))
  expect(text).toMatchObject({ code, err: '' })
  expect(text.out).toContain(report.title)
  const json = await caught(() => giveReport(report, { json: true }))
  expect({ ...json, out: JSON.parse(json.out) }).toEqual({
    code,
    err: '',
    out: { ...report, good: code === 0, counts: expect.any(Object) },
  })
})

test('every form goes to its file, in folders that are made, and nothing else is left there', async () => {
  const options: ReportOptions = { junit: at('a/b/junit.xml'), html: at('a/b/report.html'), markdown: at('a/b/summary.md') }
  readyForReport(options)
  expect(readdirSync(at('a/b'))).toEqual([])
  const { err } = await caught(() => giveReport(MIXED, options))
  expect(readdirSync(at('a/b')).sort()).toEqual(['junit.xml', 'report.html', 'summary.md'])
  expect(readFileSync(at('a/b/junit.xml'), 'utf8')).toMatch(/^<\?xml/)
  expect(readFileSync(at('a/b/report.html'), 'utf8')).toMatch(/^<!doctype html>/)
  expect(readFileSync(at('a/b/summary.md'), 'utf8')).toMatch(/^### /)
  expect(err).toContain(`Wrote ${at('a/b/junit.xml')}.`)
})

test('an old report is replaced, also behind a link, which stays', async () => {
  writeFileSync(at('old.xml'), 'old')
  symlinkSync(at('old.xml'), at('link.xml'))
  readyForReport({ junit: at('link.xml') })
  expect(readFileSync(at('old.xml'), 'utf8')).toBe('old')
  await caught(() => giveReport(GOOD, { junit: at('link.xml') }))
  expect(readFileSync(at('old.xml'), 'utf8')).toMatch(/^<\?xml/)
  expect(
    readdirSync(folder, { withFileTypes: true })
      .find(({ name }) => name === 'link.xml')
      ?.isSymbolicLink(),
  ).toBe(true)
})

test.each<[string, ReportOptions, string]>([
  ['a folder', { html: folder }, 'is a folder'],
  ['a file for a folder', { junit: at('plain/junit.xml') }, 'a part of its path is a file'],
  ['no name', { markdown: '' }, '--markdown needs a file name'],
  ['one file twice', { junit: at('x'), html: at('x') }, '--junit and --html both name'],
  ['a place of the system', { junit: '/proc/junit.xml' }, '/proc/junit.xml cannot be written'],
])('%s is refused before anything is checked, with exit code 2', (_what, options, said) => {
  writeFileSync(at('plain'), '')
  let stop: unknown
  try {
    readyForReport(options)
  } catch (error) {
    stop = error
  }
  expect(stop).toBeInstanceOf(ExitError)
  expect(stop).toMatchObject({ code: 2, message: expect.stringContaining(said) })
})

test('a file that became unwritable loses nothing of what is printed, and no half of it is left', async () => {
  mkdirSync(at('gone'))
  const options = { junit: at('gone/junit.xml') }
  readyForReport(options)
  rmSync(at('gone'), { recursive: true })
  const { out, thrown } = await caught(() => giveReport(MIXED, options))
  expect(out).toContain('A seller of SaaS: 4 checked')
  expect(thrown).toMatchObject({ code: 1, message: expect.stringContaining('gone/junit.xml cannot be written') })
  expect(existsSync(at('gone'))).toBe(false)
})

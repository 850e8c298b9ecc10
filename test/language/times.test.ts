import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { sayInChineseAndBeijingTime } from '../../src/language/chinese.ts'
import { runCli } from '../cli/run-cli.ts'
import { watchedOptions } from '../helpers/audited.ts'

const options = watchedOptions()
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox(options)
})
afterAll(() => sandbox.close())
// The language belongs to the process, as its streams do.
afterEach(() => runCli('--version', '--lang', 'en'))

const cli = async (...words: string[]) => (await runCli(...words, '--url', sandbox.url)).out
const UTC = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/
const BEIJING = /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/

test.each([
  [['clock']],
  [['clock', 'upcoming']],
  [['clock', 'advance', '1h']],
  [['facts', '--limit', '3']],
  [['show', 'orders', '--limit', '2']],
  [['world', 'list']],
])('%j prints Beijing time in Chinese, UTC with --utc and in English', async ([...words]) => {
  const zh = await cli(...words, '--lang', 'zh')
  expect(zh.replace(/"[^"]*"/g, '')).not.toMatch(UTC)
  expect(zh).toMatch(BEIJING)
  for (const other of [
    ['--lang', 'zh', '--utc'],
    ['--lang', 'en'],
    ['--lang', 'en', '--utc'],
  ]) {
    const out = await cli(...words, ...other)
    expect(out).toMatch(UTC)
    expect(out).not.toMatch(BEIJING)
  }
  expect(await cli(...words, '--lang', 'zh', '--json')).not.toMatch(BEIJING)
})

test('the clock names its zone, and takes the time that it printed', async () => {
  const en = await cli('clock', '--lang', 'en')
  const [now = ''] = UTC.exec(en) ?? []
  const beijing = new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
  expect(await cli('clock', '--lang', 'zh')).toContain(`${beijing}（北京时间）`)
  const later = new Date(Date.parse(now) + 9 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  expect(await cli('clock', 'advance', later, '--lang', 'zh')).toContain(`→ ${later}:00`)
  expect(await runCli('clock', 'advance', later, '--url', sandbox.url, '--lang', 'zh', '--utc')).toMatchObject({ code: 2 })
  expect(await cli('help', 'clock', '--lang', 'zh')).toContain('2027-01-01T00:00:00Z')
})

test('a report names its zone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'times-'))
  const file = join(folder, 'report.html')
  const page = async (...more: string[]) => {
    await runCli('diff', 'built-in', 'built-in', '--html', file, ...more)
    return readFileSync(file, 'utf8')
  }
  expect(await page('--lang', 'zh')).toMatch(/<dd>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d（北京时间）<\/dd>/)
  expect(await page('--lang', 'zh', '--utc')).toMatch(/<dd>\d{4}-\d\d-\d\dT[^<]*Z<\/dd>/)
  expect(await page('--lang', 'en')).toMatch(/<dd>\d{4}-\d\d-\d\dT[^<]*Z<\/dd>/)
  rmSync(folder, { recursive: true })
})

test.each([
  ['2026-11-30T11:20:00Z', '2026-11-30 19:20:00'],
  ['2026-11-30T16:00:00.123Z', '2026-12-01 00:00:00'],
  ['"2026-11-30T11:20:00Z"', '"2026-11-30T11:20:00Z"'],
  ['`--to 2026-11-30T11:20:00Z`', '`--to 2026-11-30T11:20:00Z`'],
  ['/a?at=2026-11-30T11:20:00Z', '/a?at=2026-11-30T11:20:00Z'],
  ['9999-12-31T20:00:00Z', '9999-12-31T20:00:00Z'],
  ['2026-13-30T11:20:00Z', '2026-13-30T11:20:00Z'],
])('%s is %s in Beijing', (utc, beijing) => {
  expect(sayInChineseAndBeijingTime(utc)).toBe(beijing)
})

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { systemClock } from '../../src/index.ts'
import { PROFILES } from '../../src/verify/profiles/profiles.ts'
import { verifySeller } from '../../src/verify/verify-seller.ts'
import { runCli } from '../cli/run-cli.ts'
import { parseXml } from '../helpers/parse-xml.ts'
import { BROKEN, opensLater } from '../sellers/broken.ts'
import { readReport } from './read-report.ts'
import { KEY, serveSeller } from './serve-seller.ts'

const UPGRADABLE = PROFILES.find(({ name }) => name === 'saas-period-upgradable')!
/** Asks again at once; calls still have their time-outs. */
const impatient = {
  ...systemClock,
  wait: (ms: number, signal?: AbortSignal) => (signal ? systemClock.wait(ms, signal) : Promise.resolve()),
}
const verify = async (url: string, run: string, key = KEY) =>
  readReport(await verifySeller({ url, keys: { basic: key }, run, systemClock: impatient, profile: UPGRADABLE }))

test('the example seller does everything right, twice over', async () => {
  await using seller = await serveSeller()
  for (const run of ['first0run', 'second0run']) {
    const report = await verify(seller.url, run)
    expect(report.faults).toEqual([])
    expect(report.warnings).toEqual([])
    expect(report.cases.filter(({ state }) => state !== 'passed')).toEqual([])
    expect(report).toMatchObject({ checked: UPGRADABLE.cases.length, failed: 0 })
  }
})

test.each(BROKEN)('a seller that $mistake breaks $rule and nothing else', async ({ breaks, rule }) => {
  await using seller = await serveSeller(breaks)
  const report = await verify(seller.url, 'broken0run')
  expect(report.faults.map(({ code }) => code)).toEqual([rule])
  expect(report.failed).toBeGreaterThan(0)
  expect(report.faults[0]).toMatchObject({ expected: expect.any(String), got: expect.any(String), hint: expect.any(String) })
})

test('a seller that opens instances in the background is asked again until they show', async () => {
  await using seller = await serveSeller((good) => opensLater(good, 3))
  const { faults, cases } = await verify(seller.url, 'later0run')
  expect(faults).toEqual([])
  expect(cases.find(({ name }) => name === 'newInstance')).toMatchObject({ state: 'passed', resultCodes: ['000004'] })
})

test('what needs an instance is skipped with its reason when the key is wrong', async () => {
  await using seller = await serveSeller()
  const { faults, skipped } = await verify(seller.url, 'key0run', 'another-key')
  expect(faults.map(({ code, got }) => [code, got])).toEqual([['answer.resultCode.failure', '000001']])
  expect(skipped).toContainEqual({ name: 'queryInstance', reason: 'no call of newInstance answered an instance to speak of' })
})

test('the command prints each case and ends with 0 for a good seller', async () => {
  await using seller = await serveSeller()
  const { code, out, err } = await runCli('verify', 'seller', '--url', seller.url, '--key', KEY)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^passed +newInstance\.at-once /m)
  expect(out).toContain('upgradeInstance, changeInstanceCheck: only for products that can be upgraded')
  expect(out).toMatch(/: \d+ checked, 0 failed, \d+ not checked\.\n$/)
})

const elsewhere = mkdtempSync(join(tmpdir(), 'failures-'))
afterAll(() => rmSync(elsewhere, { recursive: true }))

test('the command ends with 1 for a mistake, names it, and never tells the key', async () => {
  await using seller = await serveSeller(BROKEN[0]!.breaks)
  const words = ['verify', 'seller', '--url', seller.url, '--key', KEY, '--failures', elsewhere]
  const { code, out } = await runCli(...words)
  expect(code).toBe(1)
  expect(out).toContain('wrong  answer.instanceId.changed  /body/instanceId\n  seen in    newInstance.repeated and 2 more')
  const json = await runCli(...words, '--json')
  const report = JSON.parse(json.out)
  expect(report).toMatchObject({ format: 1, command: 'verify seller', good: false, counts: { failed: 3 } })
  expect(readReport(report).faults).toMatchObject([{ code: 'answer.instanceId.changed', source: 'S-42' }])
  expect(out + json.out).not.toContain(KEY)
})

test('the command writes the forms that CI and people want, and refuses a place for them before it calls anybody', async () => {
  await using seller = await serveSeller(BROKEN[0]!.breaks)
  const folder = mkdtempSync(join(tmpdir(), 'verified-'))
  try {
    const words = ['verify', 'seller', '--url', seller.url, '--key', KEY, '--failures', elsewhere]
    const at = (name: string) => join(folder, name)
    const { code } = await runCli(...words, '--junit', at('a.xml'), '--html', at('a.html'), '--markdown', at('a.md'))
    expect(code).toBe(1)
    expect(parseXml(readFileSync(at('a.xml'), 'utf8')).attributes).toMatchObject({ name: 'koosandbox verify seller', failures: '3' })
    expect(readFileSync(at('a.md'), 'utf8')).toContain('`answer.instanceId.changed`')
    expect(readdirSync(folder).map((name) => [name, readFileSync(at(name), 'utf8').includes(KEY)])).toEqual([
      ['a.html', false],
      ['a.md', false],
      ['a.xml', false],
    ])
    expect(await runCli(...words, '--junit', folder)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('is a folder') })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('nobody at the address ends with 2 before anything is examined', async () => {
  const { url } = await (async () => {
    await using gone = await serveSeller()
    return gone
  })()
  const { code, out, err } = await runCli('verify', 'seller', '--url', url, '--key', KEY)
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringContaining(`No server listens at ${url}.`) })
})

test.each([
  ['what to verify', ['buyer', '--url', 'http://localhost:1', '--key', 'k'], 'There is no command "verify buyer"'],
  ['an address', ['seller', '--url', 'localhost', '--key', 'k'], '"localhost" is not an address of a seller'],
  ['an address without a password', ['seller', '--url', 'http://a:b@localhost:1', '--key', 'k'], 'Leave the name and password out'],
  ['a key', ['seller', '--url', 'http://localhost:1'], 'Pass the key that signs the calls'],
  ['a profile', ['seller', '--url', 'http://localhost:1', '--key', 'k', '--profile', 'saas-perod'], 'saas-period'],
])('%s that is missing or wrong ends with 2', async (_what, words, message) => {
  const { code, err } = await runCli('verify', ...words)
  expect(code).toBe(2)
  expect(err).toContain(message)
})

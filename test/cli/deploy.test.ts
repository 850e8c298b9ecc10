import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readyToRecord, recordResults } from '../../src/cli/contract/record-options.ts'
import { loadRecords } from '../../src/contract/deploy/load-records.ts'
import { pactOf } from '../contract/deploy/make-records.ts'
import { check, finding, GOOD, makeReport } from '../report/make-report.ts'
import { caught, runCli } from './run-cli.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deploy-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const results = () => ['--results', join(folder, 'results')]
const canI = (version: string, ...more: string[]) =>
  runCli('can-i-deploy', '--app', 'shop', '--version', version, '--to', 'prod', ...results(), ...more)
const record = (version: string, success: boolean, at = Date.parse('2026-01-01T00:00:00Z')) =>
  caught(() => {
    const options = { 'record-results': join(folder, 'results'), 'consumer-version': version, 'build-url': 'https://ci.example.com/7' }
    readyToRecord(options, { provider: '0.1.0' })
    const checks = [check('a'), check('b', success ? {} : { findings: [finding()] }), check('c', { state: 'skipped' })]
    const groups = [
      { name: 'shop.json', title: 'shop', checks },
      { name: 'beside', title: 'no pact', checks },
    ]
    const report = makeReport(groups, { startedAt: new Date(at).toISOString(), ms: 0 })
    recordResults(options, { provider: '0.1.0' }, report, new Map([['shop.json', pactOf('shop', 'hwc-bss')]]))
    return 0
  })

test('first there is nothing to compare, then yes, then no with the reason, then yes once it is mended', async () => {
  const first = await canI('1')
  const where = join(folder, 'results')
  expect(first).toMatchObject({
    code: 3,
    err: `There is no ${where}; records are read from there.\nNothing to compare yet: shop 1 to prod.\n`,
  })
  expect(first.out).toContain('no verification is recorded')

  expect((await record('1', true)).err).toBe(`Recorded 1 verification in ${join(folder, 'results')}.\n`)
  expect((await canI('1')).out).toContain('nothing is recorded as deployed to prod')

  const put = await runCli('record-deployment', '--app', 'hwc-bss', '--version', '0.1.0', '--to', 'prod', ...results())
  expect(put).toEqual({ code: 0, out: 'hwc-bss 0.1.0 is in prod.\n', err: '' })
  expect(await canI('1')).toMatchObject({
    code: 0,
    err: 'Yes: shop 1 to prod.\n',
    out: expect.stringContaining(', 1 of its checks left out'),
  })

  await record('1', false, Date.parse('2026-01-02T00:00:00Z'))
  const refused = await canI('1')
  expect(refused).toMatchObject({ code: 1, err: 'No: shop 1 to prod.\n' })
  expect(refused.out).toMatch(
    /wrong {2}deploy\.verification\.failed[\s\S]*pact [\da-f]{8} of shop 1 verified against hwc-bss 0\.1\.0\n {2}got +failed at 2026-01-02T00:00:00\.000Z, https:\/\/ci\.example\.com\/7/,
  )

  await record('1', true, Date.parse('2026-01-03T00:00:00Z'))
  expect(await canI('1', '--json')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('"good": true') })
})

test('what is no longer deployed asks for nothing', async () => {
  await record('1', true)
  await runCli('record-deployment', '--app', 'hwc-bss', '--version', '0.1.0', '--to', 'prod', ...results())
  const gone = await runCli('record-undeployment', '--app', 'hwc-bss', '--to', 'prod', ...results(), '--json')
  expect(gone.code).toBe(0)
  expect(JSON.parse(gone.out)).toMatchObject({ pacticipant: { name: 'hwc-bss' }, currentlyDeployed: false })
  expect((await canI('1')).code).toBe(3)
  const again = await runCli('record-undeployment', '--app', 'hwc-bss', '--to', 'prod', ...results())
  expect(again).toMatchObject({ code: 3, err: 'No version of hwc-bss is recorded as deployed to prod.\n' })
})

test('a broken record is no yes', async () => {
  await record('1', true)
  writeFileSync(join(folder, 'results', 'x.json'), 'oops')
  expect(await canI('1')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('x.json: this is not JSON.') })
})

test('nothing is recorded unless it was asked for', async () => {
  await caught(() => {
    readyToRecord({}, {})
    recordResults({}, {}, GOOD, new Map([['newInstance', pactOf('shop', 'hwc-bss')]]))
    return 0
  })
  expect(readdirSync(folder)).toEqual([])
  expect(loadRecords(join(folder, 'results'))).toEqual([])
})

test.each([
  ['a record without a version', { 'record-results': 'x' }, {}, '--record-results needs --consumer-version'],
  ['one without the other', { 'record-results': 'x', 'consumer-version': '1' }, {}, '--record-results needs --provider-version'],
  ['a record of a part', { 'record-results': 'x', 'consumer-version': '1' }, { provider: '1' }, 'Leave out --filter', '--filter'],
  ['a version without a record', { 'consumer-version': '1' }, { provider: '1' }, '--consumer-version needs --record-results'],
])('%s is misuse, said before anything is verified', async (_what, options, own, said, partly?: string) => {
  const { thrown } = await caught(() => {
    readyToRecord(options, own, partly)
    return 0
  })
  expect(thrown).toMatchObject({ code: 2, message: expect.stringContaining(said) })
})

test('a place that cannot be written is named', async () => {
  writeFileSync(join(folder, 'file'), '')
  const words = ['record-deployment', '--app', 'a', '--version', '1', '--to', 'prod', '--results', join(folder, 'file', 'results')]
  expect(await runCli(...words)).toMatchObject({
    code: 1,
    err: expect.stringContaining(`Records cannot be written to ${join(folder, 'file', 'results')}`),
  })
})

test('a verified pact is recorded by the command that verified it, and answers for what it needs', async () => {
  const file = join(import.meta.dirname, '..', '..', 'contracts', 'shop-app-koogallery.json')
  const recording = ['--record-results', join(folder, 'results'), '--consumer-version', '5']
  const verify = await runCli('contract', 'verify', 'consumer', file, ...recording, '--provider-version', '0.1.0')
  expect(verify).toMatchObject({ code: 0, err: expect.stringContaining('Recorded 1 verification in ') })
  await runCli('record-deployment', '--app', 'koogallery', '--version', '0.1.0', '--to', 'prod', ...results())
  expect((await runCli('can-i-deploy', '--app', 'shop-app', '--version', '5', '--to', 'prod', ...results())).code).toBe(0)
  expect((await runCli('can-i-deploy', '--app', 'shop-app', '--version', '6', '--to', 'prod', ...results())).code).toBe(1)

  const part = await runCli('contract', 'verify', 'consumer', file, ...recording, '--static-only')
  expect(part).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Leave out --static-only') })
})

test('a file that is no pact fails and leaves no record', async () => {
  writeFileSync(join(folder, 'x.json'), '{"consumer":')
  const verify = await runCli(
    'contract',
    'verify',
    'consumer',
    join(folder, 'x.json'),
    '--record-results',
    join(folder, 'results'),
    '--consumer-version',
    '5',
  )
  expect(verify).toMatchObject({ code: 1, err: expect.stringContaining('Recorded 0 verifications') })
  expect(loadRecords(join(folder, 'results'))).toEqual([])
})

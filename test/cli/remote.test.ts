import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { runCli } from './run-cli.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  for (const { name } of sandbox.worlds.list()) if (name !== 'default') sandbox.worlds.drop(name)
  sandbox.reset()
  sandbox.journal.clear()
})
afterEach(() => vi.unstubAllEnvs())

const cli = (...words: string[]) => runCli(...words, '--url', sandbox.url)

describe('env', () => {
  test.each([
    ['node', ['AK', 'SK', 'DOMAIN_ID', 'PROJECT_ID', 'IAM_ENDPOINT'], /^# The Node SDK reads no region .*: set \.withEndpoint\('http/],
    ['php', ['AK', 'SK', 'DOMAIN_ID', 'PROJECT_ID', 'IAM_ENDPOINT'], /^# The PHP SDK reads no region .*: set ->withEndpoint\('http/],
    [
      'go',
      ['AK', 'SK', 'REGION_BSS_CN_NORTH_1', 'REGION_BSSINTL_AP_SOUTHEAST_1'],
      /^# The Go SDK puts https:\/\/ before HUAWEICLOUD_SDK_IAM_ENDPOINT/,
    ],
    ['python', ['IAM_ENDPOINT', 'STS_ENDPOINT', 'REGION_BSS_CN_NORTH_1'], /^# Clients that are built with a region need no change/],
    ['java', ['IAM_ENDPOINT', 'STS_ENDPOINT', 'REGION_BSS_CN_NORTH_1'], /^# Clients that are built with a region need no change/],
  ])('--sdk %s prints what that SDK understands', async (sdk, names, note) => {
    const { out } = await cli('env', '--sdk', sdk)
    expect(out).toMatch(note)
    for (const name of names) expect(out).toContain(`export HUAWEICLOUD_SDK_${name}='`)
    expect(out.includes('HUAWEICLOUD_SDK_IAM_ENDPOINT=')).toBe(sdk !== 'go')
    expect(out.includes('HUAWEICLOUD_SDK_REGION_')).toBe(sdk !== 'node' && sdk !== 'php')
    expect(out).toContain('export KOOSANDBOX_URL=')
  })

  test('--json prints what clients are set up with', async () => {
    const { code, out } = await cli('env', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ format: 1, url: sandbox.url, ...sandbox.credentials })
  })

  test.each([
    ['sh', 'buyer', /^export HUAWEICLOUD_SDK_AK='(\w{20})'$/m],
    ['fish', 'seller', /^set -gx HUAWEICLOUD_SDK_AK '(\w{20})'$/m],
    ['powershell', 'seller', /^\$env:HUAWEICLOUD_SDK_AK = '(\w{20})'$/m],
  ])('for %s it names the key of the %s', async (shell, role, line) => {
    const { out } = await cli('env', '--shell', shell, '--role', role)
    expect(line.exec(out)?.[1]).toBe(sandbox.credentials[role as 'buyer']?.ak)
    for (const name of [
      'SDK_SK',
      'SDK_DOMAIN_ID',
      'SDK_PROJECT_ID',
      'SDK_IAM_ENDPOINT',
      'SDK_STS_ENDPOINT',
      'SDK_REGION_BSS_CN_NORTH_1',
      'SDK_REGION_BSSINTL_AP_SOUTHEAST_1',
    ])
      expect(out).toContain(`HUAWEICLOUD_${name}`)
    for (const name of ['URL', 'TOKEN', 'SELLER_AK', 'SELLER_SK', 'SELLER_TOKEN']) expect(out).toContain(`KOOSANDBOX_${name}`)
  })
})

test('env names the regions of the services that are served', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stranger-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const spec = join(folder, 'pets.yaml')
  writeFileSync(spec, "{ openapi: 3.1.0, info: { title: pets, version: '1' }, paths: { /pets: { get: { responses: {} } } } }")
  await using foreign = await startSandbox({ spec: [spec], with: ['iam'] })
  const { out } = await runCli('env', '--url', foreign.url)
  expect(out.match(/HUAWEICLOUD_SDK_REGION_\w+?(?=_CN)/g)).toEqual(['HUAWEICLOUD_SDK_REGION_IAM'])
})

test('wait returns when the sandbox answers', async () => {
  expect(await cli('wait')).toMatchObject({ code: 0, out: expect.stringContaining(`${sandbox.url} answers`) })
  expect(JSON.parse((await cli('wait', '--json')).out)).toMatchObject({
    ready: true,
    url: sandbox.url,
    urls: sandbox.urls,
    waited: expect.any(Number),
  })
})

test('a bare time-out counts seconds, and says so', async () => {
  expect((await runCli('wait', '--timeout', '0', '--url', '127.0.0.1:3')).err).toMatch(/^Waited 0s\. /)
})

test('wait gives up in time and says what it met', async () => {
  const { code, err } = await runCli('wait', '--timeout', '150ms', '--url', '127.0.0.1:3')
  expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^Waited 150ms\. Nothing answers at http:\/\/127\.0\.0\.1:3/) })
})

test('worlds are created, forked, listed, reset and dropped', async () => {
  expect((await cli('worlds', 'create', 'mine')).out).toContain('koosandbox env --world mine')
  expect(JSON.parse((await cli('worlds', 'fork', 'mine', 'other', '--json')).out)).toMatchObject({ name: 'other', parent: 'mine' })
  expect((await cli('worlds')).out.split('\n').map((line) => line.split(' ')[0])).toEqual(['default', 'mine', 'other', ''])
  expect((await cli('worlds', 'reset', 'other')).code).toBe(0)
  expect((await cli('worlds', 'drop', 'other')).out).toBe('World "other" is dropped.\n')
  expect(await cli('worlds', 'drop', 'other')).toEqual({
    code: 2,
    out: '',
    err: 'There is no world "other". Run `koosandbox world create other` to create it.\n',
  })
  expect(await cli('worlds', 'fork', 'other', 'third')).toMatchObject({ code: 2, err: expect.stringContaining('world create other`') })
  expect(await cli('worlds', 'create', 'mine')).toMatchObject({ code: 1, err: expect.stringContaining('already') })
  expect(await cli('worlds', 'create', 'x', '--start', 'nope')).toMatchObject({ code: 2, err: expect.stringMatching(/There are: .*empty/) })
  expect(await cli('worlds', 'drop', 'default')).toMatchObject({ code: 1, err: expect.stringContaining('reset it instead') })
})

test('the clock is read, moved, let go and frozen', async () => {
  expect((await cli('clock')).out).toMatch(/^2026-01-01T00:00:00\.000Z \(frozen\), next work /)
  expect((await cli('clock', 'advance', '3h')).out).toContain('2026-01-01T00:00:00.000Z → 2026-01-01T03:00:00.000Z (frozen)')
  expect(JSON.parse((await cli('clock', 'advance', '2026-01-02T00:00:00Z', '--json')).out).now).toBe('2026-01-02T00:00:00.000Z')
  expect(JSON.parse((await cli('clock', 'live', '--json')).out).mode).toBe('live')
  expect((await cli('clock', 'freeze')).out).toContain('(frozen)')
})

test.each([
  ['2020-01-01T00:00:00Z', 1, 'only goes forward'],
  ['2020-01-01', 1, 'only goes forward'],
  ['-1h', 1, 'only goes forward'],
  ['-P3D', 1, 'only goes forward'],
  ['P8000Y', 1, 'Time ends with the year 9999'],
  ['99999-01-01', 2, '3h, P1M or 90s'],
  ['soon', 2, '"soon" is not a duration. Write it like 3h, P1M or 90s. Or name a moment: 2027-01-01T00:00:00Z.'],
  ['', 2, 'by must be at least 1 character, not "".'],
])('the clock does not advance by "%s"', async (by, code, said) => {
  expect(await cli('clock', 'advance', by)).toEqual({ code, out: '', err: expect.stringContaining(said) })
})

test('an advance says how much fired', async () => {
  expect((await cli('clock', 'advance', '1ms')).out).toContain(', no planned work was due\n')
  expect((await cli('clock', 'advance', '2027-01-01')).out).toMatch(/2027-01-01T00:00:00.000Z \(frozen\), \d+ planned steps? done$/m)
})

test('planned work is listed, and a world without any exits 3', async () => {
  sandbox.worlds.open('busy-day', 'default').plan(Date.UTC(2026, 5, 1), 'order.deadline', { orderId: 'CS-none' })
  expect(await cli('clock', 'upcoming', '--world', 'busy-day')).toMatchObject({
    code: 0,
    out: expect.stringContaining('2026-06-01'),
    err: '',
  })
  sandbox.worlds.open('bare', 'empty')
  expect(await cli('clock', 'upcoming', '--world', 'bare')).toEqual({ code: 3, out: '', err: 'Nothing is planned.\n' })
})

test('settings are listed and set, as the kind of value they are', async () => {
  expect(JSON.parse((await cli('settings', '--json')).out).count).toBe(sandbox.world.settings().length)
  expect((await cli('settings', 'set', 'bss.rate', '10')).out).toContain('10 (usually 0)')
  expect(sandbox.world.setting('bss.rate')).toBe(10)
  expect(await cli('settings', 'set', 'bss.rate', 'many')).toMatchObject({ code: 2, err: expect.stringContaining('one of 0, 10, 20') })
  const { settings } = JSON.parse((await cli('settings', 'list', 'bss', '--json')).out)
  expect(settings.map(({ name }: { name: string }) => name)).toEqual(
    sandbox.world.settings().flatMap(({ name }) => (name.startsWith('bss.') ? [name] : [])),
  )
  expect(await cli('settings', 'list', 'bss.rat')).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean "bss.rate"?') })
})

test('the journal shows one line an exchange, and exits 3 when there is none', async () => {
  expect(await cli('journal')).toEqual({ code: 3, out: '', err: 'No calls yet.\n' })
  await sandbox.call('bss.ListCustomerOrders', { query: { limit: 'x' } })
  const { code, out } = await cli('journal')
  expect(code).toBe(0)
  expect(out.replace(/\d+\.\d ms/, 'N ms')).toBe(
    'GET    /v2/orders/customer-orders?limit=x   400 bss.ListCustomerOrders refused N ms CBC.0100 request.query.malformed /query/limit\n',
  )
  const { entries, last } = JSON.parse((await cli('journal', '--json')).out)
  expect(entries).toHaveLength(1)
  expect((await cli('journal', '--since', String(last))).code).toBe(3)
  expect((await cli('journal', '--operation', 'ListCustomerOrders')).out).toBe(out)
  expect((await cli('journal', '--operation', 'bss.PayOrders')).code).toBe(3)
  expect(await cli('journal', '--operation', 'PayOrder')).toMatchObject({ code: 2, err: expect.stringContaining('"PayOrders"?') })
  expect(await cli('journal', '--clear', '--json')).toEqual({ code: 0, out: '{\n  "cleared": true\n}\n', err: '' })
  expect(sandbox.journal.entries()).toEqual([])
})

describe('doctor', () => {
  const checks = async () => {
    const { code, out } = await cli('doctor', '--json')
    const report = JSON.parse(out) as { wrong: number; checks: { about: string; verdict: string; advice?: string }[] }
    return { code, ...report }
  }

  test('finds nothing wrong beside a running sandbox', async () => {
    for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy']) vi.stubEnv(name, '')
    expect(await checks()).toMatchObject({ code: 0, wrong: 0 })
  })

  test('finds a proxy that takes loopback calls away, and says what to set', async () => {
    vi.stubEnv('HTTP_PROXY', 'http://proxy.example:3128')
    vi.stubEnv('NO_PROXY', '')
    vi.stubEnv('no_proxy', '')
    const report = await checks()
    expect(report).toMatchObject({ code: 1, wrong: 1 })
    expect(report.checks.find(({ about }) => about === 'Proxies')?.advice).toContain('NO_PROXY=127.0.0.1')
  })
})

describe('something else at the address', () => {
  let other: Server
  let url: string
  beforeAll(async () => {
    other = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'))
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
  })
  afterAll(() => other.close())

  test.each([['clock'], ['wait'], ['doctor']])('%s says that it is no sandbox', async (command) => {
    const { code, out, err } = await runCli(command, '--url', url)
    expect(code).toBe(1)
    expect(out + err).toContain('is not koogallery-sandbox')
  })
})

test('a guarded sandbox wants its control token, from the flag or the environment', async () => {
  await using guarded = await startSandbox({ controlToken: 'open-sesame' })
  expect(await runCli('clock', '--url', guarded.url)).toMatchObject({ code: 1, err: expect.stringContaining('--control-token') })
  expect((await runCli('clock', '--url', guarded.url, '--control-token', 'open-sesame')).code).toBe(0)
  vi.stubEnv('KOOSANDBOX_CONTROL_TOKEN', 'open-sesame')
  expect((await runCli('clock', '--url', guarded.url)).code).toBe(0)
})

import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openAudit } from '../../src/access/audit.ts'
import { createCallerAddress } from '../../src/access/caller-address.ts'
import { SpecFault, startSandbox } from '../../src/index.ts'
import { tokenFile } from '../helpers/token-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'koosandbox-audit-'))
const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

test('every call of the control API is written down with who made it and how it ended, and no secret', async () => {
  const audit = join(folder, 'audit.jsonl')
  const red = { token: 'kst_red_secret', role: 'tester', namespace: 'red' }
  await using sandbox = await startSandbox({ tokens: tokenFile().write({ red }), audit, trustedProxies: ['127.0.0.0/8'] })
  const ask = async (method: string, path: string, headers: Record<string, string>, body?: object) => {
    const sent = { method, headers: { ...headers, 'content-type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) }
    await (await fetch(sandbox.url + path, sent)).text()
  }
  const shown = { 'X-Sandbox-Token': red.token }
  await ask('POST', '/_sandbox/worlds', shown, { name: 'main' })
  await ask('GET', '/_sandbox/credentials?world=main', { ...shown, 'X-Forwarded-For': '203.0.113.9, 127.0.0.2' })
  await ask('DELETE', '/_sandbox/journal', shown)
  await ask('GET', '/_sandbox/clock?token=kst_red_secret', {})
  await ask('GET', '/v2/orders/customer-orders', { 'X-Auth-Token': 'nobody' })
  expect(linesOf(audit)).toMatchObject([
    { who: 'red', role: 'tester', namespace: 'red', operation: 'sandbox.CreateWorld', world: 'red--main', status: 201, from: '127.0.0.1' },
    { who: 'red', operation: 'sandbox.ShowCredentials', world: 'red--main', status: 200, from: '203.0.113.9' },
    { who: 'red', operation: 'sandbox.ClearJournal', status: 403 },
    { operation: 'sandbox.ShowClock', status: 401 },
  ])
  const text = readFileSync(audit, 'utf8')
  expect(text).not.toContain(red.token)
  expect(text).not.toContain(sandbox.inWorld('red--main').credentials.buyer!.token)
})

test('the file is bounded: at its limit it is renamed, and the one before goes', () => {
  const target = join(folder, 'small.jsonl')
  const { write } = openAudit({ target, failed: () => {}, largest: 200 })
  for (let i = 0; i < 10; i++) write({ at: '2026-01-01T00:00:00.000Z', operation: `sandbox.Op${i}`, status: 200 })
  expect(linesOf(target).at(-1).operation).toBe('sandbox.Op9')
  expect(linesOf(target).length + linesOf(`${target}.1`).length).toBeLessThan(6)
  expect(existsSync(`${target}.2`)).toBe(false)
})

test('a file that cannot be written is told once', () => {
  const told: unknown[] = []
  const { write } = openAudit({ target: join(folder, 'no', 'such', 'file'), failed: (error) => told.push(error) })
  for (let i = 0; i < 3; i++) write({ at: '', operation: 'x', status: 200 })
  expect(told.length).toBe(1)
})

describe('an address is believed from named proxies only', () => {
  test.each<[string[], string, string | undefined, string]>([
    [[], '192.0.2.1', '203.0.113.9', '192.0.2.1'],
    [['10.0.0.0/8'], '192.0.2.1', '203.0.113.9', '192.0.2.1'],
    [['10.0.0.0/8'], '10.1.2.3', '203.0.113.9', '203.0.113.9'],
    [['10.0.0.0/8'], '::ffff:10.1.2.3', '203.0.113.9', '203.0.113.9'],
    [['10.0.0.0/8'], '10.1.2.3', '6.6.6.6, 203.0.113.9, 10.9.9.9', '203.0.113.9'],
    [['10.0.0.0/8'], '10.1.2.3', undefined, '10.1.2.3'],
    [['10.0.0.0/8'], '10.1.2.3', 'unknown, <script>', '10.1.2.3'],
    [['2001:db8::/32'], '2001:db8::1', '2001:db9::7', '2001:db9::7'],
  ])('%j, %s, %s: %s', (trustedProxies, remote, forwarded, address) => {
    expect(createCallerAddress(trustedProxies)(remote, forwarded)).toBe(address)
  })

  test.each(['10.0.0.0/33', 'proxy.example', '', '10.0.0.0/x'])('"%s" is refused', (name) => {
    expect(() => createCallerAddress([name])).toThrow(SpecFault)
  })
})

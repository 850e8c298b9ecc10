import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import { LISTED_LIMITS, SANDBOX_LIMITS } from '../../src/sandbox/limits.ts'
import { createMemoryWatch } from '../../src/sandbox/memory-limits.ts'
import { runCli } from '../cli/run-cli.ts'
import { openRaw, rawHttp } from '../helpers/raw-http.ts'

const LIST = '/v2/orders/customer-orders'
const security = readFileSync(join(import.meta.dirname, '../../SECURITY.md'), 'utf8')

test('every limit that can be set is listed with its default', () => {
  const settable = LISTED_LIMITS.filter((limit) => limit.settable)
  expect(settable.map(({ name, most }) => [name, most])).toEqual(Object.entries(SANDBOX_LIMITS))
})

test('SECURITY.md lists every limit as it is', () => {
  const rows = LISTED_LIMITS.map(
    ({ name, most, unit, about, told, settable }) =>
      `| \`${name}\`${settable ? ' (settable)' : ''} | ${`${most.toLocaleString('en-US')} ${unit}`.trim()} | ${about} | ${told} |`,
  )
  expect(rows.filter((row) => !security.includes(row))).toEqual([])
})

test('`doctor` lists them, in words and as JSON', { timeout: 60_000 }, async () => {
  const { out } = await runCli('doctor', '--url', 'http://127.0.0.1:9')
  for (const { name, most } of LISTED_LIMITS) expect(out).toMatch(new RegExp(`^${name}=? .*${most.toLocaleString('en-US')}`, 'm'))
  const json = JSON.parse((await runCli('doctor', '--json', '--url', 'http://127.0.0.1:9')).out)
  expect(json.limits).toHaveLength(LISTED_LIMITS.length)
})

describe('a limit that is set wrongly is refused by name', () => {
  test.each([
    [{ order: 5 }, 'there is no limit of "order". Did you mean "orders"?'],
    [{ worlds: 0 }, 'worlds must be a whole number of at least 1, not 0'],
    [{ idleTimeout: '10s' }, 'idleTimeout must be a whole number of at least 1, not "10s"'],
    [{ body: 5 }, 'there is no limit of "body"'],
  ])('%j in the configuration', async (limits, said) => {
    await expect(startSandbox({ config: { limits } })).rejects.toThrow(`config.limits: ${said}`)
  })

  test('on the command line', async () => {
    const { code, err } = await runCli('serve', '--port', '0', '--limit', 'conections=5')
    expect([code, err]).toEqual([2, expect.stringContaining('Did you mean "connections"?')])
  })
})

test('the configuration sets them, options go before', async () => {
  await using sandbox = await startSandbox({ config: { limits: { worlds: 2, snapshots: 1, journal: 2 } }, limits: { snapshots: 2 } })
  sandbox.worlds.open('second')
  expect(() => sandbox.worlds.open('third')).toThrow(/There are 2 worlds/)
  sandbox.worlds.snapshots.save('default', 'one')
  sandbox.worlds.snapshots.save('default', 'two')
  expect(() => sandbox.worlds.snapshots.save('default', 'three')).toThrow(/There are 2 snapshots/)
  for (let n = 0; n < 5; n++) await sandbox.call('bss.ListCustomerOrders')
  expect(sandbox.journal.entries()).toHaveLength(2)
})

test('connections beyond the limit are closed, and that is said once', async () => {
  const notices: string[] = []
  await using sandbox = await startSandbox({ limits: { connections: 2 }, onNotice: (text) => notices.push(text) })
  const held = [await openRaw(sandbox.url), await openRaw(sandbox.url)]
  for (let n = 0; n < 3; n++) {
    const further = await openRaw(sandbox.url)
    await further.closed
  }
  expect(notices).toEqual([expect.stringContaining('2 connections are open, which is the limit')])
  held[0]?.write(`GET ${LIST} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
  expect((await held[0]?.answer())?.status).toBe(401)
  for (const one of held) one.end()
})

describe('connections that do nothing end', () => {
  test('between two requests', async () => {
    await using sandbox = await startSandbox({ idleTimeout: 50 })
    const connection = await openRaw(sandbox.url)
    connection.write(`GET ${LIST} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    expect((await connection.answer()).status).toBe(401)
    await connection.closed
  })

  test('before the first request', async () => {
    await using sandbox = await startSandbox({ requestTimeout: 50 })
    const connection = await openRaw(sandbox.url)
    await connection.closed
  })

  test('while the sandbox goes on serving others', async () => {
    await using sandbox = await startSandbox({ requestTimeout: 200, idleTimeout: 200 })
    const idle = await Promise.all(Array.from({ length: 50 }, () => openRaw(sandbox.url)))
    for (const one of idle.slice(0, 25)) one.write(`POST ${LIST} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{`)
    expect((await rawHttp(sandbox.url, { target: LIST })).status).toBe(401)
    await Promise.all(idle.map(({ closed }) => closed))
  })
})

test('a refusal for want of memory names the size of the body', () => {
  // Reading it would take more than any process of Node has.
  const why = createMemoryWatch().short(2_000_000_000)
  expect(why).toContain('a body of 2000.0 MB')
  expect(createMemoryWatch().short(0)).toBeUndefined()
})

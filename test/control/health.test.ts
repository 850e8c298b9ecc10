import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSandbox, type Sandbox, startSandbox } from '../../src/index.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ clock: 'frozen', controlToken: 'the-token' })
})
afterAll(() => sandbox.close())

const get = (path: string, token?: string) =>
  sandbox.fetch(new URL(path, sandbox.url), { redirect: 'manual', headers: token === undefined ? {} : { 'X-Sandbox-Token': token } })

test.each([
  ['live', { live: true }],
  ['ready', { ready: true }],
])('a probe asks without a token whether it is %s', async (what, body) => {
  const answer = await get(`/_sandbox/health/${what}`)
  expect({ status: answer.status, body: await answer.json() }).toEqual({ status: 200, body })
})

/** The number behind a name with its labels; undefined where there is none. */
async function numbers(): Promise<(name: string) => number | undefined> {
  const answer = await get('/_sandbox/metrics', 'the-token')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain; version=/)])
  const lines = new Map((await answer.text()).split('\n').map((line) => [line.slice(0, line.lastIndexOf(' ')), line]))
  return (name) => {
    const line = lines.get(name)
    return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ')))
  }
}

test('numbers need the token, and stand where programs look for them', async () => {
  expect((await get('/_sandbox/metrics')).status).toBe(401)
  const led = await get('/metrics')
  expect([led.status, led.headers.get('location')]).toEqual([307, '/_sandbox/metrics'])
})

test('requests, verdicts, faults, calls to sellers and worlds are counted', async () => {
  const before = await numbers()
  expect(before('koosandbox_worlds')).toBe(1)
  await sandbox.call('bss.ListCustomerOrders')
  await sandbox.call('bss.ListCustomerOrders', { query: { limit: 101 } })
  sandbox.faults.add({ on: 'bss.ListCustomerOrders', status: 503, times: 1 })
  await sandbox.call('bss.ListCustomerOrders')
  const { world, deliveries, clock } = sandbox.inWorld('another')
  const product = [...world.products.all()].find(({ kind, sellerId }) => kind === 'saas' && sellerId !== undefined)
  // Nobody listens there.
  world.addresses.put({ id: 'dead', sellerId: product?.sellerId as string, use: 'basic', url: 'http://127.0.0.1:1/isv' })
  deliveries.trigger('newInstance', { product: product?.id as string })
  await clock.advance('1m')
  const after = await numbers()
  const rows = {
    'koosandbox_requests_total{service="bss",status="2xx",origin="behaviour"}': 1,
    'koosandbox_requests_total{service="bss",status="4xx",origin="refused"}': 1,
    'koosandbox_requests_total{service="bss",status="5xx",origin="scenario"}': 1,
    'koosandbox_request_duration_seconds_count{service="bss"}': 3,
    'koosandbox_request_checks_total{verdict="error"}': 1,
    'koosandbox_request_checks_total{verdict="none"}': 2,
    'koosandbox_faults_total{on="requests"}': 1,
    'koosandbox_deliveries_total{operation="production.newInstance",outcome="planned"}': 1,
    'koosandbox_deliveries_total{operation="production.newInstance",outcome="attempted"}': 1,
    koosandbox_worlds: 2,
  }
  expect(Object.fromEntries(Object.keys(rows).map((name) => [name, after(name)]))).toEqual(rows)
  expect(after('process_resident_memory_bytes')).toBeGreaterThan(1e6)
})

test('a document with a path of that name keeps it', async () => {
  const openapi = { openapi: '3.1.0', info: { title: 'Own', version: '1' } }
  const paths = { '/metrics': { get: { responses: { 200: { description: 'its own', content: { 'text/plain': { example: 'own 1' } } } } } } }
  const folder = mkdtempSync(join(tmpdir(), 'metrics-'))
  writeFileSync(join(folder, 'own.json'), JSON.stringify({ ...openapi, paths }))
  await using own = await openSandbox({ port: 0, spec: [join(folder, 'own.json')] })
  rmSync(folder, { recursive: true })
  expect(await (await own.fetch(`${own.url}/metrics`)).text()).toBe('own 1')
})

test('a sandbox that stops wants no more calls, and lives until it is gone', async () => {
  const stopping = await startSandbox({ clock: 'frozen' })
  const closed = stopping.close()
  const [ready, live] = await Promise.all(['ready', 'live'].map((what) => stopping.fetch(`${stopping.url}/_sandbox/health/${what}`)))
  expect([ready?.status, await ready?.json()]).toEqual([503, { ready: false, reason: 'The sandbox stops.' }])
  expect(live?.status).toBe(200)
  await closed
})

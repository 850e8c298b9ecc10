import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { openRaw, type RawRequest, rawHttp, rawRequest } from '../helpers/raw-http.ts'

const LIST = '/v2/orders/customer-orders'
const PAY = '/v3/orders/customer-orders/pay'
const K = 1024
const M = K * K
const NO_ID = '0'.repeat(32)

let sandbox: Sandbox
let hurried: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
  hurried = await startSandbox({ requestTimeout: 300 })
})
afterAll(async () => {
  await sandbox.close()
  await hurried.close()
})

const token = () => ({ 'X-Auth-Token': sandbox.credentials.buyer!.token })
const list = () => rawHttp(sandbox.url, { target: LIST, headers: token() })

describe('the gateway’s documented limits', () => {
  const many = (count: number, size: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`X-Filler-${i}`, 'a'.repeat(size)]))

  test.each<[string, RawRequest, number, string, string]>([
    [
      'an address past 32 K',
      { target: `${LIST}?order_id=${'a'.repeat(32 * K)}` },
      414,
      'Request URI too large.',
      'request.size.refused /path',
    ],
    [
      'one header past 32 K',
      { target: LIST, headers: { 'X-A': 'a'.repeat(32 * K) } },
      494,
      'Request headers too large.',
      'request.size.refused /header',
    ],
    [
      'headers past 128 K together',
      { target: LIST, headers: many(5, 27 * K) },
      494,
      'Request headers too large.',
      'request.size.refused /header',
    ],
    [
      'a header far beyond what Node reads',
      { target: LIST, headers: { 'X-A': 'a'.repeat(3 * M) } },
      494,
      'Request headers too large.',
      'request.size.refused',
    ],
    ['an address far beyond it', { target: `/${'a'.repeat(M)}` }, 494, 'Request headers too large.', 'request.size.refused'],
    [
      'a length past 12 MB, before a byte of it is sent',
      { method: 'POST', target: PAY, headers: { 'Content-Length': String(12 * M + 1) } },
      413,
      'Request entity too large.',
      'request.size.refused /body',
    ],
    [
      'a body past 12 MB',
      { method: 'POST', target: PAY, body: 'a'.repeat(12 * M + 1) },
      413,
      'Request entity too large.',
      'request.size.refused /body',
    ],
    [
      'a body past 12 MB in chunks',
      { method: 'POST', target: PAY, body: 'a'.repeat(13 * M), chunked: 64 * K },
      413,
      'Request entity too large.',
      'request.size.refused /body',
    ],
  ])('%s', async (_what, request, status, error_msg, verdict) => {
    const answer = await rawHttp(sandbox.url, request)
    expect(answer).toMatchObject({
      status,
      headers: { 'content-type': 'application/json', 'x-request-id': NO_ID, 'x-sandbox-verdict': verdict },
    })
    expect(answer.json()).toEqual({ error_code: 'APIGW.0201', error_msg, request_id: NO_ID })
    expect((await list()).status).toBe(200)
  })

  test.each<[string, () => RawRequest, number]>([
    ['an address of 32 K', () => ({ target: `${LIST}?order_id=`.padEnd(32 * K, 'a'), headers: token() }), 400],
    ['one header of 32 K', () => ({ target: LIST, headers: { ...token(), 'X-A': 'a'.repeat(32 * K - 7) } }), 200],
    ['three thousand headers', () => ({ target: LIST, headers: { ...many(3000, 1), ...token() } }), 200],
    ['a body of 12 MB', () => ({ method: 'POST', target: PAY, headers: token(), body: ' '.repeat(12 * M) }), 400],
  ])('%s passes', async (_what, request, status) => {
    const answer = await rawHttp(sandbox.url, request())
    expect(answer.status).toBe(status)
    expect(answer.body).not.toContain('APIGW.0201')
  })

  test('what was turned away stands in the journal, shortened, and its prefix follows the setting', async () => {
    sandbox.world.set('gateway.prefix', 'APIG')
    const answer = await rawHttp(sandbox.url, { target: `${LIST}?order_id=${'a'.repeat(40 * K)}` })
    sandbox.world.set('gateway.prefix', 'APIGW')
    expect(answer.json().error_code).toBe('APIG.0201')
    const entry = sandbox.journal.entries().at(-1)!
    expect(entry).toMatchObject({
      origin: 'refused',
      error: 'APIGW.0201:uri',
      findings: [{ expected: 'an address of at most 32768 bytes' }],
    })
    expect(entry.request.query.length).toBeLessThan(2000)
  })
})

describe('slow requests', () => {
  test.each([
    ['a body that never ends', `POST ${PAY} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 30\r\n\r\n{"order`],
    ['chunks that never end', `POST ${PAY} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{"order\r\n`],
    ['headers that never end', `GET ${LIST} HTTP/1.1\r\nHost: localhost\r\nX-Slow:`],
  ])('%s: 408 in JSON, and the connection is closed', async (_what, bytes) => {
    const connection = await openRaw(hurried.url)
    connection.write(bytes)
    const answer = await connection.answer()
    expect(answer).toMatchObject({ status: 408, headers: { 'content-type': 'application/json' } })
    expect(answer.json()).toEqual({ error_code: 'APIGW.0201', error_msg: 'API request error.', request_id: NO_ID })
    await connection.closed
    expect((await list()).status).toBe(200)
  })

  test('a client that drips every byte in time is served', async () => {
    const connection = await openRaw(hurried.url)
    for (const byte of rawRequest({
      method: 'GET',
      target: LIST,
      headers: { ...token(), 'Content-Type': 'application/json' },
      body: '{}',
    })) {
      connection.write(Uint8Array.of(byte))
    }
    expect((await connection.answer()).status).toBe(200)
    connection.end()
  })
})

describe('clients that go away', () => {
  test('in the middle of a body', async () => {
    for (let i = 0; i < 20; i++) {
      const connection = await openRaw(sandbox.url)
      connection.write(`POST ${PAY} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{"order_id":`)
      connection.socket.resetAndDestroy()
      await connection.closed
    }
    expect((await list()).status).toBe(200)
  })

  test('before they read the answer', async () => {
    for (let i = 0; i < 20; i++) {
      const connection = await openRaw(sandbox.url)
      connection.write(rawRequest({ target: LIST, headers: token() }))
      connection.end()
      await connection.closed
    }
    expect((await list()).status).toBe(200)
  })
})

test('two hundred requests at once are all answered', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      fetch(`${sandbox.url}${LIST}?offset=${i % 5}`, { headers: token() }).then((answer) => answer.status),
    ),
  )
  expect(new Set(statuses)).toEqual(new Set([200]))
})

test('closing lets requests on their way finish, and cuts those that do not once the drain is over', async () => {
  // Far below what a request may take (`requestTimeout`): it is the drain that ends what hangs.
  const other = await startSandbox({ drain: 200 })
  const hanging = await openRaw(other.url)
  hanging.write(`POST ${PAY} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 30\r\n\r\n{`)
  const idle = await openRaw(other.url)
  idle.write(rawRequest({ target: '/nowhere' }))
  await idle.answer()
  const late = fetch(`${other.url}${LIST}`, { headers: { 'X-Auth-Token': other.credentials.buyer!.token } }).then(
    (answer) => answer.status,
    () => 'cut',
  )
  await other.close()
  await Promise.all([hanging.closed, idle.closed])
  expect([200, 'cut']).toContain(await late)
  await expect(fetch(other.url)).rejects.toThrow()
})

import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtInBundle, type Sandbox, specsOf, startSandbox, systemClock } from '../../src/index.ts'
import { openCheckingProxy } from '../../src/proxy/checking-proxy.ts'
import { openSignProxy } from '../../src/proxy/sign-proxy.ts'
import { processorTime, yardstick } from '../helpers/processor-time.ts'
import { openRaw, type RawRequest, rawHttp } from '../helpers/raw-http.ts'
import { jsonAnswer, openUpstream } from '../proxy/upstream.ts'

const BODY = '{"activity":"newInstance"}'
const JSON_TYPE = { 'content-type': 'application/json' }
const PAY = '/v3/orders/customer-orders/pay'

const closing: { close(): Promise<unknown> }[] = []
let sandbox: Sandbox
let yard: number
const urls = { sandbox: '', signing: '', checking: '' }

beforeAll(async () => {
  sandbox = await startSandbox()
  yard = await yardstick()
  const upstream = await openUpstream(() => jsonAnswer(200, { resultCode: '000000' }))
  const signing = await openSignProxy({ upstream: upstream.url, key: 'k', now: systemClock.now, nonce: () => 'n' })
  const checking = await openCheckingProxy({ upstream: upstream.url, specs: specsOf(builtInBundle()), timeout: 5000, systemClock })
  closing.push(signing, checking, upstream, sandbox)
  Object.assign(urls, { sandbox: sandbox.url, signing: signing.url, checking: checking.url })
}, 60_000)
afterAll(async () => {
  for (const one of closing) await one.close()
})

describe.each(['sandbox', 'signing', 'checking'] as const)('the listener of the %s', (name) => {
  const whole = (): RawRequest =>
    name === 'sandbox' ? { target: '/_sandbox/clock' } : { method: 'POST', target: '/', body: BODY, headers: JSON_TYPE }
  const ask = async (more: Partial<RawRequest> = {}) =>
    (await rawHttp(urls[name], { ...whole(), ...more, headers: { ...(whole().headers as object), ...(more.headers as object) } })).status

  test.each('127.0.0.1 localhost LOCALHOST:80 localhost. localhost.:8080 [::1] [::1]:4100 a.localhost'.split(' '))(
    'is called as %s',
    async (host) => {
      expect(await ask({ host })).toBe(200)
    },
  )

  test.each([
    ...'evil.example evil.example. localhost.evil.example 127.0.0.1.evil.example evil.example:127.0.0.1 127.0.0.1@evil.example'.split(' '),
    ...'evil.example#localhost [::1].evil.example [::2] 0x7f.1 169.254.169.254 localhost:80:90 localhost,evil.example'.split(' '),
    'localhost evil.example',
  ])('is not called as %s', async (host) => {
    expect([400, 403]).toContain(await ask({ host }))
  })

  test.each([
    ['localhost', 'evil.example'],
    ['evil.example', 'localhost'],
    ['localhost', 'localhost'],
  ])('nor by two names, %s and %s', async (one, two) => {
    const text = `GET /_sandbox/clock HTTP/1.1\r\nHost: ${one}\r\nHost: ${two}\r\nConnection: close\r\n\r\n`
    expect([400, 403]).toContain((await rawHttp(urls[name], text)).status)
  })

  test.each<[string, Record<string, string>, number]>([
    ['of no origin that it would tell', { origin: 'null' }, 403],
    ['of another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['of an empty origin', { origin: '' }, 403],
    ['across sites', { 'sec-fetch-site': 'Cross-Site' }, 403],
    ['of the same site', { 'sec-fetch-site': 'same-site' }, 403],
    ['that says two things', { 'sec-fetch-site': 'none, cross-site' }, 403],
    ['that leads here', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 403],
    ['of its own', { 'sec-fetch-site': 'same-origin' }, 200],
  ])('and a page %s: %o is %i', async (_what, headers, status) => {
    expect(await ask({ headers })).toBe(status)
  })

  test.each<[string, string]>([
    ['length and chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['another coding', 'Transfer-Encoding: identity\r\n\r\n'],
    ['a coding that looks like chunks', 'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n'],
    ['two codings', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n'],
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x'],
    ['a length with a sign', 'Content-Length: +2\r\n\r\n{}'],
    ['a chunk without a size', 'Transfer-Encoding: chunked\r\n\r\nzz\r\n'],
    ['a name with a blank', 'Content-Length : 2\r\n\r\n{}'],
  ])('a message whose end two readers would see elsewhere is refused: %s', async (_what, rest) => {
    expect((await rawHttp(urls[name], `POST / HTTP/1.1\r\nHost: localhost\r\n${rest}`)).status).toBe(400)
    expect(await ask()).toBe(200)
  })

  test.each<[string, () => [Record<string, string>, string | Uint8Array]]>([
    ['bomb of gzip', () => [{ ...JSON_TYPE, 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(10_000_000, '['))]],
    ['a million levels', () => [JSON_TYPE, '['.repeat(1_000_000)]],
    ['levels that are closed again', () => [JSON_TYPE, `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`]],
    ['members', () => [JSON_TYPE, `{${Array.from({ length: 300_000 }, (_, i) => `"a${i}":1`).join(',')}}`]],
    ['digits', () => [JSON_TYPE, `{"activity":"x","n":${'9'.repeat(1_000_000)}}`]],
    [
      'parts',
      () => [
        { 'content-type': 'multipart/form-data; boundary=x' },
        '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(50_000),
      ],
    ],
    ['fields', () => [{ 'content-type': 'application/x-www-form-urlencoded' }, 'a=b&'.repeat(300_000)]],
    ['names of prototypes', () => [JSON_TYPE, '{"activity":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}']],
    ['bytes that are no text', () => [JSON_TYPE, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])]],
  ])('a body of many %s costs little, and others are answered', async (_what, make) => {
    const [headers, body] = make()
    const target = name === 'sandbox' ? PAY : '/'
    const used = await processorTime(async () => {
      expect((await rawHttp(urls[name], { method: 'POST', target, headers, body })).status).toBeLessThan(500)
    })
    expect(used / yard).toBeLessThan(20)
    expect(await ask()).toBe(200)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  test.each<[string, Record<string, string>, number]>([
    ['whether it may send its body', { expect: '100-continue' }, 200],
    ['that from the page of another site', { expect: '100-continue', origin: 'http://evil.example' }, 403],
    ['something that nobody knows', { expect: 'much' }, 200],
  ])('a client that asks %s is answered', async (_what, headers, status) => {
    expect(await ask({ headers })).toBe(status)
  })

  test('a client that sends many requests and reads no answer keeps no other waiting', async () => {
    const connection = await openRaw(urls[name])
    connection.socket.pause()
    const one = `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`
    connection.write(one.repeat(3000))
    const used = await processorTime(async () => {
      for (let n = 0; n < 5; n++) expect(await ask()).toBe(200)
    })
    expect(used / yard).toBeLessThan(60)
    connection.end()
  })
})

test('a seller’s compressed answer is unpacked up to the limit, and a larger one is reported', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))
  const head = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`
  const upstream = await openUpstream(() => Buffer.concat([Buffer.from(head), bomb]))
  const proxy = await openSignProxy({ upstream: upstream.url, key: 'k', now: systemClock.now, nonce: () => 'n' })
  const answer = await rawHttp(proxy.url, { method: 'POST', target: '/', headers: JSON_TYPE, body: BODY })
  expect([answer.status, answer.json().detail]).toEqual([502, expect.stringContaining('larger than 16 MB')])
  await proxy.close()
  await upstream.close()
})

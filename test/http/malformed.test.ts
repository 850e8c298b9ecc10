import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { openRaw, type RawRequest, rawHttp, rawRequest } from '../helpers/raw-http.ts'

const LIST = '/v2/orders/customer-orders'
const PAY = '/v3/orders/customer-orders/pay'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const token = () => ({ 'X-Auth-Token': sandbox.credentials.buyer!.token })

describe('a path or method that no spec has', () => {
  test.each([
    ['GET', '/', 'path'],
    ['GET', '/v2/orders', 'path'],
    ['GET', '/favicon.ico', 'path'],
    ['GET', '//v2/orders/customer-orders', 'path'],
    ['GET', '/v2/./orders/customer-orders', 'path'],
    ['GET', '/v2/orders/customer-orders//', 'path'],
    ['GET', '/V2/orders/customer-orders', 'path'],
    ['GET', '/v2/orders/customer-orders/details/', 'path'],
    ['GET', '/__proto__', 'path'],
    ['GET', '/v2/%E4%B8%AD/%zz', 'path'],
    ['POST', LIST, 'method'],
    ['OPTIONS', LIST, 'method'],
    ['TRACE', LIST, 'method'],
    ['PATCH', PAY, 'method'],
    ['PROPFIND', LIST, 'method'],
  ])('%s %s', async (method, target, what) => {
    const answer = await rawHttp(sandbox.url, { method, target, headers: token() })
    expect(answer).toMatchObject({
      status: 404,
      headers: { 'content-type': 'application/json', 'x-sandbox-verdict': `request.${what}.unknown /${what}` },
    })
    const error_msg = what === 'path' ? 'The API does not exist or has not been published in the environment.' : 'The API does not exist.'
    const expected = { error_code: 'APIGW.0101', error_msg, request_id: answer.headers['x-request-id'] }
    expect(answer.json()).toEqual(expected)
  })

  test('HEAD: the same status and length as GET would have, and no body', async () => {
    const answer = await rawHttp(sandbox.url, { method: 'HEAD', target: LIST, headers: token() })
    const body = { error_code: 'APIGW.0101', error_msg: 'The API does not exist.', request_id: answer.headers['x-request-id'] }
    expect(answer).toMatchObject({
      status: 404,
      headers: {
        'content-type': 'application/json',
        'content-length': String(JSON.stringify(body).length),
        'x-sandbox-verdict': 'request.method.unknown /method',
      },
      body: '',
    })
  })

  test('the finding names the methods that there are', async () => {
    await rawHttp(sandbox.url, { method: 'DELETE', target: '/v2/orders/subscriptions/resources/autorenew' })
    await rawHttp(sandbox.url, { method: 'PUT', target: '/v2/orders/subscriptions/resources/autorenew/x' })
    expect(sandbox.journal.entries().at(-1)!.findings).toMatchObject([
      { code: 'request.method.unknown', expected: 'DELETE or POST', got: 'PUT' },
    ])
  })
})

describe('bytes that are not HTTP get 400 in the gateway’s form, and the connection is closed', () => {
  const head = `POST ${PAY} HTTP/1.1\r\nHost: localhost\r\n`
  test.each([
    ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['CONNECT', 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n'],
    ['a version nobody knows', `GET ${LIST} HTTP/9.9\r\nHost: localhost\r\n\r\n`],
    ['HTTP/2 without being asked', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['an address without a slash', 'GET orders HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['an address with a backslash', 'GET /v2\\orders HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['an address of raw bytes', `GET ${LIST}/details/\xe4\xb8\xad HTTP/1.1\r\nHost: localhost\r\n\r\n`],
    ['no Host', `GET ${LIST} HTTP/1.1\r\n\r\n`],
    ['a Host that is none', `GET ${LIST} HTTP/1.1\r\nHost: a b\r\n\r\n`],
    ['a Host with a path', `GET ${LIST} HTTP/1.1\r\nHost: x/y\r\n\r\n`],
    ['a blank in a header name', `${head}Bad Header: 1\r\n\r\n`],
    ['a control character in a header', `${head}X-A: a\x01b\r\n\r\n`],
    ['both a length and chunks', `${head}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['two lengths', `${head}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`],
    ['a length below nothing', `${head}Content-Length: -3\r\n\r\n`],
    ['a length in words', `${head}Content-Length: three\r\n\r\n`],
    ['a chunk without a size', `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n`],
    ['a coding nobody asked for', `${head}Transfer-Encoding: gzip\r\n\r\nzz`],
  ])('%s', async (_what, bytes) => {
    const answer = await rawHttp(sandbox.url, bytes)
    expect(answer).toMatchObject({
      status: 400,
      headers: { 'content-type': 'application/json', 'x-sandbox-verdict': expect.stringMatching(/^request\.http\.[a-z0-9-]+$/) },
    })
    expect(answer.json()).toEqual({ error_code: 'APIGW.0201', error_msg: 'API request error.', request_id: answer.headers['x-request-id'] })
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/)
    expect((await rawHttp(sandbox.url, { target: LIST, headers: token() })).status).toBe(200)
  })
})

test.each([
  ['FETCH', `FETCH ${LIST} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
  ['get', `get ${LIST} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
])('the method %s, which HTTP itself does not know, is an API that does not exist', async (_method, bytes) => {
  const answer = await rawHttp(sandbox.url, bytes)
  expect(answer).toMatchObject({ status: 404, headers: { 'x-sandbox-verdict': 'request.method.unknown' } })
  expect(answer.json()).toMatchObject({ error_code: 'APIGW.0101', error_msg: 'The API does not exist.' })
})

test('bytes that are not HTTP, behind a good request, do not keep its answer back', async () => {
  const { token: value } = sandbox.credentials.buyer!
  const good = `GET ${LIST}?limit=1 HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: ${value}\r\n\r\n`
  expect(await rawHttp(sandbox.url, `${good}GARBAGE\r\n\r\n`)).toMatchObject({ status: 200 })
})

describe('unusual requests that HTTP allows', () => {
  test.each<[string, () => RawRequest, number]>([
    ['the whole address, as a proxy gets it', () => ({ target: `http://bss.myhuaweicloud.com${LIST}?limit=1`, headers: token() }), 200],
    ['Host in capitals', () => ({ target: LIST, host: 'BSS.MyHuaweiCloud.com', headers: token() }), 200],
    ['Host of a neighbour', () => ({ target: LIST, host: 'iam.myhuaweicloud.com:443', headers: token() }), 200],
    ['an invitation to WebSockets', () => ({ target: LIST, headers: { ...token(), Connection: 'Upgrade', Upgrade: 'websocket' } }), 200],
    ['Expect: 100-continue', () => ({ target: LIST, headers: { ...token(), Expect: '100-continue' }, body: '{}' }), 200],
    ['an expectation nobody knows', () => ({ target: LIST, headers: { ...token(), Expect: 'much' }, body: '{}' }), 200],
    ['header names in capitals', () => ({ target: LIST, headers: { 'X-AUTH-TOKEN': token()['X-Auth-Token'] } }), 200],
    ['a final slash', () => ({ target: `${LIST}/`, headers: token() }), 200],
  ])('%s is served', async (_what, request, status) => {
    expect((await rawHttp(sandbox.url, request())).status).toBe(status)
  })

  test('after a refusal the connection goes on, and pipelined requests are answered in order', async () => {
    const connection = await openRaw(sandbox.url)
    const requests = [
      rawRequest({ target: '/nowhere' }),
      rawRequest({ method: 'POST', target: PAY, headers: token(), body: '{"broken":' }),
      rawRequest({ target: LIST }),
      rawRequest({ target: `${LIST}?limit=1`, headers: token() }),
    ]
    connection.write(Buffer.concat(requests))
    const statuses = []
    for (const _ of requests) statuses.push((await connection.answer()).status)
    expect(statuses).toEqual([404, 400, 401, 200])
    connection.write(requests[3]!)
    expect((await connection.answer()).status).toBe(200)
    connection.end()
  })
})

describe('bodies', () => {
  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'request.body.missing /body'],
    ['broken JSON', '{"order_id":', 'request.body.unparsable /body'],
    ['XML', '<order/>', 'request.body.unparsable /body'],
    ['a form', 'order_id=CS1', 'request.body.unparsable /body'],
    ['bytes that are not UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d), 'request.body.unparsable /body'],
    ['UTF-16', Buffer.from('{"order_id":"CS1"}', 'utf16le'), 'request.body.unparsable /body'],
    ['seventy levels', deep(70), 'request.body.malformed /body'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'request.body.malformed /body'],
    ['a hundred thousand levels', deep(100_000), 'request.body.malformed /body'],
    ['a list', '[]', 'request.body.malformed /body'],
    ['null', 'null', 'request.body.malformed /body'],
    ['a number', '1', 'request.body.malformed /body'],
    [
      'keys of Object’s prototype instead of the mandatory ones',
      '{"__proto__":{"order_id":"CS1"},"constructor":{}}',
      'request.body.missing /body/order_id',
    ],
  ])('%s', async (_what, body, verdict) => {
    const answer = await rawHttp(sandbox.url, {
      method: 'POST',
      target: PAY,
      headers: { ...token(), 'Content-Type': 'application/json' },
      body,
    })
    expect([answer.status, answer.json().error_code]).toEqual([400, expect.stringMatching(/^CBC\.010[01]$/)])
    expect(answer.headers['x-sandbox-verdict']).toContain(verdict)
  })

  test('of a member written twice the last counts, and a finding tells', async () => {
    const body = '{"order_id":"first","order_id":"CS2","use_coupon":"NO","use_discount":"NO"}'
    const answer = await rawHttp(sandbox.url, { method: 'POST', target: PAY, headers: token(), body })
    expect(answer.headers['x-sandbox-verdict']).toContain('request.body.duplicate /body/order_id')
    expect(answer.json().error_code).toBe('CBC.30000010')
  })
})

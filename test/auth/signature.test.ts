import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { rawHttp } from '../helpers/raw-http.ts'
import { createSeeded } from '../helpers/seeded.ts'
import { type SignedCall, sendSigned, signedRequest } from '../helpers/signed-call.ts'

const LIST = '/v2/orders/customer-orders'
const PAY = '/v3/orders/customer-orders/pay'
const json = { 'Content-Type': 'application/json' }
const body = (text: string, more: Partial<SignedCall> = {}): SignedCall => ({
  method: 'POST',
  target: PAY,
  headers: json,
  body: text,
  ...more,
})

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const buyer = () => sandbox.credentials.buyer!
const send = (call: SignedCall) => sendSigned(sandbox.url, call, buyer())
const lastFinding = () => sandbox.journal.entries().at(-1)!.findings[0]

describe('a signature is verified on the bytes as they came, with the client’s own SignedHeaders', () => {
  // An order that does not exist is refused by the order service, so these got past the gateway.
  const unknownOrder = [400, 'CBC.30000010'] as const

  test.each<[string, SignedCall, number, string?]>([
    ['a plain list', { target: `${LIST}?limit=1` }, 200],
    ['the body `{}` on a GET, as the Node SDK’s look-ups send it', { target: LIST, headers: json, body: '{}' }, 200],
    ['a body that holds JSON on a GET', { target: LIST, headers: json, body: '{"order_id":"CS中文"}' }, 200],
    [
      'a body in chunks, as Java sends it',
      body('{"order_id":"CS1","use_coupon":"NO","use_discount":"NO"}', { chunked: 7 }),
      ...unknownOrder,
    ],
    ['a body in chunks on a GET', { target: LIST, body: '{}', chunked: 1 }, 200],
    ['a trailing newline, as Go sends it', body('{"order_id":"CS1","use_coupon":"NO","use_discount":"NO"}\n'), ...unknownOrder],
    [
      'escaped angle brackets, as Go writes them',
      body('{"order_id":"\\u003cCS\\u0026\\u003e","use_coupon":"NO","use_discount":"NO"}\n'),
      ...unknownOrder,
    ],
    [
      'blanks after colons and commas, as Python writes them',
      body('{"order_id": "CS\\u4e2d",  "use_coupon" :"NO",\t"use_discount": "NO"}'),
      ...unknownOrder,
    ],
    ['Chinese in UTF-8', body('{"order_id":"CS中文","use_coupon":"NO","use_discount":"NO"}'), ...unknownOrder],
    [
      '`host` unsigned, as Go 0.0.30 does',
      { target: LIST, headers: { ...json, 'User-Agent': 'huaweicloud-usdk-go/3.0' }, signedHeaders: ['content-type', 'user-agent'] },
      200,
    ],
    ['nothing signed but the date', { target: LIST, headers: json, signedHeaders: [] }, 200],
    ['a bare query name', { target: `${LIST}?service_type_code&status=5`, signAs: { query: 'service_type_code=&status=5' } }, 200],
    ['a plus for a blank', { target: `${LIST}?order_id=CS+1%25`, signAs: { query: 'order_id=CS%201%25' } }, 200],
    ['names sent unsorted', { target: `${LIST}?status=5&limit=2`, signAs: { query: 'limit=2&status=5' } }, 200],
    ['a star that Java leaves alone', { target: `${LIST}?order_id=CS*`, signAs: { query: 'order_id=CS%2A' } }, 200],
    [
      'a slash in an id that Python sends as %2F and signs as a slash',
      { target: `${LIST}/details/CS%2F1`, signAs: { path: `${LIST}/details/CS/1` } },
      ...unknownOrder,
    ],
    ['small hex digits in an escape', { target: `${LIST}/details/CS%e4%b8%ad`, signAs: { path: `${LIST}/details/CS中` } }, ...unknownOrder],
    [
      'Content-Type with a charset',
      body('{"order_id":"CS1","use_coupon":"NO","use_discount":"NO"}', { headers: { 'Content-Type': 'application/json;charset=UTF-8' } }),
      ...unknownOrder,
    ],
    ['a final slash that is signed but not sent, as the Node SDK does', { target: LIST, signAs: { path: `${LIST}/` } }, 200],
    ['a final slash that is sent and signed', { target: `${LIST}/?limit=1` }, 200],
    [
      'a payload that is not signed',
      body('{"order_id":"CS1","use_coupon":"NO","use_discount":"NO"}', {
        headers: { ...json, 'X-Sdk-Content-Sha256': 'UNSIGNED-PAYLOAD' },
        signAs: { body: '' },
      }),
      ...unknownOrder,
    ],
    ['blanks around a header’s value', { target: LIST, headers: { 'X-Domain-Id': '  dom1\t ' } }, 200],
    ['a header of UTF-8 text', { target: LIST, headers: { 'X-Project-Name': Buffer.from('电商').toString('latin1') } }, 200],
  ])('%s', async (_what, call, status, error_code) => {
    const answer = await send(call)
    expect([answer.status, answer.json().error_code]).toEqual([status, error_code])
    expect(answer.headers['x-sandbox-verdict'] ?? '').not.toContain('request.auth')
  })
})

test('one changed byte in body, query, path or a signed header refuses', async () => {
  const random = createSeeded(614)
  const call = body('{"order_id":"CS2601010751GR6OM","use_coupon":"NO","use_discount":"NO"}', {
    target: `${PAY}?limit=10&order_id=CS1`,
    headers: { ...json, 'X-Domain-Id': 'c9e731c4663646988ef4cdb3122837b6' },
  })
  const change = (text: string, from = 0) => {
    const at = from + random.int(text.length - from)
    const old = text.charCodeAt(at)
    // A letter or digit for another, so that routing and HTTP stay as they were.
    let now = old
    while (now === old) now = random.pick('abcdefghijklmnopqrstuvwxyz0123456789').charCodeAt(0)
    return text.slice(0, at) + String.fromCharCode(now) + text.slice(at + 1)
  }
  for (let round = 0; round < 60; round++) {
    const request = signedRequest(call, buyer())
    const part = ['body', 'query', 'path', 'header'][round % 4]
    const tampered =
      part === 'body'
        ? { ...request, body: change(request.body as string) }
        : part === 'query'
          ? { ...request, target: `${PAY}?${change('limit=10&order_id=CS1')}` }
          : part === 'path'
            ? { ...request, method: 'GET', target: `${LIST}/details/${change('CS1')}` }
            : { ...request, headers: { ...request.headers, 'X-Domain-Id': change(request.headers['X-Domain-Id']!) } }
    if (part === 'path') Object.assign(tampered, signedRequest({ target: `${LIST}/details/CS1` }, buyer()), { target: tampered.target })
    const answer = await rawHttp(sandbox.url, tampered)
    expect([round, part, answer.status, answer.json().error_code]).toEqual([round, part, 401, 'APIGW.0301'])
    // Five in a row would lock the key, and then anything is refused.
    sandbox.world.failures.delete(buyer().ak)
  }
  expect((await send(call)).json().error_code).not.toBe('APIGW.0301')
})

test('a wrong signature is answered with the canonical request of this side, newlines shown as |', async () => {
  const request = signedRequest({ target: `${LIST}?status=5` }, { ak: buyer().ak, sk: 'not the secret' })
  const answer = await rawHttp(sandbox.url, request)
  const hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  const canonical = `GET|${LIST}/|status=5|host:127.0.0.1|x-sdk-date:${request.headers['X-Sdk-Date']}||host;x-sdk-date|${hash}`
  expect(answer).toMatchObject({ status: 401, headers: { 'content-type': 'application/json' } })
  expect(answer.json()).toEqual({
    error_code: 'APIGW.0301',
    error_msg: `Incorrect IAM authentication information: verify aksk signature fail,canonicalRequest:${canonical}`,
    request_id: answer.headers['x-request-id'],
  })
  expect(lastFinding()).toMatchObject({ code: 'request.auth.signature', level: 'error', pointer: '/header/Authorization' })
})

test('an unknown access key is told as such', async () => {
  const answer = await sendSigned(sandbox.url, { target: LIST }, { ak: 'AKOFSOMEREALACCOUNT0', sk: 'x' })
  expect(answer.status).toBe(401)
  expect(answer.json()).toMatchObject({
    error_code: 'APIGW.0301',
    error_msg: 'Incorrect IAM authentication information: Get secretKey failed',
  })
  expect(lastFinding()).toMatchObject({ code: 'request.auth.unknown-key', hint: expect.stringContaining('koosandbox env') })
})

describe('Authorization headers that are none', () => {
  const good = 'Access=AK, SignedHeaders=host;x-sdk-date, Signature=00'
  test.each([
    ['Basic', 'Basic dXNlcjpwYXNz'],
    ['an empty scheme', 'SDK-HMAC-SHA256'],
    ['no parts', 'SDK-HMAC-SHA256 ,,'],
    ['parts in another order', 'SDK-HMAC-SHA256 SignedHeaders=host;x-sdk-date, Access=AK, Signature=00'],
    ['a part too many', `SDK-HMAC-SHA256 ${good}, Extra=1`],
    ['no access key', 'SDK-HMAC-SHA256 Access=, SignedHeaders=x-sdk-date, Signature=00'],
    ['no names', 'SDK-HMAC-SHA256 Access=AK, SignedHeaders=, Signature=00'],
    ['odd names', 'SDK-HMAC-SHA256 Access=AK, SignedHeaders=x sdk date, Signature=00'],
    ['a name twice', 'SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date;x-sdk-date, Signature=00'],
    ['no signature', 'SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date, Signature='],
    ['the scheme in small letters', `sdk-hmac-sha256 ${good}`],
    ['the derived-key algorithm', `V11-HMAC-SHA256 Credential=AK/20260101/globe/bss, SignedHeaders=x-sdk-date, Signature=00`],
    ['SM3', `SDK-HMAC-SM3 ${good}`],
    ['ten thousand commas', `SDK-HMAC-SHA256 ${','.repeat(10_000)}`],
    ['the gateway’s own words', 'AWS4-HMAC-SHA256 Credential=x'],
  ])('%s', async (_what, authorization) => {
    const answer = await rawHttp(sandbox.url, { target: LIST, headers: { Authorization: authorization } })
    expect(answer.status).toBe(401)
    expect(answer.json()).toEqual({
      error_code: 'APIGW.0301',
      error_msg: 'Incorrect IAM authentication information: verify aksk signature fail',
      request_id: answer.headers['x-request-id'],
    })
    expect(lastFinding()).toMatchObject({
      code: 'request.auth.malformed',
      expected: expect.stringContaining('SDK-HMAC-SHA256'),
      hint: expect.any(String),
    })
  })

  test.each([
    ['no date at all', {}],
    ['a date of another form', { 'X-Sdk-Date': '2026-01-01T00:00:00Z' }],
    ['a date that no calendar has', { 'X-Sdk-Date': '20260230T000000Z' }],
  ])('%s', async (_what, headers) => {
    const authorization = `SDK-HMAC-SHA256 Access=${buyer().ak}, SignedHeaders=host;x-sdk-date, Signature=${'0'.repeat(64)}`
    const answer = await rawHttp(sandbox.url, { target: LIST, headers: { ...headers, Authorization: authorization } })
    expect([answer.status, answer.json().error_code]).toEqual([401, 'APIGW.0301'])
    expect(lastFinding()).toMatchObject({ code: 'request.auth.date', pointer: '/header/X-Sdk-Date' })
  })

  test('a date that is sent but not signed', async () => {
    const request = signedRequest({ target: LIST }, buyer())
    request.headers.Authorization = request.headers.Authorization!.replace('host;x-sdk-date', 'host')
    expect((await rawHttp(sandbox.url, request)).status).toBe(401)
    expect(lastFinding()).toMatchObject({ code: 'request.auth.date' })
  })
})

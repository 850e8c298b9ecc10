import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js'
import { expect, test } from 'vitest'
import {
  type AkSkAuthorization,
  type AkSkRequest,
  formatSdkDate,
  parseAuthorization,
  signAkSk,
  verifyAkSk,
} from '../../src/signing/index.ts'
import { forSeeds, type Seeded } from '../helpers/seeded.ts'

const keys = { access: 'AKTEST', secret: 'SKTEST' }
const headers = { host: 'bss.example', 'content-type': 'application/json', 'x-sdk-date': '20261123T232716Z' }
const pay = { method: 'POST', path: '/v3/orders/CS%201/pay', query: 'b=%2F+*&a=1&bare', headers, body: '{"order_id":"CS中文"}\n' }

const encoder = new TextEncoder()
const verifies = (request: AkSkRequest, authorization: string) => verifyAkSk(request, parsed(authorization), keys.secret).ok

function parsed(header: string): AkSkAuthorization {
  const found = parseAuthorization(header)
  if ('problem' in found) throw new Error(found.message)
  return found
}

/** The text with the lowest bit of one character turned: never a letter's other case, so never another spelling of the same. */
function turned(text: string, position: number): string {
  const at = position % text.length
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1)
}

function turnedBytes(bytes: Uint8Array, random: Seeded): Uint8Array {
  const at = random.int(bytes.length)
  return bytes.map((byte, index) => (index === at ? byte ^ (1 << random.int(8)) : byte))
}

test('a change at any place of path, query, body, signed header or method makes verification fail', () => {
  const { authorization } = signAkSk(pay, keys)
  const body = encoder.encode(pay.body)

  expect(verifies({ ...pay, body }, authorization)).toBe(true)
  for (let at = 0; at < pay.path.length; at++)
    expect(verifies({ ...pay, path: turned(pay.path, at) }, authorization), `path ${at}`).toBe(false)
  for (let at = 0; at < pay.query.length; at++)
    expect(verifies({ ...pay, query: turned(pay.query, at) }, authorization), `query ${at}`).toBe(false)
  for (const [name, value] of Object.entries(headers)) {
    for (let at = 0; at < value.length; at++) {
      expect(verifies({ ...pay, headers: { ...headers, [name]: turned(value, at) } }, authorization), `${name} ${at}`).toBe(false)
    }
  }
  forSeeds(100, (random) => expect(verifies({ ...pay, body: turnedBytes(body, random) }, authorization)).toBe(false))
  expect(verifies({ ...pay, method: 'PUT' }, authorization)).toBe(false)
  expect(verifies({ ...pay, headers: { ...headers, 'user-agent': 'anything' } }, authorization)).toBe(true)
})

test('what is signed verifies, and with one byte changed it does not', () => {
  forSeeds(500, (random) => {
    const request = {
      method: random.pick(['GET', 'POST', 'PUT', 'DELETE']),
      path: `/${random.text("abcXYZ019-._~%/+:*!'();=@,", 40)}`,
      query: random.text('abcXYZ019-._~%/+:*&&==[]', 60),
      headers: { 'x-sdk-date': formatSdkDate(random.int(2 ** 31) * 1000), 'x-a': random.text('ab 1,;=\u4e2d', 20) },
      body: random.bytes(60),
    }
    const { authorization } = signAkSk(request, keys)

    expect(verifies(request, authorization), 'unchanged').toBe(true)
    expect(verifies({ ...request, path: `/${turned(request.path.slice(1) || 'a', random.int(1000))}` }, authorization), 'path').toBe(false)
    if (request.query) expect(verifies({ ...request, query: turned(request.query, random.int(1000)) }, authorization), 'query').toBe(false)
    if (request.body.length) expect(verifies({ ...request, body: turnedBytes(request.body, random) }, authorization), 'body').toBe(false)
    expect(verifies(request, turned(authorization, authorization.length - 1 - random.int(64))), 'signature').toBe(false)
  })
})

test('what the official Node client signs verifies', () => {
  forSeeds(100, (random) => {
    const names = ['order_id', 'limit', 'Status', 'a-b', 'a'].filter(() => random.int(2))
    const queryParams = Object.fromEntries(names.map((name) => [name, random.text("aB1-_.~ +*%/&='()中😀", 10)]))
    const path = `/v2/orders/${random.text('aB1-_.~:*', 10)}`
    const data = random.int(2) ? { order_id: random.text('aB1中', 8) } : undefined
    const given = { 'X-Sdk-Date': '20261123T232716Z', 'content-type': 'application/json', 'X-Domain-Id': 'dom1' }
    const request = { endpoint: `http://127.0.0.1:18080${path}`, method: 'POST', headers: given, queryParams, data }
    // The client's own types ask for a class of request and of credential; these members are all it reads.
    const signed = AKSKSigner.sign(request as never, { getAk: () => keys.access, getSk: () => keys.secret } as never) as Record<
      string,
      string
    >
    const query = Object.entries(queryParams).map((pair) => pair.map(encodeURIComponent).join('='))

    const sent = { method: 'POST', path, query: query.join('&'), headers: signed, body: data ? JSON.stringify(data) : '' }
    expect(verifies(sent, signed['Authorization']!), JSON.stringify(sent)).toBe(true)
  })
})

test.each([
  ['x-sdk-date is not among the signed headers', headers, ['host']],
  ['x-sdk-date is no header', { host: 'bss.example' }, ['host', 'x-sdk-date']],
  ['another signed header is missing', headers, ['x-a', 'x-sdk-date']],
])('nothing is signed and nothing verifies when %s', (_title, given, signedHeaders) => {
  const request = { ...pay, headers: given }
  const authorization = { algorithm: 'SDK-HMAC-SHA256', access: 'AKTEST', signedHeaders, signature: '' } as const
  const { value } = verifyAkSk(request, authorization, keys.secret)

  expect(() => signAkSk({ ...request, signedHeaders }, keys)).toThrow(TypeError)
  expect(verifyAkSk(request, { ...authorization, signature: value }, keys.secret)).toMatchObject({ ok: false, value })
})

test.each(['', 'abc', 'A'.repeat(64), '中'.repeat(64)])('a signature "%s" is wrong, not a crash', (signature) => {
  expect(verifyAkSk(pay, { ...parsed(signAkSk(pay, keys).authorization), signature }, keys.secret).ok).toBe(false)
})

test('neither host nor content-type need be signed, and an authorization header never is', () => {
  const { authorization } = signAkSk({ ...pay, signedHeaders: ['x-sdk-date'] }, keys)
  const again = signAkSk({ ...pay, headers: { ...headers, Authorization: 'old' } }, keys)

  expect(verifies({ ...pay, headers: { ...headers, host: 'elsewhere' } }, authorization)).toBe(true)
  expect(again.authorization).toBe(signAkSk(pay, keys).authorization)
})

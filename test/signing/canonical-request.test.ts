import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type AkSkRequest, canonicalRequest, parseAuthorization, signAkSk, verifyAkSk } from '../../src/signing/index.ts'

const date = '20261123T232716Z'
const get = { method: 'GET', path: '/v2/orders', headers: { 'x-sdk-date': date } }
const keys = { access: 'AKTEST', secret: 'SKTEST' }

const line = (number: number, change: Partial<AkSkRequest>) => canonicalRequest({ ...get, ...change }).split('\n')[number]
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** Signs what the client had in mind, verifies what it sent. */
function verifies(signed: Partial<AkSkRequest>, sent: Partial<AkSkRequest>): boolean {
  const parsed = parseAuthorization(signAkSk({ ...get, ...signed }, keys).authorization)
  if ('problem' in parsed) throw new Error(parsed.message)
  return verifyAkSk({ ...get, ...sent }, parsed, keys.secret).ok
}

test.each([
  ['without a final slash', '/v2/orders', '/v2/orders/'],
  ['with a final slash', '/v2/orders/', '/v2/orders/'],
  ['the root', '/', '/'],
  ['nothing at all', '', '/'],
  ['two slashes', '/v2//orders', '/v2//orders/'],
  ['%2F inside an id, as Python sends it', '/v2/orders/CS%2F1', '/v2/orders/CS/1/'],
  ['a slash inside an id, as Go sends it', '/v2/orders/CS/1', '/v2/orders/CS/1/'],
  ['a blank', '/v2/CS%201', '/v2/CS%201/'],
  ['a plus, which is a plus in paths', '/v2/CS+1', '/v2/CS%2B1/'],
  ['characters that clients may leave alone', "/a:b@c!$&'()*,;=", '/a%3Ab%40c%21%24%26%27%28%29%2A%2C%3B%3D/'],
  ['unreserved characters, encoded for nothing', '/%41%2d%2E%5f%7E', '/A-._~/'],
  ['small hex digits', '/%e4%b8%ad', '/%E4%B8%AD/'],
  ['Chinese as text', '/中', '/%E4%B8%AD/'],
  ['Chinese as raw bytes of the wire', '/\u00e4\u00b8\u00ad', '/%E4%B8%AD/'],
  ['an encoded percent sign', '/100%25', '/100%25/'],
  ['escapes that are none', '/%zz/%/%4', '/%25zz/%25/%254/'],
  ['bytes that are no UTF-8', '/%ff%C0%AF', '/%FF%C0%AF/'],
])('path: %s', (_title, path, canonical) => {
  expect(line(1, { path })).toBe(canonical)
  expect(verifies({ path: canonical }, { path })).toBe(true)
})

test.each([
  ['none', '', ''],
  ['sorted by name', 'b=2&a=1&c=3', 'a=1&b=2&c=3'],
  ['by character code, capitals first', 'b=1&B=2&_=3&a=4', 'B=2&_=3&a=4&b=1'],
  ['values of one name sorted', 'a=2&a=10&a=1', 'a=1&a=10&a=2'],
  ['a name before its longer sisters', 'a-b=1&a=2', 'a=2&a-b=1'],
  ['a bare name, as Go sends it', 'service_type_code&a=1', 'a=1&service_type_code='],
  ['an empty value', 'a=', 'a='],
  ['an empty string in quotes', 'a=%22%22', 'a=%22%22'],
  ['a plus is a blank', 'a=CS+1', 'a=CS%201'],
  ['%20 is a blank', 'a=CS%201', 'a=CS%201'],
  ['%2B is a plus', 'a=CS%2B1', 'a=CS%2B1'],
  ['an asterisk that only one side encodes', "a=*!'()", 'a=%2A%21%27%28%29'],
  ['a colon and slashes left alone', 'a=2020-05-06T08:05:01Z/', 'a=2020-05-06T08%3A05%3A01Z%2F'],
  ['an equals sign in the value', 'a=b=c', 'a=b%3Dc'],
  ['ampersands too many', '&a=1&&b=2&', 'a=1&b=2'],
  ['names encoded too', 'a%5B%5D=1&%E4%B8%AD=2', 'a%5B%5D=1&%E4%B8%AD=2'],
  ['sorted as decoded, not as encoded', 'a[=1&aA=2', 'aA=2&a%5B=1'],
  ['beyond the basic plane by bytes, not by UTF-16', 'a=%F0%9F%98%80&a=%EF%BF%BD', 'a=%EF%BF%BD&a=%F0%9F%98%80'],
  ['escapes that are none', 'a=%zz&b=%&c=%4', 'a=%25zz&b=%25&c=%254'],
  ['bytes that are no UTF-8', 'a=%ff&b=%C0%AF', 'a=%FF&b=%C0%AF'],
  [
    'a capture of the Go client',
    'create_time_begin=2020-05-06T08%3A05%3A01Z&limit=10&offset=0&order_by=-createTime&order_id=CS+1%25&service_type_code&status=5',
    'create_time_begin=2020-05-06T08%3A05%3A01Z&limit=10&offset=0&order_by=-createTime&order_id=CS%201%25&service_type_code=&status=5',
  ],
])('query: %s', (_title, query, canonical) => {
  expect(line(2, { query })).toBe(canonical)
  expect(verifies({ query: canonical }, { query })).toBe(true)
})

test.each([
  ['the two bytes {} on a GET', '{}', hash('{}')],
  ['a newline at the end', '{"a":1}\n', hash('{"a":1}\n')],
  ['Go escapes', '{"a":"\\u003cb\\u003e \\u0026"}', hash('{"a":"\\u003cb\\u003e \\u0026"}')],
  ['Python blanks', '{"a": 1, "b": "\\u4e2d"}', hash('{"a": 1, "b": "\\u4e2d"}')],
  ['Chinese as UTF-8', '中', hash('中')],
  ['nothing', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
])('body: %s', (_title, body, hashed) => {
  const bytes = new TextEncoder().encode(body)

  expect([line(6, { body }), line(6, { body: bytes }), line(6, { bodyHash: hashed, body: 'unread' })]).toEqual([hashed, hashed, hashed])
  expect(verifies({ body }, { body: bytes })).toBe(true)
  expect(verifies({ body }, { body: `${body} ` })).toBe(false)
})

test.each([
  ['signed', ['x-sdk-content-sha256', 'x-sdk-date']],
  ['not signed', ['x-sdk-date']],
])('UNSIGNED-PAYLOAD stands for the body, its header %s', (_title, signedHeaders) => {
  const headers = { 'x-sdk-date': date, 'X-Sdk-Content-Sha256': ' UNSIGNED-PAYLOAD' }

  expect(
    canonicalRequest({ ...get, headers, signedHeaders, body: 'a' })
      .split('\n')
      .at(-1),
  ).toBe('UNSIGNED-PAYLOAD')
  expect(verifies({ headers, signedHeaders, body: 'a' }, { headers, body: 'b' })).toBe(true)
  expect(verifies({ headers, signedHeaders }, { headers: { 'x-sdk-date': date, 'x-sdk-content-sha256': 'x' } })).toBe(false)
})

test('headers are trimmed, lower-case in name and sorted, whatever the order of the list', () => {
  const headers = { 'X-Sdk-Date': ` ${date}\t`, Host: 'A.example', accept: '*/*', 'x-a': '', 'x-none': undefined }
  const signedHeaders = ['X-Sdk-Date', 'x-a', 'Host']

  expect(
    canonicalRequest({ ...get, headers, signedHeaders })
      .split('\n')
      .slice(3, -1),
  ).toEqual(['host:A.example', 'x-a:', `x-sdk-date:${date}`, '', 'host;x-a;x-sdk-date'])
})

test('header bytes that are UTF-8 are signed as the text they spell', () => {
  const text = { 'x-sdk-date': date, 'x-name': '张à' }
  const bytes = Array.from(new TextEncoder().encode('张à'), (byte) => String.fromCharCode(byte)).join('')

  expect(verifies({ headers: text }, { headers: { 'x-sdk-date': date, 'x-name': bytes } })).toBe(true)
})

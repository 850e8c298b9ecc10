import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { explainSignature } from '../../src/signing/explanation/explain-signature.ts'
import type { KnownKey } from '../../src/signing/explanation/explanation-api.ts'
import { readRequest } from '../../src/signing/explanation/read-request.ts'
import { signAkSk, signAuthToken, signKit, signKitAuthToken, signProduction, signUsagePush } from '../../src/signing/index.ts'

const KEY = 'seller-key-0001'
const KEYS: readonly KnownKey[] = [
  { name: 'the SK of AK1', secret: 'sk-of-ak1', access: 'AK1' },
  { name: 'the basic key', secret: KEY, use: 'basic' },
  { name: 'the kit key', secret: 'kit-key-0002', use: 'kit' },
]
const stamp = { timestamp: '1767225600000', nonce: 'n0nce' }
const BODY = '{"b":{"d":1,"c":2},"activity":"newInstance"}'
const DATE = '20260101T080000Z'

const explain = (text: string, signedText?: string) => explainSignature({ request: readRequest(text), keys: KEYS, signedText })
const v2 = (signature: string, body = BODY) =>
  `curl -sS -X POST 'http://localhost:8080/isv?signature=${encodeURIComponent(signature)}&timestamp=${stamp.timestamp}&nonce=${stamp.nonce}' \\\n  -H 'Content-Type: application/json' \\\n  --data-raw '${body}'`

/** The call of an app, signed with a query as the SDKs sort it. */
function app(query: string, secret = 'sk-of-ak1', body = '') {
  const headers = { host: 'bss.myhuaweicloud.com', 'x-sdk-date': DATE }
  const method = body === '' ? 'GET' : 'POST'
  const { authorization, canonical, value } = signAkSk({ method, path: '/v2/orders', query, headers, body }, { access: 'AK1', secret })
  return { method, query, headers: { ...headers, authorization }, authorization, canonical, value, body }
}

const right = app('offset=0&limit=10')
const posted = app('', 'sk-of-ak1', '{"a":1}')

/** The same requests in every form that they are written in. */
const RIGHT: readonly (readonly [name: string, text: string, scheme: string, direction: string, steps: number])[] = [
  [
    'curl',
    `curl 'https://bss.myhuaweicloud.com/v2/orders?offset=0&limit=10' -H 'X-Sdk-Date: ${DATE}' -H "Authorization: ${right.authorization}"`,
    'SDK-HMAC-SHA256',
    'app → cloud',
    10,
  ],
  [
    'curl of a browser',
    `curl 'https://bss.myhuaweicloud.com/v2/orders' \\\n  -H 'x-sdk-date: ${DATE}' \\\n  -H 'authorization: ${posted.authorization}' \\\n  --compressed --data-raw $'{"a"\\u003a1}'`,
    'SDK-HMAC-SHA256',
    'app → cloud',
    10,
  ],
  [
    'curl with short options',
    `curl -XPOST -H"X-Sdk-Date: ${DATE}" -H "Authorization: ${posted.authorization}" -d '{"a":1}' -o /dev/null --max-time 5 https://bss.myhuaweicloud.com/v2/orders`,
    'SDK-HMAC-SHA256',
    'app → cloud',
    10,
  ],
  [
    'raw HTTP',
    `POST /v2/orders HTTP/1.1\r\nHost: bss.myhuaweicloud.com\r\nX-Sdk-Date: ${DATE}\r\nAuthorization: ${posted.authorization}\r\n\r\n{"a":1}\n`,
    'SDK-HMAC-SHA256',
    'app → cloud',
    10,
  ],
  [
    'a HAR file',
    JSON.stringify({
      log: {
        entries: [
          {
            request: {
              method: 'POST',
              url: 'https://bss.myhuaweicloud.com/v2/orders',
              headers: Object.entries(posted.headers).map(([name, value]) => ({ name, value })),
              postData: { text: posted.body },
            },
          },
        ],
      },
    }),
    'SDK-HMAC-SHA256',
    'app → cloud',
    10,
  ],
  [
    'a request as the journal shows it',
    JSON.stringify({ request: { method: 'GET', path: '/v2/orders', query: right.query, headers: right.headers, body: '' } }),
    'SDK-HMAC-SHA256',
    'app → cloud',
    10,
  ],
  ['V2.0', v2(signProduction(BODY, stamp, KEY).value.toUpperCase()), 'V2', 'marketplace → seller', 6],
  [
    'kit',
    JSON.stringify({
      method: 'post',
      url: '/isv',
      headers: { 'X-Sign': signKit(BODY, stamp, 'kit-key-0002').value, 'X-Timestamp': stamp.timestamp, 'X-Nonce': stamp.nonce },
      body: BODY,
    }),
    'kit',
    'marketplace → seller',
    5,
  ],
  [
    'V1.0',
    `GET /isv?${new URLSearchParams({ activity: 'newInstance', timeStamp: '20260101080000000', authToken: signAuthToken({ activity: 'newInstance', timeStamp: '20260101080000000' }, KEY).value })}`,
    'V1.0',
    'marketplace → seller',
    3,
  ],
  [
    'kit V1.0',
    JSON.stringify({
      method: 'POST',
      url: '/isv',
      headers: { authToken: signKitAuthToken({ timeStamp: '1', a: 'b' }, 'kit-key-0002').value },
      body: { timeStamp: '1', a: 'b' },
    }),
    'kit V1.0',
    'marketplace → seller',
    3,
  ],
  [
    'usage push',
    JSON.stringify({
      method: 'POST',
      url: '/push',
      headers: { ts: '1', nonce: 'n', signature: signUsagePush({ ts: '1', nonce: 'n', body: BODY }, KEY).value },
      body: BODY,
    }),
    'usage push',
    'seller → marketplace',
    2,
  ],
]

test.each(RIGHT)('%s: a right signature is found right, without a key in the answer', (_name, text, scheme, direction, steps) => {
  const told = explain(text)
  expect(told).toMatchObject({ scheme, direction, matches: true, mistakes: [] })
  expect(told.steps).toHaveLength(steps)
  for (const { secret } of KEYS) expect(JSON.stringify(told)).not.toContain(secret)
})

const b64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64')
const sorted = app('limit=10&offset=0')

/** Wrong signatures: which mistake is named, and where the signed text begins to differ. */
type Wrong = readonly [
  name: string,
  text: string,
  mistake: string | undefined,
  difference?: object | undefined,
  signedText?: string | undefined,
]
const WRONG: readonly Wrong[] = [
  ['no inner HMAC', v2(signKit(BODY, stamp, KEY).value), 'formula.no-inner', { line: 1, column: 24 }],
  ['seconds', v2(signProduction(BODY, { ...stamp, timestamp: '1767225600' }, KEY).value), 'time.seconds'],
  ['Base64', v2(b64(signProduction(BODY, stamp, KEY).value)), 'digest.base64'],
  ['another key of the seller', v2(signProduction(BODY, stamp, 'kit-key-0002').value), 'key.other'],
  ['nothing known', v2('0'.repeat(64)), undefined],
  ['nothing known, with the signed text', v2('0'.repeat(64)), undefined, { line: 1, column: 1, signed: 'my text' }, 'my text\n'],
  [
    'the SK of somebody else',
    `curl 'https://bss.myhuaweicloud.com/v2/orders?offset=0&limit=10' -H 'X-Sdk-Date: ${DATE}' -H 'Authorization: ${app('offset=0&limit=10', 'other').authorization}'`,
    undefined,
  ],
  [
    'the canonical request of the client',
    `curl 'https://bss.myhuaweicloud.com/v2/orders?offset=0&limit=11' -H 'X-Sdk-Date: ${DATE}' -H 'Authorization: ${sorted.authorization}'`,
    undefined,
    { line: 3, column: 8, expected: 'limit=11&offset=0', signed: 'limit=10&offset=0' },
    sorted.canonical,
  ],
]

test.each(WRONG.map((row) => ({ row, name: row[0] })))('$name: a wrong signature leads to its mistake', ({ row }) => {
  const [, text, mistake, difference = {}, signedText] = row
  const told = explain(text, signedText)
  expect(told.matches).toBe(false)
  expect(told.mistakes.map(({ id }) => id)).toEqual(mistake === undefined ? [] : [mistake])
  expect(told.difference ?? {}).toMatchObject(difference)
  for (const { secret } of KEYS) expect(JSON.stringify(told)).not.toContain(secret)
})

test('the query as sent: the canonical text of the mistake is compared with the right one', () => {
  const lines = right.canonical.split('\n')
  const { value } = signAkSk(
    { method: 'GET', path: '/v2/orders', query: 'limit=10&offset=0', headers: { host: 'bss.myhuaweicloud.com', 'x-sdk-date': DATE } },
    { access: 'AK1', secret: 'sk-of-ak1' },
  )
  expect(value).toBe(right.value)
  const unslashed = explain(
    `curl 'https://bss.myhuaweicloud.com/v2/orders?offset=0&limit=10' -H 'X-Sdk-Date: ${DATE}' -H 'Authorization: ${right.authorization.replace(right.value, unsorted(lines))}'`,
  )
  expect(unslashed.mistakes.map(({ id }) => id)).toEqual(['query.as-sent'])
  expect(unslashed.difference).toMatchObject({ line: 3, column: 1, expected: 'limit=10&offset=0', signed: 'offset=0&limit=10' })
})

/** The signature of a client that does not sort its query. */
function unsorted(lines: readonly string[]): string {
  const canonical = lines.map((line, at) => (at === 2 ? 'offset=0&limit=10' : line)).join('\n')
  const hash = createHash('sha256').update(canonical).digest('hex')
  return createHmac('sha256', 'sk-of-ak1').update(`SDK-HMAC-SHA256\n${DATE}\n${hash}`).digest('hex')
}

test('a request without a signature gets the expected one', () => {
  const told = explain(`curl 'https://bss.myhuaweicloud.com/v2/orders?offset=0&limit=10' -H 'X-Sdk-Date: ${DATE}'`)
  expect(told).toMatchObject({ expected: right.value, matches: false, next: 'The request carries no signature. Send the expected one.' })
  expect(told.given).toBeUndefined()
})

test.each([
  ['', /^There is no request\. Pass a curl command/],
  ['hello', /must begin with "curl", "\{" \(HAR\) or a request line .* not "hello"/],
  ['{"a"', /begins like JSON but is none/],
  ['{"a":1}', /needs "method" and "url"/],
  ["curl 'http://x", /no closing '/],
  ['curl -X', /ends after -X, which needs a value/],
  ['curl -X POST', /has no address/],
  ['curl http://x -d @body.json', /reads its body from body\.json/],
  ['curl http://x -F a=b', /option -F is not read here/],
  ['GET / HTTP/1.1', /carries no signature that is known here\. Looked for: the header Authorization/],
  ['GET /isv?signature=1&timestamp=2', /lacks its timestamp or its nonce/],
  ['POST /isv?signature=1&timestamp=2&nonce=3\n\nno json', /cannot be signed/],
  ['GET / HTTP/1.1\nAuthorization: Bearer x', /must begin with SDK-HMAC-SHA256/],
  [
    `GET / HTTP/1.1\nX-Sdk-Date: ${DATE}\nAuthorization: SDK-HMAC-SHA256 Access=AK9, SignedHeaders=x-sdk-date, Signature=1`,
    /No secret key is known for the access key AK9/,
  ],
  [
    `GET / HTTP/1.1\nX-Sdk-Date: ${DATE}\nAuthorization: SDK-HMAC-SHA256 Access=AK1, SignedHeaders=x-sdk-date;x-a, Signature=1`,
    /covers the header x-a/,
  ],
])('what cannot be explained says why: %j', (text, says) => {
  expect(() => explain(text)).toThrow(says)
})

import { expect, test } from 'vitest'
import { formatSdkDate, parseAuthorization, parseSdkDate, REFUSED_ALGORITHMS } from '../../src/signing/index.ts'

const hex = '7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe'
const whole = { algorithm: 'SDK-HMAC-SHA256', access: 'AK', signedHeaders: ['host', 'x-sdk-date'], signature: hex }

test.each([
  ['as the clients write it', `SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=${hex}`, {}],
  ['without blanks', `SDK-HMAC-SHA256 Access=AK,SignedHeaders=host;x-sdk-date,Signature=${hex}`, {}],
  ['with many blanks', `  SDK-HMAC-SHA256 \t Access = AK ,  SignedHeaders= host ; x-sdk-date ,\tSignature = ${hex}  `, {}],
  ['a blank inside the access key', `SDK-HMAC-SHA256 Access=my ak, SignedHeaders=host;x-sdk-date, Signature=${hex}`, { access: 'my ak' }],
  ['an equals sign in the access key', `SDK-HMAC-SHA256 Access=a=b=, SignedHeaders=host;x-sdk-date, Signature=${hex}`, { access: 'a=b=' }],
  ['capitals among the names', `SDK-HMAC-SHA256 Access=AK, SignedHeaders=Host;X-Sdk-Date, Signature=${hex}`, {}],
  ['one name', `SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date, Signature=${hex}`, { signedHeaders: ['x-sdk-date'] }],
  ['a signature too short', 'SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=abc', { signature: 'abc' }],
])('an Authorization header is read: %s', (_title, header, change) => {
  expect(parseAuthorization(header)).toEqual({ ...whole, ...change })
})

test.each([
  ['no header', undefined, 'there is none'],
  ['blanks only', '  ', 'there is none'],
  ['another scheme', 'Bearer abc', 'it begins with "Bearer"'],
  ['the algorithm in small letters', `sdk-hmac-sha256 Access=AK, SignedHeaders=a, Signature=${hex}`, 'it begins with "sdk-hmac-sha256"'],
  ['a comma after the algorithm', `SDK-HMAC-SHA256, Access=AK, SignedHeaders=a, Signature=${hex}`, 'it begins with "SDK-HMAC-SHA256,"'],
  ['the algorithm alone', 'SDK-HMAC-SHA256', 'it has 1'],
  ['no signature', 'SDK-HMAC-SHA256 Access=AK, SignedHeaders=a', 'it has 2'],
  ['a part too many', `SDK-HMAC-SHA256 Access=AK, SignedHeaders=a, Signature=${hex}, X=1`, 'it has 4'],
  ['another order', `SDK-HMAC-SHA256 SignedHeaders=a, Access=AK, Signature=${hex}`, 'Part 1'],
  ['a part twice', `SDK-HMAC-SHA256 Access=AK, Access=AK, Signature=${hex}`, 'Part 2'],
  ['another spelling', `SDK-HMAC-SHA256 Access=AK, signedheaders=a, Signature=${hex}`, 'Part 2'],
  ['no equals sign', 'SDK-HMAC-SHA256 Access=AK, SignedHeaders=a, Signature', 'Part 3'],
  ['commas missing', `SDK-HMAC-SHA256 Access=AK SignedHeaders=a Signature=${hex}`, 'it has 1'],
  ['no access key', `SDK-HMAC-SHA256 Access=, SignedHeaders=a, Signature=${hex}`, 'Access in the Authorization header is empty'],
  ['no names', `SDK-HMAC-SHA256 Access=AK, SignedHeaders= , Signature=${hex}`, 'SignedHeaders in the'],
  ['an empty signature', 'SDK-HMAC-SHA256 Access=AK, SignedHeaders=a, Signature=', 'Signature in the'],
  ['an empty name', `SDK-HMAC-SHA256 Access=AK, SignedHeaders=a;, Signature=${hex}`, '"" is none'],
  ['a name twice', `SDK-HMAC-SHA256 Access=AK, SignedHeaders=a;A, Signature=${hex}`, 'a header twice'],
  ['a blank in a name', `SDK-HMAC-SHA256 Access=AK, SignedHeaders=a b, Signature=${hex}`, '"a b" is none'],
  ['a blank in the signature', 'SDK-HMAC-SHA256 Access=AK, SignedHeaders=a, Signature=ab cd', 'holds a blank'],
])('an Authorization header is refused: %s', (_title, header, words) => {
  const algorithm = header?.trim().split(/\s/)[0] ?? ''
  const problem = algorithm === 'SDK-HMAC-SHA256' ? 'malformed' : 'scheme'

  expect(parseAuthorization(header)).toEqual({ problem, algorithm, message: expect.stringContaining(words) })
})

test.each([...REFUSED_ALGORITHMS])('%s is known and refused', (algorithm) => {
  const header = `${algorithm} Credential=AK/20261123/globe/bss, SignedHeaders=x-sdk-date, Signature=${hex}`

  expect(parseAuthorization(header)).toEqual({ problem: 'algorithm', algorithm, message: expect.stringContaining(algorithm) })
})

test('a header of 100 kB of blanks is read at once', () => {
  expect(parseAuthorization(`SDK-HMAC-SHA256 Access=${' '.repeat(100_000)}x,`)).toMatchObject({ problem: 'malformed' })
})

test.each([
  ['20191115T033655Z', 1573789015000],
  ['19700101T000000Z', 0],
  ['20240229T235959Z', 1709251199000],
])('X-Sdk-Date "%s" is %s', (text, time) => {
  expect(parseSdkDate(text)).toBe(time)
  expect(formatSdkDate(time + 999)).toBe(text)
})

test.each([
  '00010101T000000Z',
  '20230229T000000Z',
  '20241301T000000Z',
  '20240100T000000Z',
  '20240101T240000Z',
  '20240101T006000Z',
  '20240101T000060Z',
  '20240101T000000',
  '20240101T000000Z ',
  '2024-01-01T00:00:00Z',
  '20240101t000000z',
  '',
])('X-Sdk-Date "%s" is no time', (text) => {
  expect(parseSdkDate(text)).toBeUndefined()
})

test('a time that the form cannot hold is refused', () => {
  expect(() => formatSdkDate(Number.NaN)).toThrow(RangeError)
  expect(() => formatSdkDate(253402300800000)).toThrow(RangeError)
})

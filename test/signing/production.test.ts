import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import vectors from '../../fixtures/signing/production.json' with { type: 'json' }
import {
  decryptClientSecret,
  decryptField,
  deriveFieldKey,
  type EncryptType,
  encryptClientSecret,
  encryptField,
  parseBodySign,
  signAuthToken,
  signBody,
  signKit,
  signKitAuthToken,
  signProduction,
  sortedJson,
  verifyAuthToken,
  verifyBody,
  verifyKit,
  verifyKitAuthToken,
  verifyProduction,
} from '../../src/signing/index.ts'

const { key } = vectors

describe('known signatures', () => {
  test.each(vectors.production)('V2.0: $name', ({ body, stamp, bodyHash, signature }) => {
    expect(signProduction(body, stamp, key)).toMatchObject({ bodyHash, value: signature })
    expect(verifyProduction(body, stamp, signature.toUpperCase(), key)).toBe(true)
  })

  test.each(vectors.kit)('kit V2: $name, whatever the order of its members', ({ body, stamp, signature }) => {
    expect(signKit(body, stamp, key).value).toBe(signature)
    expect(signKit(JSON.parse(body), stamp, key).bodyHash).toBeUndefined()
    expect(verifyKit(body, stamp, signature, key)).toBe(true)
  })

  test.each(vectors.authToken)('V1.0: $name', ({ query, signature }) => {
    const parameters = Object.fromEntries(new URLSearchParams(query))
    expect(signAuthToken({ ...parameters, authToken: 'x' }, key)).toEqual({ canonical: query, value: signature })
    expect(verifyAuthToken(parameters, signature, key)).toBe(true)
  })

  test.each(vectors.bodySign)('Body-Sign: $name', ({ body, signature }) => {
    const { header, value } = signBody(body, key)
    expect(value).toBe(signature)
    expect(verifyBody(body, header, key)).toBe(true)
  })

  test.each(vectors.fields)('field of encryptType $type', ({ type, derived, iv, plain, value }) => {
    const encryptType = type as EncryptType
    expect([...deriveFieldKey(key, encryptType)].map((byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(derived)
    expect(encryptField(plain, key, { iv, type: encryptType })).toBe(value)
    expect(decryptField(value, key, encryptType)).toBe(plain)
  })
})

describe('what a signature covers', () => {
  const stamp = { timestamp: 1680508066618, nonce: 'n' }
  const { value } = signProduction({ b: '2', a: '1' }, stamp, key)

  test.each<[string, unknown, { timestamp: number; nonce: string }, string]>([
    ['another value', { a: '1', b: '3' }, stamp, key],
    ['one member more', { a: '1', b: '2', c: '' }, stamp, key],
    ['another nonce', { a: '1', b: '2' }, { ...stamp, nonce: 'm' }, key],
    ['another moment', { a: '1', b: '2' }, { ...stamp, timestamp: 1680508066619 }, key],
    ['another key', { a: '1', b: '2' }, stamp, `${key}x`],
  ])('%s makes another signature', (_what, body, other, otherKey) => {
    expect(verifyProduction(body, other, value, otherKey)).toBe(false)
  })

  test.each<[string, unknown]>([
    ['the order of members', '{"a":"1","b":"2"}'],
    ['blanks', '{ "b" : "2",\n "a" : "1" }'],
    ['members that are null', { a: '1', b: '2', c: null }],
  ])('%s does not count', (_what, body) => {
    expect(verifyProduction(body, stamp, value, key)).toBe(true)
  })

  test('what lies deeper keeps its order, and names that look like numbers theirs', () => {
    expect(sortedJson('{"b":{"z":1,"a":2},"10":0,"9":[{"y":1,"x":2}]}')).toBe('{"10":0,"9":[{"y":1,"x":2}],"b":{"z":1,"a":2}}')
  })

  test.each([['[]'], ['"text"'], ['{']])('%s is no body to sign', (body) => {
    expect(() => signProduction(body, stamp, key)).toThrow()
  })
})

test('an empty parameter counts in a query and not in the body of the kit (V1.0)', () => {
  expect(signAuthToken({ timeStamp: '1', productId: '' }, key).canonical).toBe('productId=&timeStamp=1')
  expect(signKitAuthToken({ timeStamp: '1', orderId: ' ', flag: 1, userList: [{ a: 1 }] }, key).canonical).toBe(
    'flag=1&timeStamp=1&userList=[{"a":1}]',
  )
  expect(verifyKitAuthToken('{"timeStamp":"1"}', signKitAuthToken({ timeStamp: '1' }, key).value, key)).toBe(true)
  expect(() => signAuthToken({ activity: 'newInstance' }, key)).toThrow('timeStamp')
})

test.each([
  [undefined, 'absent'],
  ['', 'absent'],
  ['sign_type=HMAC-SHA256, signature=abc', 'unquoted'],
  ['sign_type="HMAC-SHA1", signature="abc"', 'sign-type'],
  ['signature="abc"', 'malformed'],
])('a Body-Sign of %o is %s', (header, problem) => {
  expect(parseBodySign(header)).toEqual({ problem })
  expect(verifyBody('', header, key)).toBe(false)
})

test('a body that was changed after it was signed does not verify, not by a newline', () => {
  const { header } = signBody('{"resultCode":"000000"}', key)
  expect(verifyBody('{"resultCode":"000000"}\n', header, key)).toBe(false)
})

test.each(['sha1', 'sha256'] as const)('a client secret comes out as it went in, with %s', (hash) => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const bare = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const seed = new Uint8Array(hash === 'sha1' ? 20 : 32).fill(7)

  const value = encryptClientSecret('a0845fe3c61742bd', pem, { seed, hash })
  expect(encryptClientSecret('a0845fe3c61742bd', bare, { seed, hash })).toBe(value)
  expect(decryptClientSecret(value, privateKey, hash)).toBe('a0845fe3c61742bd')
  expect(decryptClientSecret(value, privateKey, hash === 'sha1' ? 'sha256' : 'sha1')).toBeUndefined()
  expect(() => encryptClientSecret('x'.repeat(400), pem, { seed, hash })).toThrow('400 bytes')
  expect(() => encryptClientSecret('x', pem, { seed: new Uint8Array(3), hash })).toThrow('bytes, not 3')
})

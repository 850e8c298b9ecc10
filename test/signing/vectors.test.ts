import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import aksk from '../../fixtures/signing/aksk.json' with { type: 'json' }
import usagePush from '../../fixtures/signing/usage-push.json' with { type: 'json' }
import { type AkSkRequest, parseAuthorization, signAkSk, signUsagePush, verifyAkSk, verifyUsagePush } from '../../src/signing/index.ts'

/** The rows are of many shapes in JSON, all of them requests. */
const vectors = aksk.vectors.map((vector) => ({ ...vector, request: vector.request as unknown as AkSkRequest }))

test('all eight known requests are there', () => {
  expect(vectors.map(({ name }) => name.split(':')[0])).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'KooGallery'])
  expect(vectors.filter((vector) => vector.canonicalHash).length).toBe(7)
})

test.each(vectors)('signing reproduces $name', ({ request, keys, canonicalHash, signature }) => {
  const { canonical, stringToSign, value, authorization } = signAkSk(request, keys)
  const hash = createHash('sha256').update(canonical).digest('hex')

  expect(value).toBe(signature)
  expect(hash).toBe(canonicalHash ?? hash)
  expect(stringToSign).toBe(`SDK-HMAC-SHA256\n${request.headers['X-Sdk-Date']}\n${hash}`)
  expect(authorization).toBe(
    `SDK-HMAC-SHA256 Access=${keys.access}, SignedHeaders=${request.signedHeaders?.join(';')}, Signature=${signature}`,
  )
})

test.each(vectors)('$name verifies as it arrives, with more headers and its body as bytes', ({ request, keys, signature }) => {
  const { signedHeaders, headers, body, ...rest } = request
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  const arrived = { ...rest, headers: { ...lower, accept: '*/*' }, body: new TextEncoder().encode(String(body)) }
  const parsed = parseAuthorization(
    `SDK-HMAC-SHA256 Access=${keys.access}, SignedHeaders=${signedHeaders?.join(';')}, Signature=${signature}`,
  )
  if ('problem' in parsed) throw new Error(parsed.message)

  expect(parsed.access).toBe(keys.access)
  expect(verifyAkSk(arrived, parsed, keys.secret)).toMatchObject({ ok: true, value: signature })
  expect(verifyAkSk(arrived, parsed, `${keys.secret}x`).ok).toBe(false)
})

test('the canonical path of the KooGallery request ends in a slash', () => {
  const { request, keys } = vectors.at(-1)!

  expect(signAkSk(request, keys).canonical).toBe(
    [
      'POST',
      '/api/mkp-openapi-public/global/v1/license/activate/',
      '',
      'content-type:application/json',
      'host:mkt.myhuaweicloud.com',
      'x-sdk-date:20240317T144237Z',
      'x-stage:RELEASE',
      '',
      'content-type;host;x-sdk-date;x-stage',
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    ].join('\n'),
  )
})

test.each(usagePush.vectors)('a usage push is signed and verified: $name', ({ push, key, canonical, signature }) => {
  expect(signUsagePush(push, key)).toEqual({ canonical, value: signature })
  expect(signUsagePush({ ...push, ts: Number(push.ts), body: JSON.parse(push.body) }, key).value).toBe(signature)
  expect(verifyUsagePush(push, signature, key)).toEqual({ ok: true, canonical, value: signature })
})

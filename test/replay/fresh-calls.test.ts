import { expect, test } from 'vitest'
import type { OutgoingCall } from '../../src/marketplace/marketplace-api.ts'
import { isSignedBy } from '../../src/record/placeholders.ts'
import { createFreshCalls } from '../../src/replay/fresh-calls.ts'
import { signAuthToken, signKit, signKitAuthToken, signProduction } from '../../src/signing/index.ts'

const KEY = 'the-key-of-our-real-interface-1'
/** The recording was made at the first moment and is repeated at the second. */
const RECORDED = Date.UTC(2026, 0, 31, 23, 59, 30, 250)
const NOW = Date.UTC(2026, 1, 2, 0, 0, 0, 0)
const NONCE = 'a1b2c3d4e5f6g7h8'
const SELLER = 'http://127.0.0.1:8080/isv'

const freshen = (request: OutgoingCall) =>
  createFreshCalls({ sellerKeys: () => [['seller-key own', KEY]] }, { now: () => NOW }, { now: () => RECORDED })(request)

function v2(timestamp: number, { upper = false, key = KEY } = {}): OutgoingCall {
  const { sorted, value } = signProduction({ activity: 'newInstance' }, { timestamp, nonce: NONCE }, key)
  const signature = upper ? value.toUpperCase() : value
  return { method: 'POST', url: `${SELLER}?signature=${signature}&timestamp=${timestamp}&nonce=${NONCE}`, headers: {}, body: sorted }
}

function kit(): OutgoingCall {
  const { sorted, value } = signKit({ timeStamp: '20260201075930250' }, { timestamp: RECORDED, nonce: NONCE }, KEY)
  const headers = { 'x-sign': value, 'x-timestamp': String(RECORDED), 'x-nonce': NONCE }
  return { method: 'POST', url: SELLER, headers, body: sorted }
}

function v1(): OutgoingCall {
  const parameters = { activity: 'newInstance', timeStamp: '20260131235930250' }
  const query = new URLSearchParams({ ...parameters, authToken: signAuthToken(parameters, KEY).value })
  return { method: 'GET', url: `${SELLER}?${query}`, headers: {}, body: '' }
}

function kitV1(): OutgoingCall {
  const body = JSON.stringify({ instanceId: 'i-1', timeStamp: '20260201075930250' })
  return { method: 'POST', url: SELLER, headers: { authToken: signKitAuthToken(body, KEY).value }, body }
}

const query = (name: string) => (request: OutgoingCall) => new URL(request.url).searchParams.get(name)
const member = (name: string) => (request: OutgoingCall) => JSON.parse(request.body)[name]

test.each([
  ['V2.0', v2(RECORDED), query('timestamp'), String(NOW)],
  ['V2.0 in seconds', v2(Math.floor(RECORDED / 1000)), query('timestamp'), String(NOW / 1000)],
  ['V2.0 with an upper-case signature', v2(RECORDED, { upper: true }), query('timestamp'), String(NOW)],
  ['V2.0, ten minutes stale', v2(RECORDED - 600_000), query('timestamp'), String(NOW - 600_000)],
  ['the kit, header', kit(), ({ headers }: OutgoingCall) => headers['x-timestamp'], String(NOW)],
  ['the kit, body', kit(), member('timeStamp'), '20260202080000000'],
  ['V1.0', v1(), query('timeStamp'), '20260202000000000'],
  ['the kit V1.0', kitV1(), member('timeStamp'), '20260202080000000'],
])('a recorded call of %s gets the time of the replay and a right signature', (_scheme, recorded, timeIn, time) => {
  const fresh = freshen(recorded)
  expect(timeIn(fresh)).toBe(time)
  expect(isSignedBy(fresh, KEY)).toBe(true)
})

test('a nonce is replaced by another one of the same length, and a reused one is reused', () => {
  const fresh = createFreshCalls({ sellerKeys: () => [['seller-key own', KEY]] }, { now: () => NOW }, { now: () => RECORDED })
  const nonces = [fresh(v2(RECORDED)), fresh(v2(RECORDED + 1000))].map(query('nonce'))
  expect(nonces[0]).toMatch(/^\w{16}$/)
  expect(nonces[0]).not.toBe(NONCE)
  expect(nonces[1]).toBe(nonces[0])
})

test('the same bytes, sent twice, give the same bytes although time has passed', () => {
  let [now, recorded] = [NOW, RECORDED]
  const fresh = createFreshCalls({ sellerKeys: () => [['seller-key own', KEY]] }, { now: () => now }, { now: () => recorded })
  const first = fresh(v2(RECORDED))
  now += 5000
  recorded += 60_000
  expect(fresh(v2(RECORDED))).toEqual(first)
})

test('a signature that was wrong stays wrong', () => {
  const fresh = freshen(v2(RECORDED, { key: 'another-key-of-somebody' }))
  expect(query('timestamp')(fresh)).toBe(String(NOW))
  expect(isSignedBy(fresh, KEY)).toBe(false)
})

test('a call without a signature is left alone, even where its members have the same names', () => {
  const request: OutgoingCall = { method: 'GET', url: `${SELLER}?timestamp=${RECORDED}&nonce=n`, headers: {}, body: '' }
  expect(freshen(request)).toEqual(request)
})

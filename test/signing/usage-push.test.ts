import { expect, test } from 'vitest'
import { signUsagePush, verifyUsagePush } from '../../src/signing/index.ts'
import { forSeeds } from '../helpers/seeded.ts'

const push = { ts: '1709690865879', nonce: 'n-1', body: '{"usage_records":[{"metering_sn":"sn-1","usage_value":"99"}]}' }

test.each([
  ['members of every level are sorted', '{"b":{"d":1,"c":2},"a":0}', '{"a":0,"b":{"c":2,"d":1}}'],
  ['lists keep their order', '[3,1,{"b":1,"a":2}]', '[3,1,{"a":2,"b":1}]'],
  ['capitals come before small letters, digits by character', '{"b":1,"B":2,"9":3,"10":4}', '{"10":4,"9":3,"B":2,"b":1}'],
  ['text is not escaped beyond need', '{"a":"\\u4e2d\\u6587 \\u003c/\\u003e"}', '{"a":"中文 </>"}'],
  ['numbers take their shortest form', '{"a":12.50,"b":1E2,"c":0.0001}', '{"a":12.5,"b":100,"c":0.0001}'],
  ['null, true and empty things stay', '{"c":null,"b":true,"a":[{},[]]}', '{"a":[{},[]],"b":true,"c":null}'],
  ['a member may be called __proto__', '{"__proto__":1,"a":2}', '{"__proto__":1,"a":2}'],
  ['what is not JSON is signed as it stands', '{"a": 1', '{"a": 1'],
  ['an empty body too', '', ''],
])('%s', (_title, body, signed) => {
  expect(signUsagePush({ ...push, body }, 'key').canonical).toBe(`ts=1709690865879&nonce=n-1&body=${signed}`)
})

test('a body nested too deep to sort is signed as it stands', () => {
  const body = '['.repeat(200_000) + ']'.repeat(200_000)

  expect(signUsagePush({ ...push, body }, 'key').canonical.endsWith(body)).toBe(true)
})

test('any other character in body, ts, nonce, key or signature makes a push fail', () => {
  const key = 'test-access-key-0001'
  const { value } = signUsagePush(push, key)

  forSeeds(100, (random) => {
    expect(verifyUsagePush({ ...push, body: changed(push.body, random.int(1000)) }, value, key).ok).toBe(false)
    expect(verifyUsagePush({ ...push, ts: changed(push.ts, random.int(1000)) }, value, key).ok).toBe(false)
    expect(verifyUsagePush({ ...push, nonce: changed(push.nonce, random.int(1000)) }, value, key).ok).toBe(false)
    expect(verifyUsagePush(push, changed(value, random.int(1000)), key).ok).toBe(false)
    expect(verifyUsagePush(push, value, changed(key, random.int(1000))).ok).toBe(false)
  })
  expect(verifyUsagePush(push, '', key).ok).toBe(false)
})

function changed(text: string, position: number): string {
  const at = position % text.length
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1)
}

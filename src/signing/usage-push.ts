import { createHmac } from 'node:crypto'
import { sameText } from './same-text.ts'

/** What the signature of a usage push covers. */
export interface UsagePush {
  /** Header `ts`: UNIX milliseconds, as sent. */
  readonly ts: string | number
  /** Header `nonce`, as sent. */
  readonly nonce: string
  /** The body as JSON text, or the value it stands for. */
  readonly body: unknown
  /** How deep the body is sorted before it is signed: `all` levels (default), or the `top` one. */
  readonly sorted?: 'all' | 'top'
}

/**
 * Signs a usage push (按需使用量推送, CN/zh-cn_topic_0070649410): Base64 of HMAC-SHA256 over `ts=…&nonce=…&body=…` with the
 * seller's key of the basic interfaces. The vendor says that the body is sorted naturally before it is signed.
 *
 * Inferred, because the page does not say: members of *every* object are sorted by name (by UTF-16 code unit, as Java
 * does), records included; lists keep their order; the result is compact JSON with text unescaped. A text that is no
 * JSON is signed as it stands.
 *
 * Numbers pass through JSON.parse and JSON.stringify: `12.50` is signed as `12.5`, `1E2` as `100`, and more than 15 or so
 * digits are rounded. Senders avoid the question with `usage_value` as a string, the form of the mainland page.
 *
 * @example
 * const body = '{"usage_records":[{"usage_value":"99","metering_sn":"sn-0001"}]}'
 * const { canonical, value } = signUsagePush({ ts: '1709690865879', nonce: '6c63c221', body }, key)
 * // canonical: 'ts=1709690865879&nonce=6c63c221&body={"usage_records":[{"metering_sn":"sn-0001","usage_value":"99"}]}'
 * // value goes into the header `signature`
 */
export function signUsagePush(push: UsagePush, key: string): { canonical: string; value: string } {
  const canonical = `ts=${push.ts}&nonce=${push.nonce}&body=${canonicalBody(push.body, push.sorted !== 'top')}`
  return { canonical, value: createHmac('sha256', key).update(canonical).digest('base64') }
}

/**
 * Whether `signature` is the one that this push and key demand, compared in constant time. Says nothing about the age of `ts`.
 *
 * @example
 * verifyUsagePush({ ts: headers.ts, nonce: headers.nonce, body: text }, headers.signature, key).ok
 */
export function verifyUsagePush(push: UsagePush, signature: string, key: string): { ok: boolean; canonical: string; value: string } {
  const { canonical, value } = signUsagePush(push, key)
  return { ok: sameText(value, signature), canonical, value }
}

function canonicalBody(body: unknown, deep: boolean): string {
  const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '')
  try {
    return sorted(JSON.parse(text), deep)
  } catch {
    return text
  }
}

/** Compact JSON with sorted members. Written out by hand because an object would put `"10"` after `"9"`. */
function sorted(value: unknown, deep: boolean): string {
  const inner = deep ? (item: unknown) => sorted(item, true) : (item: unknown) => JSON.stringify(item)
  if (Array.isArray(value)) return `[${value.map(inner).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${inner(member)}`).join(',')}}`
}

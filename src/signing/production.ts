import { createHmac } from 'node:crypto'
import { sameText } from './same-text.ts'
import { sortedJson } from './sorted-json.ts'

/** What the marketplace sends beside the body: URL parameters in V2.0, headers `x-…` in the kit. */
export interface ProductionStamp {
  /** UNIX milliseconds, as sent. */
  readonly timestamp: string | number
  /** Random, once per call, as sent. */
  readonly nonce: string
}

/** A signature with everything that it was made from. */
export interface ProductionSignature {
  /** The body as it is signed: sorted, compact, without nulls. */
  readonly sorted: string
  /** Hex of the inner HMAC; the kit has none. */
  readonly bodyHash?: string
  /** What the outer HMAC covers. It begins with the key: never log it. */
  readonly canonical: string
  /** Lower-case hex. The marketplace's examples show both cases; compare without regard to it. */
  readonly value: string
}

/**
 * Signs a call of the production interface, V2.0 basic interfaces, order notification and licence codes
 * (HTTP Body签名, CN/zh-cn_topic_0070649476): hex HMAC-SHA256 over key + nonce + timestamp + hex HMAC-SHA256 of the sorted body, both
 * with the key of the interface type. Which key the inner hash takes is told by the sample project alone (demo).
 *
 * @example
 * const { value } = signProduction(body, { timestamp: Date.now(), nonce }, key)
 * fetch(`${address}?signature=${value}&timestamp=${timestamp}&nonce=${nonce}`, { method: 'POST', body })
 * @throws SyntaxError, TypeError for a body that is not a JSON object
 */
export function signProduction(body: unknown, { timestamp, nonce }: ProductionStamp, key: string): ProductionSignature {
  const sorted = sortedJson(body)
  const bodyHash = hex(key, sorted)
  const canonical = `${key}${nonce}${timestamp}${bodyHash}`
  return { sorted, bodyHash, canonical, value: hex(key, canonical) }
}

/**
 * The same signature over a body exactly as it is, JSON or not: for bodies that the marketplace would never send. Where the body is
 * sorted and compact already it is that of `signProduction`.
 */
export function signProductionBytes(body: Uint8Array, { timestamp, nonce }: ProductionStamp, key: string): string {
  return hex(key, `${key}${nonce}${timestamp}${createHmac('sha256', key).update(body).digest('hex')}`)
}

/**
 * Signs a call of the joint-operations kit V2 (联营kit, same page): as above without the inner hash, with the key of the kit, and
 * sent as headers `x-sign`, `x-timestamp`, `x-nonce`.
 */
export function signKit(body: unknown, { timestamp, nonce }: ProductionStamp, key: string): ProductionSignature {
  const sorted = sortedJson(body)
  const canonical = `${key}${nonce}${timestamp}${sorted}`
  return { sorted, canonical, value: hex(key, canonical) }
}

/** Whether a seller was called by who has the key; in constant time, whatever the case. Says nothing about the age of the timestamp. */
export function verifyProduction(body: unknown, stamp: ProductionStamp, signature: string, key: string): boolean {
  return sameText(signProduction(body, stamp, key).value, signature.toLowerCase())
}

/** The same for the kit. */
export function verifyKit(body: unknown, stamp: ProductionStamp, signature: string, key: string): boolean {
  return sameText(signKit(body, stamp, key).value, signature.toLowerCase())
}

const hex = (key: string, text: string) => createHmac('sha256', key).update(text, 'utf8').digest('hex')

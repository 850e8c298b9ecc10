import { signAuthToken, signKit, signKitAuthToken, signProduction } from '../signing/index.ts'
import { compactTime } from '../spec/seller-times.ts'

/** How a call of a production interface is signed; `none`: it was signed already and is forwarded unchanged. */
export type Edition = 'v2' | 'kit' | 'v1' | 'kit-v1' | 'none'

/** A call to a seller. */
export interface OutgoingCall {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly body: string
}

/** A call with its signature. `canonical` is the signed text without the key at its beginning. */
export interface SignedCall extends OutgoingCall {
  readonly edition: Edition
  readonly canonical: string
}

/** Keys by kind of interface, and values that are new for every call. */
export interface SigningContext {
  readonly key: string
  /** Of the kit; default: `key`. */
  readonly kitKey?: string
  /** Machine time, epoch milliseconds. */
  readonly now: number
  readonly nonce: string
}

/**
 * Signs an unsigned call like the marketplace. The call decides the scheme: GET is V1.0, the kit's paths use the kit's scheme, everything
 * else is V2.0. A missing `timeStamp` is added for V1.0.
 * @throws TypeError for a body that is not a JSON object; the message is for the caller
 */
export function signCall(call: OutgoingCall, means: SigningContext): SignedCall {
  const edition = editionOf(call)
  return { ...SIGN[edition](call, means), edition }
}

/** Where each scheme has its signature and timestamp. */
const SIGNED_QUERY = ['signature', 'timestamp', 'nonce', 'authToken', 'timeStamp']
const SIGNED_HEADERS = ['x-sign', 'x-timestamp', 'x-nonce', 'authtoken']

/**
 * The same call without its signature: a contract verifier repeats the signature and the times of an example. A `timeStamp` in the body
 * is part of the signed text, so it is set to the present time; the vendor's content type replaces the verifier's.
 */
export function unsigned(call: OutgoingCall, now: number): OutgoingCall {
  const url = new URL(call.url)
  for (const name of SIGNED_QUERY) url.searchParams.delete(name)
  const headers = new Headers(call.headers)
  for (const name of SIGNED_HEADERS) headers.delete(name)
  if (call.method === 'POST') headers.set('content-type', 'application/json;charset=utf8')
  const fresh = `"timeStamp":"${compactTime(now + EAST)}"`
  return { ...call, url, headers, body: call.body.replace(/"timeStamp"\s*:\s*"\d{17}"/, fresh) }
}

/** UTC+8, the time zone of the kit's times. */
const EAST = 8 * 3_600_000

function editionOf({ method, url, headers }: OutgoingCall): Edition {
  const signed = url.searchParams.has('signature') || url.searchParams.has('authToken') || headers.has('x-sign') || headers.has('authtoken')
  if (signed) return 'none'
  if (/\/produceAPI\/v2\/\w+$/.test(url.pathname)) return 'kit'
  if (/\/produceAPI\/\w+$/.test(url.pathname)) return 'kit-v1'
  return method === 'GET' ? 'v1' : 'v2'
}

type Sign = (call: OutgoingCall, means: SigningContext) => Omit<SignedCall, 'edition'>

const SIGN: Readonly<Record<Edition, Sign>> = {
  none: (call) => ({ ...call, canonical: '' }),
  v2(call, { key, now, nonce }) {
    const { value, canonical } = signProduction(jsonOf(call), { timestamp: now, nonce }, key)
    const url = withParameters(call.url, { signature: value, timestamp: String(now), nonce })
    return { ...call, url, canonical: canonical.slice(key.length) }
  },
  kit(call, { key, kitKey = key, now, nonce }) {
    const { value, canonical } = signKit(jsonOf(call), { timestamp: now, nonce }, kitKey)
    const headers = withHeaders(call.headers, { 'x-sign': value, 'x-timestamp': String(now), 'x-nonce': nonce })
    return { ...call, headers, canonical: canonical.slice(kitKey.length) }
  },
  v1(call, { key, now }) {
    const url = withParameters(call.url, call.url.searchParams.has('timeStamp') ? {} : { timeStamp: compactTime(now) })
    const { value, canonical } = signAuthToken(Object.fromEntries(url.searchParams), key)
    return { ...call, url: withParameters(url, { authToken: value }), canonical }
  },
  'kit-v1'(call, { key, kitKey = key, now }) {
    const given = jsonOf(call)
    const stamped = 'timeStamp' in given ? given : { ...given, timeStamp: compactTime(now + EAST) }
    const { value, canonical } = signKitAuthToken(stamped, kitKey)
    return { ...call, body: JSON.stringify(stamped), headers: withHeaders(call.headers, { authToken: value }), canonical }
  },
}

function jsonOf({ body }: OutgoingCall): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw new TypeError(`Only a JSON object can be signed; the body is ${body === '' ? 'empty' : `"${body.slice(0, 80)}"`}.`)
}

function withParameters(url: URL, parameters: Readonly<Record<string, string>>): URL {
  const signed = new URL(url)
  for (const [name, value] of Object.entries(parameters)) signed.searchParams.append(name, value)
  return signed
}

function withHeaders(headers: Headers, more: Readonly<Record<string, string>>): Headers {
  const all = new Headers(headers)
  for (const [name, value] of Object.entries(more)) all.set(name, value)
  return all
}

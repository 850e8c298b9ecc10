import { createHash, createHmac } from 'node:crypto'
import { AKSK_ALGORITHM, type AkSkAuthorization } from './authorization.ts'
import { decodeBytes, encodeBytes, fromWire } from './percent.ts'
import { sameText } from './same-text.ts'

/** The parts of a request that its signature covers. */
export interface AkSkRequest {
  /** Any case. */
  readonly method: string
  /** The raw path as sent, without the query: `/v2/orders/CS%201`. */
  readonly path: string
  /** The raw query as sent, without the question mark. Absent and empty are the same. */
  readonly query?: string
  /** Header names in any case. Repeated headers are joined by `, ` as HTTP does. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** The names the signature covers; absent = all of `headers` but `authorization`, as the official clients do. */
  readonly signedHeaders?: readonly string[]
  /** The bytes as sent; a string stands for its UTF-8. Absent = empty. */
  readonly body?: Uint8Array | string
  /** Lower-case hex SHA-256 of the body, for callers who no longer hold it. Wins over `body`. */
  readonly bodyHash?: string
}

/** A pair of keys: access key (AK) and secret key (SK). */
export interface AkSkKeys {
  readonly access: string
  readonly secret: string
}

/** A signature and everything that led to it. */
export interface AkSkSignature {
  /** The canonical request, to compare line by line when two sides disagree. */
  readonly canonical: string
  readonly stringToSign: string
  /** The signature: 64 lower-case hex digits. */
  readonly value: string
  /** The whole `Authorization` header. */
  readonly authorization: string
}

/** What `verifyAkSk` found. `canonical` and `value` are what the signature should have been. */
export interface AkSkVerdict {
  readonly ok: boolean
  readonly canonical: string
  readonly value: string
}

/**
 * The canonical request of SDK-HMAC-SHA256 (devg-apisign, api-sign-algorithm-001): method, path, query, headers,
 * header names, body hash. Never throws: escapes that are none stand for themselves, bytes need not be UTF-8.
 *
 * Path and query are decoded and encoded again, because what clients send and what they sign differ: Go sends a
 * blank as `+` and an empty value as a bare name, Java leaves `*` alone, Python sends a slash in an id as `%2F`;
 * all sign the RFC 3986 form. The path always ends in `/`. The header `x-sdk-content-sha256` (`UNSIGNED-PAYLOAD`
 * for instance), signed or not, stands for the hash of the body. A signed header that is absent counts as empty.
 *
 * @example
 * canonicalRequest({ method: 'GET', path: '/v1/vpcs', query: 'b=+&a', headers: { 'x-sdk-date': '20191115T033655Z' } })
 * // 'GET\n/v1/vpcs/\na=&b=%20\nx-sdk-date:20191115T033655Z\n\nx-sdk-date\ne3b0c442…'
 */
export function canonicalRequest(request: AkSkRequest): string {
  const headers = headersOf(request)
  const names = signedNames(request, headers)
  const bodyHash = headers.get('x-sdk-content-sha256') ?? request.bodyHash ?? sha256(request.body ?? '')
  const lines = names.map((name) => `${name}:${headers.get(name) ?? ''}\n`).join('')
  return [
    request.method.toUpperCase(),
    canonicalPath(request.path),
    canonicalQuery(request.query ?? ''),
    lines,
    names.join(';'),
    bodyHash,
  ].join('\n')
}

/**
 * Signs a request with SDK-HMAC-SHA256. `headers` must hold `x-sdk-date` (see `formatSdkDate`): signing has no clock.
 * Throws a TypeError when that or another header to be signed is missing. The access key does not enter the signature.
 *
 * @example
 * const headers = { host: 'bss.myhuaweicloud.com', 'x-sdk-date': formatSdkDate(time) }
 * const { authorization } = signAkSk({ method: 'GET', path: '/v2/orders/customer-orders', query: 'limit=10', headers }, keys)
 * await fetch(url, { headers: { ...headers, authorization } })
 */
export function signAkSk(request: AkSkRequest, keys: AkSkKeys): AkSkSignature {
  const headers = headersOf(request)
  const names = signedNames(request, headers)
  const missing = ['x-sdk-date', ...names].find((name) => !names.includes(name) || !headers.has(name))
  if (missing) throw new TypeError(`Cannot sign ${request.method} ${request.path}: ${missing} must be a header and among the signed ones.`)
  const { canonical, stringToSign, value } = compute(request, keys.secret)
  const authorization = `${AKSK_ALGORITHM} Access=${keys.access}, SignedHeaders=${names.join(';')}, Signature=${value}`
  return { canonical, stringToSign, value, authorization }
}

/**
 * Whether a request carries the signature that its own `SignedHeaders` and this secret demand. Of the signed headers
 * only `x-sdk-date` is required (Go does not sign `host`), and each must be there. Says nothing about the age of the
 * request: compare `parseSdkDate` with a clock. Compared in constant time.
 *
 * @example
 * const parsed = parseAuthorization(request.headers.authorization)
 * if (!('problem' in parsed)) verifyAkSk(request, parsed, secretOf(parsed.access)).ok
 */
export function verifyAkSk(request: AkSkRequest, parsed: AkSkAuthorization, secret: string): AkSkVerdict {
  const { signedHeaders, signature } = parsed
  const headers = headersOf(request)
  const { canonical, value } = compute({ ...request, signedHeaders }, secret)
  const complete = signedHeaders.includes('x-sdk-date') && signedHeaders.every((name) => headers.has(name))
  return { ok: sameText(value, signature) && complete, canonical, value }
}

function compute(request: AkSkRequest, secret: string) {
  const canonical = canonicalRequest(request)
  const date = headersOf(request).get('x-sdk-date') ?? ''
  const stringToSign = [AKSK_ALGORITHM, date, sha256(canonical)].join('\n')
  return { canonical, stringToSign, value: createHmac('sha256', secret).update(stringToSign).digest('hex') }
}

/** The whole path is decoded before it is split, so `%2F` and `/` sign alike, as in the Python client. */
function canonicalPath(path: string): string {
  const encoded = decodeBytes(path).split('/').map(encodeBytes).join('/')
  return encoded.endsWith('/') ? encoded : `${encoded}/`
}

/** Sorted by the bytes of the decoded names, then values, as the Node, Go and Python clients do; Java sorts encoded names. */
function canonicalQuery(query: string): string {
  const pairs = query.split('&').flatMap((part) => {
    if (part === '') return []
    const cut = part.indexOf('=')
    const texts = cut < 0 ? [part, ''] : [part.slice(0, cut), part.slice(cut + 1)]
    return [texts.map((text) => decodeBytes(text.replaceAll('+', ' '))) as [string, string]]
  })
  pairs.sort(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue))
  return pairs.map((pair) => pair.map(encodeBytes).join('=')).join('&')
}

/** Trimmed values by lower-case name. */
function headersOf(request: AkSkRequest): Map<string, string> {
  const headers = new Map<string, string>()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name.toLowerCase(), fromWire(value).trim())
  }
  return headers
}

function signedNames(request: AkSkRequest, headers: Map<string, string>): string[] {
  const names = request.signedHeaders ?? [...headers.keys()].filter((name) => name !== 'authorization')
  return names.map((name) => name.toLowerCase()).sort()
}

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex')

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

import { changedAt, otherSignature, SIGNATURE_PLACES, schemeOf } from '../marketplace/faults/signature-place.ts'
import type { OutgoingRequest } from '../marketplace/marketplace-api.ts'
import { type ProductionStamp, signKit, signProductionBytes } from '../signing/production.ts'
import type { Operation } from '../spec/operation.ts'
import type { HostileTamper, Tamper } from './case.ts'

/**
 * Changes a request after it was composed and signed. Changes that apply earlier (another key, another time) are not made here.
 * @param key signs the request again after a change that keeps it correct
 */
export function spoil(request: OutgoingRequest, tamper: Tamper | undefined, operation: Operation, key: string): OutgoingRequest {
  if (tamper !== undefined && tamper in CHANGES) return CHANGES[tamper as keyof typeof CHANGES](request, key)
  if (tamper === 'signature-of-another-body') return addOnTheWay(request)
  if (tamper === 'no-nonce') return withoutNonce(request, operation, key)
  const scheme = schemeOf(operation)
  const place = SIGNATURE_PLACES[scheme]
  if (tamper === 'signature-with-another-end')
    return otherSignature(request, scheme, (value) => changedAt(value, value.replace(/=+$/, '').length - 1))
  if (tamper === 'signature-with-another-start') return otherSignature(request, scheme, (value) => changedAt(value, 0))
  if (tamper !== 'no-signature' && tamper !== 'no-timestamp') return request
  return without(request, place.in, tamper === 'no-signature' ? place.signature : place.timestamp)
}

/** All but `unsorted` are for V2.0 basic interfaces: the query contains signature, timestamp and nonce, and the query of the seller's address. */
const CHANGES = {
  seconds: (request, key) => signedAgain(request, key, ({ timestamp, nonce }) => ({ timestamp: timestamp.slice(0, -3), nonce })),
  'nonce-of-16': (request, key) => signedAgain(request, key, ({ timestamp, nonce }) => ({ timestamp, nonce: nonce.slice(0, 16) })),
  'nonce-of-64': (request, key) =>
    signedAgain(request, key, ({ timestamp, nonce }) => ({ timestamp, nonce: `${nonce}${nonce}`.padEnd(64, '0').slice(0, 64) })),
  'upper-case': (request) => otherQuery(request, (name, value) => `${name}=${name === 'signature' ? value.toUpperCase() : value}`),
  'percent-encoded': (request) => otherQuery(request, (name, value) => `${name}=${name === 'signature' ? escaped(value) : value}`),
  unsorted: (request) => ({ ...request, body: reversed(request.body) }),
  'other-order': (request) => ({
    ...request,
    url: request.url.replace(/\?.*/, (query) => `?${query.slice(1).split('&').reverse().join('&')}`),
  }),
} satisfies Partial<Record<HostileTamper | 'unsorted', (request: OutgoingRequest, key: string) => OutgoingRequest>>

type Stamp = ProductionStamp & { readonly timestamp: string }

/** The body is the composed JSON, or any bytes that replace it. */
export function signedAgain(request: OutgoingRequest, key: string, change: (stamp: Stamp) => Stamp, body?: Uint8Array): OutgoingRequest {
  const url = new URL(request.url)
  const stamp = change({ timestamp: url.searchParams.get('timestamp') ?? '', nonce: url.searchParams.get('nonce') ?? '' })
  const signature = signProductionBytes(body ?? new TextEncoder().encode(request.body), stamp, key)
  for (const [name, value] of Object.entries({ ...stamp, signature })) url.searchParams.set(name, value)
  return { ...request, url: url.toString() }
}

function otherQuery(request: OutgoingRequest, write: (name: string, value: string) => string): OutgoingRequest {
  const rewritten = (query: string) =>
    query
      .slice(1)
      .split('&')
      .map((pair) => write(pair.replace(/=.*/, ''), pair.replace(/^[^=]*=?/, '')))
  return { ...request, url: request.url.replace(/\?.*/, (query) => `?${rewritten(query).join('&')}`) }
}

/** Members of the top level in reverse order; the signature covers them sorted. */
function reversed(body: string): string {
  return JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(body) as object).reverse()))
}

/** Percent-encodes every character: digits and letters need no escape, but may have one. */
const escaped = (text: string) => text.replace(/./g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)

function addOnTheWay(request: OutgoingRequest): OutgoingRequest {
  if (request.method === 'POST') return { ...request, body: request.body.replace('{', '{"addedOnTheWay":"1",') }
  const url = new URL(request.url)
  url.searchParams.set('addedOnTheWay', '1')
  return { ...request, url: url.toString() }
}

/** Correctly signed with an empty nonce: a seller that treats a missing nonce as empty accepts the call. */
function withoutNonce(request: OutgoingRequest, operation: Operation, key: string): OutgoingRequest {
  if (schemeOf(operation) === 'v2')
    return without(
      signedAgain(request, key, ({ timestamp }) => ({ timestamp, nonce: '' })),
      'query',
      'nonce',
    )
  const signed = signKit(request.body, { timestamp: request.headers['x-timestamp'] ?? '', nonce: '' }, key).value
  return without({ ...request, headers: { ...request.headers, 'x-sign': signed } }, 'header', 'x-nonce')
}

function without(request: OutgoingRequest, where: 'query' | 'header', name: string): OutgoingRequest {
  if (where === 'header')
    return { ...request, headers: Object.fromEntries(Object.entries(request.headers).filter(([key]) => key !== name)) }
  const url = new URL(request.url)
  url.searchParams.delete(name)
  return { ...request, url: url.toString() }
}

import type { Operation } from '../../spec/operation.ts'
import type { OutgoingRequest } from '../marketplace-api.ts'

/** Where a signature scheme puts its signature, its time and its nonce: in parameters of the query, or in headers. */
export const SIGNATURE_PLACES = {
  v2: { in: 'query', signature: 'signature', timestamp: 'timestamp', nonce: 'nonce' },
  kit: { in: 'header', signature: 'x-sign', timestamp: 'x-timestamp', nonce: 'x-nonce' },
  v1: { in: 'query', signature: 'authToken', timestamp: 'timeStamp', nonce: undefined },
  'v1-kit': { in: 'header', signature: 'authToken', timestamp: 'x-timestamp', nonce: undefined },
} as const

export type SignatureScheme = keyof typeof SIGNATURE_PLACES

export function schemeOf({ doc: { 'x-signature': scheme = 'v2' }, method }: Pick<Operation, 'doc' | 'method'>): SignatureScheme {
  return scheme === 'v1' && method === 'POST' ? 'v1-kit' : scheme
}

/** Returns the request with another signature. */
export function otherSignature(request: OutgoingRequest, scheme: SignatureScheme, change: (value: string) => string): OutgoingRequest {
  const { in: where, signature: name } = SIGNATURE_PLACES[scheme]
  if (where === 'header') return { ...request, headers: { ...request.headers, [name]: change(request.headers[name] ?? '') } }
  const url = new URL(request.url)
  url.searchParams.set(name, change(url.searchParams.get(name) ?? ''))
  return { ...request, url: url.toString() }
}

/** Replaces one character of a hex or Base64 text by another one that also changes the decoded bytes. */
export const changedAt = (value: string, at: number): string =>
  `${value.slice(0, at)}${value[at] === '0' ? '4' : '0'}${value.slice(at + 1)}`

/** The nonce of a request; V1.0 has none. */
export function nonceIn({ url, headers }: Pick<OutgoingRequest, 'url' | 'headers'>, scheme: SignatureScheme): string | undefined {
  const { in: where, nonce } = SIGNATURE_PLACES[scheme]
  if (nonce === undefined) return undefined
  return (where === 'header' ? headers[nonce] : new URL(url).searchParams.get(nonce)) ?? undefined
}

import type { Dialled } from '../marketplace/dial.ts'
import type { Operation } from '../spec/operation.ts'
import type { Tamper } from './case.ts'

/** Where a scheme puts its signature and its time: parameters of the query, or headers. */
const PLACES = {
  v2: { in: 'query', signature: 'signature', timestamp: 'timestamp' },
  kit: { in: 'header', signature: 'x-sign', timestamp: 'x-timestamp' },
  v1: { in: 'query', signature: 'authToken', timestamp: 'timeStamp' },
  'v1-kit': { in: 'header', signature: 'authToken', timestamp: 'x-timestamp' },
} as const

/** Spoils a request that was composed and signed; what a tamper does before that (another key, a stale time) leaves it as it is. */
export function spoil(request: Dialled, tamper: Tamper | undefined, operation: Operation): Dialled {
  if (tamper === 'signature-of-another-body') return addOnTheWay(request)
  if (tamper !== 'no-signature' && tamper !== 'no-timestamp') return request
  const place = PLACES[schemeOf(operation)]
  return without(request, place.in, tamper === 'no-signature' ? place.signature : place.timestamp)
}

function schemeOf({ doc: { 'x-signature': scheme = 'v2' }, method }: Operation): keyof typeof PLACES {
  return scheme === 'v1' && method === 'POST' ? 'v1-kit' : scheme
}

function addOnTheWay(request: Dialled): Dialled {
  if (request.method === 'POST') return { ...request, body: request.body.replace('{', '{"addedOnTheWay":"1",') }
  const url = new URL(request.url)
  url.searchParams.set('addedOnTheWay', '1')
  return { ...request, url: url.toString() }
}

function without(request: Dialled, where: 'query' | 'header', name: string): Dialled {
  if (where === 'header')
    return { ...request, headers: Object.fromEntries(Object.entries(request.headers).filter(([key]) => key !== name)) }
  const url = new URL(request.url)
  url.searchParams.delete(name)
  return { ...request, url: url.toString() }
}

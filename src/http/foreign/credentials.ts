import type { Call } from '../../spec/call.ts'
import type { Finding } from '../../spec/finding.ts'
import type { ForeignSide, SecurityWay } from '../../spec/foreign-side.ts'
import type { Operation } from '../../spec/operation.ts'
import { decodeQuery } from '../../spec/request/query.ts'
import { ForeignRefused } from './refused.ts'

type Scheme = SecurityWay[number]

/** Why a credential is not accepted: it is missing, or not written as its scheme requires. */
interface Lack {
  readonly scheme: Scheme
  readonly kind: 'absent' | 'malformed'
  readonly got: string
}

/**
 * Checks that a call sends the credentials of one of the ways that its document allows. Their values are that API's: any is accepted.
 * @throws ForeignRefused with the declared 401, else the declared 403, else 401
 */
export function requireCredentials(call: Call, operation: Operation, findings: Finding[]): void {
  const { ways } = operation.foreign as ForeignSide
  if (ways.length === 0) return
  let nearest: readonly Lack[] | undefined
  for (const way of ways) {
    const lacks = way.flatMap((scheme) => lackOf(scheme, call))
    if (lacks.length === 0) return
    if (!nearest || score(lacks) < score(nearest)) nearest = lacks
  }
  for (const { scheme, kind, got } of nearest ?? [])
    findings.push({ code: `request.auth.${kind}`, level: 'error', pointer: pointerOf(scheme), expected: expectedOf(scheme), got })
  const { wanted, challenge } = asksOf(operation)
  const malformed = nearest?.find(({ kind }) => kind === 'malformed')
  const status = operation.errors.has('401') || !operation.errors.has('403') ? 401 : 403
  throw new ForeignRefused({
    status,
    title: malformed ? 'The credentials are malformed' : 'Credentials are missing',
    detail: malformed
      ? `${expectedOf(malformed.scheme)} is needed, and the call sent ${malformed.got}.`
      : `Send ${wanted}. Any value is accepted.`,
    ...(status === 401 ? { headers: { 'WWW-Authenticate': challenge } } : {}),
  })
}

/** What every call without credentials is told, the same for one operation. */
interface Asks {
  readonly wanted: string
  readonly challenge: string
}

const known = new WeakMap<ForeignSide, Asks>()

function asksOf({ foreign }: Operation): Asks {
  const side = foreign as ForeignSide
  const before = known.get(side)
  if (before) return before
  const { ways, title } = side
  const asks = { wanted: ways.map((way) => way.map(expectedOf).join(' and ')).join(', or '), challenge: challenges(ways, title) }
  known.set(side, asks)
  return asks
}

/** A way that was tried, but not well, explains more than one that was not tried. */
const score = (lacks: readonly Lack[]): number => lacks.length - (lacks.some(({ kind }) => kind === 'malformed') ? 0.5 : 0)

function lackOf(scheme: Scheme, call: Call): readonly Lack[] {
  const { type, name = '' } = scheme
  if (type === 'apiKey') {
    const value = keyIn(call, scheme.in, name)
    return value === undefined || value === '' ? [{ scheme, kind: 'absent', got: 'nothing' }] : []
  }
  // The certificate of a client cannot be seen here, and what no version of OpenAPI knows cannot be asked for.
  if (type !== 'http' && type !== 'oauth2' && type !== 'openIdConnect') return []
  const word = schemeWord(scheme)
  const [, sent = '', rest = ''] = /^(\S+)(?:\s+(.*))?$/s.exec(call.headers['authorization']?.trim() ?? '') ?? []
  if (sent.toLowerCase() !== word.toLowerCase())
    return [{ scheme, kind: 'absent', got: sent === '' ? 'nothing' : `Authorization: ${sent} …` }]
  if (rest === '') return [{ scheme, kind: 'malformed', got: `Authorization: ${sent} without a value` }]
  if (word.toLowerCase() === 'basic' && !isBasic(rest))
    return [{ scheme, kind: 'malformed', got: 'a value that is not name:password in Base64' }]
  return []
}

const schemeWord = ({ type, scheme }: Scheme): string => (type === 'http' ? (scheme ?? 'Bearer') : 'Bearer')

function keyIn(call: Call, where: Scheme['in'], name: string): string | undefined {
  if (where === 'query') return decodeQuery(call.query).items.find((item) => item.name === name)?.value
  if (where !== 'cookie') return call.headers[name.toLowerCase()]
  for (const part of (call.headers['cookie'] ?? '').split(/[;,]/)) {
    const [key = '', value = ''] = part.split(/=(.*)/s)
    if (key.trim() === name) return value.trim()
  }
  return undefined
}

function isBasic(value: string): boolean {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return false
  try {
    return atob(value).includes(':')
  } catch {
    return false
  }
}

function pointerOf({ type, in: where, name = '' }: Scheme): string {
  return type === 'apiKey' ? `/${where ?? 'header'}/${name}` : '/header/Authorization'
}

function expectedOf(scheme: Scheme): string {
  const { type, in: where, name = '' } = scheme
  if (type === 'apiKey')
    return where === 'query' ? `${name}=… in the query` : where === 'cookie' ? `the cookie ${name}` : `the header ${name}`
  const word = schemeWord(scheme)
  return `Authorization: ${word.charAt(0).toUpperCase()}${word.slice(1)} …`
}

/** The schemes that a client can try, as `WWW-Authenticate` lists them. */
function challenges(ways: readonly SecurityWay[], title: string): string {
  const realm = `realm="${title.replace(/[^ -~]|["\\]/g, '').trim() || 'api'}"`
  const all = ways.flat().flatMap((scheme) => {
    if (scheme.type === 'mutualTLS') return []
    if (scheme.type === 'apiKey') return [`ApiKey ${realm}, in="${scheme.in ?? 'header'}", name="${scheme.name ?? ''}"`]
    const word = schemeWord(scheme)
    const shown = `${word.charAt(0).toUpperCase()}${word.slice(1)}`
    return [/^digest$/i.test(word) ? `${shown} ${realm}, nonce="sandbox", algorithm=SHA-256` : `${shown} ${realm}`]
  })
  return [...new Set(all)].join(', ')
}

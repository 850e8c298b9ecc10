import type { Specs } from '../../spec/catalogue.ts'
import type { ServiceDocument } from '../../spec/document/model.ts'
import type { Finding } from '../../spec/finding.ts'
import { jsonOf } from '../../spec/negotiate.ts'
import type { Operation } from '../../spec/operation.ts'
import { isObject } from '../read-body.ts'
import type { Interaction, PactResponse } from '../read-pact.ts'
import type { Expected } from './compare-errors.ts'
import { cited } from './place.ts'

/** The answer that a foreign document describes for a status: the status itself, its range, or `default`. The gateway's errors do not apply. */
export function foreignAnswer({ doc }: Operation, response: PactResponse): Expected {
  const documented = documentedAt(doc, response.status)
  const accept = headerOf(response.headers, 'content-type')
  return { by: 'operation', schema: jsonOf(documented, accept).media?.schema, findings: [] }
}

/** What a document says about a status. */
function documentedAt({ responses, 'x-ranges': ranges = {} }: Operation['doc'], status: number) {
  return responses[String(status)] ?? ranges[`${Math.floor(status / 100)}XX`] ?? ranges.default
}

interface Scheme {
  readonly type: string
  readonly in?: string
  readonly name?: string
  readonly scheme?: string
}

/** Query parameters that are credentials: a document describes them under `security`, not as parameters. */
export function isKeyInQuery({ bundle }: Specs, { service }: Operation, { code, pointer }: Finding): boolean {
  if (code !== 'request.query.unknown') return false
  const schemes = (bundle.services[service]?.components as { securitySchemes?: Record<string, Scheme> } | undefined)?.securitySchemes ?? {}
  return Object.values(schemes).some(({ type, in: where, name }) => type === 'apiKey' && where === 'query' && pointer === `/query/${name}`)
}

/**
 * Checks whether a call sends credentials in one of the ways that the document allows; each way needs all of its schemes. Values are
 * placeholders and are not checked. Where a refusal is expected, credentials may be missing. Cookies are checked like other parameters.
 */
export function* compareSecurity(specs: Specs, operation: Operation, { request, response }: Interaction): Generator<Finding> {
  if (response.status >= 400) return
  const { doc, service } = operation
  const document = (specs.bundle.services[service] ?? {}) as ServiceDocument & { security?: unknown }
  const cookies = new Set([...(headerOf(request.headers, 'cookie') ?? '').matchAll(/(?:^|;)\s*([^=;\s]+)=/g)].map(([, name]) => name))
  const queries = new URLSearchParams(request.query)
  const say = (code: string, pointer: string, expected: string): Finding => ({
    code,
    level: 'error',
    pointer,
    expected,
    got: 'nothing',
    ...cited(specs, operation, pointer.slice(1)),
  })
  for (const one of doc.parameters ?? [])
    if (one.in === 'cookie' && one.required && !cookies.has(one.name))
      yield say('request.cookie.missing', `/cookie/${one.name}`, 'a value, it is mandatory')

  const schemes = ((document.components as { securitySchemes?: Record<string, Scheme> } | undefined)?.securitySchemes ?? {}) as Record<
    string,
    Scheme
  >
  const wanted = ((doc as { security?: unknown }).security ?? document.security ?? []) as readonly unknown[]
  const ways = (Array.isArray(wanted) ? wanted : []).filter(isObject).map((one) => Object.keys(one).flatMap((name) => schemes[name] ?? []))
  const lacks = (scheme: Scheme) => {
    const { type, name = '' } = scheme
    if (type === 'mutualTLS') return false
    if (type === 'apiKey' && scheme.in === 'query') return !queries.has(name)
    if (type === 'apiKey' && scheme.in === 'cookie') return !cookies.has(name)
    if (type === 'apiKey') return headerOf(request.headers, name) === undefined
    const authorization = headerOf(request.headers, 'authorization') ?? ''
    return !new RegExp(`^${(scheme.scheme ?? 'bearer').replace(/\W/g, '\\$&')} \\S`, 'i').test(authorization)
  }
  const [missing, ...others] = ways.map((way) => way.filter(lacks)).sort((a, b) => a.length - b.length)
  const [scheme] = missing ?? []
  if (scheme === undefined) return
  const also = others.flatMap(([first]) => (first ? [whereIs(first)] : []))
  const [place, what] = whereIs(scheme)
  yield say('request.authorization.missing', place, [what, ...also.map(([, text]) => text)].join(' or '))
}

function whereIs({ type, name = '', in: where, scheme = 'bearer' }: Scheme): readonly [pointer: string, what: string] {
  if (type === 'apiKey') return [`/${where}/${name}`, `${name} (${where})`]
  return ['/header/Authorization', `Authorization: ${scheme} …`]
}

const headerOf = (headers: Readonly<Record<string, string>>, wanted: string) =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1]

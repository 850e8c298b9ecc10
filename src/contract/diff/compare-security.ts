import type { OperationDoc, ServiceDocument } from '../../spec/document/model.ts'
import { type Change, type Level, type Side, textOf } from './rules.ts'

interface Scheme {
  readonly type?: string
  readonly in?: string
  readonly name?: string
  readonly scheme?: string
}

/** Changes of a caller's credentials (`security`): a removed alternative is breaking, a new one is not. Schemes are named by what is sent. */
export function* compareSecurity(
  side: Side,
  pointer: string,
  old: { readonly doc: OperationDoc; readonly service: ServiceDocument | undefined },
  now: { readonly doc: OperationDoc; readonly service: ServiceDocument | undefined },
): Generator<Change> {
  const [before, after] = [waysOf(old), waysOf(now)]
  const change = (what: string, was: unknown, is: unknown, level: Level): Change => ({
    code: `${side}.security.${what}`,
    level,
    pointer: `${pointer}/security`,
    old: textOf(was),
    now: textOf(is),
  })
  const free = after.includes(NOBODY)
  for (const way of before)
    if (!after.includes(way)) yield change('removed', way, textOf(after.join(' or ')), free ? 'harmless' : 'breaking')
  for (const way of after) if (!before.includes(way)) yield change('added', undefined, way, 'harmless')
}

const NOBODY = 'no credential'

function waysOf({ doc, service }: { readonly doc: OperationDoc; readonly service: ServiceDocument | undefined }): readonly string[] {
  const whole = (service ?? {}) as { security?: unknown; components?: { securitySchemes?: Readonly<Record<string, Scheme>> } }
  const wanted = (doc as { security?: unknown }).security ?? whole.security ?? []
  const schemes = whole.components?.securitySchemes ?? {}
  const ways = (Array.isArray(wanted) ? wanted : []).map((way: Readonly<Record<string, readonly string[]>>) => {
    const each = Object.entries(way ?? {}).map(([name, scopes]) => written(name, schemes[name], scopes))
    return each.length === 0 ? NOBODY : each.sort().join(' and ')
  })
  return ways.length === 0 ? [NOBODY] : [...new Set(ways)]
}

function written(name: string, { type, in: where, name: key, scheme }: Scheme = {}, scopes: readonly string[] = []): string {
  const what =
    type === 'apiKey' ? `${where} ${where === 'header' ? key?.toLowerCase() : key}` : type === 'http' ? scheme?.toLowerCase() : type
  return `${what ?? name}${Array.isArray(scopes) && scopes.length > 0 ? ` (${[...scopes].sort().join(', ')})` : ''}`
}

type Servers = Readonly<NonNullable<ServiceDocument['servers']>>

/** Changes of the addresses of a service. */
export function compareServers(side: Side, name: string, old: ServiceDocument, now: ServiceDocument): Generator<Change> {
  return compareAddresses(side, `/${name}/servers`, old.servers ?? [], now.servers ?? [])
}

/** Changes of an operation's own addresses; without any, the addresses of its service apply. */
export function* compareOwnServers(
  side: Side,
  pointer: string,
  old: { readonly doc: OperationDoc; readonly service: ServiceDocument | undefined },
  now: { readonly doc: OperationDoc; readonly service: ServiceDocument | undefined },
): Generator<Change> {
  if (old.doc.servers === undefined && now.doc.servers === undefined) return
  const of = ({ doc, service }: typeof old) => doc.servers ?? service?.servers ?? []
  yield* compareAddresses(side, `${pointer}/servers`, of(old), of(now))
}

function* compareAddresses(side: Side, pointer: string, old: Servers, now: Servers): Generator<Change> {
  const urls = (servers: Servers) => servers.map(({ url, variables }) => (variables ? `${url} ${JSON.stringify(variables)}` : url))
  const [before, after] = [urls(old), urls(now)]
  const change = (what: string, was: unknown, is: unknown, level: Level): Change => ({
    code: `${side}.server.${what}`,
    level,
    pointer,
    old: textOf(was),
    now: textOf(is),
  })
  for (const url of before) if (!after.includes(url)) yield change('removed', url, undefined, 'breaking')
  for (const url of after) if (!before.includes(url)) yield change('added', undefined, url, 'harmless')
}

import { decodeText } from '../../spec/request/query.ts'
import type { MissingRoute } from '../../spec/routes.ts'
import type { Received } from '../exchange.ts'
import type { OpenedCall } from '../open-call.ts'
import { mismatch } from '../sandbox-refusals.ts'
import type { ServerContext } from '../server-context.ts'

/** A call of a foreign document whose operation was looked for. */
export interface MatchedCall extends Received {
  /** Why there is no operation. */
  readonly missing: MissingRoute | undefined
}

/** What the caller wants to be answered: `Prefer`, and `__code`, `__example`, `__dynamic` in the query. */
export interface Wishes {
  readonly code?: string
  readonly example?: string
  readonly dynamic?: boolean
}

/** A call of a foreign document, in its world. */
export interface ForeignCall extends OpenedCall {
  readonly missing: MissingRoute | undefined
  readonly wishes: Wishes
  /** The query without the wishes in it. */
  readonly query: string
}

/** Opens the world that the header names, else the default world, and runs the work that is due there. Credentials belong to that API. */
export function openForeign(server: ServerContext, received: Received): ForeignCall {
  const { call, operation, values, findings, began, missing } = received as MatchedCall
  const asked = call.headers['x-sandbox-world']
  const chosen = server.worlds.of(asked, undefined)
  const known = 'problem' in chosen ? undefined : chosen
  known?.world.clock.runDue()
  return {
    call,
    operation,
    values,
    findings,
    began,
    missing,
    world: known?.world ?? server.worlds.open('default'),
    requestId: '',
    credential: NO_CREDENTIAL,
    born: known?.born ?? false,
    mismatch: 'problem' in chosen ? mismatch(asked, chosen.problem) : undefined,
    ...wishesOf(received),
  }
}

const NO_CREDENTIAL = { kind: 'none', id: undefined } as const
const NOTHING: Wishes = {}

function wishesOf({ call, operation }: Received): Pick<ForeignCall, 'wishes' | 'query'> {
  const { prefer } = call.headers
  const asking = call.query.includes('__')
  if (prefer === undefined && !asking) return { wishes: NOTHING, query: call.query }
  const found = new Map<string, string>()
  let query = call.query
  if (asking) {
    const own = new Set((operation.doc.parameters ?? []).flatMap((one) => (one.in === 'query' ? [one.name] : [])))
    const kept = query.split('&').filter((part) => {
      const [, name, value = ''] = /^__(code|example|dynamic)(?:=(.*))?$/s.exec(part) ?? []
      if (name === undefined || own.has(`__${name}`)) return true
      found.set(name, decodeText(value) ?? value)
      return false
    })
    query = kept.join('&')
  }
  for (const part of (prefer ?? '').split(/[,;]/)) {
    const [name = '', value = ''] = part.split(/=(.*)/s)
    const wish = name.trim().toLowerCase()
    if (WISHES.has(wish)) found.set(wish, value.trim().replace(/^"(.*)"$/s, '$1'))
  }
  const code = found.get('code')
  const example = found.get('example')
  const dynamic = found.get('dynamic')
  const wishes = {
    ...(code ? { code } : {}),
    ...(example ? { example } : {}),
    ...(dynamic === undefined ? {} : { dynamic: dynamic.toLowerCase() !== 'false' }),
  }
  return { wishes, query }
}

const WISHES: ReadonlySet<string> = new Set(['code', 'example', 'dynamic'])

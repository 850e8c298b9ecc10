import type { Finding } from '../spec/finding.ts'
import { bodyText, type Exchange, type Origin, type Outgoing } from './exchange.ts'

/** One exchange as people read it: secrets masked, bodies as text. */
export interface JournalEntry {
  readonly n: number
  readonly world: string
  /** World time and machine time, ISO 8601 UTC. */
  readonly at: string
  readonly wire: string
  readonly operation: string
  readonly origin: Origin
  readonly caller?: { readonly account: string; readonly role: string; readonly by: string }
  readonly request: {
    readonly method: string
    readonly path: string
    readonly query: string
    readonly headers: Record<string, string>
    readonly body: string
  }
  readonly reply: { readonly status: number; readonly headers: Record<string, string>; readonly body: string }
  readonly error?: string
  readonly findings: readonly Finding[]
  readonly requestId: string
}

/** The last exchanges of a house, for people and tests. Not what a replay reads. */
export interface Journal {
  add(exchange: Exchange, outgoing: Outgoing, wireNow: number): void
  /** Entries numbered above `since`, oldest first. */
  entries(filter?: {
    readonly since?: number
    readonly world?: string
    readonly operation?: string
    readonly limit?: number
  }): JournalEntry[]
  readonly count: number
  clear(): void
  listen(listener: (entry: JournalEntry) => void): () => void
}

const SECRET_HEADERS = new Set([
  'x-auth-token',
  'x-security-token',
  'x-apig-appcode',
  'x-subject-token',
  'cookie',
  'signature',
  'x-sandbox-token',
])
const SECRET_FIELDS =
  /("(?:password|secret|securitytoken|client_secret|access_token|refresh_token|id|sk|clientSecret)"\s*:\s*")([^"]{12,})(")/g
const SECRET_FORM = /((?:client_secret|refresh_token|code|access_token|password)=)[^&]+/g
const LONGEST = 16_384

/** @param size how many exchanges are kept */
export function createJournal(size = 1000): Journal {
  interface Kept {
    readonly n: number
    readonly at: number
    readonly wire: number
    readonly exchange: Exchange
    readonly outgoing: Outgoing
  }
  const ring: (Kept | undefined)[] = new Array(size)
  const listeners = new Set<(entry: JournalEntry) => void>()
  let count = 0
  let cleared = 0

  return {
    add(exchange, outgoing, wireNow) {
      const kept = { n: ++count, at: exchange.world.clock.now(), wire: wireNow, exchange, outgoing }
      ring[count % size] = kept
      for (const listener of listeners) listener(render(kept))
    },
    entries({ since = 0, world, operation, limit = size } = {}) {
      const found: JournalEntry[] = []
      for (let n = Math.max(since, cleared, count - size) + 1; n <= count; n++) {
        const kept = ring[n % size]
        if (!kept || (world && kept.exchange.world.name !== world) || (operation && kept.exchange.operation.ref !== operation)) continue
        found.push(render(kept))
      }
      return found.slice(-limit)
    },
    get count() {
      return count
    },
    clear() {
      cleared = count
      ring.fill(undefined)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }

  function render({ n, at, wire, exchange, outgoing }: Kept): JournalEntry {
    const { call, caller } = exchange
    return {
      n,
      world: exchange.world.name,
      at: new Date(at).toISOString(),
      wire: new Date(wire).toISOString(),
      operation: exchange.operation.ref,
      origin: exchange.origin,
      ...(caller ? { caller: { account: caller.account.name, role: caller.account.role, by: caller.by } } : {}),
      request: {
        method: call.method,
        path: call.path,
        query: maskForm(call.query),
        headers: maskHeaders(call.headers),
        body: maskBody(new TextDecoder().decode(call.body.subarray(0, LONGEST))),
      },
      reply: { status: outgoing.status, headers: maskHeaders(outgoing.headers), body: maskBody(bodyText(outgoing).slice(0, LONGEST)) },
      ...(exchange.error === undefined ? {} : { error: exchange.error }),
      findings: exchange.findings,
      requestId: exchange.requestId,
    }
  }
}

function maskHeaders(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const masked: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue
    masked[name] = SECRET_HEADERS.has(name.toLowerCase()) ? mask(value) : name === 'authorization' ? maskAuthorization(value) : value
  }
  return masked
}

/** A signature is no secret that lives on, but a bearer token is. */
function maskAuthorization(value: string): string {
  return /^bearer /i.test(value) ? `Bearer ${mask(value.slice(7))}` : value.replace(/(Signature=).*/, (_, name: string) => `${name}…`)
}

function maskBody(text: string): string {
  return maskForm(
    text.replace(SECRET_FIELDS, (whole, before: string, secret: string, after: string) =>
      before.startsWith('"id"') && secret.length < 200 ? whole : `${before}${mask(secret)}${after}`,
    ),
  )
}

function maskForm(text: string): string {
  return text.replace(SECRET_FORM, (_, name: string) => `${name}…`)
}

function mask(secret: string): string {
  return secret.length <= 8 ? '…' : `${secret.slice(0, 4)}…(${secret.length})`
}

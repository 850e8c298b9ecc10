import type { Call, Reply } from '../spec/call.ts'
import { fromByteText } from '../spec/document/derived.ts'
import { createMask } from '../spec/mask.ts'
import type { SystemClock } from '../world/engine/system-clock.ts'
import { secretsOf } from '../world/entities/secrets-of.ts'
import type { World } from '../world/world-api.ts'
import type { Exchange, Outgoing } from './exchange.ts'
import type { Journal, JournalEntry, JournalFilter } from './journal-api.ts'
import { bytesOf } from './render.ts'

/** Only the beginning of longer bodies is kept: a thousand large uploads would fill the memory. */
export const LONGEST_KEPT = 16_384

/** Exchanges that are kept, unless another number is given. */
export const MOST_EXCHANGES = 1000

/** What the journal needs of a world: it does not keep the world itself, which may be dropped long before its exchanges. */
interface Source {
  readonly name: string
  /** Those that it has, or had when it was dropped. */
  secrets: () => readonly string[]
}

interface Kept extends Pick<Exchange, 'call' | 'origin' | 'caller' | 'error' | 'findings' | 'requestId'> {
  readonly fault: Exchange['fault'] | undefined
  readonly n: number
  readonly at: number
  readonly systemTime: number
  readonly ms: number
  readonly source: Source
  readonly operation: string
  /** The body is rendered again on reading: keeping the bytes of a thousand answers slows down later requests. */
  readonly reply: Reply
  /** Of a foreign operation, whose answers are rendered once for all calls. */
  readonly bytes: string | undefined
  /** Names of keys in a foreign document. */
  readonly keyNames: readonly string[]
  readonly outgoing: Pick<Outgoing, 'status' | 'headers'>
  /** Position among everything that is kept. */
  readonly place: number
}

/**
 * @param size how many exchanges are kept
 * @param secrets masked wherever they stand, besides those of the worlds
 */
export function createJournal(systemClock: SystemClock, size = MOST_EXCHANGES, secrets: readonly string[] = []): Journal {
  const sources = new WeakMap<World, Source>()
  const sourceOf = (world: World): Source => {
    const known = sources.get(world)
    if (known) return known
    const source: Source = { name: world.name, secrets: () => secretsOf(world) }
    sources.set(world, source)
    return source
  }
  let places = 0
  const keep = (
    n: number,
    { world, call, operation, caller, origin, error, fault, findings, requestId, reply, bytes, began }: Exchange,
    outgoing: Outgoing,
  ): Kept => ({
    n,
    at: world.clock.now(),
    systemTime: systemClock.now(),
    ms: systemClock.monotonic() - began,
    source: sourceOf(world),
    call: shortened(call),
    operation: operation.ref,
    origin,
    caller,
    error,
    fault,
    findings,
    requestId,
    reply,
    bytes: operation.foreign ? bytes : undefined,
    keyNames: operation.foreign?.keyNames ?? [],
    outgoing: { status: outgoing.status, headers: outgoing.headers },
    place: ++places,
  })
  let changes: Kept[] = []
  const ring: (Kept | undefined)[] = new Array(size)
  const listeners = new Set<(entry: JournalEntry) => void>()
  const counters: ((exchange: Exchange) => void)[] = []
  let count = 0
  let cleared = 0

  return {
    add(exchange, outgoing) {
      const kept = keep(++count, exchange, outgoing)
      ring[count % size] = kept
      for (const listener of listeners) listener(render(kept))
      for (const counter of counters) counter(exchange)
    },
    addChange(exchange, outgoing) {
      changes.push(keep(count, exchange, outgoing))
      // Cut from time to time: removing the first one at each change would move all others.
      if (changes.length >= 2 * size) changes = changes.slice(-size)
    },
    entries: (filter) => search(filter).entries,
    search,
    get count() {
      return count
    },
    clear() {
      cleared = count
      changes = []
      ring.fill(undefined)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    leave(world) {
      const source = sources.get(world)
      if (!source) return
      const last = source.secrets()
      source.secrets = () => last
    },
    overhear(listener) {
      counters.push(listener)
    },
  }

  function search({ since = 0, before = count + 1, limit = size, bytes = Number.POSITIVE_INFINITY, ...filter }: JournalFilter = {}) {
    const found: Kept[] = []
    for (let n = Math.max(since, cleared, count - size) + 1; n < Math.min(before, count + 1); n++) {
      const kept = ring[n % size]
      if (kept && isWanted(kept, filter)) found.push(kept)
    }
    if (filter.changes) {
      found.push(...changes.filter((kept) => kept.n >= since && kept.n < before && isWanted(kept, filter)))
      found.sort((a, b) => a.place - b.place)
    }
    const { text } = filter
    const matching =
      text === undefined ? found : found.filter((kept) => JSON.stringify(render(kept)).toLowerCase().includes(text.toLowerCase()))
    return { total: matching.length, entries: newest(matching.slice(-limit).reverse(), bytes) }
  }

  /** Entries as people read them, oldest first, as long as they fit; one always does. */
  function newest(kept: readonly Kept[], most: number): JournalEntry[] {
    const entries: JournalEntry[] = []
    let size = 0
    for (const one of kept) {
      const entry = render(one)
      size += Buffer.byteLength(JSON.stringify(entry))
      if (entries.length > 0 && size > most) break
      entries.unshift(entry)
    }
    return entries
  }

  function render({ n, at, systemTime: sent, ms, source, call, caller, outgoing, ...kept }: Kept): JournalEntry {
    const asked = new TextDecoder().decode(call.body.subarray(0, LONGEST_KEPT))
    const answered = fromByteText(kept.bytes ?? bytesOf(kept.reply) ?? '').slice(0, LONGEST_KEPT)
    const mask = createMask({
      headers: [call.headers, outgoing.headers],
      texts: [call.query, asked, answered],
      known: [...secrets, ...source.secrets()],
      names: kept.keyNames,
    })
    const masked = (headers: Readonly<Record<string, string | undefined>>) =>
      Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, mask.text(value)]])))
    return {
      n,
      world: source.name,
      at: new Date(at).toISOString(),
      systemTime: new Date(sent).toISOString(),
      ms: Math.round(ms * 100) / 100,
      operation: kept.operation,
      origin: kept.origin,
      ...(caller ? { caller: { account: caller.account.name, role: caller.account.role, via: caller.via } } : {}),
      request: {
        method: call.method,
        path: mask.text(call.path),
        query: mask.text(call.query),
        headers: masked(call.headers),
        body: mask.text(asked),
      },
      reply: { status: outgoing.status, headers: masked(outgoing.headers), body: mask.text(answered) },
      ...(kept.error === undefined ? {} : { error: kept.error }),
      ...(kept.fault ? { fault: { ...kept.fault.by, label: kept.fault.label } } : {}),
      findings: kept.findings.map(mask.finding),
      requestId: kept.requestId,
    }
  }
}

function shortened(call: Call): Call {
  return call.body.length <= LONGEST_KEPT ? call : { ...call, body: call.body.slice(0, LONGEST_KEPT) }
}

function isWanted(kept: Kept, { world, worlds, operation, status, path, verdict }: JournalFilter): boolean {
  return (
    (world === undefined || kept.source.name === world) &&
    (worlds === undefined || worlds(kept.source.name)) &&
    (operation === undefined || kept.operation === operation) &&
    (status === undefined || (kept.outgoing.status >= status[0] && kept.outgoing.status <= status[1])) &&
    (path === undefined || kept.call.path.includes(path)) &&
    (verdict === undefined || verdict === verdictOf(kept))
  )
}

function verdictOf({ findings }: Kept): NonNullable<JournalFilter['verdict']> {
  if (findings.some(({ level }) => level === 'error')) return 'error'
  return findings.some(({ level }) => level === 'warning') ? 'warning' : 'none'
}

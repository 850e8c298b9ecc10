import { fromByteText } from '../spec/document/derived.ts'
import { createMask } from '../spec/mask.ts'
import type { SystemClock } from '../world/engine/system-clock.ts'
import { secretsOf } from '../world/entities/secrets-of.ts'
import type { Exchange, Outgoing } from './exchange.ts'
import type { Journal, JournalEntry } from './journal-api.ts'
import { bytesOf } from './render.ts'

/** Only the beginning of longer bodies is kept: a thousand large uploads would fill the memory. */
export const LONGEST_KEPT = 16_384

/** Exchanges that are kept, unless another number is given. */
export const MOST_EXCHANGES = 1000

/**
 * @param size how many exchanges are kept
 * @param secrets masked wherever they stand, besides those of the worlds
 */
export function createJournal(systemClock: SystemClock, size = MOST_EXCHANGES, secrets: readonly string[] = []): Journal {
  interface Kept {
    readonly n: number
    readonly at: number
    readonly systemTime: number
    readonly ms: number
    readonly exchange: Exchange
    /** The body is rendered again on reading: keeping the bytes of a thousand answers slows down later requests. */
    readonly outgoing: Pick<Outgoing, 'status' | 'headers'>
    /** Position among everything that is kept. */
    readonly place: number
  }
  let places = 0
  const keep = (n: number, exchange: Exchange, outgoing: Outgoing): Kept => ({
    n,
    at: exchange.world.clock.now(),
    systemTime: systemClock.now(),
    ms: systemClock.monotonic() - exchange.began,
    exchange: shortened(exchange),
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
      if (changes.length >= 2 * size) changes = changes.slice(-size)
    },
    entries({ since = 0, world, operation, limit = size, bytes = Number.POSITIVE_INFINITY, changes: withChanges = false } = {}) {
      const found: Kept[] = []
      const wanted = ({ exchange }: Kept) =>
        (world === undefined || exchange.world.name === world) && (operation === undefined || exchange.operation.ref === operation)
      for (let n = Math.max(since, cleared, count - size) + 1; n <= count; n++) {
        const kept = ring[n % size]
        if (kept && wanted(kept)) found.push(kept)
      }
      if (withChanges) {
        found.push(...changes.filter((kept) => kept.n >= since && wanted(kept)))
        found.sort((a, b) => a.place - b.place)
      }
      return newest(found.slice(-limit).reverse(), bytes)
    },
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
    overhear(listener) {
      counters.push(listener)
    },
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

  function render({ n, at, systemTime: sent, ms, exchange, outgoing }: Kept): JournalEntry {
    const { call, caller } = exchange
    const asked = new TextDecoder().decode(call.body.subarray(0, LONGEST_KEPT))
    const answered = fromByteText(bytesOf(exchange.reply) ?? '').slice(0, LONGEST_KEPT)
    const mask = createMask({
      headers: [call.headers, outgoing.headers],
      texts: [call.query, asked, answered],
      known: [...secrets, ...secretsOf(exchange.world)],
    })
    const masked = (headers: Readonly<Record<string, string | undefined>>) =>
      Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, mask.text(value)]])))
    return {
      n,
      world: exchange.world.name,
      at: new Date(at).toISOString(),
      systemTime: new Date(sent).toISOString(),
      ms: Math.round(ms * 100) / 100,
      operation: exchange.operation.ref,
      origin: exchange.origin,
      ...(caller ? { caller: { account: caller.account.name, role: caller.account.role, via: caller.via } } : {}),
      request: {
        method: call.method,
        path: mask.text(call.path),
        query: mask.text(call.query),
        headers: masked(call.headers),
        body: mask.text(asked),
      },
      reply: { status: outgoing.status, headers: masked(outgoing.headers), body: mask.text(answered) },
      ...(exchange.error === undefined ? {} : { error: exchange.error }),
      ...(exchange.fault ? { fault: { ...exchange.fault.by, label: exchange.fault.label } } : {}),
      findings: exchange.findings.map(mask.finding),
      requestId: exchange.requestId,
    }
  }
}

function shortened(exchange: Exchange): Exchange {
  const { call } = exchange
  return call.body.length <= LONGEST_KEPT ? exchange : { ...exchange, call: { ...call, body: call.body.slice(0, LONGEST_KEPT) } }
}

import type { FaultSource } from '../scenario/scenario-api.ts'
import type { Finding } from '../spec/finding.ts'
import type { World } from '../world/world-api.ts'
import type { Exchange, Origin, Outgoing } from './exchange.ts'

/** One exchange for people: secrets masked, bodies as text. */
export interface JournalEntry {
  readonly n: number
  readonly world: string
  /** World time and machine time, ISO 8601 UTC. */
  readonly at: string
  readonly systemTime: string
  /** Machine milliseconds from the last byte of the request to the answer. */
  readonly ms: number
  readonly operation: string
  readonly origin: Origin
  readonly caller?: { readonly account: string; readonly role: string; readonly via: string }
  readonly request: {
    readonly method: string
    readonly path: string
    readonly query: string
    readonly headers: Record<string, string>
    readonly body: string
  }
  readonly reply: { readonly status: number; readonly headers: Record<string, string>; readonly body: string }
  readonly error?: string
  /** The rule, or the step of a scenario, that changed the call, and what it did. */
  readonly fault?: FaultSource & { readonly label: string }
  readonly findings: readonly Finding[]
  readonly requestId: string
}

/** Which entries of the journal are meant; of many the newest. */
export interface JournalFilter {
  readonly changes?: boolean
  readonly since?: number
  /** Only those numbered below: the page before another. */
  readonly before?: number
  readonly world?: string
  /** Only worlds of these names. */
  readonly worlds?: (name: string) => boolean
  readonly operation?: string
  /** From this status to that. */
  readonly status?: readonly [from: number, to: number]
  /** A part of the path. */
  readonly path?: string
  /** The worst level among the findings; `none`: without error or warning. */
  readonly verdict?: 'error' | 'warning' | 'none'
  /** A text that stands somewhere in the entry, secrets masked; upper and lower case count the same. */
  readonly text?: string
  readonly limit?: number
  /** Approximate limit in bytes; the oldest entries are left out first. */
  readonly bytes?: number
}

/** The last exchanges of a sandbox, for people and tests. A replay does not read it. */
export interface Journal {
  add(exchange: Exchange, outgoing: Outgoing): void
  /** Keeps a change made through the control API or the library, under the number of the exchange before it. */
  addChange(exchange: Exchange, outgoing: Outgoing): void
  /** Entries numbered above `since`, oldest first; with `changes` also the changes beside them, in the order in which they happened. */
  entries(filter?: JournalFilter): JournalEntry[]
  /** The same with the number of all that match, however many fit. */
  search(filter: JournalFilter): { readonly total: number; readonly entries: JournalEntry[] }
  readonly count: number
  clear(): void
  /** A world is dropped or replaced: its exchanges stay, the world itself is not kept for them. */
  leave(world: World): void
  listen(listener: (entry: JournalEntry) => void): () => void
  /** Called with each exchange in full, secrets included, before it is shortened: for counting, never for display. */
  overhear(listener: (exchange: Exchange) => void): void
}

import type { Behaviour } from '../services/behaviour.ts'
import type { Specs } from '../spec/catalogue.ts'
import type { SystemClock } from '../world/engine/system-clock.ts'
import type { Worlds } from '../world/worlds.ts'
import type { Journal } from './journal.ts'
import type { Sellers } from './sellers.ts'

/** How one sandbox behaves. */
export interface ServerOptions {
  /** `lenient` takes any credentials, none too. */
  readonly auth: 'strict' | 'lenient'
  /** Which of our own answers are compared with the spec. */
  readonly checkAnswers: 'all' | 'errors' | 'off'
  /** What an answer that strays from its spec does: `throw` in the library, `tell` (header and log) when serving. */
  readonly onDrift: 'throw' | 'tell'
  /** A store is configured: an answer leaves once the world's log is written. */
  readonly durable: boolean
  /** The token that the control API wants; absent when listening on loopback only. */
  readonly controlToken?: string
  /** Host names, besides loopback and the vendor's, by which this sandbox may be called. */
  readonly ownHosts: readonly string[]
  /** It listens beyond loopback. */
  readonly shared: boolean
  /** Version of the package, as the control API tells it. */
  readonly version: string
}

/** All that answering a call needs. Two houses in one process never meet. */
export interface ServerContext {
  readonly specs: Specs
  readonly worlds: Worlds
  readonly behaviours: Readonly<Record<string, Readonly<Record<string, Behaviour | undefined>>>>
  readonly journal: Journal
  readonly systemClock: SystemClock
  readonly sellers: Sellers
  readonly options: ServerOptions
  /** `Wed, 21 Oct 2026 07:28:00 GMT` for epoch milliseconds. */
  readonly httpDate: (at: number) => string
  /** Addresses this house is reached at, once it listens. */
  readonly addresses: string[]
  /** Says why a body of so many bytes cannot be taken in, when too much memory is used; hears that something was dropped. */
  readonly memory: { short(size?: number): string | undefined; freed(): void }
  /** Aborted when the sandbox stops: what has no end of its own ends then. */
  readonly stopping: AbortSignal
}

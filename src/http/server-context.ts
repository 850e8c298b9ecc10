import type { Access } from '../access/access-api.ts'
import type { Audit } from '../access/audit-api.ts'
import type { CallerAddress } from '../access/caller-address.ts'
import type { Logins } from '../access/login/login-api.ts'
import type { RequestRate } from '../access/request-rate.ts'
import type { Callbacks } from '../callbacks/callbacks-api.ts'
import type { SellerCalls } from '../marketplace/marketplace-api.ts'
import type { Metrics } from '../metrics/metrics-api.ts'
import type { Replicas } from '../replicas/replicas-api.ts'
import type { Scenarios } from '../scenario/scenario-api.ts'
import type { Behaviour } from '../services/behaviour.ts'
import type { Call } from '../spec/call.ts'
import type { Specs } from '../spec/catalogue.ts'
import type { Coverage } from '../spec/coverable.ts'
import type { Stateful } from '../stateful/stateful-api.ts'
import type { Examinations } from '../verify/examinations-api.ts'
import type { SystemClock } from '../world/engine/system-clock.ts'
import type { World } from '../world/world-api.ts'
import type { Worlds } from '../world/worlds-api.ts'
import type { Outgoing } from './exchange.ts'
import type { Journal } from './journal-api.ts'

/** How one sandbox behaves. */
export interface ServerOptions {
  /** `lenient` accepts any credential, or none. */
  readonly auth: 'strict' | 'lenient'
  /** Which of our own answers are compared with the spec. */
  readonly checkAnswers: 'all' | 'errors' | 'off'
  /** What happens if an answer does not match its spec: `throw` in the library, `report` (header and log) when serving. */
  readonly onDrift: 'throw' | 'report'
  /** A store is configured: answers are sent once the world's log is written. */
  readonly durable: boolean
  /** The token that the control API requires; absent when listening on loopback only. */
  readonly controlToken?: string
  /** Host names, besides loopback and the vendor's, by which this sandbox may be called. */
  readonly ownHosts: readonly string[]
  /** Pages of other origins may call and read answers. Default: those of foreign documents, not those of the vendor. */
  readonly cors?: boolean
  /** Foreign operations refuse parameters of the query that their document does not describe. */
  readonly strictQuery?: boolean
  /** It listens beyond loopback. */
  readonly shared: boolean
  /** Version of the package, for the control API. */
  readonly version: string
}

/** Everything that answering a call needs. Sandboxes in one process share nothing. */
export interface ServerContext {
  readonly specs: Specs
  readonly worlds: Worlds
  readonly behaviours: Readonly<Record<string, Readonly<Record<string, Behaviour | undefined>>>>
  readonly journal: Journal
  readonly systemClock: SystemClock
  readonly sellers: SellerCalls
  /** Calls that foreign documents announce. */
  readonly callbacks: Callbacks
  /** Answers a call like one that came over HTTP: for the control API, when it makes calls itself. */
  readonly answer: (call: Call) => Outgoing | Promise<Outgoing>
  /** Memory for the operations of foreign documents, where it is asked for. */
  readonly stateful?: Stateful
  /** The other replicas, where several share one store. */
  readonly replicas?: Replicas
  /** Faults and scenarios. */
  readonly scenarios: Scenarios
  /** Examinations of sellers, where the command line gives them; loaded when first asked for. */
  readonly examinations?: () => Promise<Examinations>
  /** Calls back when a world ends, or leaves memory; the returned function takes that back. */
  readonly onLeave: (world: World, listener: () => void) => () => void
  /** What is exercised, once somebody counts it. */
  readonly coverage: { readonly data: () => Coverage | undefined; readonly start: () => void }
  /** Numbers for Prometheus; the first call begins to count. */
  readonly metrics: () => Promise<Metrics>
  readonly options: ServerOptions
  /** Tokens and namespaces, where a sandbox is shared by those. Then nobody uses the control API without one. */
  readonly access?: Access
  /** Where people log in with a browser, if they do. */
  readonly logins?: Logins
  /** Where calls of the control API are written down, if they are. */
  readonly audit?: Audit
  /** Whose address a request came from, past the proxies that were named. */
  readonly callerAddress: CallerAddress
  /** How many requests an address may send, where that is limited. */
  readonly rate?: RequestRate
  readonly limits: { readonly requests: number }
  /** `Wed, 21 Oct 2026 07:28:00 GMT` for epoch milliseconds. */
  readonly httpDate: (at: number) => string
  /** Addresses of this sandbox, once it listens. */
  readonly addresses: string[]
  /** Explains why a body of that size cannot be accepted, if too much memory is used; notified when memory is freed. */
  readonly memory: { short(size?: number): string | undefined; freed(): void }
  /** Aborted when the sandbox stops: ends streams and waits that have no end of their own. */
  readonly stopping: AbortSignal
}

import type { LoginSettings } from '../access/login/login-api.ts'
import type { PrintedCredentials } from '../control/printed-credentials.ts'
import type { SellerCall } from '../http/coverage.ts'
import type { Journal, JournalEntry } from '../http/journal-api.ts'
import type { ServerOptions } from '../http/server-context.ts'
import type { Certified } from '../http/tls/self-signed.ts'
import type { Deliveries } from '../marketplace/deliveries.ts'
import type { ChaosInput } from '../scenario/chaos.ts'
import type { Specs } from '../spec/catalogue.ts'
import type { Coverage } from '../spec/coverable.ts'
import type { Bundle } from '../spec/document/model.ts'
import type { Stopping } from '../stopping/stop.ts'
import type { Examinations } from '../verify/examinations-api.ts'
import type { Clock } from '../world/engine/clock-api.ts'
import type { FactMatch, WaitOptions } from '../world/engine/wait-for.ts'
import type { FactLog, FactOf, FactType } from '../world/entities/facts/facts.ts'
import type { Role } from '../world/entities/kinds-api.ts'
import type { World } from '../world/world-api.ts'
import type { Worlds } from '../world/worlds-api.ts'
import type { BuyerActions } from './buyer-actions.ts'
import type { CallInput, CallResult } from './call.ts'
import type { ErrorCatalogue } from './errors.ts'
import type { Faults, PlayedScenarios } from './faults.ts'
import type { SandboxLimits } from './limits.ts'

/** One of several processes that share a database. */
export interface ReplicaSettings {
  /** Unique among the living replicas. Default: made up. */
  readonly name?: string
  /** Where the other replicas reach this one. Default: its first address. */
  readonly url?: string
  /** Milliseconds after which the worlds of a replica that is gone are continued by another. Default: 3000. */
  readonly lease?: number
  /** Milliseconds after which a world that nobody uses leaves memory. Default: 10 minutes. */
  readonly idle?: number
}

/** How a sandbox is opened. Everything has a default. */
export interface SandboxOptions {
  /** 0 chooses a free port. */
  readonly port?: number
  /** Default: loopback only. Another address requires a control token, generated if none is given, and has its own credentials. */
  readonly host?: string
  /** Host names, besides loopback and the vendor's, by which it may be called: `koosandbox`, in a network of containers. */
  readonly ownHosts?: readonly string[]
  /** `live` follows the machine's time, `frozen` moves when you advance it. Default: `frozen` in `startSandbox`, `live` in `openSandbox`. */
  readonly clock?: 'live' | 'frozen'
  /** World time at which worlds begin, epoch milliseconds UTC. Default: 2026-01-01T00:00:00Z when frozen, now when live. */
  readonly start?: number
  /** Name of the start of `default` (`fixtures/worlds`). */
  readonly world?: string
  /**
   * The user's own products, accounts, prices, settings, seller addresses and keys, on top of the starting world: what `koosandbox init`
   * writes, as an object or the path of its file. Unknown keys are refused by name, in a file with the line.
   */
  readonly config?: string | object
  /** Of all generated values and printed credentials; the same seed gives the same ones. Default `koogallery`, with `host` a random one. */
  readonly seed?: string
  /** Default `strict`. */
  readonly auth?: ServerOptions['auth']
  /** Default `all`. */
  readonly checkAnswers?: ServerOptions['checkAnswers']
  /** Default `throw` in `startSandbox`, `report` in `openSandbox`. */
  readonly onDrift?: ServerOptions['onDrift']
  /** A directory that keeps all worlds and snapshots over a restart. Answers are sent once their changes are written. */
  readonly state?: string
  /** With `state`: written means on the disk, not only in the hands of the system. */
  readonly fsync?: boolean
  /**
   * `postgres://…`: keeps all worlds in a database that several replicas share, instead of in a directory. Its schema is made by
   * `koosandbox store migrate`.
   */
  readonly store?: string
  /** With `store`: this process among the replicas. */
  readonly replica?: ReplicaSettings
  /** Specs as plain data instead of those of the package: other editions, or broken ones to test a test suite. */
  readonly bundle?: Bundle
  /** Files of foreign OpenAPI documents, served instead of the built-in services. */
  readonly spec?: readonly string[]
  /** Counts for `GET /_sandbox/metrics` from the start instead of from the first call of it. */
  readonly metrics?: boolean
  /** Until this signal aborts, foreign documents are read again when one of their files changes; worlds stay as they are. */
  readonly reloadSpecs?: AbortSignal
  /** Built-in services to serve beside them. */
  readonly with?: readonly string[]
  /** Foreign documents: what clients create can be read, listed, changed and deleted. Collections are recognised by their paths and schemas. */
  readonly stateful?: boolean
  /** Pages of other origins may call it and read answers, never those of the control API. Default: those of foreign documents, not those of the vendor. */
  readonly cors?: boolean
  /** Foreign documents: refuse parameters of the query that they do not describe. Default: a finding reports them. */
  readonly strictQuery?: boolean
  /**
   * File with tokens for people and pipelines, their roles and namespaces; read again when it changes. The control API, the console and MCP
   * then require a token, on loopback too.
   */
  readonly tokens?: string
  /** People log in to the console at this identity provider (OpenID Connect). Nobody uses the control API without a login or a token then. */
  readonly oidc?: Partial<LoginSettings>
  /** Writes each call of the control API as a line of JSON – who, when, which operation, world, outcome – to this file; `-`: standard output. */
  readonly audit?: string
  /** Addresses or networks of proxies (`10.0.0.0/8`) whose `X-Forwarded-For` is believed, in the audit log and for the limit `requests`. Default: nobody's. */
  readonly trustedProxies?: readonly string[]
  /** The token that the control API requires as `X-Sandbox-Token`, on loopback too. */
  readonly controlToken?: string
  /**
   * Milliseconds that running requests and calls to sellers may continue when the sandbox is closed; then they are cut off. Default: 5000 in
   * `openSandbox`, 200 in `startSandbox`.
   */
  readonly drain?: number
  /** Milliseconds for a whole request to arrive; default 30000. */
  readonly requestTimeout?: number
  /** Milliseconds that a connection may stay open between two requests; default 10000. */
  readonly idleTimeout?: number
  /** Speaks HTTPS. `true` makes a certificate that lives as long as the sandbox; clients must trust `sandbox.certificate`. */
  readonly tls?: boolean | Certified
  /** Most worlds and snapshots at the same time; default 2000 and 1000. */
  readonly maxWorlds?: number
  readonly maxSnapshots?: number
  /**
   * Limits of each world and of the sandbox, over the configuration's `limits`; the defaults are listed by `koosandbox doctor`. What would go
   * beyond is refused with an error that names the limit; an order also when nearly all memory is used. `maxWorlds`, `maxSnapshots`,
   * `journalSize`, `requestTimeout` and `idleTimeout` go before.
   */
  readonly limits?: Partial<SandboxLimits>
  /** Exchanges the journal keeps; default 1000. */
  readonly journalSize?: number
  /**
   * Count what is exercised. A path is a file that is written when the sandbox closes, `true` leaves it at `sandbox.coverage()`. Default:
   * one file for each sandbox in the directory of `KOOSANDBOX_COVERAGE`, where that is set.
   */
  readonly coverage?: string | boolean
  /**
   * Folder of your own scenarios, YAML or JSON; read again when a file changes. Default: the folder `scenarios` beside the file of `config`,
   * if it exists.
   */
  readonly scenarios?: string
  /** Changes a share of all calls: `{ rate: '5%' }`. The same seed and the same requests give the same faults. */
  readonly chaos?: ChaosInput
  /** A new file that everything is written to that enters and leaves the sandbox. `koosandbox replay` repeats the run from it. */
  readonly record?: string
  /** Examinations of sellers that the control API can start; `koosandbox serve` gives them. */
  readonly examinations?: () => Promise<Examinations>
  /** Called with every exchange, for logs. */
  readonly onExchange?: (entry: JournalEntry) => void
  /** Hosts (`name` or `name:port`) other than this machine where sellers may be called. Default: this machine only. */
  readonly allowHosts?: readonly string[]
  /** Called with every world when it is opened, forked or reset, before anything happens in it. */
  readonly onWorld?: (world: World) => void
  /** Called with notices for the user, one line each, such as missing data in the directory of `state`. Default: a process warning. */
  readonly onNotice?: (text: string) => void
  /** Called with defects of the sandbox itself. Default: they are only answered with a 500. */
  readonly onError?: (error: unknown) => void
}

/** One world of a sandbox, used as if it were the only one. */
export interface InWorld extends BuyerActions {
  /** Keys and tokens of the world by role; a call made with one of them goes to this world, over HTTP too. */
  readonly credentials: Partial<Record<Role, PrintedCredentials>>
  readonly world: World
  /** Business time of the world. */
  readonly clock: Clock
  /** Its facts. */
  readonly facts: FactLog
  /** The marketplace's calls to sellers in it. */
  readonly deliveries: Deliveries
  /** Rules that change its calls, for unmodified clients. */
  readonly faults: Faults
  /** Named scenarios: rules in an order. */
  readonly scenarios: PlayedScenarios
  /**
   * Calls an operation through all stages of an answer, without a socket: `call('bss.PayOrders', { body })`.
   * Rejects if the sandbox itself fails, for example if an answer does not match its spec, and with `AnswerLost` where a rule cuts the
   * connection. A delay is not waited for: there is no connection.
   */
  call(operation: string, input?: CallInput): Promise<CallResult>
  /**
   * The first fact of a name that matches: one that is true already, or the next. Never sleeps, never moves the clock.
   * Rejects after `timeout` machine milliseconds (default 5000).
   */
  waitFor<T extends FactType>(type: T, match?: FactMatch<T>, how?: WaitOptions): Promise<FactOf<T>>
  /** Resets the world to its start. */
  reset(): void
}

/** One marketplace on this machine. The members of `InWorld` apply to the world `default`. */
export interface Sandbox extends InWorld {
  /** The first address that answers: `http://127.0.0.1:4100`. */
  readonly url: string
  /** All addresses that answer: IPv4 and, where the machine has it, IPv6. */
  readonly urls: readonly string[]
  /** The certificate to trust, as PEM; `undefined` without `tls`. */
  readonly certificate: string | undefined
  /** The control token; `undefined` if none is required. */
  readonly controlToken: string | undefined
  /** Every operation that is served, with its documented errors. */
  readonly specs: Specs
  readonly worlds: Worlds
  /** The same for another world, opened when first used: `sandbox.inWorld('mine').buy('crm-basic-month')`. */
  inWorld(name: string): InWorld
  /** The calls and answers of all worlds, secrets masked. */
  readonly journal: Journal
  /** The errors that the vendor documents: explained, and reproduced in worlds of their own. */
  readonly errors: ErrorCatalogue
  /**
   * Answers a request as the sandbox does over HTTP, without a socket, for clients that take a `fetch` of their own:
   * `sandbox.fetch('/v2/orders/customer-orders', { headers })`. A path is completed with the sandbox's address.
   */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  /** What was exercised so far, in all worlds. Throws unless the option `coverage`, or KOOSANDBOX_COVERAGE, asked for counting. */
  coverage(): Coverage
  /** Counts a call of a seller that was made by other means: for tools that act as the marketplace. Does nothing without `coverage`. */
  noteSellerCall(call: SellerCall): void
  /**
   * Stops: accepts no more requests and calls no more sellers, waits for running work as long as `drain` says, cuts off the rest, writes what
   * has to be kept and releases the directory. A call that was cut off is made again after the next start with the same `state`.
   */
  close(how?: Stopping): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

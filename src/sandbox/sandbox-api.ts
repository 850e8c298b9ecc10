import type { PrintedCredentials } from '../control/printed-credentials.ts'
import type { SellerCall } from '../http/coverage.ts'
import type { Journal, JournalEntry } from '../http/journal.ts'
import type { ServerOptions } from '../http/server-context.ts'
import type { Deliveries } from '../marketplace/deliveries.ts'
import type { Specs } from '../spec/catalogue.ts'
import type { Coverage } from '../spec/coverable.ts'
import type { Bundle } from '../spec/document/model.ts'
import type { Stopping } from '../stopping/stop.ts'
import type { Clock } from '../world/engine/clock-api.ts'
import type { Limits } from '../world/engine/limits.ts'
import type { FactMatch, FactOf, WaitOptions } from '../world/engine/wait-for.ts'
import type { FactLog, FactType } from '../world/entities/facts/facts.ts'
import type { Role } from '../world/entities/identities.ts'
import type { World } from '../world/world-api.ts'
import type { Worlds } from '../world/worlds.ts'
import type { BuyerActions } from './buyer-actions.ts'
import type { CallInput, CallResult } from './call.ts'

/** How a sandbox is opened. Everything has a default. */
export interface SandboxOptions {
  /** 0 chooses a free port. */
  readonly port?: number
  /** Default: loopback only. Another address wants a control token, made if none is given, and has credentials of its own. */
  readonly host?: string
  /** Host names, besides loopback and the vendor's, by which it may be called: `koosandbox`, in a network of containers. */
  readonly ownHosts?: readonly string[]
  /** `live` follows the machine's time, `frozen` moves when told. Default: `frozen` in `startSandbox`, `live` in `openSandbox`. */
  readonly clock?: 'live' | 'frozen'
  /** World time at which worlds begin, epoch milliseconds UTC. Default: 2026-01-01T00:00:00Z when frozen, now when live. */
  readonly start?: number
  /** Name of the start of `default` (`fixtures/worlds`). */
  readonly world?: string
  /**
   * The user's own products, accounts, prices, settings, seller addresses and keys, on top of the starting world: what `koosandbox init`
   * writes, as an object or the path of its file. What is not known in it is refused by name, in a file with its line.
   */
  readonly config?: string | object
  /** Of all generated values and printed credentials; the same seed gives the same ones. Default `koogallery`, with `host` a random one. */
  readonly seed?: string
  /** Default `strict`. */
  readonly auth?: ServerOptions['auth']
  /** Default `all`. */
  readonly checkAnswers?: ServerOptions['checkAnswers']
  /** Default `throw` in `startSandbox`, `tell` in `openSandbox`. */
  readonly onDrift?: ServerOptions['onDrift']
  /** A directory that keeps all worlds and snapshots over a restart. Answers leave once what they changed is written. */
  readonly state?: string
  /** With `state`: written means on the disk, not only in the hands of the system. */
  readonly fsync?: boolean
  /** Specs as plain data instead of those that come with the package: other editions of them, or broken ones for a test of tests. */
  readonly bundle?: Bundle
  /** Files of strangers' OpenAPI documents, served instead of the built-in services. */
  readonly spec?: readonly string[]
  /** Built-in services to serve beside them. */
  readonly with?: readonly string[]
  /** What the control API then wants as `X-Sandbox-Token`, on loopback too. */
  readonly controlToken?: string
  /**
   * Milliseconds that requests and calls of sellers under way may go on when the sandbox is closed; then they are cut off. Default: 5000 in
   * `openSandbox`, 200 in `startSandbox`.
   */
  readonly drain?: number
  /** Milliseconds for a whole request to arrive; default 30000. */
  readonly requestTimeout?: number
  /** Worlds and snapshots that may be there at once; default 2000 and 1000. */
  readonly maxWorlds?: number
  readonly maxSnapshots?: number
  /**
   * How much one world may hold, over the configuration's `limits`; default: 200000 orders, 2000000 facts, 200000
   * deliveries, 200000 attempts. What would be more is refused, and told so; an order also when nearly all memory is used.
   */
  readonly limits?: Partial<Limits>
  /** Exchanges the journal keeps; default 1000. */
  readonly journalSize?: number
  /**
   * Count what is exercised. A path is a file that is written when the sandbox closes, `true` leaves it at `sandbox.coverage()`. Default:
   * one file for each sandbox in the directory of `KOOSANDBOX_COVERAGE`, where that is set.
   */
  readonly coverage?: string | boolean
  /** Hears every exchange, for logs. */
  readonly onExchange?: (entry: JournalEntry) => void
  /** Hosts (`name` or `name:port`) beyond this machine that sellers may be called at. Default: this machine only. */
  readonly allowHosts?: readonly string[]
  /** Hears every world as it is opened, forked or put back, before anything happens in it: to watch over it. */
  readonly onWorld?: (world: World) => void
  /** Hears, in one line each, what its user should know: what was missing from the directory of `state`. Default: a warning of the process. */
  readonly onNotice?: (text: string) => void
  /** Hears defects of the sandbox itself. Default: they are only answered with a 500. */
  readonly onError?: (error: unknown) => void
}

/** One world of a sandbox, spoken to as if there were no other. */
export interface InWorld extends BuyerActions {
  /** Keys and tokens of the world by role; a call made with one of them goes to this world, over HTTP too. */
  readonly credentials: Partial<Record<Role, PrintedCredentials>>
  readonly world: World
  /** Business time of the world. */
  readonly clock: Clock
  /** What became true in it. */
  readonly facts: FactLog
  /** The marketplace's calls of sellers in it. */
  readonly deliveries: Deliveries
  /**
   * Calls an operation through all stages of an answer, without a socket: `call('bss.PayOrders', { body })`.
   * Rejects if the sandbox itself fails, for example if an answer does not match its spec.
   */
  call(operation: string, input?: CallInput): Promise<CallResult>
  /**
   * The first fact of a name that matches: one that is true already, or the next. Never sleeps, never moves the clock.
   * Rejects after `timeout` machine milliseconds (default 5000).
   */
  waitFor<T extends FactType>(type: T, match?: FactMatch<T>, how?: WaitOptions): Promise<FactOf<T>>
  /** Puts the world back to its start. */
  reset(): void
}

/** One marketplace on this machine. What `InWorld` holds speaks of the world `default`. */
export interface Sandbox extends InWorld {
  /** The first address that answers: `http://127.0.0.1:4100`. */
  readonly url: string
  /** All addresses that answer: IPv4 and, where the machine has it, IPv6. */
  readonly urls: readonly string[]
  /** What the control API wants; `undefined` when it wants nothing. */
  readonly controlToken: string | undefined
  /** Every operation that is served, with its documented errors. */
  readonly specs: Specs
  readonly worlds: Worlds
  /** The same for another world, opened when first used: `sandbox.inWorld('mine').buy('crm-basic-month')`. */
  inWorld(name: string): InWorld
  /** What was asked and answered in all worlds, secrets masked. */
  readonly journal: Journal
  /** What was exercised so far, in all worlds. Throws unless the option `coverage`, or KOOSANDBOX_COVERAGE, asked for counting. */
  coverage(): Coverage
  /** Counts a call of a seller that was made by other means: for tools that play the marketplace. Does nothing without `coverage`. */
  noteSellerCall(call: SellerCall): void
  /**
   * Stops: takes no more requests and calls no more sellers, waits for what is under way as long as `drain` says, cuts off the rest, writes what
   * was to be kept and lets go of the directory. A call that was cut off is made again after the next start with the same `state`.
   */
  close(how?: Stopping): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

import { type CallInput, type CallResult, createCaller } from './call.ts'
import { createAnswer } from './http/answer.ts'
import { createApp, type Pages } from './http/app.ts'
import { type PrintedCredentials, printedCredentials } from './http/control/printed-credentials.ts'
import type { House, HouseOptions } from './http/house.ts'
import { createJournal, type Journal, type JournalEntry } from './http/journal.ts'
import { type Listening, listen } from './http/listen.ts'
import { attend, behaviours, work } from './services/index.ts'
import { builtInBundle, specsOf } from './spec/cache.ts'
import type { Specs } from './spec/catalogue.ts'
import { didYouMean, SpecFault } from './spec/fault.ts'
import { withForeign } from './spec/foreign.ts'
import { readDocument } from './spec/load.ts'
import { createDocs } from './ui/docs.ts'
import { createLoginPage, type LoginPerson } from './ui/login.ts'
import { VERSION } from './version.ts'
import { createHttpDates } from './world/calendar.ts'
import type { Clock } from './world/clock.ts'
import type { FactLog } from './world/facts.ts'
import type { Role } from './world/identities.ts'
import type { Machines } from './world/machines.ts'
import { populate } from './world/start.ts'
import { createTimer } from './world/timer.ts'
import { machineSecret, wire } from './world/wire.ts'
import { createWorld, type World } from './world/world.ts'
import { createWorlds, type Worlds } from './world/worlds.ts'

/** Machine milliseconds after which a world that nobody named and nobody asks for is forgotten. */
const IDLE = 60 * 60_000

/** How a sandbox is opened. Everything has a default. */
export interface SandboxOptions {
  /** 0 lets the machine choose. */
  readonly port?: number
  /** Default: loopback only. Another address wants a control token, made if none is given. */
  readonly host?: string
  /** `live` follows the machine's time, `frozen` moves when told. Default: `frozen` in `startSandbox`, `live` in `openSandbox`. */
  readonly clock?: 'live' | 'frozen'
  /** World time at which worlds begin, epoch milliseconds UTC. Default: 2026-01-01T00:00:00Z when frozen, now when live. */
  readonly start?: number
  /** Name of the start of `default` (`fixtures/worlds`). */
  readonly world?: string
  /** Of all generated values and printed credentials; the same seed gives the same ones. Default `koogallery`. */
  readonly seed?: string
  /** Default `strict`. */
  readonly auth?: HouseOptions['auth']
  /** Default `all`. */
  readonly checkAnswers?: HouseOptions['checkAnswers']
  /** Default `throw` in `startSandbox`, `tell` in `openSandbox`. */
  readonly onDrift?: HouseOptions['onDrift']
  /** Files of strangers' OpenAPI documents, served instead of the built-in services. */
  readonly spec?: readonly string[]
  /** Built-in services to serve beside them. */
  readonly with?: readonly string[]
  /** What the control API then wants as `X-Sandbox-Token`, on loopback too. */
  readonly controlToken?: string
  /** Milliseconds for a whole request to arrive; default 30000. */
  readonly requestTimeout?: number
  /** Exchanges the journal keeps; default 1000. */
  readonly journalSize?: number
  /** Hears every exchange, for logs. */
  readonly onExchange?: (entry: JournalEntry) => void
  /** Hears defects of the sandbox itself. Default: they are only answered with a 500. */
  readonly onError?: (error: unknown) => void
}

/** One marketplace on this machine. */
export interface Sandbox {
  /** The first address that answers: `http://127.0.0.1:4100`. */
  readonly url: string
  /** All addresses that answer: IPv4 and, where the machine has it, IPv6. */
  readonly urls: readonly string[]
  /** What the control API wants; `undefined` when it wants nothing. */
  readonly controlToken: string | undefined
  /** Every operation that is served, with its documented errors. */
  readonly specs: Specs
  /** Keys and tokens of the default world by role. */
  readonly credentials: Partial<Record<Role, PrintedCredentials>>
  /** The default world. */
  readonly world: World
  readonly worlds: Worlds
  /** Business time of the default world. */
  readonly clock: Clock
  /** What became true in the default world. */
  readonly facts: FactLog
  /** What was asked and answered in all worlds, secrets masked. */
  readonly journal: Journal
  /**
   * Calls an operation through the whole corridor without a socket: `call('bss.PayOrders', { body })`.
   * Rejects when the sandbox itself breaks: an answer that strays from its spec, for one.
   */
  call(operation: string, input?: CallInput): Promise<CallResult>
  /** Puts the default world back to its start. */
  reset(): void
  /** Stops listening; resolves once open requests are through or were cut off. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * Opens a sandbox and resolves once it answers. For serving: live clock, drift is told rather than thrown.
 * @throws SpecFault for a spec that cannot be used; the system's error for an address that cannot be had
 */
export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const specs = chooseSpecs(options)
  refuseLooseBehaviours(specs)
  const { clock: mode = 'live', seed = 'koogallery', world: firstStart = 'default' } = options
  const starts = specs.bundle.worlds
  const timer = createTimer(options.onError)
  const worlds: Worlds = createWorlds({
    build(name, start = name === 'default' ? firstStart : 'default') {
      worlds.sweep(IDLE)
      if (!Object.hasOwn(starts, start))
        throw new SpecFault(
          `There is no starting world "${start}".${didYouMean(start, Object.keys(starts))} There are: ${Object.keys(starts).join(', ')}.`,
        )
      const world = createWorld({
        name,
        seed,
        mode,
        machines: specs.bundle.machines as unknown as Machines,
        work,
        settings: specs.bundle.settings,
        ...(options.onError ? { failed: options.onError } : {}),
        ...(options.start === undefined ? {} : { start: options.start }),
      })
      populate(world, starts[start], starts)
      return world
    },
    attach(world) {
      attend(world)
      return timer.add(world.clock)
    },
  })
  worlds.open('default')

  const journal = createJournal(wire, options.journalSize)
  if (options.onExchange) journal.listen(options.onExchange)
  const controlToken = options.controlToken ?? (isLoopback(options.host) ? undefined : machineSecret())
  const house: House = {
    specs,
    worlds,
    behaviours,
    journal,
    wire,
    addresses: [],
    httpDate: createHttpDates(),
    options: {
      auth: options.auth ?? 'strict',
      checkAnswers: options.checkAnswers ?? 'all',
      onDrift: options.onDrift ?? 'tell',
      durable: false,
      version: VERSION,
      ...(controlToken === undefined ? {} : { controlToken }),
    },
  }
  const docs = createDocs(Object.keys(specs.bundle.services))
  const login = createLoginPage((query) => peopleOf(worlds.get(query.get('sandbox_world') ?? 'default')))
  const pages: Pages = (path, query) => docs(path) ?? login(path, query)
  const listening: Listening = await listen(createApp(house, pages, options.onError), {
    port: options.port ?? 0,
    ...(options.host === undefined ? {} : { host: options.host }),
    ...(options.requestTimeout === undefined ? {} : { requestTimeout: options.requestTimeout }),
  })
  house.addresses.push(...listening.urls)
  const call = createCaller(specs, createAnswer(house), (role, name) => printedCredentials(worlds.open(name))[role])
  const close = async () => {
    timer.close()
    await listening.close()
  }

  return {
    url: listening.urls[0] as string,
    urls: listening.urls,
    controlToken,
    specs,
    get credentials() {
      return printedCredentials(worlds.open('default'))
    },
    get world() {
      return worlds.open('default')
    },
    worlds,
    get clock() {
      return worlds.open('default').clock
    },
    get facts() {
      return worlds.open('default').facts
    },
    journal,
    call,
    reset: () => {
      worlds.reset('default')
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** A sandbox for tests: frozen clock, a port of its own, and an answer of ours that strays from its spec throws. */
export function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  return openSandbox({ clock: 'frozen', onDrift: 'throw', ...options })
}

function chooseSpecs(options: SandboxOptions): Specs {
  const bundle = builtInBundle()
  if (!options.spec || options.spec.length === 0) {
    if (options.with && options.with.length > 0)
      throw new SpecFault('`with` names built-in services to serve beside `spec`; without `spec` all of them are served.')
    return specsOf(bundle)
  }
  return specsOf(withForeign(bundle, options.spec.map(readDocument), options.with))
}

/** A behaviour that no operation asks for is a typing mistake, and would never be called. */
function refuseLooseBehaviours(specs: Specs): void {
  for (const [service, own] of Object.entries(behaviours)) {
    const known = new Set(specs.operations.filter((operation) => operation.service === service).map((operation) => operation.id))
    if (known.size === 0) continue
    for (const id of Object.keys(own)) {
      if (!known.has(id))
        throw new SpecFault(`services/${service} has a behaviour for "${id}"; ${service} has no such operation.${didYouMean(id, known)}`)
    }
  }
}

/** The people of a world as the login page shows them: by the account they belong to. */
function peopleOf(world: World | undefined): readonly LoginPerson[] {
  return [...(world?.people.all() ?? [])].map(({ userName, name, role, organizationName, accountId }) => ({
    userName,
    name,
    role,
    organization: organizationName,
    tenant: world?.accounts.get(accountId)?.displayName ?? accountId,
  }))
}

function isLoopback(host: string | undefined): boolean {
  return host === undefined || host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

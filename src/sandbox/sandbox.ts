import { setMaxListeners } from 'node:events'
import { createCallerAddress } from '../access/caller-address.ts'
import { createQuotas } from '../access/quotas.ts'
import { createRequestRate } from '../access/request-rate.ts'
import { printedCredentials } from '../control/printed-credentials.ts'
import { type App, createApp } from '../http/app.ts'
import type { SellerCall } from '../http/coverage.ts'
import { createJournal } from '../http/journal.ts'
import { listen } from '../http/listen.ts'
import type { ServerContext } from '../http/server-context.ts'
import { createMarketplace } from '../marketplace/marketplace.ts'
import { createMetering } from '../metrics/metering.ts'
import { enteringParts } from '../record/actions.ts'
import type { Entrances } from '../record/entrances.ts'
import { attend, behaviours, work } from '../services/index.ts'
import { withOwnSecrets } from '../starts/own-secrets.ts'
import { DRAIN, type Stopping } from '../stopping/stop.ts'
import { createHttpDates } from '../world/engine/calendar.ts'
import type { Machines } from '../world/engine/machines.ts'
import { systemClock as machine } from '../world/engine/system-clock.ts'
import { createTimer } from '../world/engine/timer.ts'
import { createWorld, FROZEN_START } from '../world/world.ts'
import type { WorkTable } from '../world/world-api.ts'
import { createWorlds } from '../world/worlds.ts'
import type { Worlds } from '../world/worlds-api.ts'
import { createAnswering } from './answering.ts'
import { answerAssistants } from './assistants.ts'
import { createCaller, createFetch } from './call.ts'
import { readConfiguration, refuseStart, refuseUnknownStart } from './configuration.ts'
import { createCounting, dataOf } from './coverage-file.ts'
import { createErrorCatalogue } from './errors.ts'
import { createForeignParts } from './foreign-parts.ts'
import { createInWorld } from './in-world.ts'
import { keepWorlds, PUBLISHED_SEED } from './keeping/keep-worlds.ts'
import { createLeaving } from './keeping/leaving.ts'
import { createShut } from './keeping/shut.ts'
import { modeWhileOwned, whileOwned } from './keeping/while-owned.ts'
import { limitsFor } from './limits.ts'
import { certifiedFor, isShared, listenOptions, unreachable } from './listening.ts'
import { refuseLooseBehaviours } from './loose-behaviours.ts'
import { createMemoryWatch, limitsOf } from './memory-limits.ts'
import { createPages } from './pages.ts'
import { runOptions } from './run-options.ts'
import type { InWorld, Sandbox, SandboxOptions } from './sandbox-api.ts'
import { openScenarios } from './scenario-files.ts'
import { servedSpecs } from './served-specs.ts'
import { serverOptions } from './server-options.ts'
import { accessOf, auditOf, loginsOf } from './sharing/access.ts'
import { createStartFoundations } from './sharing/start-foundations.ts'
import { createSweeping } from './sharing/sweeping.ts'

/** Machine milliseconds after which an unnamed world that is not used is dropped. */
const IDLE = 60 * 60_000

/**
 * Opens a sandbox whose ways in are given: a recorder writes down what passes, a replay brings it back.
 * @param entrancesOf called once the options are accepted
 */
export async function openThrough(entrancesOf: (failed: (error: unknown) => void) => Entrances, options: SandboxOptions): Promise<Sandbox> {
  refuseStart(options.start)
  const callerAddress = createCallerAddress(options.trustedProxies ?? [])
  const specs = await servedSpecs(options)
  refuseLooseBehaviours(specs)
  const config = options.config === undefined ? undefined : readConfiguration(options.config)
  const shared = isShared(options.host)
  // Nobody bought anything of services that are not served.
  const usual = specs.foreignOnly ? 'empty' : 'default'
  const { clock: mode = 'live', world: firstStart = config?.world ?? usual } = options
  const entrances = entrancesOf(options.onError ?? (() => {}))
  const keeping = await keepWorlds(options, entrances, shared)
  const { replicas, ledgers, seed, controlToken } = keeping
  const notice = options.onNotice ?? ((text: string) => process.emitWarning(text))
  const { systemClock = entrances.systemClock } = keeping
  const { ownSecrets = shared && seed !== PUBLISHED_SEED } = entrances
  const starts = ownSecrets ? withOwnSecrets(specs.bundle.worlds, seed) : specs.bundle.worlds
  const logins = loginsOf(options, config?.oidc, keeping, machine)
  const access = accessOf(options, logins !== undefined, keeping, { systemClock, notice })
  const quotas = createQuotas(access, () => worlds)
  const scenarios = openScenarios(specs, options, systemClock)
  const coverage = createCounting(specs, options.coverage)
  const timer = createTimer(options.onError)
  const stopping = new AbortController()
  const stop = stopping.signal
  // Every stream of facts listens to it.
  setMaxListeners(0, stop)
  const marketplace = createMarketplace(specs, {
    systemClock: machine,
    stamps: systemClock,
    calling: entrances.calling,
    faults: scenarios.meetDelivery,
    stop,
    allowIn: quotas.hostsOf,
    ...(options.allowHosts ? { allow: options.allowHosts } : {}),
  })
  const foreign = await createForeignParts(specs, marketplace, options)
  const memory = createMemoryWatch()
  const limits = limitsFor(config?.limits, options)
  const common = {
    seed,
    systemClock,
    machines: specs.bundle.machines as unknown as Machines,
    work: { ...work, ...marketplace.work, ...foreign.callbacks.work } satisfies WorkTable,
    settings: specs.bundle.settings,
    limits: limitsOf(limits),
    stop,
    ...(options.onError ? { failed: options.onError } : {}),
  }
  const foundations = createStartFoundations({
    ...{ starts, config, seed, common },
    bundle: specs.bundle,
    apart: () => access?.active === true,
  })
  const journal = createJournal(systemClock, limits.journal, controlToken === undefined ? [] : [controlToken])
  const open = () => worlds.list().flatMap(({ name }) => worlds.get(name) ?? [])
  const metering = createMetering(systemClock, { worlds: () => worlds.list().length, replicas: () => replicas?.living() }, open)
  const sweeping = createSweeping(() => worlds, IDLE, machine, stop)
  const leaving = createLeaving()
  const worlds: Worlds = createWorlds({
    systemClock,
    startLayer(name, start = name === 'default' ? firstStart : 'default') {
      worlds.sweep(IDLE)
      refuseUnknownStart(start, Object.keys(starts))
      const at = options.start ?? (mode === 'live' ? systemClock.now() : FROZEN_START)
      return { ...foundations(name).layer(start, at), clock: { mode: modeWhileOwned(mode, name, replicas), now: at, offset: 0 } }
    },
    make: (name, over, how) =>
      createWorld({
        ...common,
        shortOfMemory: () => memory.short() ?? quotas.refuseOrder(name),
        name,
        seed: over.seed,
        mode: over.clock.mode,
        parent: over,
        ...how,
      }),
    refuse: quotas.refuseWorld,
    most: limits.worlds,
    mostSnapshots: limits.snapshots,
    knowledge: { settings: common.settings, work: Object.keys(common.work) },
    ...(ledgers ? { ledgers: { of: ledgers.of, saved: () => metering.saving(ledgers.saved) } } : {}),
    ...(keeping.kept ? { kept: keeping.kept } : {}),
    ...(replicas ? { makeName: replicas.makeName } : {}),
    attach(world) {
      options.onWorld?.(world)
      attend(world)
      marketplace.attend(world)
      coverage.attend(world)
      metering.attend(world)
      sweeping(world.name)
      entrances.attend(world)
      const leave = timer.add(whileOwned(entrances.timed(world.clock, world.name), world.name, () => worlds, replicas))
      return () => {
        leave()
        journal.leave(world)
        leaving.left(world)
      }
    },
  })
  keeping.attach(worlds, limits.worlds)
  worlds.open('default')
  if (options.metrics) await metering.metrics()
  if (options.onExchange) journal.listen(options.onExchange)
  journal.overhear(coverage.exchange)
  journal.overhear(metering.exchange)
  const server: ServerContext = {
    specs,
    worlds,
    behaviours,
    journal,
    systemClock,
    sellers: marketplace,
    ...foreign,
    // What the control API calls itself is part of the call that it answers: a recorder writes that down alone.
    answer: (call) => answering(call),
    scenarios,
    onLeave: leaving.on,
    coverage: { data: coverage.data, start: () => coverage.start(open()) },
    metrics: metering.metrics,
    ...(options.examinations ? { examinations: options.examinations } : {}),
    ...(replicas ? { replicas } : {}),
    ...(access ? { access } : {}),
    ...(logins ? { logins } : {}),
    ...auditOf(options),
    callerAddress,
    ...(limits.requests === 0 ? {} : { rate: createRequestRate(limits.requests, machine) }),
    limits,
    addresses: [],
    memory,
    stopping: stop,
    httpDate: createHttpDates(),
    options: serverOptions(options, { durable: ledgers !== undefined, shared, controlToken }),
  }
  // One instance for HTTP and calls in the process: they share one throttle.
  const answering = createAnswering(server)
  const answer = entrances.answering(answering)
  const pages = createPages(specs, worlds)
  const assistants = answerAssistants((request) => app.fetch(request))
  const app: App = createApp(server, answer, pages, options.onError, assistants)
  const tls = certifiedFor(options)
  const undo = async (error: unknown): Promise<never> => {
    timer.close()
    entrances.closed()
    await keeping.close()
    throw error
  }
  const listening = await (entrances.addresses
    ? unreachable(entrances.addresses)
    : listen(app, listenOptions(options, limits, { tls, notice, broken: specs.foreignOnly ? 'problem' : 'gateway' }))
  ).catch(undo)
  server.addresses.push(...listening.urls)
  await keeping
    .listening(listening.urls[0] as string)
    .catch((error: unknown) => listening.close(AbortSignal.abort()).then(() => undo(error)))
  entrances.opened({
    worlds,
    marketplace,
    scenarios,
    answer: answering,
    specs,
    addresses: listening.urls,
    options: runOptions({ ...options, clock: mode, seed, world: firstStart, limits: common.limits }, { config, ownSecrets }),
  })
  const call = createCaller(specs, answer, (role, name) => printedCredentials(worlds.open(name))[role])
  const shut = createShut({ entrances, stopping, keeping, timer, listening, marketplace, worlds, coverage })
  let closed: Promise<void> | undefined
  const close = (how: Stopping = {}) => {
    closed ??= shut({ drain: options.drain ?? DRAIN, ...how })
    return closed
  }
  const entering = enteringParts({ worlds, marketplace, scenarios }, entrances.enter)
  const inWorld = (name: string) => createInWorld(name, { ...entering, call })
  const whole = {
    url: listening.urls[0] as string,
    urls: listening.urls,
    certificate: tls?.cert,
    controlToken,
    specs,
    worlds: entering.worlds,
    inWorld,
    journal,
    errors: createErrorCatalogue(call),
    fetch: createFetch(app.fetch, listening.urls[0] as string),
    coverage: () => dataOf(coverage),
    noteSellerCall: (call: SellerCall) => coverage.sellerCall(call),
    close,
    [Symbol.asyncDispose]: () => close(),
  }
  // Getters stay getters: a reset replaces the world.
  return Object.defineProperties(inWorld('default'), Object.getOwnPropertyDescriptors(whole)) as InWorld & typeof whole
}

import { setMaxListeners } from 'node:events'
import type { MeetDelivery } from '../scenario/delivery-fault-api.ts'
import type { Specs } from '../spec/catalogue.ts'
import { FOREIGN } from '../spec/document/foreign.ts'
import { interfaceUseOf } from '../spec/interface-use.ts'
import type { SystemClock } from '../world/engine/system-clock.ts'
import type { NumberedFact } from '../world/entities/facts/facts.ts'
import type { Plans } from '../world/entities/plans.ts'
import type { FactListeners, WorkTable, World } from '../world/world-api.ts'
import { attempt, endWaiting } from './attempt.ts'
import { createBackendCalls } from './call-backend.ts'
import { causedBy } from './causes.ts'
import { holdDelivery, releaseDelivery } from './hold.ts'
import { createHttpClient, type HttpClient, type HttpClientOptions } from './http-client.ts'
import { restartDelivery, resumeDeliveries, triggerDelivery } from './manual-call.ts'
import { resolveTarget } from './manual-target.ts'
import type { SellerCalls } from './marketplace-api.ts'
import { openDelivery } from './open-delivery.ts'
import { probeListeners, probeWork } from './probe.ts'
import { resendDeliveries } from './resend.ts'
import { readDeliveries } from './timetable.ts'

/** The part of the marketplace that listens to facts and calls sellers. */
export interface Marketplace extends SellerCalls {
  /** Kinds of work that it plans, for the worlds' table of work. */
  readonly work: Pick<WorkTable, Extract<keyof Plans, `delivery.${string}` | `probe.${string}`>>
  /** Listens to a world; returns the function that stops it. */
  attend(world: World): () => void
  /** For closing, after `stop` is aborted: resolves when no call is running any more. When `late` is aborted, running calls are cut off. */
  close(late: AbortSignal): Promise<void>
}

export interface MarketplaceOptions extends Omit<HttpClientOptions, 'cut'> {
  /** The machine's time in what is sent. Default: that of time-outs. */
  readonly stamps?: SystemClock
  /** Put around the function that calls sellers. */
  readonly calling?: (send: HttpClient) => HttpClient
  /** What rules and scenarios make of calls to sellers. */
  readonly faults?: MeetDelivery
}

export function createMarketplace(specs: Specs, { faults, ...options }: MarketplaceOptions): Marketplace {
  const { stamps: systemClock = options.systemClock, calling = (send) => send } = options
  // Webhooks of foreign documents are no calls to sellers.
  const called = specs.webhooks.filter(({ service }) => specs.bundle.services[service]?.['x-origin'] !== FOREIGN)
  const operations = new Map(called.map((operation) => [operation.ref, operation]))
  const built = operations.size > 0
  const table = readDeliveries(built ? specs.bundle.deliveries : {}, (ref) => operations.has(ref))
  const cut = new AbortController()
  // Every running call listens to it.
  setMaxListeners(0, cut.signal)
  const calls = new Set<Promise<unknown>>()
  const call = calling(createHttpClient({ ...options, cut: cut.signal }))
  const send: HttpClient = (request, terms) => {
    const heard = call(request, terms)
    calls.add(heard)
    const over = () => calls.delete(heard)
    heard.then(over, over)
    return heard
  }
  const means = { specs, table, send, systemClock, ...(faults ? { faults } : {}) }
  const use = (ref: string) => interfaceUseOf(operations.get(ref))
  const causes: FactListeners = Object.fromEntries(table.causes.map(({ on }) => [on, planDeliveries]))

  return {
    table,
    callBackend: createBackendCalls(send, systemClock),
    work: {
      /** What one fact causes. */
      'delivery.open'(world, about) {
        const [fact] = world.facts.since(about.fact - 1)
        if (fact) for (const opening of causedBy(world, table, fact, use)) openDelivery(world, opening)
        return undefined
      },
      ...probeWork,
      /** A person decided that a held call is made again. */
      'delivery.restart'(world, about) {
        const { deliveryId } = about
        if (world.can('deliveries', deliveryId, 'restart')) restartDelivery(world, deliveryId)
        return undefined
      },
      'delivery.end'(world, about) {
        const { deliveryId, attempts } = about
        endWaiting(means, world, deliveryId, attempts)
        return undefined
      },
      'delivery.attempt': (world, about) => attempt(means, world, about.deliveryId),
    },
    attend(world) {
      resumeDeliveries(world)
      const stops = [world.on(probeListeners), world.on(causes)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    trigger(world, operation, target) {
      const trigger = resolveTarget(world, operations, operation, target)
      return triggerDelivery(world, trigger, use(trigger.operation))
    },
    restart: restartDelivery,
    hold: holdDelivery,
    release: releaseDelivery,
    resend: resendDeliveries,
    async close(late) {
      const hangUp = () => cut.abort()
      if (late.aborted) hangUp()
      else late.addEventListener('abort', hangUp, { once: true })
      while (calls.size > 0) await Promise.allSettled(calls)
      late.removeEventListener('abort', hangUp)
    },
  }
}

/** What facts cause is found out in work of their own. Without a seller to call there is nothing to do. */
function planDeliveries(world: World, facts: readonly NumberedFact[]): void {
  if (world.addresses.size === 0) return
  for (const { n } of facts) world.plan(world.clock.now(), 'delivery.open', { fact: n })
}

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Exchange } from '../http/exchange.ts'
import { type DeliveryFacts, forDeliveries } from '../world/entities/facts/delivery-facts.ts'
import type { FactOf } from '../world/entities/facts/facts.ts'
import type { World } from '../world/world-api.ts'
import type { Metrics } from './metrics-api.ts'

/** What a sandbox has, whenever it is asked. */
export interface Amounts {
  /** Worlds in memory. */
  worlds(): number
  /** Replicas that are alive; undefined where there is one process alone. */
  replicas(): number | undefined
}

/** Counts for one sandbox. Labels have few values: services, classes of statuses, calls to sellers and outcomes. No label names a world or a customer. */
export interface Meter extends Metrics {
  /** @param seconds from the last byte of the request to the answer */
  exchange(exchange: Exchange, seconds: number): void
  /** Counts the calls to sellers of a world. */
  attend(world: World): void
  /** The changes of a call were written, or could not be. */
  saved(seconds: number, stored: boolean): void
}

/** Seconds: answers take from a tenth of a millisecond to the time that a rule delays them. */
const ANSWERS = [0.0002, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60]
const WRITES = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5]

export function createMeter(amounts: Amounts): Meter {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const requests = new Counter({
    name: 'koosandbox_requests_total',
    help: 'Answered requests to services and documents. origin: where the answer came from.',
    labelNames: ['service', 'status', 'origin'],
    registers,
  })
  const durations = new Histogram({
    name: 'koosandbox_request_duration_seconds',
    help: 'From the last byte of the request to the answer.',
    labelNames: ['service'],
    buckets: ANSWERS,
    registers,
  })
  const checks = new Counter({
    name: 'koosandbox_request_checks_total',
    help: 'Requests by the worst finding of their check against the spec: none, warning, error.',
    labelNames: ['verdict'],
    registers,
  })
  const faults = new Counter({
    name: 'koosandbox_faults_total',
    help: 'Calls that a rule or a scenario changed. on: requests, deliveries.',
    labelNames: ['on'],
    registers,
  })
  const deliveries = new Counter({
    name: 'koosandbox_deliveries_total',
    help: 'Calls to sellers. outcome: planned, attempted, succeeded, held, given-up, restarted, resumed.',
    labelNames: ['operation', 'outcome'],
    registers,
  })
  const writes = new Histogram({
    name: 'koosandbox_log_append_seconds',
    help: 'How long an answer waited until its changes were written.',
    labelNames: ['stored'],
    buckets: WRITES,
    registers,
  })
  new Gauge({
    name: 'koosandbox_worlds',
    help: 'Worlds in memory.',
    registers,
    collect() {
      this.set(amounts.worlds())
    },
  })
  if (amounts.replicas() !== undefined)
    new Gauge({
      name: 'koosandbox_replicas',
      help: 'Replicas that are alive, as this one sees it.',
      registers,
      collect() {
        this.set(amounts.replicas() ?? 0)
      },
    })

  return {
    type: register.contentType,
    text: () => register.metrics(),
    exchange({ operation, origin, reply, findings, fault }, seconds) {
      const { service } = operation
      requests.inc({ service, status: `${Math.floor(reply.status / 100)}xx`, origin })
      durations.observe({ service }, seconds)
      checks.inc({ verdict: ['error', 'warning'].find((level) => findings.some((one) => one.level === level)) ?? 'none' })
      if (fault !== undefined) faults.inc({ on: 'requests' })
    },
    attend(world) {
      const count = (_world: World, facts: readonly FactOf<keyof DeliveryFacts>[]) => {
        for (const { type, operation, fault } of facts) {
          const outcome = type.slice('delivery.'.length)
          deliveries.inc({ operation, outcome })
          if (outcome === 'attempted' && fault !== undefined) faults.inc({ on: 'deliveries' })
        }
      }
      world.on({ ...forDeliveries(count) })
    },
    saved: (seconds, stored) => writes.observe({ stored: String(stored) }, seconds),
  }
}

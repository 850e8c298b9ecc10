import type { Specs } from '../spec/catalogue.ts'
import {
  COVERED_KINDS,
  type Coverage,
  type CoverageCount,
  type CoveredKind,
  coverableOf,
  failedCall,
  gatewayError,
  playedForms,
  transitionName,
} from '../spec/coverable.ts'
import { decodeQuery } from '../spec/request/query.ts'
import type { Attempt } from '../world/entities/entities.ts'
import { type DeliveryFacts, forDeliveries } from '../world/entities/facts/delivery-facts.ts'
import type { FactOf } from '../world/entities/facts/facts.ts'
import type { World } from '../world/world-api.ts'
import type { Exchange } from './exchange.ts'

/** One finished call to a seller, however it was made. */
export interface SellerCall extends Pick<Attempt, 'body' | 'resultCode' | 'failure'> {
  /** `production.newInstance` */
  readonly operation: string
  /** Its address: V1.0 carries its parameters there. */
  readonly url: string
}

/** Counts what is exercised while it happens. */
export interface CoverageRecorder {
  exchange(exchange: Exchange): void
  /** Observes a world: its state transitions and its calls to sellers. */
  attend(world: World): void
  sellerCall(call: SellerCall): void
  data(): Coverage
}

/**
 * Counts what the specs offer (`coverableOf`) and nothing else, so that names are always written the same. It counts what has
 * happened: a transaction that was rolled back moved nothing, and a refusal by the sandbox is not a vendor's error.
 */
export function createCoverage(specs: Specs): CoverageRecorder {
  const known = new Map(Object.entries(coverableOf(specs)).map(([kind, names]) => [kind, new Set(names)]))
  const counts = new Map<CoveredKind, Map<string, { natural: number; forced: number }>>(COVERED_KINDS.map((kind) => [kind, new Map()]))

  const count = (kind: CoveredKind, name: string, forced = false) => {
    if (!known.get(kind)?.has(name)) return
    const names = counts.get(kind)!
    const so = names.get(name) ?? { natural: 0, forced: 0 }
    so[forced ? 'forced' : 'natural']++
    names.set(name, so)
  }

  const sellerCall: CoverageRecorder['sellerCall'] = ({ operation, body, url, resultCode, failure }) => {
    count('activities', operation)
    for (const context of playedForms(membersIn(body, url))) count('scenes', `${operation} ${context}`)
    if (resultCode !== undefined) count('results', `${operation} ${resultCode}`)
    if (failure !== undefined) count('outcomes', failedCall(failure))
  }

  return {
    exchange({ operation, origin, error, caller, reply, call }) {
      // A refusal by the sandbox itself is not an error of the vendor.
      if (origin === 'refused' && error === undefined) return
      const { ref } = operation
      const forced = origin === 'forced' || origin === 'scenario'
      const ofGateway = error !== undefined && !operation.errors.has(error)
      if (error !== undefined) count('errors', ofGateway ? gatewayError(error) : `${ref} ${error}`, forced)
      // A call that the gateway refused has exercised the gateway.
      if (caller === undefined) return
      count('operations', ref, forced)
      if (!ofGateway) count('statuses', `${ref} ${operation.foreign?.answerAt(reply.status)?.key ?? reply.status}`, forced)
      for (const { in: where, name } of operation.doc.parameters ?? []) {
        const sent =
          where === 'path' ||
          (where === 'header' && call.headers[name.toLowerCase()] !== undefined) ||
          (where === 'query' && decodeQuery(call.query).items.some((item) => item.name === name)) ||
          (where === 'cookie' && call.headers['cookie']?.includes(`${name}=`))
        if (sent) count('parameters', `${ref} ${where}/${name}`, forced)
      }
      if (call.body.length > 0)
        for (const name of memberNames(call.body, call.headers['content-type'])) count('parameters', `${ref} body/${name}`, forced)
    },
    attend(world) {
      world.watchMoves((moves) => {
        for (const { kind, ...move } of moves) count('transitions', transitionName(kind, move))
      })
      world.on({ ...forDeliveries(countOutcomes) })
    },
    sellerCall,
    data: () => ({
      format: 1,
      runs: 1,
      counts: Object.fromEntries(
        COVERED_KINDS.map((kind) => [
          kind,
          Object.fromEntries([...(counts.get(kind) ?? [])].sort(byName).map(([name, so]) => [name, { ...so }])),
        ]),
      ) as Coverage['counts'],
    }),
  }

  function countOutcomes(world: World, facts: readonly FactOf<keyof DeliveryFacts>[]) {
    for (const fact of facts) countOutcome(world, fact)
  }

  function countOutcome(world: World, { type, operation, deliveryId, attempt }: FactOf<keyof DeliveryFacts>) {
    const outcome = type.slice('delivery.'.length)
    if (outcome !== 'attempted') count('outcomes', `${operation} ${outcome}`)
    else {
      if (attempt !== undefined && attempt > 1) count('outcomes', `${operation} retried`)
      const made = world.attempts.get(`${deliveryId}-${attempt}`)
      if (made && made.failure !== 'not-sent') sellerCall({ operation, ...made })
    }
  }
}

const byName = ([a]: readonly [string, CoverageCount], [b]: readonly [string, CoverageCount]) => (a < b ? -1 : 1)

/** The members that a call to a seller carries: in its body, or in the query (V1.0). */
function membersIn(body: string, url: string): Readonly<Record<string, unknown>> {
  const query = Object.fromEntries(URL.canParse(url) ? new URL(url).searchParams : [])
  const parsed = parsedJson(body)
  return { ...query, ...(typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}) }
}

/** Names of the first level of a body; none of a body that cannot be read. */
function memberNames(body: Uint8Array, type = ''): readonly string[] {
  const text = new TextDecoder().decode(body)
  if (type.includes('x-www-form-urlencoded')) return [...new Set(new URLSearchParams(text).keys())]
  if (type.includes('multipart/')) return [...new Set([...text.matchAll(/\bname="([^"]*)"/g)].map(([, name = '']) => name))]
  const parsed = parsedJson(text)
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? Object.keys(parsed) : []
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

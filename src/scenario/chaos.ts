import { didYouMean } from '../language/did-you-mean.ts'
import type { Specs } from '../spec/catalogue.ts'
import { SpecFault } from '../spec/document/fault.ts'
import { hash32 } from '../world/engine/chance.ts'
import type { World } from '../world/world-api.ts'
import { shareOf } from './pace.ts'
import type { Interruption, Met } from './scenario-api.ts'
import type { Chaos } from './scenarios.ts'
import { CUTS } from './verbs.ts'

/** What chaos can do to a call that it chose. */
const CHAOS_VERBS = ['error', 'throttle', 'status', 'delay', 'hang', ...CUTS] as const
export type ChaosVerb = (typeof CHAOS_VERBS)[number]

/** A call that hangs ends only when its client stops waiting. The default leaves `hang` out, so that tests without time-outs end. */
const USUAL: readonly ChaosVerb[] = CHAOS_VERBS.filter((verb) => verb !== 'hang')

export interface ChaosInput {
  /** Share of the calls: `5%`, or a number up to 1. */
  readonly rate: string | number
  /** Default: all but `hang`. */
  readonly verbs?: readonly string[]
  /** Default: the seed of the world. */
  readonly seed?: string
}

/** Number of different calls that are counted separately. The rest share one count, so that a long run does not fill the memory. */
export const MOST_CALLS = 50_000
const REST = -1

/**
 * Changes a share of all calls. What happens to a call depends on the seed, on the content of the call and on how often it was made before. It does
 * not depend on other calls: the same seed and the same requests give the same faults, in whatever order they arrive.
 *
 * @throws SpecFault for an invalid rate or verb
 */
export function createChaos(specs: Specs, { rate, verbs = USUAL, seed }: ChaosInput): Chaos {
  const share = readShare(rate)
  const chosen = verbs.map(readVerb)
  if (chosen.length === 0) throw new SpecFault(`chaos needs at least one verb: ${CHAOS_VERBS.join(', ')}.`)
  const counts = new WeakMap<World, Map<number, number>>()
  return (met) => {
    const { world, call } = met
    const made = counts.get(world) ?? new Map<number, number>()
    counts.set(world, made)
    const said = hash32(call.method, call.path, call.query, new TextDecoder('latin1').decode(call.body.subarray(0, 4096)))
    const counted = made.has(said) || made.size < MOST_CALLS ? said : REST
    const before = made.get(counted) ?? 0
    made.set(counted, before + 1)
    const parts = [seed ?? world.seed, 'chaos', String(said), String(before)]
    if (shareOf(parts) >= share) return undefined
    const verb = chosen[hash32(...parts, 'verb') % chosen.length] as ChaosVerb
    return play(specs, verb, met, parts)
  }
}

function play(specs: Specs, verb: ChaosVerb, { operation }: Met, parts: readonly string[]): Interruption {
  const made = { by: { rule: 'chaos' }, label: `chaos ${verb}`, again: false }
  switch (verb) {
    case 'error':
      return { ...made, instead: { kind: 'error', key: failureOf(specs, operation.ref, parts) }, acts: false }
    case 'throttle':
      return { ...made, instead: { kind: 'throttled', limit: 1 }, acts: false }
    case 'status':
      return { ...made, instead: { kind: 'status', status: [502, 503, 504][hash32(...parts, 'status') % 3] as number }, acts: false }
    case 'delay':
      return { ...made, acts: true, wire: { delay: 100 + (hash32(...parts, 'delay') % 2900) } }
    case 'hang':
      return { ...made, acts: true, wire: { hang: true } }
    default:
      return { ...made, acts: true, wire: { cut: verb } }
  }
}

/** One of the failures of the vendor's side that the operation documents, else the gateway's. */
function failureOf(specs: Specs, ref: string, parts: readonly string[]): string {
  const operation = ref === specs.apiProducts.ref ? specs.apiProducts : specs.operation(ref)
  const own = [...operation.errors].filter(([, { status }]) => status >= 500)
  const some = own.length > 0 ? own : [...operation.gatewayErrors].filter(([, { status }]) => status >= 500)
  const [key] = some[hash32(...parts, 'error') % some.length] ?? [...operation.gatewayErrors][0] ?? ['']
  return key
}

function readShare(rate: string | number): number {
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(String(rate))?.[1]
  const share = percent === undefined ? Number(rate) : Number(percent) / 100
  if (share > 0 && share <= 1) return share
  throw new SpecFault(`chaos: the rate must be above 0 and at most 100%, such as 5%, not "${rate}".`)
}

function readVerb(word: string): ChaosVerb {
  const found = CHAOS_VERBS.find((verb) => verb === word)
  if (found) return found
  throw new SpecFault(`chaos: there is no verb "${word}".${didYouMean(word, CHAOS_VERBS)} Verbs: ${CHAOS_VERBS.join(', ')}.`)
}

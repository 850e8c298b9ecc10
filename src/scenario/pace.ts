import { didYouMean } from '../language/did-you-mean.ts'
import { SpecFault } from '../spec/document/fault.ts'
import { hash32 } from '../world/engine/chance.ts'
import type { Delay, Pace } from './scenario-api.ts'
import { type Place, shown } from './verbs.ts'

/**
 * Reads which of the matching calls a rule changes.
 * @throws SpecFault for values with which it would never change one, such as `times: 0`
 */
export function readPace(values: Readonly<Record<string, unknown>>, place: Place, times: number): Pace {
  return {
    times: whole(values.times, times, 1, 'times', place),
    after: whole(values.after, 0, 0, 'after', place),
    every: whole(values.every, 1, 1, 'every', place),
    probability: readProbability(values.probability, place),
    seed: readSeed(values.seed, place),
  }
}

function whole(value: unknown, otherwise: number, least: number, name: string, place: Place): number {
  if (value === undefined) return otherwise
  if (Number.isSafeInteger(value) && Number(value) >= least) return Number(value)
  throw new SpecFault(`${place(name)}: "${name}" must be a whole number of at least ${least}, not ${shown(value)}.`)
}

function readProbability(value: unknown, place: Place): number {
  if (value === undefined) return 1
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(String(value))?.[1]
  const share = percent === undefined ? (typeof value === 'number' ? value : Number.NaN) : Number(percent) / 100
  if (share > 0 && share <= 1) return share
  throw new SpecFault(
    `${place('probability')}: "probability" must be above 0 and at most 1, or a percentage such as "5%", not ${shown(value)}.`,
  )
}

const LONGEST_SEED = 1000

function readSeed(value: unknown, place: Place): string | undefined {
  if (typeof value === 'string' && value.length > LONGEST_SEED)
    throw new SpecFault(`${place('seed')}: "seed" must have at most ${LONGEST_SEED} characters, not ${value.length}.`)
  if (value === undefined || typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  throw new SpecFault(`${place('seed')}: "seed" must be a text or a number, not ${shown(value)}.`)
}

/**
 * Whether a rule changes the `n`th matching call (from 1), after it changed `fired` calls. A pure function: for the same seed and
 * the same calls the faults are the same.
 */
export function isMeant({ times, after, every, probability }: Pace, n: number, fired: number, seed: readonly string[]): boolean {
  if (fired >= times || n <= after || (n - after) % every !== 0) return false
  return probability >= 1 || shareOf([...seed, 'probability', String(n)]) < probability
}

/** The length of one delay, in milliseconds. */
export function lengthOf(delay: Delay, seed: readonly string[]): number {
  if ('ms' in delay) return delay.ms
  // The Box-Muller transform: a normal deviate from two uniform ones. 1 - u is never 0.
  const radius = Math.sqrt(-2 * Math.log(1 - shareOf([...seed, 'delay', 'radius'])))
  const deviate = radius * Math.cos(2 * Math.PI * shareOf([...seed, 'delay', 'angle']))
  return Math.min(LONGEST, Math.round(delay.median * Math.exp(delay.sigma * deviate)))
}

/** A lognormal distribution has no upper limit, so longer delays are cut to this one. */
const LONGEST = 3_600_000

/** A number from 0 to 1, excluding 1. */
export function shareOf(parts: readonly string[]): number {
  return hash32(...parts) / 4_294_967_296
}

/** Refuses unknown members. */
export function refuseUnknown(values: object, known: readonly string[], what: string, place: Place): void {
  for (const key of Object.keys(values)) {
    if (!known.includes(key))
      throw new SpecFault(
        `${place(key)}: ${what} has no member "${key.slice(0, 60)}".${didYouMean(key, known)} It has ${known.join(', ')}.`,
      )
  }
}

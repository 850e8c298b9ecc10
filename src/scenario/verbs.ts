import { didYouMean } from '../language/did-you-mean.ts'
import { SpecFault } from '../spec/document/fault.ts'
import { parseDuration } from '../world/engine/calendar.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { CallVerbs, Cut, Delay, Expiring } from './scenario-api.ts'

export const CUTS = ['reset', 'empty', 'half', 'chunk', 'garbage'] as const satisfies readonly Cut[]
const EXPIRING = ['token', 'key', 'coupon', 'login', 'authorization'] as const satisfies readonly Expiring[]

/** Gives the place of a member for messages: `F.delay`, `mine.yaml:12`. */
export type Place = (...keys: (string | number)[]) => string

/** Longest delay: no client waits longer. For a longer one, use `hang`. */
const LONGEST_DELAY = 3_600_000

const YEAR = 365 * 86_400_000

/** Clocks are never further apart. */
const FURTHEST_SKEW = 100 * YEAR

/** A longer way of a world's clock always leads beyond the year 9999. */
export const FURTHEST = 7000 * YEAR

/** Slowest rate, in bytes per second. Something slower is `hang`. */
const SLOWEST = 0.01

type Values = Readonly<Record<string, unknown>>
type Reader<V extends keyof CallVerbs> = (value: unknown, place: string) => NonNullable<CallVerbs[V]>

/** The verbs for incoming calls, each with the function that reads its value. */
const READERS: { readonly [V in Exclude<CallVerb, 'answer'>]: Reader<V> } = {
  status: (value, place) => {
    if (Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599) return Number(value)
    throw new SpecFault(`${place}: "status" must be a whole number from 200 to 599, not ${shown(value)}.`)
  },
  delay: readDelay,
  drip: (value, place) => rateOf(value, 'drip', place),
  cut: (value, place) => oneOf(value, CUTS, 'cut', place),
  hang: (value, place) => {
    if (value === true) return true
    throw new SpecFault(`${place}: "hang" must be true, not ${shown(value)}. Leave it out where the call does not hang.`)
  },
  throttle: readThrottle,
  expire: (value, place) => oneOf(value, EXPIRING, 'expire', place),
  skew: (value, place) => {
    const ms = durationOf(value, 'skew', place)
    if (Math.abs(ms) > FURTHEST_SKEW) throw new SpecFault(`${place}: "skew" must be at most P100Y, ahead or behind, not ${shown(value)}.`)
    if (ms !== 0) return ms
    throw new SpecFault(`${place}: "skew" must be a duration such as 20m or -20m, not 0.`)
  },
  advance: (value, place) => {
    const ms = durationOf(value, 'advance', place)
    if (ms > FURTHEST) throw new SpecFault(`${place}: "advance" must be at most P7000Y, not ${shown(value)}. Time ends with the year 9999.`)
    if (ms > 0) return String(value)
    throw new SpecFault(`${place}: "advance" must be a duration above 0, such as 2h or P1M, not ${shown(value)}. Time only goes forward.`)
  },
}

type CallVerb = Exclude<keyof CallVerbs, 'acts'>

export const CALL_VERBS = ['answer', ...Object.keys(READERS)] as readonly CallVerb[]

/** Verbs that replace the answer, and verbs that affect how the answer is sent: at most one of each. */
const INSTEAD = ['answer', 'status', 'throttle'] as const
const ON_THE_WAY = ['drip', 'cut', 'hang'] as const

/**
 * Reads the changes that a rule makes to calls. `answer` is only noted: its meaning depends on the operation.
 * @throws SpecFault naming place, value and what to write instead
 */
export function readCallVerbs(values: Values, place: Place): CallVerbs {
  const given = CALL_VERBS.filter((verb) => values[verb] !== undefined)
  if (given.length === 0) throw new SpecFault(`${place()}: the rule does nothing. Give it one of ${CALL_VERBS.join(', ')}.`)
  for (const group of [INSTEAD, ON_THE_WAY] as readonly (readonly string[])[]) {
    const both = given.filter((verb) => group.includes(verb))
    if (both.length > 1)
      throw new SpecFault(`${place(both[1] as string)}: "${both[0]}" and "${both[1]}" exclude each other. Leave one out.`)
  }
  if (values.skew !== undefined && given.length > 1)
    throw new SpecFault(`${place('skew')}: "skew" changes how signatures are checked and stands alone. Make a rule of its own of it.`)
  const verbs: Record<string, unknown> = values.answer === undefined ? {} : { answer: true }
  for (const verb of given) if (verb !== 'answer') verbs[verb] = READERS[verb](values[verb], place(verb))
  return { ...verbs, acts: readActs(values, given, place) }
}

/** Whether the call changes the world. Default: not with `answer`, `status` and `throttle`, but with every other verb. */
function readActs(values: Values, given: readonly string[], place: Place): boolean {
  const { acts } = values
  const instead = INSTEAD.some((verb) => given.includes(verb))
  if (acts === undefined) return !instead
  if (typeof acts !== 'boolean') throw new SpecFault(`${place('acts')}: "acts" must be true or false, not ${shown(acts)}.`)
  if (acts && values.throttle !== undefined)
    throw new SpecFault(`${place('acts')}: a call that the gateway throttles never reaches the world. Leave "acts" out.`)
  const silent = values.hang === true || ['reset', 'empty', 'garbage'].includes(String(values.cut))
  if (!acts && !instead && !silent)
    throw new SpecFault(
      `${place('acts')}: a call that does not reach the world has no answer to send. Add "answer" or "status", or use "hang" or "cut: reset".`,
    )
  return acts
}

/** Bytes per second. */
export function rateOf(value: unknown, verb: string, place: string): number {
  const [, count, unit] = /^(\d+(?:\.\d+)?)\s*(B|kB|MB)\/s$/.exec(String(value)) ?? []
  const rate = Number(count) * { B: 1, kB: 1000, MB: 1_000_000 }[(unit ?? 'B') as 'B']
  if (rate >= SLOWEST && rate <= Number.MAX_SAFE_INTEGER) return rate
  if (rate > 0)
    throw new SpecFault(`${place}: "${verb}" must be a rate from ${SLOWEST}B/s to ${Number.MAX_SAFE_INTEGER}B/s, not ${shown(value)}.`)
  throw new SpecFault(`${place}: "${verb}" must be a rate above 0, such as 10B/s or 2kB/s, not ${shown(value)}.`)
}

function readDelay(value: unknown, place: string): Delay {
  const [, median, sigma] = /^lognormal:([^,]+),\s*(\d+(?:\.\d+)?)$/.exec(String(value)) ?? []
  const ms = durationOf(median ?? value, 'delay', place, ', or lognormal:200ms,0.5')
  if (ms <= 0) throw new SpecFault(`${place}: "delay" must be above 0, not ${shown(value)}.`)
  if (ms > LONGEST_DELAY)
    throw new SpecFault(`${place}: "delay" must be at most 1h, not ${shown(value)}. An answer that never comes is "hang".`)
  if (median === undefined) return { ms }
  if (Number(sigma) > 0 && Number(sigma) <= 5) return { median: ms, sigma: Number(sigma) }
  throw new SpecFault(`${place}: the sigma of "delay" must be above 0 and at most 5, not ${sigma}.`)
}

function readThrottle(value: unknown, place: string): NonNullable<CallVerbs['throttle']> {
  const object = typeof value === 'object' && value !== null ? (value as Values) : { rate: value }
  const odd = Object.keys(object).find((key) => key !== 'rate' && key !== 'burst')
  if (odd !== undefined)
    throw new SpecFault(`${place}: "throttle" has no member "${odd}".${didYouMean(odd, ['rate', 'burst'])} It has rate and burst.`)
  const rate = Number(/^(\d+(?:\.\d+)?)\/s$/.exec(String(object.rate))?.[1])
  if (!(rate > 0))
    throw new SpecFault(`${place}: the rate of "throttle" must be above 0 and per second, such as 2/s, not ${shown(object.rate)}.`)
  const burst = object.burst ?? Math.max(1, Math.ceil(rate))
  if (!Number.isSafeInteger(burst) || Number(burst) < 1)
    throw new SpecFault(`${place}: the burst of "throttle" must be a whole number of at least 1, not ${shown(burst)}.`)
  return { rate, burst: Number(burst) }
}

/** Milliseconds. A month counts as 30 days; only whether the result is above 0 matters. */
export function durationOf(value: unknown, verb: string, place: string, also = ''): number {
  try {
    const { ms, months } = parseDuration(String(value))
    return ms + months * 30 * 86_400_000
  } catch (error) {
    if (!(error instanceof WorldError)) throw error
    throw new SpecFault(`${place}: "${verb}" must be a duration such as 500ms, 30s or 2h${also}, not ${shown(value)}.`)
  }
}

export function oneOf<T extends string>(value: unknown, known: readonly T[], verb: string, place: string): T {
  const found = known.find((one) => one === value)
  if (found) return found
  throw new SpecFault(`${place}: "${verb}" cannot be ${shown(value)}.${didYouMean(String(value), known)} It is one of ${known.join(', ')}.`)
}

/** A value as messages quote it. */
export function shown(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 80)
}

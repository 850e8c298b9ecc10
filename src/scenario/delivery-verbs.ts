import { SpecFault } from '../spec/document/fault.ts'
import type { DeliveryVerbs, Sending, SigningFault } from './delivery-fault-api.ts'
import { durationOf, FURTHEST, oneOf, type Place, rateOf, shown } from './verbs.ts'

const SENDINGS = ['twice', 'again-identical', 'late', 'out-of-order', 'never'] as const satisfies readonly Sending[]
const SIGNINGS = ['wrongly', 'stale', 'future', 'reused-nonce', 'with-another-key'] as const satisfies readonly SigningFault[]

type Values = Readonly<Record<string, unknown>>

/** The verbs for calls to sellers, each with the function that reads its value. */
const READERS = {
  send: (value, place) => oneOf(value, SENDINGS, 'send', place),
  sign: (value, place) => oneOf(value, SIGNINGS, 'sign', place),
  slowReader: (value, place) => rateOf(value, 'slowReader', place),
  abort: (value, place) => yes(value, 'abort', place),
  wrongEncoding: (value, place) => yes(value, 'wrongEncoding', place),
} satisfies { readonly [V in Exclude<keyof DeliveryVerbs, 'delay'>]-?: (value: unknown, place: string) => NonNullable<DeliveryVerbs[V]> }

export const DELIVERY_VERBS = Object.keys(READERS) as readonly (keyof typeof READERS)[]

/** Members that apply only to incoming calls. */
const INCOMING = ['answer', 'status', 'drip', 'cut', 'hang', 'throttle', 'expire', 'skew', 'advance', 'acts'] as const

/** Whether a rule has a verb for calls to sellers. */
export const isOutgoing = (values: Values): boolean => DELIVERY_VERBS.some((verb) => values[verb] !== undefined)

/** @throws SpecFault for no verb, several verbs, or members that are not allowed with them */
export function readDeliveryVerbs(values: Values, place: Place): DeliveryVerbs {
  const [verb, second] = DELIVERY_VERBS.filter((one) => values[one] !== undefined)
  if (verb === undefined) throw new SpecFault(`${place()}: a rule for calls of sellers needs one of ${DELIVERY_VERBS.join(', ')}.`)
  const stray = second ?? INCOMING.find((one) => values[one] !== undefined)
  if (stray !== undefined)
    throw new SpecFault(
      second === undefined
        ? `${place(stray)}: "${stray}" is for calls that come in, "${verb}" for calls of sellers. Make two rules of them.`
        : `${place(stray)}: "${verb}" and "${stray}" exclude each other. Make two rules of them.`,
    )
  const { delay } = values
  if (delay !== undefined && values.send !== 'late')
    throw new SpecFault(`${place('delay')}: a call of a seller is delayed with "send: late". Add it, or leave "delay" out.`)
  const ms = delay === undefined ? 1 : durationOf(delay, 'delay', place('delay'))
  if (ms <= 0) throw new SpecFault(`${place('delay')}: "delay" must be above 0, not ${shown(delay)}.`)
  if (ms > FURTHEST)
    throw new SpecFault(`${place('delay')}: "delay" must be at most P7000Y, not ${shown(delay)}. Time ends with the year 9999.`)
  return { [verb]: READERS[verb](values[verb], place(verb)), ...(delay === undefined ? {} : { delay: String(delay) }) }
}

/** The change that a rule makes to a call, as text: `send late`, `abort`. */
export function deliveryVerbText(verbs: DeliveryVerbs): string {
  const verb = DELIVERY_VERBS.find((one) => verbs[one] !== undefined)
  const value = verb === 'send' || verb === 'sign' ? ` ${verbs[verb]}` : ''
  return `${verb}${value}`
}

function yes(value: unknown, verb: string, place: string): true {
  if (value === true) return true
  throw new SpecFault(`${place}: "${verb}" must be true, not ${shown(value)}. Leave it out where it is not meant.`)
}

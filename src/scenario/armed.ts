import type { SystemClock } from '../world/engine/system-clock.ts'
import { type Bucket, createBucket } from './bucket.ts'
import { meets } from './conditions.ts'
import type { DeliveryFault, MetDelivery } from './delivery-fault-api.ts'
import { deliveryVerbText } from './delivery-verbs.ts'
import { applyToWorld, endsCredential, isPossible } from './effects.ts'
import { isMeant, lengthOf } from './pace.ts'
import type { CallVerbs, FaultSource, Interruption, Met, Rule, WireFault } from './scenario-api.ts'
import { CALL_VERBS } from './verbs.ts'

/** A rule that is active in one world. */
export interface Armed {
  readonly rule: Rule
  /** The name of the rule in seeds and labels: `F1`, `iam-down#2`. All runs of one scenario share it, so that they behave the same. */
  readonly id: string
  readonly by: FaultSource
  met: number
  fired: number
  bucket?: Bucket
}

/** What a rule changes: how a call is answered, how its signature is checked, or an attempt to call a seller. */
export type Changes = 'answer' | 'signature' | 'attempt'

export const changesOf = ({ rule: { outgoing, does } }: Armed): Changes =>
  outgoing ? 'attempt' : does.skew === undefined ? 'answer' : 'signature'

export const arm = (rule: Rule, id: string, by: FaultSource): Armed => ({ rule, id, by, met: 0, fired: 0 })

export const isDone = ({ rule, fired }: Armed): boolean => fired >= rule.pace.times

/** How a rule for the call's operation changes it, if it applies. Counts the call, and changes the world as the rule requires. */
export function meet(armed: Armed, met: Met, systemClock: Pick<SystemClock, 'monotonic'>): Interruption | undefined {
  const { rule, id, by } = armed
  const { does } = rule
  if (!meets(rule.when, met) || !isPossible(does, met) || !counts(armed, met.world.seed)) return undefined
  if (does.throttle) {
    armed.bucket ??= createBucket(does.throttle)
    if (armed.bucket.take(systemClock.monotonic())) return undefined
  }
  applyToWorld(does, met)
  armed.fired++
  const wire = wireOf(does, [...seedOf(armed, met.world.seed), String(armed.fired)])
  return {
    by,
    label: `${id} ${verbsOf(does).join('+')}`,
    ...insteadOf(rule, met.operation.ref),
    acts: does.acts,
    again: endsCredential(does.expire),
    ...(wire ? { wire } : {}),
  }
}

/** How far a rule for its operation shifts the service's clock for a signed call, if it applies. Counts the call. */
export function skewed(armed: Armed, headers: Met['call']['headers'], worldSeed: string): number | undefined {
  const { rule } = armed
  const ms = rule.does.skew
  if (ms === undefined) return undefined
  if (!rule.when.every(({ keys: [name = ''], value }) => headers[name] === value) || !counts(armed, worldSeed)) return undefined
  armed.fired++
  return ms
}

/** How a rule for such calls changes an attempt to call a seller, if it applies. Counts the attempt. */
export function meetAttempt(armed: Armed, met: MetDelivery): DeliveryFault | undefined {
  const { rule, id } = armed
  const { outgoing } = rule
  if (!outgoing || !met.possible(outgoing)) return undefined
  if (!meets(rule.when, { input: { path: {}, query: met.query, body: met.body } }) || !counts(armed, met.world.seed)) return undefined
  armed.fired++
  return { ...outgoing, by: id, does: deliveryVerbText(outgoing) }
}

export const labelOf = ({ id, rule }: Armed): string => `${id} ${verbsOf(rule.does).join('+')}`

function counts(armed: Armed, worldSeed: string): boolean {
  armed.met++
  return isMeant(armed.rule.pace, armed.met, armed.fired, seedOf(armed, worldSeed))
}

const seedOf = ({ rule, id }: Armed, worldSeed: string): readonly string[] => [rule.pace.seed ?? worldSeed, id]

const verbsOf = (does: CallVerbs): readonly string[] => CALL_VERBS.filter((verb) => does[verb] !== undefined)

function insteadOf({ does, targets }: Rule, ref: string): Pick<Interruption, 'instead'> {
  const answer = targets.get(ref)
  if (answer) return { instead: answer }
  if (does.status !== undefined) return { instead: { kind: 'status', status: does.status } }
  return does.throttle ? { instead: { kind: 'throttled', limit: Math.max(1, Math.ceil(does.throttle.rate)) } } : {}
}

function wireOf({ delay, drip, cut, hang }: CallVerbs, seed: readonly string[]): WireFault | undefined {
  if (delay === undefined && drip === undefined && cut === undefined && hang === undefined) return undefined
  return {
    ...(delay === undefined ? {} : { delay: lengthOf(delay, seed) }),
    ...(drip === undefined ? {} : { drip }),
    ...(cut === undefined ? {} : { cut }),
    ...(hang === undefined ? {} : { hang }),
  }
}

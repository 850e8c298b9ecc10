import type { Call } from '../spec/call.ts'
import type { Input, Operation } from '../spec/operation.ts'
import type { Caller } from '../world/caller.ts'
import type { World } from '../world/world-api.ts'
import type { DeliveryRuleInput, DeliveryVerbs, MeetDelivery } from './delivery-fault-api.ts'

/** How a connection is cut: without any answer (`reset`, `empty`), during the answer (`half`, `chunk`), or with bytes that are not HTTP. */
export type Cut = 'reset' | 'empty' | 'half' | 'chunk' | 'garbage'

/** What can expire early. `login`: access tokens of the identity centre. `authorization`: authorization codes and refresh tokens. */
export type Expiring = 'token' | 'key' | 'coupon' | 'login' | 'authorization'

/** A token bucket: calls per second on average, and how many may arrive at once (default: the rate, at least 1). */
export interface ThrottleInput {
  readonly rate: string
  readonly burst?: number
}

/** A rule as it is written: the same in files, on the command line, in the control API and in the library. */
export interface RuleInput extends DeliveryRuleInput {
  /** `bss.PayOrders`, `bss.*` or `*`; for calls to sellers `newInstance`, `production.newInstance`, `production.*` or `*`. */
  readonly on: string
  /** Values that must be equal: `query.status`, `path.order_id`, `header.X-Language`, `body.order_id`, `caller.role`, `caller.account`. */
  readonly when?: Readonly<Record<string, string | number | boolean>>
  /** How many calls it changes. Default: all; for a step of a scenario: 1. */
  readonly times?: number
  /** How many matching calls are left unchanged first. */
  readonly after?: number
  /** Changes only every nth matching call. */
  readonly every?: number
  /** The share of the matching calls that it changes: `5%`, or a number up to 1. */
  readonly probability?: string | number
  /** Decides which calls a probability selects and how long a random delay is. Default: the world's seed. */
  readonly seed?: string | number
  /** A documented error, such as `CBC.0999`, or the name of a documented example. The call does not reach the world. */
  readonly answer?: string
  /** A status with an empty body, as a proxy between client and vendor may send. The call does not reach the world. */
  readonly status?: number
  /** Delay before the answer is sent: `30s`, or `lognormal:200ms,0.5` (median, sigma). */
  readonly delay?: string
  /** The body is sent slowly: `10B/s`. */
  readonly drip?: string
  readonly cut?: Cut
  /** The answer is never sent; the connection stays open. */
  readonly hang?: boolean
  /** Refuses calls above a rate with the gateway's 429: `2/s`. The refused calls do not reach the world. */
  readonly throttle?: string | ThrottleInput
  /** Which credentials of the caller expire at this call. */
  readonly expire?: Expiring
  /** How far the service's clock is wrong when it checks signatures: `20m`, `-20m`. */
  readonly skew?: string
  /** Moves the world's clock before the call: `2h`, `P1M`. */
  readonly advance?: string
  /**
   * Whether the call changes the world although its answer is lost or replaced. Default: true for `cut` and `hang` (the answer is lost on
   * the way), false for `answer`, `status` and `throttle` (the call never arrived).
   */
  readonly acts?: boolean
}

/** One condition of a call: a value that must be equal. */
export interface Condition {
  readonly in: 'path' | 'query' | 'header' | 'body' | 'caller'
  /** The keys that lead to the value; only bodies have more than one. Header names in lower case. */
  readonly keys: readonly string[]
  readonly value: string
}

/** Which of the matching calls are changed. */
export interface Pace {
  readonly times: number
  readonly after: number
  readonly every: number
  /** From 0 to 1. */
  readonly probability: number
  readonly seed: string | undefined
}

/** Milliseconds: a constant, or drawn from a lognormal distribution. */
export type Delay = { readonly ms: number } | { readonly median: number; readonly sigma: number }

/** The answer that a rule gives at one operation. */
export type RuleAnswer = { readonly kind: 'error'; readonly key: string } | { readonly kind: 'example'; readonly name: string }

/** The changes that a rule makes to a call, read and checked. */
export interface CallVerbs {
  readonly answer?: true
  readonly status?: number
  readonly delay?: Delay
  /** Bytes per second. */
  readonly drip?: number
  readonly cut?: Cut
  readonly hang?: true
  /** `rate`: calls per second. */
  readonly throttle?: { readonly rate: number; readonly burst: number }
  readonly expire?: Expiring
  /** Milliseconds; may be negative. */
  readonly skew?: number
  readonly advance?: string
  readonly acts: boolean
}

/** A rule that was read and checked: at least one operation exists to which it can apply. */
export interface Rule {
  readonly input: RuleInput
  /** The operations to which it can apply, each with its answer if the rule gives one. */
  readonly targets: ReadonlyMap<string, RuleAnswer | undefined>
  readonly when: readonly Condition[]
  readonly pace: Pace
  readonly does: CallVerbs
  /** The changes to calls to sellers. If present, `targets` are such calls. */
  readonly outgoing?: DeliveryVerbs
}

/** A text for people in both languages. */
export interface Text {
  readonly en: string
  readonly zh: string
}

/** A named sequence of rules. A step begins when the step before has changed all its calls. */
export interface Scenario {
  readonly name: string
  readonly about: Text
  /** What a good client does, in two sentences. */
  readonly client?: Text
  /** What a good seller does, in two sentences. */
  readonly seller?: Text
  readonly steps: readonly Rule[]
  /** Where it is written: `specs/bss/scenarios.yaml:12`. */
  readonly place: string
}

/** A call that a rule may change: it was read and checked, but not carried out yet. */
export interface Met {
  readonly world: World
  readonly operation: Pick<Operation, 'ref'>
  readonly call: Call
  readonly caller: Caller
  readonly input: Pick<Input, 'path' | 'query' | 'body'>
}

/** Which rule changed a call. `run`: calls can name a scenario in a header. Then each run of it proceeds independently. */
export interface FaultSource {
  readonly rule?: string
  readonly scenario?: string
  readonly run?: string
  /** From 1. */
  readonly step?: number
}

/** The changes to the connection. The HTTP server carries them out; without a connection they are only reported. */
export interface WireFault {
  /** Milliseconds before anything is sent. */
  readonly delay?: number
  /** Bytes per second. */
  readonly drip?: number
  readonly cut?: Cut
  readonly hang?: true
}

/** The changes that a rule makes to one call. */
export interface Interruption {
  readonly by: FaultSource
  /** The value of the header `X-Sandbox-Fault`: `F3 answer`, `iam-down#2 cut`. */
  readonly label: string
  /** The answer to send instead of the natural one. */
  readonly instead?:
    | RuleAnswer
    | { readonly kind: 'status'; readonly status: number }
    | { readonly kind: 'throttled'; readonly limit: number }
  /** Whether the call changes the world, whatever the answer is. */
  readonly acts: boolean
  /** A credential has expired: authenticate again. */
  readonly again: boolean
  readonly wire?: WireFault
}

/** A rule of a world, with the number of calls that it changed. */
export interface ActiveRule {
  /** `F1`, `F2`, …, in order of creation. */
  readonly id: string
  readonly rule: RuleInput
  /** Calls that matched, and how many of them it changed. */
  readonly met: number
  readonly fired: number
  /** How many more it will change; absent when there is no limit. */
  readonly left?: number
}

/** The progress of a scenario in a world. */
export interface ScenarioRun {
  readonly scenario: string
  readonly run?: string
  /** `stopped`: before all steps had changed their calls. */
  readonly state: 'running' | 'finished' | 'stopped'
  /** Number of the current step, from 1, and number of all steps. For a finished scenario it is the last step. */
  readonly step: number
  readonly steps: number
  /** Number of calls that this step has changed, and number of calls that it will change. */
  readonly served: number
  readonly times: number
  /** The operation, or the operations, that the step applies to. */
  readonly on: string
}

/** All named scenarios: those of the specs and the user's own. */
export interface ScenarioLibrary {
  /** @throws SpecFault with the nearest name, or with the mistake in its file */
  get(name: string): Scenario
  names(): readonly string[]
  /** Mistakes in files that have changed; the last good version of those files stays in use. */
  problems(): readonly string[]
}

/** The faults that are active in the worlds of one sandbox. They are deleted with their world, also when it is reset. */
export interface Scenarios {
  readonly library: ScenarioLibrary
  /**
   * The changes that a rule makes to a call, if one applies. Counts the call, and changes the world as the rule requires. Without rules it costs one look-up.
   * @throws SpecFault when the call names a scenario that does not exist; WorldError when the clock cannot be moved so far
   */
  interrupt(met: Met): Interruption | undefined
  /** The changes that a rule makes to an attempt to call a seller, if one applies. Counts the attempt. */
  readonly meetDelivery: MeetDelivery
  /** How far the service's clock is wrong for a signed call. @throws SpecFault like `interrupt` */
  skew(
    world: World,
    operation: Pick<Operation, 'ref'>,
    call: Call,
  ): { readonly ms: number; readonly by: FaultSource; readonly label: string } | undefined
  /** @throws SpecFault for a rule that can never apply, and above the limit; then nothing has changed */
  add(world: World, rule: RuleInput, place?: (...keys: (string | number)[]) => string): ActiveRule
  rules(world: World): ActiveRule[]
  /** @throws SpecFault when there is no rule with that id */
  remove(world: World, id: string): void
  /** Removes all rules and returns how many there were. */
  clear(world: World): number
  /** Starts a scenario from its first step, also if it ran before. @throws SpecFault */
  start(world: World, name: string): ScenarioRun
  /** @throws SpecFault when it was not started */
  stop(world: World, name: string): ScenarioRun
  /** All scenarios that were started, in the order of their starts. */
  runs(world: World): ScenarioRun[]
}

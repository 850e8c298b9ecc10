import type { Call } from '../spec/call.ts'
import type { Input, Operation } from '../spec/operation.ts'
import type { Caller } from '../world/caller.ts'
import type { World } from '../world/world-api.ts'
import type { DeliveryRuleInput, DeliveryVerbs, MeetDelivery } from './delivery-fault-api.ts'

/** How a connection is cut: without any answer (`reset`, `empty`), within the answer (`half`, `chunk`), or with bytes that are not HTTP. */
export type Cut = 'reset' | 'empty' | 'half' | 'chunk' | 'garbage'

/** What can end before its time. `login`: access tokens of the identity centre. `authorization`: authorization codes and refresh tokens. */
export type Expiring = 'token' | 'key' | 'coupon' | 'login' | 'authorization'

/** A token bucket: calls per second on average, and how many may come at once (default: the rate, at least 1). */
export interface ThrottleInput {
  readonly rate: string
  readonly burst?: number
}

/** A rule as it is written: in files, on the command line, in the control API and in the library alike. */
export interface RuleInput extends DeliveryRuleInput {
  /** `bss.PayOrders`, `bss.*` or `*`; of calls of sellers `newInstance`, `production.newInstance`, `production.*` or `*`. */
  readonly on: string
  /** Values that must be equal: `query.status`, `path.order_id`, `header.X-Language`, `body.order_id`, `caller.role`, `caller.account`. */
  readonly when?: Readonly<Record<string, string | number | boolean>>
  /** How many calls it changes. Default: all; for a step of a scenario 1. */
  readonly times?: number
  /** How many matching calls pass first. */
  readonly after?: number
  /** Only each third matching call, and so on. */
  readonly every?: number
  /** Which share of the matching calls: `5%`, or a number up to 1. */
  readonly probability?: string | number
  /** Decides which calls a probability chooses and how long a random delay is. Default: the world's seed. */
  readonly seed?: string | number
  /** A documented error, such as `CBC.0999`, or the name of a documented example. The call does not reach the world. */
  readonly answer?: string
  /** A status with an empty body, as something between client and vendor may give. The call does not reach the world. */
  readonly status?: number
  /** Before the answer is sent: `30s`, or `lognormal:200ms,0.5` (median, sigma). */
  readonly delay?: string
  /** The body is sent slowly: `10B/s`. */
  readonly drip?: string
  readonly cut?: Cut
  /** The answer never comes; the connection stays open. */
  readonly hang?: boolean
  /** Refuses with the gateway's 429 what exceeds a rate: `2/s`. Calls beyond it do not reach the world. */
  readonly throttle?: string | ThrottleInput
  /** What the caller uses ends at this call. */
  readonly expire?: Expiring
  /** How far the service's clock is off when it checks signatures: `20m`, `-20m`. */
  readonly skew?: string
  /** Moves the world's clock before the call: `2h`, `P1M`. */
  readonly advance?: string
  /**
   * Whether the call changes the world although its answer is lost or replaced. Default: true for `cut` and `hang` (the answer is lost on
   * its way), false for `answer`, `status` and `throttle` (the call never arrived).
   */
  readonly acts?: boolean
}

/** One equality that a call must meet. */
export interface Condition {
  readonly in: 'path' | 'query' | 'header' | 'body' | 'caller'
  /** Members on the way to the value; one for everything but bodies. Header names in lower case. */
  readonly keys: readonly string[]
  readonly value: string
}

/** Which of the matching calls are meant. */
export interface Pace {
  readonly times: number
  readonly after: number
  readonly every: number
  /** From 0 to 1. */
  readonly probability: number
  readonly seed: string | undefined
}

/** Milliseconds: always the same, or drawn from a lognormal distribution. */
export type Delay = { readonly ms: number } | { readonly median: number; readonly sigma: number }

/** The answer of a rule at one operation. */
export type RuleAnswer = { readonly kind: 'error'; readonly key: string } | { readonly kind: 'example'; readonly name: string }

/** What a rule does to a call, read and checked. */
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
  /** Milliseconds, signed. */
  readonly skew?: number
  readonly advance?: string
  readonly acts: boolean
}

/** A rule that was read and checked: it can fire. */
export interface Rule {
  readonly input: RuleInput
  /** The operations where it can fire, each with its answer if the rule gives one. */
  readonly targets: ReadonlyMap<string, RuleAnswer | undefined>
  readonly when: readonly Condition[]
  readonly pace: Pace
  readonly does: CallVerbs
  /** What it does to calls of sellers; then its targets are these. */
  readonly outgoing?: DeliveryVerbs
}

/** A text for people in both languages. */
export interface Text {
  readonly en: string
  readonly zh: string
}

/** A named order of rules. A step begins when the one before it has served its calls. */
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

/** A call that a rule may change: it was read and checked, and nothing has happened yet. */
export interface Met {
  readonly world: World
  readonly operation: Pick<Operation, 'ref'>
  readonly call: Call
  readonly caller: Caller
  readonly input: Pick<Input, 'path' | 'query' | 'body'>
}

/** Which rule changed a call. `run`: a scenario that calls name in their header plays by itself for each run. */
export interface FaultSource {
  readonly rule?: string
  readonly scenario?: string
  readonly run?: string
  /** From 1. */
  readonly step?: number
}

/** What happens on the connection. Carried out where sockets are; without one it is only told. */
export interface WireFault {
  /** Milliseconds before anything is sent. */
  readonly delay?: number
  /** Bytes per second. */
  readonly drip?: number
  readonly cut?: Cut
  readonly hang?: true
}

/** What a rule makes of one call. */
export interface Interruption {
  readonly by: FaultSource
  /** As the header `X-Sandbox-Fault` tells it: `F3 answer`, `iam-down#2 cut`. */
  readonly label: string
  /** The answer instead of the natural one. */
  readonly instead?:
    | RuleAnswer
    | { readonly kind: 'status'; readonly status: number }
    | { readonly kind: 'throttled'; readonly limit: number }
  /** Whether the call changes the world, whatever the answer is. */
  readonly acts: boolean
  /** A credential has ended: authenticate again. */
  readonly again: boolean
  readonly wire?: WireFault
}

/** A rule of a world, and what came of it. */
export interface ActiveRule {
  /** `F1`, in order of making. */
  readonly id: string
  readonly rule: RuleInput
  /** Calls that matched, and how many of them it changed. */
  readonly met: number
  readonly fired: number
  /** How many more it will change; absent when there is no limit. */
  readonly left?: number
}

/** Where a scenario stands in a world. */
export interface ScenarioRun {
  readonly scenario: string
  readonly run?: string
  /** `stopped`: before all steps had served their calls. */
  readonly state: 'running' | 'finished' | 'stopped'
  /** The step that is waiting, from 1, of how many. A finished scenario stands at its last. */
  readonly step: number
  readonly steps: number
  /** Calls that this step has changed, and how many it will. */
  readonly served: number
  readonly times: number
  /** What the step is waiting for: the operation, or several. */
  readonly on: string
}

/** All named scenarios: those of the specs and the user's own. */
export interface ScenarioLibrary {
  /** @throws SpecFault with the nearest name, or with what is wrong in its file */
  get(name: string): Scenario
  names(): readonly string[]
  /** What is wrong with files that changed since; their last good version still holds. */
  problems(): readonly string[]
}

/** What is meant to go wrong in the worlds of one sandbox. Forgotten with its world: a reset or dropped world has none. */
export interface Scenarios {
  readonly library: ScenarioLibrary
  /**
   * What a rule makes of a call, if one does; counts it, and does to the world what the rule says. A world without rules costs one look-up.
   * @throws SpecFault when the call names a scenario that does not exist; WorldError when the clock cannot be moved so far
   */
  interrupt(met: Met): Interruption | undefined
  /** What a rule makes of an attempt to call a seller, if one does; counts it. */
  readonly meetDelivery: MeetDelivery
  /** How far the service's clock is off for a signed call. @throws SpecFault like `interrupt` */
  skew(
    world: World,
    operation: Pick<Operation, 'ref'>,
    call: Call,
  ): { readonly ms: number; readonly by: FaultSource; readonly label: string } | undefined
  /** @throws SpecFault for a rule that can never fire, and beyond the limit; nothing has changed then */
  add(world: World, rule: RuleInput, place?: (...keys: (string | number)[]) => string): ActiveRule
  rules(world: World): ActiveRule[]
  /** @throws SpecFault when there is no rule of that id */
  remove(world: World, id: string): void
  /** Removes all rules and returns how many there were. */
  clear(world: World): number
  /** Starts a scenario from its first step, whether it ran before or not. @throws SpecFault */
  start(world: World, name: string): ScenarioRun
  /** @throws SpecFault when it was not started */
  stop(world: World, name: string): ScenarioRun
  /** All scenarios that were started, in that order. */
  runs(world: World): ScenarioRun[]
}

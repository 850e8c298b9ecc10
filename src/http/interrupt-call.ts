import type { Interruption, Met } from '../scenario/scenario-api.ts'
import { SpecFault } from '../spec/document/fault.ts'
import type { Input } from '../spec/operation.ts'
import type { Caller } from '../world/caller.ts'
import type { Outcome } from './exchange.ts'
import type { OpenedCall } from './open-call.ts'
import { refuseCall } from './refuse-call.ts'
import { SandboxRefused, unknownScenario } from './sandbox-refusals.ts'
import type { ServerContext } from './server-context.ts'
import { exampleOf } from './vendor/behave.ts'
import { forcedError } from './vendor/vendor-refusal.ts'

/** How the call would be handled without a rule. */
export interface Surroundings {
  /** Authenticates again; throws the refusal. */
  readonly identify: () => unknown
  /** What happens without any rule. */
  readonly act: () => Outcome | Promise<Outcome>
}

/** How a surface words the answers that rules and scenarios ask for. */
export interface Replies {
  error(key: string): Outcome | Promise<Outcome>
  example(name: string): Outcome | Promise<Outcome> | undefined
  throttled(limit: number): Outcome | Promise<Outcome>
  refused(thrown: unknown): Outcome | Promise<Outcome>
}

const vendorReplies = (server: ServerContext, opened: OpenedCall, caller: Caller): Replies => ({
  error: (key) => forcedError(opened, key, 'scenario'),
  example: (name) => exampleOf(opened, 'scenario', { name }),
  throttled: (limit) => throttled(opened, limit),
  refused: (thrown) => refuseCall(server, opened, caller, thrown),
})

/** The answer that a rule or a scenario gives to a call; undefined where none applies. */
export function interruptCall(
  server: ServerContext,
  opened: OpenedCall,
  caller: Caller,
  input: Input,
  { identify, act }: Surroundings,
  replies: Replies = vendorReplies(server, opened, caller),
): Outcome | Promise<Outcome> | undefined {
  const { world, operation, call } = opened
  const interruption = interruptionOf(server, { world, operation, call, caller, input })
  if (!interruption) return undefined
  const { by, label, again, acts, wire } = interruption
  const clock = opened.fault?.clock
  opened.fault = { by, label, ...(wire ? { wire } : {}), ...(clock === undefined ? {} : { clock }) }
  try {
    if (again) identify()
    const natural = acts ? act() : undefined
    if (natural instanceof Promise) return natural.then((outcome) => outcomeOf(replies, interruption, outcome))
    return outcomeOf(replies, interruption, natural)
  } catch (error) {
    const refused = replies.refused(error)
    return refused instanceof Promise ? refused.then(ofScenario) : ofScenario(refused)
  }
}

const ofScenario = (outcome: Outcome): Outcome => ({ ...outcome, origin: 'scenario' })

/** How far the service's clock is off for a signed call: signatures are checked at that time. A call that is authenticated again counts once. */
export function skewOf(server: ServerContext, opened: OpenedCall): number {
  if (opened.credential.kind !== 'aksk') return 0
  opened.skew ??= findSkew(server, opened)
  return opened.skew
}

function findSkew({ scenarios, systemClock }: ServerContext, opened: OpenedCall): number {
  const skew = knownScenario(() => scenarios.skew(opened.world, opened.operation, opened.call))
  if (!skew) return 0
  const { by, label, ms } = skew
  // A client can only learn the service's clock from the answer.
  opened.fault = { by, label, clock: systemClock.now() + ms }
  return ms
}

function interruptionOf({ scenarios }: ServerContext, met: Met): Interruption | undefined {
  return knownScenario(() => scenarios.interrupt(met))
}

function knownScenario<T>(ask: () => T): T {
  try {
    return ask()
  } catch (error) {
    throw error instanceof SpecFault ? new SandboxRefused(unknownScenario(error.message)) : error
  }
}

function outcomeOf(replies: Replies, { instead }: Interruption, natural: Outcome | undefined): Outcome | Promise<Outcome> {
  if (!instead) return ofScenario(natural ?? EMPTY)
  switch (instead.kind) {
    case 'error':
      return replies.error(instead.key)
    case 'example':
      return replies.example(instead.name) ?? EMPTY
    case 'status':
      return { origin: 'scenario', unspecified: true, reply: { status: instead.status } }
    case 'throttled':
      return replies.throttled(instead.limit)
  }
}

/** No answer at all: it is recorded, and never sent. */
const EMPTY: Outcome = { origin: 'scenario', unspecified: true, reply: { status: 503 } }

/** The gateway's 429. It tells the rate in a header when the caller asks for its debugging headers (APIG/apig_03_0047). */
function throttled(opened: OpenedCall, limit: number): Outcome {
  const outcome = forcedError(opened, 'APIGW.0308', 'scenario', { policy: opened.operation.id, limit })
  if (opened.call.headers['x-apig-mode']?.toLowerCase() !== 'debug') return outcome
  const headers = { ...outcome.reply.headers, 'X-Apig-RateLimit-api': `remain:0,limit:${limit},time:1 second` }
  return { ...outcome, reply: { ...outcome.reply, headers } }
}

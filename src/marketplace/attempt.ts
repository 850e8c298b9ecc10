import type { DeliveryFault, MeetDelivery } from '../scenario/delivery-fault-api.ts'
import type { Specs } from '../spec/catalogue.ts'
import type { Operation } from '../spec/operation.ts'
import type { Json } from '../world/engine/json.ts'
import type { Outcome } from '../world/engine/planned-work.ts'
import type { SystemClock } from '../world/engine/system-clock.ts'
import type { Attempt, Delivery, FaultNote, SellerAnswer } from '../world/entities/entities.ts'
import type { World } from '../world/world-api.ts'
import { keyFor } from './addresses.ts'
import type { Composed } from './compose.ts'
import { postpone, sendHeldBack } from './faults/postpone.ts'
import { isPossible, type PreparedCall, prepareCall } from './faults/prepare-call.ts'
import type { HttpClient } from './http-client.ts'
import { expectedAgain } from './judge/expected.ts'
import { judge, timeoutOf, type Verdict } from './judge/judge.ts'
import type { CallOutcome, DeliveryTable } from './marketplace-api.ts'
import { emitDeliveryFact } from './open-delivery.ts'
import { repeatAttempt, sendNext, unchanged } from './resend.ts'
import { sellerAnswer } from './seller-answer.ts'
import { endOfWaiting, nextAttempt } from './timetable.ts'

/** What an attempt needs from its surroundings. */
export interface AttemptContext {
  readonly specs: Specs
  readonly table: DeliveryTable
  readonly send: HttpClient
  readonly systemClock: SystemClock
  /** Rules and scenarios; without it no call is changed. */
  readonly faults?: MeetDelivery
}

/**
 * Makes the next attempt of a delivery: composes and signs it from the world as it is now, calls, and, when the answer is there,
 * records the attempt and decides what follows. Does nothing for a delivery that no longer waits.
 */
export function attempt(means: AttemptContext, world: World, deliveryId: string): undefined | Promise<Outcome> {
  const delivery = world.deliveries.get(deliveryId)
  if (delivery?.status !== 'waiting') return undefined
  const again = unchanged(world, delivery)
  const address = world.addresses.get(delivery.addressId)
  const key = keyFor(world, delivery.sellerId, delivery.use)?.secret ?? ''
  if (!again && (!address || key === '' || isPointless(world, delivery))) {
    world.transition('deliveries', deliveryId, 'give-up', { endedAt: world.clock.now(), nextAt: undefined, heldBack: undefined })
    emitDeliveryFact(world, delivery, 'delivery.given-up', { afterwards: 'drop' })
    sendNext(world, delivery)
    return undefined
  }
  // Make no call that could not be recorded.
  world.requireRoom('attempts')
  const { specs, systemClock } = means
  const operation = specs.operation(delivery.operation)
  const number = delivery.attempts + 1
  const now = world.clock.now()
  const sentAt = systemClock.now()
  const prepare = (fault: Parameters<typeof prepareCall>[5]) =>
    prepareCall(world, operation, delivery, { url: address?.url ?? '', key }, { number, now: sentAt }, fault)
  const planned: PreparedCall = again ? { composed: again, ...expectedAgain(operation, sentAt - again.sentAt) } : prepare({})
  // What a person or a rule sends again, and what a rule postponed, goes out as it is.
  const fault = delivery.resends || delivery.fault ? undefined : meetFault(means, world, operation, delivery, planned)
  if (fault && postpone(world, delivery, fault)) return undefined
  const { composed, expected, manner } = fault ? prepare(fault) : planned
  const note = fault ? { by: fault.by, does: fault.does } : delivery.fault
  world.transition('deliveries', deliveryId, 'call', {
    attempts: number,
    firstAt: delivery.firstAt ?? now,
    nextAt: undefined,
    repeats: undefined,
    fault: undefined,
    heldBack: undefined,
  })
  const trial = { specs, world, operation, delivery, key, request: composed.request, ...(expected ? { expected } : {}) }
  const end = (outcome: CallOutcome): void => {
    const verdict = judge({ ...trial, outcome })
    const made = keep(world, delivery, { number, sentAt, composed, outcome, verdict, ...(note ? { fault: note } : {}) })
    conclude(means, world, deliveryId, number, verdict, sellerAnswer(operation, delivery, verdict.body, key))
    if (fault) repeatAttempt(world, made, fault)
    if (outcome.failure !== 'not-sent') sendHeldBack(world, delivery)
  }
  if (fault?.send === 'never') {
    end({ ms: 0, failure: 'not-sent' })
    return undefined
  }
  const about = { world: world.name, operation: delivery.operation, delivery: deliveryId, attempt: number }
  const terms = { timeout: timeoutOf({ world, operation }), instant: now, about, ...manner }
  // A call that was stopped stays open; the next process that opens the world makes it again.
  const call = () => means.send(composed.request, terms)
  return (world.shared ? onceStored(world, call) : call()).then((outcome): Outcome => (outcome.stopped ? undefined : () => end(outcome)))
}

/**
 * Calls the seller once it is stored that it is called. If another process has taken the world, nothing is stored and nobody called: that process
 * makes the call. If this one ends meanwhile, the next one knows that a call was under way.
 */
async function onceStored(world: World, call: () => Promise<CallOutcome>): Promise<CallOutcome> {
  // The transaction that this is a part of is over by then.
  await Promise.resolve()
  try {
    await world.saved()
  } catch {
    return { ms: 0, stopped: true }
  }
  return call()
}

/** What a rule makes of this attempt, if one does. */
function meetFault(
  { faults }: AttemptContext,
  world: World,
  operation: Operation,
  delivery: Delivery,
  { composed }: PreparedCall,
): DeliveryFault | undefined {
  if (!faults) return undefined
  const { url, body } = composed.request
  return faults({
    world,
    operation,
    get query() {
      return Object.fromEntries(new URL(url).searchParams)
    },
    get body() {
      return body === '' ? undefined : JSON.parse(body)
    },
    possible: (verbs) => isPossible(world, operation, delivery, verbs),
  })
}

/** The time for a restart is over: gives the call up as its timetable says. Does nothing if it was restarted. */
export function endWaiting({ table }: Pick<AttemptContext, 'table'>, world: World, deliveryId: string, attempts: number): void {
  const delivery = world.deliveries.get(deliveryId)
  if (delivery?.status !== 'held' || delivery.heldByHand || delivery.attempts !== attempts) return
  const afterwards = table.timetables.get(delivery.timetable)?.afterwards ?? 'drop'
  const ended = world.transition('deliveries', deliveryId, 'give-up', { endedAt: world.clock.now() })
  emitDeliveryFact(world, ended, 'delivery.given-up', { attempt: attempts, passed: false, afterwards })
}

/** A void order needs no instance any more, and neither renews nor changes one. */
function isPointless(world: World, { orderId, cause, operation, resends }: Delivery): boolean {
  if (
    orderId === undefined ||
    cause === 'hand' ||
    resends ||
    !/\.(newInstance|queryInstance|refreshInstance|upgradeInstance)$/.test(operation)
  )
    return false
  return world.orders.get(orderId)?.status === 'cancelled'
}

/** Bytes of an answer that are kept. */
export const KEPT = 64 * 1024

/** What one attempt was, to be kept. */
interface Made {
  readonly number: number
  readonly sentAt: number
  readonly composed: Composed
  readonly outcome: CallOutcome
  readonly verdict: Verdict
  readonly fault?: FaultNote
}

function keep(world: World, delivery: Delivery, { number, sentAt, composed, outcome, verdict, fault }: Made): Attempt {
  const { request, canonical, businessId } = composed
  const answer = outcome.answer && {
    status: outcome.answer.status,
    headers: outcome.answer.headers,
    body: new TextDecoder().decode(outcome.answer.bytes.subarray(0, KEPT)),
    ...(outcome.answer.bytes.length > KEPT ? { cut: true } : {}),
  }
  const made: Attempt = {
    id: `${delivery.id}-${number}`,
    deliveryId: delivery.id,
    number,
    ...(delivery.repeats === undefined ? {} : { repeats: delivery.repeats }),
    at: world.clock.now(),
    sentAt,
    businessId,
    ...request,
    canonical,
    ...(fault ? { fault } : {}),
    ...(answer ? { answer } : {}),
    ...(outcome.failure === undefined ? {} : { failure: outcome.failure }),
    ms: outcome.ms,
    ...(verdict.resultCode === undefined ? {} : { resultCode: verdict.resultCode }),
    // A finding is plain JSON; its optional members are absent, never undefined.
    findings: verdict.findings as unknown as readonly Readonly<Record<string, Json>>[],
    passed: verdict.passed,
  }
  world.attempts.put(made)
  return made
}

/** Success, another attempt, or the end of the timetable. */
function conclude(
  { table }: AttemptContext,
  world: World,
  deliveryId: string,
  number: number,
  verdict: Verdict,
  answer: SellerAnswer | undefined,
): void {
  const delivery = world.deliveries.get(deliveryId)
  if (delivery?.status !== 'calling') return
  const { passed, succeeded, resultCode } = verdict
  const fault = world.attempts.get(`${deliveryId}-${number}`)?.fault
  const changed = fault ? { fault: `${fault.by} ${fault.does}` } : {}
  const result = { attempt: number, passed, ...(resultCode === undefined ? {} : { resultCode }), ...changed }
  emitDeliveryFact(world, delivery, 'delivery.attempted', result)
  const now = world.clock.now()
  sendNext(world, delivery)
  if (succeeded) {
    const done = world.transition('deliveries', deliveryId, 'succeed', { endedAt: now, ...(answer ? { answer } : {}) })
    emitDeliveryFact(world, done, 'delivery.succeeded', result)
    return
  }
  const timetable = table.timetables.get(delivery.timetable)
  const made = number - Number(delivery.about?.['before'] ?? 0)
  const next = timetable && nextAttempt(world, timetable, delivery.firstAt ?? now, made)
  if (next !== undefined) {
    world.transition('deliveries', deliveryId, 'retry', { nextAt: next })
    world.plan(next, 'delivery.attempt', { deliveryId })
    return
  }
  const until = timetable && endOfWaiting(world, timetable, delivery.firstAt ?? now)
  if (until !== undefined) world.plan(until, 'delivery.end', { deliveryId, attempts: number })
  const afterwards = until === undefined ? (timetable?.afterwards ?? 'drop') : 'hold'
  const event = afterwards === 'hold' ? 'hold' : 'give-up'
  emitDeliveryFact(
    world,
    world.transition('deliveries', deliveryId, event, { endedAt: now }),
    afterwards === 'hold' ? 'delivery.held' : 'delivery.given-up',
    { ...result, afterwards },
  )
}

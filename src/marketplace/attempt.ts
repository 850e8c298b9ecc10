import type { Specs } from '../spec/catalogue.ts'
import type { Json } from '../world/engine/json.ts'
import type { Outcome } from '../world/engine/planned-work.ts'
import type { SystemClock } from '../world/engine/system-clock.ts'
import type { Attempt, Delivery, SellerAnswer } from '../world/entities/entities.ts'
import type { World } from '../world/world-api.ts'
import { keyFor } from './addresses.ts'
import { type Composed, compose } from './compose.ts'
import type { HttpClient } from './http-client.ts'
import { expectedAgain } from './judge/expected.ts'
import { judge, timeoutOf, type Verdict } from './judge/judge.ts'
import type { CallOutcome, DeliveryTable } from './marketplace-api.ts'
import { emitDeliveryFact } from './open-delivery.ts'
import { sendNext, unchanged } from './resend.ts'
import { sellerAnswer } from './seller-answer.ts'
import { endOfWaiting, nextAttempt } from './timetable.ts'

/** What an attempt needs from its surroundings. */
export interface AttemptContext {
  readonly specs: Specs
  readonly table: DeliveryTable
  readonly send: HttpClient
  readonly systemClock: SystemClock
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
    world.transition('deliveries', deliveryId, 'give-up', { endedAt: world.clock.now(), nextAt: undefined })
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
  world.transition('deliveries', deliveryId, 'call', {
    attempts: number,
    firstAt: delivery.firstAt ?? now,
    nextAt: undefined,
    repeats: undefined,
  })
  const sentAt = systemClock.now()
  const composed = again ?? compose(world, operation, delivery, { url: address?.url ?? '', key }, { number, now: sentAt })
  const expected = again && expectedAgain(operation, sentAt - again.sentAt)
  const trial = { specs, world, operation, delivery, key, request: composed.request, ...(expected ? { expected } : {}) }
  const about = { world: world.name, operation: delivery.operation, delivery: deliveryId, attempt: number }
  return means.send(composed.request, { timeout: timeoutOf({ world, operation }), instant: now, about }).then((outcome): Outcome => {
    // The attempt stays open; the next process that opens the world makes it again.
    if (outcome.stopped) return undefined
    return () => {
      const verdict = judge({ ...trial, outcome })
      keep(world, delivery, number, sentAt, composed, outcome, verdict)
      conclude(means, world, deliveryId, number, verdict, sellerAnswer(operation, delivery, verdict.body, key))
    }
  })
}

/** The time for a restart is over: gives the call up as its timetable says. Does nothing if it was restarted. */
export function endWaiting({ table }: Pick<AttemptContext, 'table'>, world: World, deliveryId: string, attempts: number): void {
  const delivery = world.deliveries.get(deliveryId)
  if (delivery?.status !== 'held' || delivery.attempts !== attempts) return
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
const KEPT = 64 * 1024

function keep(
  world: World,
  delivery: Delivery,
  number: number,
  sentAt: number,
  composed: Composed,
  outcome: CallOutcome,
  verdict: Verdict,
): void {
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
    ...(answer ? { answer } : {}),
    ...(outcome.failure === undefined ? {} : { failure: outcome.failure }),
    ms: outcome.ms,
    ...(verdict.resultCode === undefined ? {} : { resultCode: verdict.resultCode }),
    // A finding is plain JSON; its optional members are absent, never undefined.
    findings: verdict.findings as unknown as readonly Readonly<Record<string, Json>>[],
    passed: verdict.passed,
  }
  world.attempts.put(made)
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
  const result = { attempt: number, passed, ...(resultCode === undefined ? {} : { resultCode }) }
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

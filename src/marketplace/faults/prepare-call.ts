import type { DeliveryFault, DeliveryVerbs, SigningFault } from '../../scenario/delivery-fault-api.ts'
import type { Operation } from '../../spec/operation.ts'
import { hashText } from '../../world/engine/chance.ts'
import type { Delivery } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { type AttemptStamp, type Composed, compose } from '../compose.ts'
import { expectedOfEncoding, expectedOfSigning } from '../judge/expected.ts'
import type { Expected } from '../judge/trial.ts'
import type { CallTerms } from '../marketplace-api.ts'
import { changedAt, nonceIn, otherSignature, schemeOf } from './signature-place.ts'

/** One attempt, complete and ready to send. */
export interface PreparedCall {
  readonly composed: Composed
  /** The answer of a good seller, if that is not success. */
  readonly expected?: Expected
  readonly manner?: Pick<CallTerms, 'abort' | 'readRate'>
}

interface Target {
  readonly url: string
  readonly key: string
}

/** How far the timestamps of `stale` and `future` are off: ten times what the vendor allows. */
const SHIFT = 600_000

/** Changes one attempt as a fault requires: its content, its signature, the way it is sent. Changes nothing in the world. */
export function prepareCall(
  world: World,
  operation: Operation,
  delivery: Delivery,
  target: Target,
  stamp: AttemptStamp,
  { sign, slowReader, abort, wrongEncoding }: DeliveryFault | Readonly<Record<string, never>>,
): PreparedCall {
  const composed = sign
    ? signedFaultily(world, operation, delivery, target, stamp, sign)
    : compose(world, operation, delivery, target, stamp)
  const expected = sign ? expectedOfSigning(operation, sign) : wrongEncoding ? expectedOfEncoding() : undefined
  return {
    composed: wrongEncoding ? { ...composed, request: { ...composed.request, encoding: 'utf-16' } } : composed,
    ...(expected ? { expected } : {}),
    ...(abort || slowReader !== undefined
      ? { manner: { ...(abort ? { abort } : {}), ...(slowReader === undefined ? {} : { readRate: slowReader }) } }
      : {}),
  }
}

function signedFaultily(
  world: World,
  operation: Operation,
  delivery: Delivery,
  target: Target,
  stamp: AttemptStamp,
  sign: SigningFault,
): Composed {
  const composeWith = (change: Partial<Target & AttemptStamp>) =>
    compose(world, operation, delivery, { ...target, ...change }, { ...stamp, ...change })
  switch (sign) {
    case 'stale':
      return composeWith({ now: stamp.now - SHIFT })
    case 'future':
      return composeWith({ now: stamp.now + SHIFT })
    case 'with-another-key':
      return composeWith({ key: otherKey(world, delivery, target.key) })
    case 'reused-nonce': {
      const nonce = lastNonce(world, delivery, operation)
      return composeWith(nonce === undefined ? {} : { nonce })
    }
    case 'wrongly': {
      const composed = composeWith({})
      const request = otherSignature(composed.request, schemeOf(operation), (value) => changedAt(value, 0))
      return { ...composed, request }
    }
  }
}

/** Whether a fault can be applied to this attempt: a nonce can only be reused after one was used. */
export function isPossible(world: World, operation: Operation, delivery: Delivery, { sign }: DeliveryVerbs): boolean {
  return sign !== 'reused-nonce' || lastNonce(world, delivery, operation) !== undefined
}

/** The seller's key for another kind of interface, because these are easily mixed up. If there is none, a key that belongs to nobody. */
function otherKey(world: World, { sellerId, use }: Delivery, key: string): string {
  const others = [...world.sellerKeys.all()].filter(({ accountId, secret }) => accountId === sellerId && secret !== key)
  return others[0]?.secret ?? hashText(32, '0123456789abcdef', world.seed, 'another key', sellerId, use)
}

/** The nonce of the last call to the same seller with the same signature scheme. */
function lastNonce(world: World, { sellerId }: Delivery, operation: Operation): string | undefined {
  const scheme = schemeOf(operation)
  const deliveries = [...world.deliveries.where('seller', sellerId)]
  for (const { id } of deliveries.reverse()) {
    const last = world.attempts.where('delivery', id).last()
    const nonce = last && last.failure !== 'not-sent' ? nonceIn(last, scheme) : undefined
    if (nonce !== undefined) return nonce
  }
  return undefined
}

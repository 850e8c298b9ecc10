import { WorldError } from '../world/engine/world-error.ts'
import type { Delivery } from '../world/entities/entities.ts'
import type { World } from '../world/world-api.ts'
import { emitDeliveryFact, knownDelivery } from './open-delivery.ts'

/** A waiting call is not made until it is released. The order that waits for it goes on waiting. Throws `delivery.unknown`, `delivery.follows`, IllegalTransition. */
export function holdDelivery(world: World, deliveryId: string): Delivery {
  const { status, nextAt } = knownDelivery(world, deliveryId)
  // The call before it says when it goes out, and looks for one that waits.
  if (status === 'waiting' && nextAt === undefined)
    throw new WorldError('delivery.follows', `Delivery ${deliveryId} goes out when the call before it has its answer. Hold that one.`)
  return world.transaction(() => {
    const held = world.transition('deliveries', deliveryId, 'hold', { heldByHand: true })
    world.unplan({ work: 'delivery.attempt', about: { deliveryId } })
    emitDeliveryFact(world, held, 'delivery.held')
    return held
  })
}

/** A call that was held by hand is made when it was due, or now if that is past. Throws `delivery.unknown`, `delivery.held`, IllegalTransition. */
export function releaseDelivery(world: World, deliveryId: string): Delivery {
  const { status, heldByHand, nextAt = 0 } = knownDelivery(world, deliveryId)
  if (status === 'held' && !heldByHand)
    throw new WorldError('delivery.held', `Delivery ${deliveryId} was not held by hand: its attempts failed. Restart it.`)
  return world.transaction(() => {
    const due = Math.max(nextAt, world.clock.now())
    const released = world.transition('deliveries', deliveryId, 'release', { heldByHand: undefined, nextAt: due })
    emitDeliveryFact(world, released, 'delivery.released')
    world.plan(due, 'delivery.attempt', { deliveryId })
    return released
  })
}

import { resourceOf } from '../../commerce/ordering/certificates.ts'
import type { EventOf } from '../../world/engine/machines.ts'
import type { Certificate, Coupon, Delivery } from '../../world/entities/entities.ts'
import type { DeliveryFacts } from '../../world/entities/facts/delivery-facts.ts'
import type { NewFact } from '../../world/entities/facts/facts.ts'
import type { World } from '../../world/world-api.ts'
import { must, type StateChange, type StateChanges } from './change.ts'

/** Coupons and cards. */
export const couponMoves: StateChanges<'coupons'> = {
  use({ world }, id) {
    const { customerId } = world.transition('coupons', id, 'use', { balance: 0, lastUsedAt: world.clock.now() })
    // Used for no order of this world.
    world.emit({ type: 'coupon.used', couponId: id, customerId, orderId: '' })
  },
  expire({ world }, id) {
    const { effectiveAt, expireAt } = world.coupons.get(id) as Coupon
    const { customerId } = world.transition('coupons', id, 'expire', {
      expireAt: Math.max(effectiveAt, Math.min(expireAt, world.clock.now())),
    })
    world.emit({ type: 'coupon.expired', couponId: id, customerId })
  },
  return({ world }, id) {
    const { faceValue, expireAt, usedByOrderId = '' } = world.coupons.get(id) as Coupon
    must(expireAt > world.clock.now(), 'its time is over.')
    const { customerId } = world.transition('coupons', id, 'return', { usedByOrderId: undefined, balance: faceValue })
    world.emit({ type: 'coupon.returned', couponId: id, customerId, orderId: usedByOrderId })
  },
}

const end =
  (event: EventOf<'certificates'>, type: 'certificate.issued' | 'certificate.cancelled'): StateChange =>
  ({ world }, id) => {
    const { customerId, orderId } = world.transition('certificates', id, event)
    world.emit({ type, certificateId: id, customerId, orderId })
  }

/** Certificates. Unsubscribing one goes through billing. */
export const certificateMoves: StateChanges<'certificates'> = {
  issue: end('issue', 'certificate.issued'),
  cancel: end('cancel', 'certificate.cancelled'),
  revoke: end('revoke', 'certificate.cancelled'),
  unsubscribe({ world, reach }, id) {
    const resource = resourceOf(world, world.certificates.get(id) as Certificate)
    if (resource?.status === 'in-use') reach('resources', resource.id, 'closed')
    // Closing plans the same change for this moment; whichever runs first makes it.
    if (!world.can('certificates', id, 'unsubscribe')) return
    const { customerId, orderId } = world.transition('certificates', id, 'unsubscribe')
    world.emit({ type: 'certificate.unsubscribed', certificateId: id, customerId, orderId })
  },
}

const call =
  (event: EventOf<'deliveries'>, type?: keyof DeliveryFacts): StateChange =>
  ({ world }, id) => {
    const now = world.clock.now()
    const over = event !== 'retry' && event !== 'restart' && event !== 'release'
    cancelPlans(world, id)
    const changes = { heldByHand: undefined, ...(over ? { endedAt: now, nextAt: undefined } : { endedAt: undefined, nextAt: now }) }
    const delivery = world.transition('deliveries', id, event, event === 'call' ? {} : changes)
    if (type) world.emit(deliveryFact(delivery, type))
    if (!over) world.plan(now, 'delivery.attempt', { deliveryId: id })
  }

/** Calls to sellers, as if they had ended that way. For a real attempt, set `waiting`: it is sent at once. */
export const deliveryMoves: StateChanges<'deliveries'> = {
  call: call('call'),
  succeed: call('succeed', 'delivery.succeeded'),
  hold: call('hold', 'delivery.held'),
  'give-up': call('give-up', 'delivery.given-up'),
  restart: call('restart', 'delivery.restarted'),
  retry: call('retry'),
  release(context, id) {
    must(context.world.deliveries.get(id)?.heldByHand === true, 'nobody held it by hand. Restart it.')
    call('release', 'delivery.released')(context, id)
  },
}

function cancelPlans(world: World, deliveryId: string): void {
  world.unplan({ work: 'delivery.attempt', about: { deliveryId } })
}

function deliveryFact(
  { id, operation, sellerId, orderId, resourceId, licenceId }: Delivery,
  type: keyof DeliveryFacts,
): NewFact<keyof DeliveryFacts> {
  return {
    type,
    deliveryId: id,
    operation,
    sellerId,
    ...(orderId === undefined ? {} : { orderId }),
    ...(resourceId === undefined ? {} : { resourceId }),
    ...(licenceId === undefined ? {} : { licenceId }),
  }
}

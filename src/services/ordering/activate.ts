import type { Licence } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'
import { tell } from './licences.ts'
import { moveSupervision } from './supervise.ts'

/**
 * The seller activates a licence code (S-26). Supervision passes its node by itself once every code of the order is active, and the
 * service begins with the activation, or when the seller says it really did. Test codes need nobody to take them. Tells
 * `licence.activated`.
 *
 * @throws IllegalTransition when the buyer has not taken the code, or it is active already
 */
export function activateLicence(world: World, { id, test }: Licence, effectiveAt = world.clock.now()): Licence {
  const activatedAt = world.clock.now()
  const active = world.transition('licences', id, test ? 'deliver' : 'activate', { activatedAt, effectiveAt })
  tell(world, active, 'licence.activated')
  const { orderId } = active
  if (orderId === undefined || !world.can('supervisions', orderId, 'activate')) return active
  const waiting = [...world.licences.by('order', orderId)].some((licence) => licence.status !== 'active')
  if (!waiting) moveSupervision(world, orderId, 'activate', { by: 'seller', changes: { startedAt: effectiveAt } })
  return active
}

/** The seller's software asked about a code. Tells `licence.heartbeat`. */
export function heartbeat(world: World, { id }: Licence): Licence {
  const seen = world.licences.change(id, { heartbeatAt: world.clock.now() })
  tell(world, seen, 'licence.heartbeat')
  return seen
}

import type { Licence } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { endOf } from '../ordering/periods.ts'
import { isFrozen, moveSupervision } from '../supervision/supervise.ts'
import { tell } from './licences.ts'

/**
 * The seller activates a licence code (S-26). Supervision passes its node by itself once every code of the order is active, and the
 * service begins with the activation, or when the seller says it really did: what was bought is in use from then on, while its order waits
 * for the proof. Test codes need nobody to take them. Tells `licence.activated` and `resource.opened`.
 *
 * @throws IllegalTransition when the buyer has not taken the code, or it is active already
 */
export function activateLicence(world: World, { id, test }: Licence, effectiveAt = world.clock.now()): Licence {
  const activatedAt = world.clock.now()
  const active = world.transition('licences', id, test ? 'deliver' : 'activate', { activatedAt, effectiveAt })
  tell(world, active, 'licence.activated')
  openWhatItIsFor(world, active)
  if (active.orderId !== undefined) passActivation(world, active.orderId)
  return active
}

/** Passes the node of activation once every code of the order is active, unless an appeal freezes the flow: then when it goes on (inferred). */
export function passActivation(world: World, orderId: string): void {
  const supervision = world.supervisions.get(orderId)
  if (!supervision || isFrozen(supervision) || !world.can('supervisions', orderId, 'activate')) return
  const codes = [...world.licences.by('order', orderId)]
  if (codes.some(({ status }) => status !== 'active')) return
  const startedAt = codes.reduce(
    (last, { activatedAt = 0, effectiveAt = 0 }) => (activatedAt >= last.at ? { at: activatedAt, effectiveAt } : last),
    {
      at: 0,
      effectiveAt: 0,
    },
  ).effectiveAt
  moveSupervision(world, orderId, 'activate', { by: 'seller', changes: { startedAt } })
}

function openWhatItIsFor(world: World, { resourceId, orderId, orderLineId, customerId, effectiveAt }: Licence): void {
  const resource = resourceId === undefined ? undefined : world.resources.get(resourceId)
  if (!resource || customerId === undefined || orderId === undefined || !world.can('resources', resource.id, 'open')) return
  const line = world.orders.get(orderId)?.lines.find(({ id }) => id === orderLineId)
  const begin = effectiveAt ?? world.clock.now()
  const expireAt = endOf(begin, line?.periodType, line?.periodNum)
  world.transition('resources', resource.id, 'open', { effectiveAt: begin, expireAt, updatedAt: world.clock.now() })
  world.tell({ type: 'resource.opened', resourceId: resource.id, customerId, orderId, was: resource.status })
}

/** The seller's software asked about a code. Tells `licence.heartbeat`. */
export function heartbeat(world: World, { id }: Licence): Licence {
  const seen = world.licences.change(id, { heartbeatAt: world.clock.now() })
  tell(world, seen, 'licence.heartbeat')
  return seen
}

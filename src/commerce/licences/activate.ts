import type { Licence } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { endOf } from '../ordering/periods.ts'
import { isFrozen, moveSupervision } from '../supervision/supervise.ts'
import { emitLicenceFact } from './licences.ts'

/**
 * Activates a licence code for its seller (S-26). When all codes of the order are active, supervision passes that stage. The service begins
 * with the activation, or at the time the seller states: the resource is in use from then on, while its order waits for the proof. Test
 * codes can be activated without being taken. Records `licence.activated` and `resource.opened`.
 * @throws IllegalTransition when the buyer has not taken the code, or it is already active
 */
export function activateLicence(world: World, { id, test }: Licence, effectiveAt = world.clock.now()): Licence {
  const activatedAt = world.clock.now()
  const active = world.transition('licences', id, test ? 'deliver' : 'activate', { activatedAt, effectiveAt })
  emitLicenceFact(world, active, 'licence.activated')
  openResource(world, active)
  if (active.orderId !== undefined) passActivation(world, active.orderId)
  return active
}

/**
 * Passes the activation stage when all codes of the order are active. While an appeal stops the flow it does nothing; the stage passes when
 * the flow continues (inferred).
 */
export function passActivation(world: World, orderId: string): void {
  const supervision = world.supervisions.get(orderId)
  if (!supervision || isFrozen(supervision) || !world.can('supervisions', orderId, 'activate')) return
  const codes = [...world.licences.where('order', orderId)]
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

function openResource(world: World, { resourceId, orderId, orderLineId, customerId, effectiveAt }: Licence): void {
  const resource = resourceId === undefined ? undefined : world.resources.get(resourceId)
  if (!resource || customerId === undefined || orderId === undefined || !world.can('resources', resource.id, 'open')) return
  const line = world.orders.get(orderId)?.lines.find(({ id }) => id === orderLineId)
  const begin = effectiveAt ?? world.clock.now()
  const expireAt = endOf(begin, line?.periodType, line?.periodNum)
  world.transition('resources', resource.id, 'open', { effectiveAt: begin, expireAt, updatedAt: world.clock.now() })
  world.emit({ type: 'resource.opened', resourceId: resource.id, customerId, orderId, was: resource.status })
}

/** The seller's software queried a code. Records `licence.heartbeat`. */
export function heartbeat(world: World, { id }: Licence): Licence {
  const seen = world.licences.change(id, { heartbeatAt: world.clock.now() })
  emitLicenceFact(world, seen, 'licence.heartbeat')
  return seen
}

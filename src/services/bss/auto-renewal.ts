import { reply } from '../../spec/call.ts'
import type { operations } from '../../spec/generated/bss.ts'
import type { Resource } from '../../world/entities.ts'
import type { Behaviour, Scene } from '../scene.ts'

/** expire_policy: what becomes of a resource at its end. */
export const GRACE = 0
export const TO_ON_DEMAND = 1
const RENEW = 3

/** Switches automatic renewal on; called again it counts anew. */
export const switchAutoRenewalOn: Behaviour<operations['AutoRenewalResources']> = (scene) => {
  const { world, input, caller, fail } = scene
  const resource = mainResource(scene, input.path.resource_id)
  if (resource.status !== 'in-use') fail('CBC.99003602')
  const autoRenewTimes = input.body?.auto_renew_times ?? 0
  world.resources.change(resource.id, { autoRenewTimes, expirePolicy: RENEW, updatedAt: world.clock.now() })
  world.tell({ type: 'resource.auto-renewal-on', resourceId: resource.id, customerId: caller.account.id })
  return reply(204)
}

/** Switches it off: the resource ends unless somebody renews it. */
export const switchAutoRenewalOff: Behaviour<operations['CancelAutoRenewalResources']> = (scene) => {
  const { world, input, caller, fail } = scene
  const resource = mainResource(scene, input.path.resource_id)
  if (resource.autoRenewTimes === undefined) fail('CBC.99003605')
  world.resources.change(resource.id, { autoRenewTimes: undefined, expirePolicy: GRACE, updatedAt: world.clock.now() })
  world.tell({ type: 'resource.auto-renewal-off', resourceId: resource.id, customerId: caller.account.id })
  return reply(204)
}

/** Only a main resource with an end can be renewed by itself; nothing else is there for these two. */
function mainResource({ world, caller, fail }: Pick<Scene, 'world' | 'caller' | 'fail'>, id: string): Resource {
  const resource = world.resources.get(id)
  const own = resource?.customerId === caller.account.id && resource.mainResourceId === undefined && resource.expireAt !== undefined
  return own && resource.status !== 'closed' ? resource : fail('CBC.99003012')
}

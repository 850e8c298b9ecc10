import { switchRenewalOff, switchRenewalOn } from '../../commerce/life/auto-renewal.ts'
import { renewalOffer } from '../../commerce/life/renewal.ts'
import { reply } from '../../spec/call.ts'
import type { operations } from '../../spec/generated/bss.ts'
import type { Resource } from '../../world/entities/entities.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'

/** expire_policy: what happens to a resource at its end. */
export const GRACE = 0
export const TO_ON_DEMAND = 1

/** Switches automatic renewal on. When it is on already, only the members in the request change. */
export const switchAutoRenewalOn: Behaviour<operations['AutoRenewalResources']> = (context) => {
  const { world, input, fail } = context
  const resource = mainResource(context, input.path.resource_id)
  if (resource.status !== 'in-use') fail('CBC.99003602')
  const { auto_renew_times, period_type } = input.body ?? {}
  const period = period_type ? PERIOD[period_type] : undefined
  // A resource cannot be renewed for a period that is not offered; the code is inferred.
  if (period !== undefined && renewalOffer(world, resource, period) === undefined) fail('CBC.0100')
  switchRenewalOn(world, resource, { times: auto_renew_times, period })
  return reply(204)
}

const PERIOD = { MONTH: 'month', YEAR: 'year' } as const

/** Switches automatic renewal off. */
export const switchAutoRenewalOff: Behaviour<operations['CancelAutoRenewalResources']> = (context) => {
  const { world, input, fail } = context
  const resource = mainResource(context, input.path.resource_id)
  if (resource.autoRenewTimes === undefined) fail('CBC.99003605')
  switchRenewalOff(world, resource)
  return reply(204)
}

/** The main resource for an id: the resource itself, or the one it is attached to. Resources without an end count as unknown here. */
function mainResource({ world, caller, fail }: Pick<BehaviourContext, 'world' | 'caller' | 'fail'>, id: string): Resource {
  const named = world.resources.get(id)
  const resource = named?.mainResourceId === undefined ? named : world.resources.get(named.mainResourceId)
  const own = resource?.customerId === caller.account.id && resource.expireAt !== undefined
  return own && resource.status !== 'closed' && named?.status !== 'closed' ? resource : fail('CBC.99003012')
}

import { switchRenewalOff, switchRenewalOn } from '../../commerce/life/auto-renewal.ts'
import { renewalOffer } from '../../commerce/life/renewal.ts'
import { reply } from '../../spec/call.ts'
import type { operations } from '../../spec/generated/bss.ts'
import type { Resource } from '../../world/entities/entities.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'

/** expire_policy: what becomes of a resource at its end. */
export const GRACE = 0
export const TO_ON_DEMAND = 1

/** Switches automatic renewal on. When it is on already, only what the request names is changed. */
export const switchAutoRenewalOn: Behaviour<operations['AutoRenewalResources']> = (context) => {
  const { world, input, fail } = context
  const resource = mainResource(context, input.path.resource_id)
  if (resource.status !== 'in-use') fail('CBC.99003602')
  const { auto_renew_times, period_type } = input.body ?? {}
  const period = period_type ? PERIOD[period_type] : undefined
  // What the resource is not sold for cannot be renewed for; the code is inferred.
  if (period !== undefined && renewalOffer(world, resource, period) === undefined) fail('CBC.0100')
  switchRenewalOn(world, resource, { times: auto_renew_times, period })
  return reply(204)
}

const PERIOD = { MONTH: 'month', YEAR: 'year' } as const

/** Switches it off: the resource ends unless somebody renews it. */
export const switchAutoRenewalOff: Behaviour<operations['CancelAutoRenewalResources']> = (context) => {
  const { world, input, fail } = context
  const resource = mainResource(context, input.path.resource_id)
  if (resource.autoRenewTimes === undefined) fail('CBC.99003605')
  switchRenewalOff(world, resource)
  return reply(204)
}

/** The main resource that an id leads to: its own, or that of what is attached. Only what has an end is there for these two. */
function mainResource({ world, caller, fail }: Pick<BehaviourContext, 'world' | 'caller' | 'fail'>, id: string): Resource {
  const named = world.resources.get(id)
  const resource = named?.mainResourceId === undefined ? named : world.resources.get(named.mainResourceId)
  const own = resource?.customerId === caller.account.id && resource.expireAt !== undefined
  return own && resource.status !== 'closed' && named?.status !== 'closed' ? resource : fail('CBC.99003012')
}

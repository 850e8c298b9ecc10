import { placeRenewal, renewalLine, renewalOffer } from '../../commerce/life/renewal.ts'
import { bundledWith, openOrderOf } from '../../commerce/ordering/resources.ts'
import type { operations } from '../../spec/generated/bss.ts'
import { addPeriod } from '../../world/engine/calendar.ts'
import type { OrderStatus, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'

type Renewal = operations['RenewalResources']

/** Places one renewal order for each main resource (the vendor's grouping is inferred), and pays it on request. */
export const renewResources: Behaviour<Renewal> = (context) => {
  const { world, input, fail, refuse } = context
  const { resource_ids, period_num, is_auto_pay, expire_policy } = input.body
  if ((expire_policy ?? undefined) === undefined && world.setting('bss.renewExpirePolicy') === 'required') {
    refuse('missing', '/body/expire_policy', 'an expire policy', 'nothing')
  }
  if (new Set(resource_ids).size < resource_ids.length) refuse('malformed', '/body/resource_ids', 'each resource once', 'one of them twice')
  const periodType = input.body.period_type === 3 ? 'year' : 'month'
  if (periodType === 'year' && period_num > 3) fail('CBC.99000092')
  const renewals = resource_ids.map((id) => {
    const resource = renewable(context, id)
    const offer = renewalOffer(world, resource, periodType) ?? fail('CBC.30010069')
    const { expireAt } = renewalLine(world, resource, {
      product: offer,
      productId: offer.id,
      quantity: 1,
      periodType,
      periodNum: period_num,
    })
    if (reachesTooFar(world, expireAt)) fail('CBC.99003154')
    return { resource, offer }
  })
  const order_ids = renewals.map(({ resource, offer }) => {
    const order = placeRenewal(world, { main: resource, offer, periodType, periodNum: period_num }, { autoPay: is_auto_pay === 1 })
    // Whether the vendor keeps the unpaid order is not published; here a refusal leaves no order (inferred).
    if (is_auto_pay === 1 && order.status === 'pending-payment') fail('CBC.30050006')
    return order.id
  })
  return { order_ids }
}

/** The vendor's limit on the end of a resource is not published: there is none unless `bss.longestDuration` sets one. */
function reachesTooFar(world: World, end: number | undefined): boolean {
  const now = world.clock.now()
  const longest = addPeriod(now, world.setting('bss.longestDuration'), 'shanghai')
  return longest > now && end !== undefined && end > longest
}

function renewable({ world, caller, input, fail }: BehaviourContext<Renewal>, id: string): Resource {
  const resource = world.resources.get(id)
  if (!resource || resource.customerId !== caller.account.id || resource.status === 'closed') return fail('CBC.99003016')
  if (resource.mainResourceId !== undefined) return fail('CBC.30010036')
  const open = openOrderOf(world, id)
  if (open) return fail(UNPAID.includes(open.status) ? 'CBC.99003100' : 'CBC.99003144')
  if (bundledWith(world, resource).some((other) => !input.body.resource_ids.includes(other.id))) return fail('CBC.99003634')
  return resource
}

/** States of an order that is not paid yet. */
export const UNPAID: readonly OrderStatus[] = ['initialised', 'to-review', 'to-approve', 'to-confirm', 'pending-payment']

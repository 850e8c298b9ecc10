import { bundledWith, openOrderOf, withAttached } from '../../commerce/ordering/resources.ts'
import { renewalsAhead, unsubscribe } from '../../commerce/refunds/unsubscribe.ts'
import type { operations } from '../../spec/generated/bss.ts'
import type { Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'
import { UNPAID } from './renew.ts'

type Unsubscription = operations['CancelResourcesSubscription']

/** Unsubscribes resources, with one order for each (the vendor's grouping is inferred). */
export const cancelResourcesSubscription: Behaviour<Unsubscription> = (context) => {
  const { world, input, refuse } = context
  const { resource_ids, unsubscribe_type: type, unsubscribe_reason_type, unsubscribe_reason } = input.body
  if (new Set(resource_ids).size < resource_ids.length) refuse('malformed', '/body/resource_ids', 'each resource once', 'one of them twice')
  const how = {
    type,
    ...(unsubscribe_reason_type === undefined ? {} : { reasonType: unsubscribe_reason_type }),
    ...(unsubscribe_reason === undefined ? {} : { reason: unsubscribe_reason }),
  }
  const resources = resource_ids.map((id) => returnable(context, id))
  return { order_ids: resources.map((resource) => unsubscribe(world, resource, how).id) }
}

/** Refusals by kind of product. */
const UNRETURNABLE = { package: 'CBC.99003647', 'savings-plan': 'CBC.30000053', 'devcloud-package': 'CBC.99003652' } as const

const isAddOn = (world: World, { productId }: Resource) => world.products.get(productId)?.unreturnable === 'bandwidth-add-on'

function returnable({ world, caller, input, fail }: BehaviourContext<Unsubscription>, id: string): Resource {
  const resource = world.resources.get(id)
  if (!resource || resource.customerId !== caller.account.id) return fail('CBC.99003012')
  if (resource.status === 'closed') return fail('CBC.30000067')
  // Attached resources are unsubscribed with their main resource.
  if (resource.mainResourceId !== undefined) return fail('CBC.99003185')
  if (bundledWith(world, resource).some((other) => !input.body.resource_ids.includes(other.id))) return fail('CBC.99003185')
  const product = world.products.get(resource.productId)
  if (product?.sellerId !== undefined) return fail('CBC.99003650')
  if (product?.unreturnable !== undefined && product.unreturnable !== 'bandwidth-add-on') return fail(UNRETURNABLE[product.unreturnable])
  if (world.orders.get(resource.orderId)?.type === 'trial') return fail('CBC.99003649')
  if (resource.status === 'frozen') return fail('CBC.99003656')
  if (world.orders.get(resource.orderId)?.invoiced === true) return fail('CBC.99003643')
  const open = openOrderOf(world, id)
  if (open) return fail(UNPAID.includes(open.status) ? 'CBC.99003100' : 'CBC.99003651')
  // Pay-per-use resources are not managed by this operation.
  if (resource.expireAt === undefined) return fail('CBC.30000067')
  if (input.body.unsubscribe_type === 2) {
    const addOn = withAttached(world, id).some((one) => one.status !== 'closed' && isAddOn(world, one))
    if (addOn) return fail('CBC.99003654')
    if (renewalsAhead(world, resource).length === 0) return fail('CBC.99003128')
  }
  return resource
}

import type { Order, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { CheckContext } from '../behaviour.ts'

/** Service types of the marketplace; orders of other services are not accepted here. */
export function* marketplaceTypes(world: World): Generator<string> {
  for (const { id, marketplace } of world.serviceTypes.all()) if (marketplace) yield id
}

/**
 * A marketplace order of the caller. An unknown order is a wrong parameter, another account's order lacks permission (codes documented,
 * causes inferred).
 */
export function ownOrder({ world, caller, fail }: CheckContext, id: string): Order {
  const order = world.orders.get(id)
  if (!order || world.serviceTypes.get(order.serviceType)?.marketplace !== true) return fail('400')
  return order.customerId === caller.account.id ? order : fail('401')
}

/** A marketplace resource of the caller, with the same errors. */
export function ownResource({ world, caller, fail }: CheckContext, id: string): Resource {
  const resource = world.resources.get(id)
  if (!resource || world.products.get(resource.productId)?.sellerId === undefined) return fail('400')
  return resource.customerId === caller.account.id ? resource : fail('401')
}

/** The success members of these calls. The value of error_code is not published. */
export const SUCCESS = { error_msg: 'success' } as const

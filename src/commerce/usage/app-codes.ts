import type { Product, Resource, SellerKey } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'

/** Creates another AppCode for a resource. Records `app-code.created`. */
export function createAppCode(world: World, { id: resourceId, customerId }: Resource): SellerKey {
  const code = world.ids.uuid('app-codes').replaceAll('-', '')
  const key = world.sellerKeys.put({ id: code, accountId: customerId, use: 'appcode', secret: code, resourceId })
  world.emit({ type: 'app-code.created', resourceId, customerId })
  return key
}

/** The API of a product: a package of calls belongs to its pay-per-use product. */
export const apiOf = ({ id, packageOf }: Product): string => packageOf ?? id

/** Whether a product is called through the marketplace's gateway. */
export const isCalled = ({ kind }: Pick<Product, 'kind'>): boolean => kind === 'api' || kind === 'agents-gateway'

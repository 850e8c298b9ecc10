import type { Product, Resource, SellerKey } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'

/** Gives what was bought another AppCode. Tells `app-code.created`. */
export function createAppCode(world: World, { id: resourceId, customerId }: Resource): SellerKey {
  const code = world.ids.uuid('app-codes').replaceAll('-', '')
  const key = world.sellerKeys.put({ id: code, accountId: customerId, use: 'appcode', secret: code, resourceId })
  world.tell({ type: 'app-code.created', resourceId, customerId })
  return key
}

/** The API that a product is about: packages of calls are for the pay-per-use product that they belong to. */
export const apiOf = ({ id, packageOf }: Product): string => packageOf ?? id

/** Kinds of product that are called through the marketplace's gateway. */
export const isCalled = ({ kind }: Pick<Product, 'kind'>): boolean => kind === 'api' || kind === 'agents-gateway'

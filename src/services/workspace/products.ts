import type { Product } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { BehaviourContext } from '../behaviour.ts'

/** The service type of Workspace in the billing interfaces. */
export const WORKSPACE_SERVICE = 'hws.service.type.vdi'

/** Resource types of Workspace products by kind (inferred: no list of types is public). */
const RESOURCE_TYPE = {
  desktop: 'hws.resource.type.workspace.desktop',
  disk: 'hws.resource.type.volume',
  bandwidth: 'hws.resource.type.bandwidth',
  sharer: 'hws.resource.type.workspace.sharer',
  package: 'hws.resource.type.workspace.package',
} as const
export type ProductKind = keyof typeof RESOURCE_TYPE

/** The context that the checks of this service need. */
export type Refusing = Pick<BehaviourContext, 'world' | 'refuse'>

/** The documented refusal of a request that names something unknown. Its number is not known. */
export const NOT_POSSIBLE = 'WKS.XXXX:400'

/** The product with exactly that id, SKU or specification, if the world sells it as that kind. */
export function findProduct(world: World, kind: ProductKind, name: string): Product | undefined {
  return sold(world, kind).find(({ id, skuCode, resourceSpec }) => [id, skuCode, resourceSpec].includes(name))
}

/** The product that a request names. Refuses an unknown name, or one of another kind of product, without choosing another product. */
export function productNamed({ world, refuse }: Refusing, kind: ProductKind, pointer: string, name: string): Product {
  const found = findProduct(world, kind, name)
  if (found) return found
  const names = sold(world, kind).map(({ id, skuCode }) => skuCode || id)
  const expected = names.length === 0 ? `a ${kind} product (this world sells none)` : `a ${kind} product: ${names.slice(0, 8).join(', ')}`
  return refuse('malformed', pointer, expected, name, NOT_POSSIBLE)
}

function sold(world: World, kind: ProductKind): Product[] {
  return [...world.products.where('serviceType', WORKSPACE_SERVICE)].filter(({ resourceType }) => resourceType === RESOURCE_TYPE[kind])
}

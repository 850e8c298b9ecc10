import type { Product } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { BehaviourContext } from '../behaviour.ts'

/** The service type under which the billing interfaces know Workspace. */
export const WORKSPACE_SERVICE = 'hws.service.type.vdi'

/** What the office sells; each kind is one type of resource (inferred: no list of types is public). */
const RESOURCE_TYPE = {
  desktop: 'hws.resource.type.workspace.desktop',
  disk: 'hws.resource.type.volume',
  bandwidth: 'hws.resource.type.bandwidth',
  sharer: 'hws.resource.type.workspace.sharer',
  package: 'hws.resource.type.workspace.package',
} as const
export type ProductKind = keyof typeof RESOURCE_TYPE

/** What the checks of this service refuse with. */
export type Refusing = Pick<BehaviourContext, 'world' | 'refuse'>

/** The documented refusal of a request that names something which is not there; its number is unknown. */
export const NOT_POSSIBLE = 'WKS.XXXX:400'

/** The product of exactly that id, SKU or specification, if the world sells it as that kind. */
export function findProduct(world: World, kind: ProductKind, name: string): Product | undefined {
  return sold(world, kind).find(({ id, skuCode, resourceSpec }) => [id, skuCode, resourceSpec].includes(name))
}

/**
 * The product that a request names. A name that nothing has, or that a product of another kind has, is refused by name: nothing else
 * stands in for it.
 */
export function productNamed({ world, refuse }: Refusing, kind: ProductKind, pointer: string, name: string): Product {
  const found = findProduct(world, kind, name)
  if (found) return found
  const names = sold(world, kind).map(({ id, skuCode }) => skuCode || id)
  const expected = names.length === 0 ? `a ${kind} product (this world sells none)` : `a ${kind} product: ${names.slice(0, 8).join(', ')}`
  return refuse('malformed', pointer, expected, name, NOT_POSSIBLE)
}

function sold(world: World, kind: ProductKind): Product[] {
  return [...world.products.by('serviceType', WORKSPACE_SERVICE)].filter(({ resourceType }) => resourceType === RESOURCE_TYPE[kind])
}

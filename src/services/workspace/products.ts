import type { Product } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'

/** The service type under which the billing interfaces know Workspace. */
export const WORKSPACE_SERVICE = 'hws.service.type.vdi'

/** The product of exactly that id, SKU or specification. */
export function productNamed(world: World, name: string): Product | undefined {
  const byId = world.products.get(name)
  if (byId?.serviceType === WORKSPACE_SERVICE) return byId
  return [...world.products.by('serviceType', WORKSPACE_SERVICE)].find(
    ({ skuCode, resourceSpec }) => skuCode === name || resourceSpec === name,
  )
}

/** As `productNamed`; where there is none the first product of the service stands in (inferred: no list of products is public). */
export function productFor(world: World, name: string): Product | undefined {
  return productNamed(world, name) ?? world.products.by('serviceType', WORKSPACE_SERVICE).first()
}

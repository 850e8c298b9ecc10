import type { operations } from '../../spec/generated/bss.ts'
import type { Product } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour } from '../behaviour.ts'

/** A page of the resource types of the vendor's own services. Names are kept in one language (inferred). */
export const listResourceTypes: Behaviour<operations['ListResourceTypes']> = ({ world, input }) => {
  const { offset = 0, limit = 10 } = input.query
  const found = kindsOf(world)
  const page = found.slice(offset, offset + limit)
  return {
    total_count: found.length,
    resource_types: page.map(({ resourceType, resourceTypeName, serviceType }) => ({
      resource_type_code: resourceType,
      resource_type_name: resourceTypeName,
      resource_type_desc: resourceTypeName,
      service_type_code: serviceType,
    })),
  }
}

/** The resource types of one service; none for unknown services and for KooGallery's. */
export const listServiceResources: Behaviour<operations['ListServiceResources']> = ({ world, input }) => {
  const { service_type_code, offset = 0, limit = 10 } = input.query
  const found = kindsOf(world).filter(({ serviceType }) => serviceType === service_type_code)
  return {
    total_count: found.length,
    infos: found.slice(offset, offset + limit).map(({ resourceType, resourceTypeName: name, serviceType }) => ({
      basic_info: { resource_type_code: resourceType, product_owner_service: serviceType, name, description: name },
    })),
  }
}

/** One product for each resource type of each service, ordered by their codes. */
function kindsOf(world: World): Product[] {
  const kinds = new Map<string, Product>()
  for (const product of world.products.all()) {
    if (product.sellerId !== undefined || world.serviceTypes.get(product.serviceType)?.marketplace) continue
    const key = `${product.serviceType}|${product.resourceType}`
    if (!kinds.has(key)) kinds.set(key, product)
  }
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, product]) => product)
}

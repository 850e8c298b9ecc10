import type { Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'

/** Maximum number of packages of the same property in one purchase (koogallery.md 10.3). */
export const PACKAGES_AT_ONCE = 30

/** The quantity of a resource: that of the last order that set it. */
export function quantityOf(world: World, resource: Resource): number {
  for (const order of world.orders.where('resource', resource.id).reversed()) {
    if (order.status !== 'completed' || !['new', 'change', 'gift', 'to-commercial', 'to-period'].includes(order.type)) continue
    const line = order.lines.find((one) => one.resourceIds.includes(resource.id))
    if (line) return line.quantity
  }
  return 1
}

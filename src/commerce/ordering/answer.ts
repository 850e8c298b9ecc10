import type { Order, ProductKind, SellerInstance } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { createAppCode } from '../usage/app-codes.ts'

/** Kinds of product whose buyers use an instance of the seller. */
const HAS_INSTANCE: readonly ProductKind[] = ['saas', 'api', 'agents-gateway']

/** Stores what the seller answered to newInstance or queryInstance in a resource. Records `resource.answered`. */
export function answerFor(world: World, resourceId: string, orderId: string, instance: Omit<SellerInstance, 'answeredAt'>): void {
  const now = world.clock.now()
  const { customerId } = world.resources.change(resourceId, { instance: { ...instance, answeredAt: now }, updatedAt: now })
  world.emit({ type: 'resource.answered', resourceId, customerId, orderId })
}

/**
 * Gives the resources of a completed order an instance when their seller has no production address: an id in the form of the vendor's
 * example, and an address that leads nowhere (RFC 2606). Buyers of an API product get an AppCode (S-28). Resources that a seller answered
 * for stay unchanged.
 */
export function answerByItself(world: World, order: Order): void {
  for (const line of order.lines) {
    const product = world.products.get(line.productId)
    if (!product || product.sellerId === undefined || !HAS_INSTANCE.includes(product.kind)) continue
    for (const resourceId of line.resourceIds) {
      const resource = world.resources.get(resourceId)
      if (!resource || resource.instance || resource.orderId !== order.id || resource.status !== 'in-use') continue
      const id = world.ids.uuid('seller-instances')
      if (product.kind === 'saas')
        answerFor(world, resourceId, order.id, { id, frontEndUrl: `https://${id.slice(0, 8)}.saas.example.com/` })
      else {
        answerFor(world, resourceId, order.id, { id })
        createAppCode(world, resource)
      }
    }
  }
}

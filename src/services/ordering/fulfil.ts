import type { Order } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'
import { afterSetting } from './periods.ts'

/**
 * Sets the delivery of a paid order going. What the vendor opens itself completes after `bss.provisioningDelay`; what a seller opens
 * waits for the seller's answer when the product has a production address, and completes by itself when it has none.
 */
export function fulfil(world: World, order: Order): void {
  if (order.lines.some((line) => sellerOpens(world, line.productId))) return
  world.plan(afterSetting(world, 'bss.provisioningDelay'), 'order.complete', { orderId: order.id })
}

/** True for a product whose seller has a basic interface for it, its own or one for all products. */
export function sellerOpens(world: World, productId: string): boolean {
  const product = world.products.get(productId)
  if (product?.sellerId === undefined || product.kind !== 'saas' || product.delivery === 'implemented') return false
  return [...world.addresses.by('use', `${product.sellerId}|basic`)].some((address) => (address.productId ?? productId) === productId)
}

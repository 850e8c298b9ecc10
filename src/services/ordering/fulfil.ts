import type { Order, OrderType } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'
import { afterSetting } from './periods.ts'
import { openSupervision } from './supervise.ts'

/** Orders that bring something new; a renewal of what was supervised opens no supervision of its own (koogallery.md 14). */
const BRINGS_NEW: readonly OrderType[] = ['new', 'trial', 'gift']

/**
 * Sets the delivery of a paid order going. What people deliver comes under supervision (S-37); what the vendor opens itself completes
 * after `bss.provisioningDelay`; what a seller opens waits for the seller's answer when the product has a production address, and
 * completes by itself when it has none.
 */
export function fulfil(world: World, order: Order): void {
  if (BRINGS_NEW.includes(order.type)) {
    placeOnServers(world, order)
    if (openSupervision(world, order)) return
    if (order.lines.some((line) => sellerOpens(world, line.productId))) return
  }
  world.plan(afterSetting(world, 'bss.provisioningDelay'), 'order.complete', { orderId: order.id })
}

/** True for a product whose seller has a basic interface for it, its own or one for all products. */
export function sellerOpens(world: World, productId: string): boolean {
  const product = world.products.get(productId)
  if (product?.sellerId === undefined || product.kind !== 'saas' || product.delivery === 'implemented') return false
  return [...world.addresses.by('use', `${product.sellerId}|basic`)].some((address) => (address.productId ?? productId) === productId)
}

/** The extended parameter of an image's order line that names the server it was bought for (S-44). */
export const SERVER_PARAMETER = 'serverId'

function placeOnServers(world: World, order: Order): void {
  for (const line of order.lines) {
    const serverId = line.extendParams?.find(({ name }) => name === SERVER_PARAMETER)?.value
    if (serverId === undefined || !world.resources.has(serverId)) continue
    for (const id of line.resourceIds) if (world.resources.get(id)?.status === 'creating') world.resources.change(id, { serverId })
  }
}

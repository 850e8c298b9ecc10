import type { Order, OrderLine, OrderType } from '../../world/entities/entities.ts'
import { sellerAddress } from '../../world/entities/seller-address.ts'
import type { World } from '../../world/world-api.ts'
import { openSupervision } from '../supervision/supervise.ts'
import { afterSetting } from './periods.ts'

/** Orders that create resources. A renewal of a supervised product opens no supervision (koogallery.md 14). */
const CREATES: readonly OrderType[] = ['new', 'trial', 'gift']

const CREATES_OR_CHANGES: readonly OrderType[] = [...CREATES, 'change']

/** Orders that the seller answers before they take effect: refreshInstance, upgradeInstance (koogallery.md 3.3, 3.6). */
const ANSWERED_FIRST: readonly OrderType[] = ['renewal', 'to-commercial', 'change']

/**
 * Starts the delivery of a paid order. Products delivered by people are supervised (S-37). Products of the vendor complete after
 * `bss.provisioningDelay`. Products opened by a seller wait for the seller's answer when there is a production address, and complete by
 * themselves otherwise.
 */
export function fulfil(world: World, order: Order): void {
  if (CREATES.includes(order.type)) {
    placeOnServers(world, order)
    if (openSupervision(world, order)) return
  }
  if (order.lines.some((line) => waitsForSeller(world, order, line))) return
  // The vendor's own hardware is shipped without supervision (inferred); the order continues when it is shipped.
  if (CREATES_OR_CHANGES.includes(order.type) && order.lines.some((line) => isOwnHardware(world, line))) {
    world.transition('orders', order.id, 'prepare')
    return
  }
  world.plan(afterSetting(world, 'bss.provisioningDelay'), 'order.complete', { orderId: order.id })
}

const isOwnHardware = (world: World, { productId }: OrderLine) => {
  const product = world.products.get(productId)
  return product?.kind === 'hardware' && product.sellerId === undefined
}

/** Orders about existing resources wait only when the seller knows the instance. */
function waitsForSeller(world: World, order: Order, { productId, resourceIds }: OrderLine): boolean {
  if (!sellerOpens(world, productId)) return false
  if (CREATES.includes(order.type)) return true
  return ANSWERED_FIRST.includes(order.type) && resourceIds.some((id) => world.resources.get(id)?.instance !== undefined)
}

/** Whether the product's seller has a basic interface for it: for this product or for all products. */
export function sellerOpens(world: World, productId: string): boolean {
  const product = world.products.get(productId)
  if (product?.sellerId === undefined || product.kind !== 'saas' || product.delivery === 'implemented') return false
  return sellerAddress(world, product.sellerId, 'basic', productId) !== undefined && hasKey(world, product.sellerId)
}

const hasKey = (world: World, sellerId: string) => world.sellerKeys.where('use', `${sellerId}|basic`).first() !== undefined

/** The extended parameter of an image's order line that names its server (S-44). */
export const SERVER_PARAMETER = 'serverId'

function placeOnServers(world: World, order: Order): void {
  for (const line of order.lines) {
    const serverId = line.extendParams?.find(({ name }) => name === SERVER_PARAMETER)?.value
    if (serverId === undefined || !world.resources.has(serverId)) continue
    for (const id of line.resourceIds) if (world.resources.get(id)?.status === 'creating') world.resources.change(id, { serverId })
  }
}

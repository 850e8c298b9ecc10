import type { InterfaceUse, Product, SellerAddress, SellerKey } from '../world/entities/entities.ts'
import { sellerAddress } from '../world/entities/seller-address.ts'
import type { World } from '../world/world-api.ts'

/**
 * The address that serves one kind of interface for a product, or for all products of a seller. Basic interfaces and those of the kit are
 * configured with the same address (koogallery.md 5), so the kit falls back on it.
 */
export function addressFor(world: World, sellerId: string, use: InterfaceUse, productId?: string): SellerAddress | undefined {
  return sellerAddress(world, sellerId, use, productId) ?? (use === 'kit' ? sellerAddress(world, sellerId, 'basic', productId) : undefined)
}

/** Calls of licences 1.0, with identification codes. */
const LICENCE_1 = /^production-v1\.\w+License$/

/**
 * The kind of interface whose address and key serve a call. Licences 1.0 are served at the address of the basic interfaces, or at one
 * of the licence interfaces of the first edition where a seller has set one up.
 */
export function usedFor(world: World, operation: string, use: InterfaceUse, product: Product | undefined): InterfaceUse {
  if (!LICENCE_1.test(operation) || product?.sellerId === undefined) return use
  return sellerAddress(world, product.sellerId, 'licence', product.id)?.version === 1 ? 'licence' : use
}

/** The seller's key for one kind of interface; each kind has its own. */
export function keyFor(world: World, sellerId: string, use: InterfaceUse): SellerKey | undefined {
  return world.sellerKeys.where('use', `${sellerId}|${use}`).first()
}

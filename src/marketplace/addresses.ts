import type { Operation } from '../spec/operation.ts'
import type { InterfaceUse, SellerAddress, SellerKey } from '../world/entities.ts'
import { sellerAddress } from '../world/seller-address.ts'
import type { World } from '../world/world.ts'

export type { InterfaceUse }

/** Which kind of interface a call belongs to: each kind has its own key. */
export function useOf({ doc: { 'x-key': use } }: Pick<Operation, 'doc'>): InterfaceUse {
  return use === 'kit' || use === 'licence' || use === 'notification' ? use : 'basic'
}

/**
 * The address that serves one kind of interface for a product, or for all of a seller's. Basic interfaces and those of the kit are
 * configured with the same address (koogallery.md 5), so the kit falls back on it.
 */
export function addressFor(world: World, sellerId: string, use: InterfaceUse, productId?: string): SellerAddress | undefined {
  return sellerAddress(world, sellerId, use, productId) ?? (use === 'kit' ? sellerAddress(world, sellerId, 'basic', productId) : undefined)
}

/** The seller's key for one kind of interface; each kind has its own. */
export function keyFor(world: World, sellerId: string, use: InterfaceUse): SellerKey | undefined {
  return world.sellerKeys.by('use', `${sellerId}|${use}`).first()
}

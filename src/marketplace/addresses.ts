import type { InterfaceUse, Product, SellerAddress, SellerKey } from '../world/entities.ts'
import type { World } from '../world/world.ts'

/** The address that serves a product: its own before the seller's for all products. */
export function addressFor(world: World, product: Product, use: InterfaceUse): SellerAddress | undefined {
  const all = [...world.addresses.by('use', `${product.sellerId}|${use}`)]
  return all.find((address) => address.productId === product.id) ?? all.find((address) => address.productId === undefined)
}

/**
 * Where orders of a product are notified (S-15 to S-17): the address bound to the product, before the one bound to its access type.
 * One address at most, so that nobody hears of an order twice; only debugged ones; none for images.
 */
export function notifiedAddress(world: World, product: Product): SellerAddress | undefined {
  if (product.kind === 'image') return undefined
  const own = world.notifications.by('product', product.id).first()
  const byKind = world.notifications.by('accessType', `${product.sellerId}|${product.kind}`).first()
  const address = world.addresses.get((own ?? byKind)?.addressId ?? '')
  return address?.debuggedAt === undefined ? undefined : address
}

/** The seller's key for one kind of interface; each kind has its own. */
export function keyFor(world: World, sellerId: string, use: InterfaceUse): SellerKey | undefined {
  return world.sellerKeys.by('use', `${sellerId}|${use}`).first()
}

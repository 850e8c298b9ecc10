import type { InterfaceUse, Order, OrderType, SellerAddress } from './entities.ts'
import type { World } from './world.ts'

/** What bound an order's notification: its product, or the access type of its product. */
export interface NotifiedAddress {
  readonly address: SellerAddress
  readonly by: 'product' | 'access-type'
}

/** Orders that are told to sellers: purchase, renewal, change, unsubscription (S-16). Others are named nowhere. */
const NOTIFIED: readonly OrderType[] = ['new', 'renewal', 'change', 'unsubscribe']

/** The address of one interface for a product: its own, else the one for all products of its seller (koogallery.md 1). */
export function sellerAddress(world: World, sellerId: string, use: InterfaceUse, productId?: string): SellerAddress | undefined {
  const addresses = [...world.addresses.by('use', `${sellerId}|${use}`)]
  return addresses.find((address) => address.productId === productId) ?? addresses.find((address) => address.productId === undefined)
}

/**
 * Where an order is told to when it comes about: the address of its product beats that of its access type, and an order in both
 * scopes has one address all the same (S-15, S-17). Undefined when nobody asked to be told, or for orders of other types.
 */
export function notifiedAddress(world: World, order: Pick<Order, 'type' | 'lines'>): NotifiedAddress | undefined {
  if (!NOTIFIED.includes(order.type)) return undefined
  const products = order.lines.flatMap((line) => world.products.get(line.productId) ?? [])
  for (const { id } of products) {
    const rule = world.notifications.by('product', id).first()
    const address = rule && world.addresses.get(rule.addressId)
    if (address) return { address, by: 'product' }
  }
  for (const { sellerId, kind } of products) {
    const rule = sellerId === undefined ? undefined : world.notifications.by('accessType', `${sellerId}|${kind}`).first()
    const address = rule && world.addresses.get(rule.addressId)
    if (address) return { address, by: 'access-type' }
  }
  return undefined
}

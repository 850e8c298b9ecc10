import type { World } from '../world-api.ts'
import type { InterfaceUse, Notification, Order, OrderType, Product, SellerAddress } from './entities.ts'
import { offeringsOf, sameGoods } from './goods.ts'

/** What bound an order's notification: its product, or the access type of its product. */
export interface NotifiedAddress {
  readonly address: SellerAddress
  readonly by: 'product' | 'access-type'
}

/** Orders that are told to sellers: purchase, renewal, change, unsubscription (S-16). Others are named nowhere. */
const NOTIFIED: readonly OrderType[] = ['new', 'renewal', 'change', 'unsubscribe']

/**
 * The address of one interface for a product: that of its 商品 with all its offerings, else the one for all products of its seller
 * (koogallery.md 1, S-17). An address that names the very offering comes first.
 */
export function sellerAddress(world: World, sellerId: string, use: InterfaceUse, productId?: string): SellerAddress | undefined {
  const addresses = [...world.addresses.by('use', `${sellerId}|${use}`)]
  const product = productId === undefined ? undefined : world.products.get(productId)
  return (
    addresses.find((address) => address.productId === productId) ??
    (product && addresses.find((address) => isForGoods(world, address, product))) ??
    addresses.find((address) => address.productId === undefined)
  )
}

/** Whether an address was set for an offering of the 商品 that a product belongs to. */
export function isForGoods(world: World, { productId }: SellerAddress, product: Product): boolean {
  const set = productId === undefined ? undefined : world.products.get(productId)
  return set !== undefined && sameGoods(set, product)
}

/** The rule that binds the 商品 of a product, whichever of its offerings named it. */
export function ruleOfGoods(world: World, product: Product): Notification | undefined {
  for (const { id } of offeringsOf(world, product)) {
    const rule = world.notifications.by('product', id).first()
    if (rule) return rule
  }
  return undefined
}

/**
 * Where an order is told to when it comes about: the address of its 商品 beats that of its access type, and an order in both scopes
 * has one address all the same (S-15, S-17). An instance that became another 商品 is still told to where its first one is bound.
 * Undefined when nobody asked to be told, or for orders of other types.
 */
export function notifiedAddress(world: World, order: Pick<Order, 'type' | 'lines'>): NotifiedAddress | undefined {
  if (!NOTIFIED.includes(order.type)) return undefined
  const products = productsOf(world, order)
  for (const product of products) {
    const address = world.addresses.get(ruleOfGoods(world, product)?.addressId ?? '')
    if (address) return { address, by: 'product' }
  }
  for (const { sellerId, kind } of products) {
    const rule = sellerId === undefined ? undefined : world.notifications.by('accessType', `${sellerId}|${kind}`).first()
    const address = rule && world.addresses.get(rule.addressId)
    if (address) return { address, by: 'access-type' }
  }
  return undefined
}

/** What an order's instances were bought as, then what the order makes of them. */
function productsOf(world: World, { lines }: Pick<Order, 'lines'>): readonly Product[] {
  const bought = lines.flatMap(({ resourceIds }) => resourceIds.flatMap((id) => boughtAs(world, id) ?? []))
  return [...bought, ...lines.flatMap((line) => world.products.get(line.productId) ?? [])]
}

function boughtAs(world: World, resourceId: string): Product | undefined {
  const resource = world.resources.get(resourceId)
  const order = world.orders.get(resource?.orderId ?? '')
  const line = order?.lines.find(({ id }) => id === resource?.orderLineId)
  return world.products.get(line?.productId ?? '')
}

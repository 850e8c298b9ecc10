import type { World } from '../world-api.ts'
import type { InterfaceUse, Notification, Order, OrderType, Product, SellerAddress } from './entities.ts'
import { offeringsOf, sameGoods } from './goods.ts'

/** The address an order is notified to, and whether its product or the access type of its product selected it. */
export interface NotifiedAddress {
  readonly address: SellerAddress
  readonly by: 'product' | 'access-type'
}

/** Types of order that sellers are notified of: purchase, renewal, change, unsubscription (S-16). No source names others. The table of calls
 * (`specs/production/deliveries.yaml`) leaves this condition to `notifiedAddress`. */
const NOTIFIED: readonly OrderType[] = ['new', 'renewal', 'change', 'unsubscribe']

/**
 * The address of one interface for a product: an address of exactly this offering, else one of its 商品 with all its offerings, else the one
 * for all products of its seller (koogallery.md 1, S-17).
 */
export function sellerAddress(world: World, sellerId: string, use: InterfaceUse, productId?: string): SellerAddress | undefined {
  const addresses = [...world.addresses.where('use', `${sellerId}|${use}`)]
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

/** The notification rule of a product's 商品, whichever of its offerings the rule names. */
export function ruleOfGoods(world: World, product: Product): Notification | undefined {
  for (const { id } of offeringsOf(world, product)) {
    const rule = world.notifications.where('product', id).first()
    if (rule) return rule
  }
  return undefined
}

/**
 * The address that an order is notified to. A rule for its 商品 takes precedence over one for its access type, and an order within both
 * scopes is notified to one address only (S-15, S-17). An instance that was changed to another 商品 is still notified where its first 商品 is
 * bound. Undefined when no rule applies, or for other types of order.
 */
export function notifiedAddress(world: World, order: Pick<Order, 'type' | 'lines'>): NotifiedAddress | undefined {
  if (!NOTIFIED.includes(order.type)) return undefined
  const products = productsOf(world, order)
  for (const product of products) {
    const address = world.addresses.get(ruleOfGoods(world, product)?.addressId ?? '')
    if (address) return { address, by: 'product' }
  }
  for (const { sellerId, kind } of products) {
    const rule = sellerId === undefined ? undefined : world.notifications.where('accessType', `${sellerId}|${kind}`).first()
    const address = rule && world.addresses.get(rule.addressId)
    if (address) return { address, by: 'access-type' }
  }
  return undefined
}

/** First the products that an order's instances were bought as, then the products of the order. */
function productsOf(world: World, { lines }: Pick<Order, 'lines'>): readonly Product[] {
  const bought = lines.flatMap(({ resourceIds }) => resourceIds.flatMap((id) => originalProduct(world, id) ?? []))
  return [...bought, ...lines.flatMap((line) => world.products.get(line.productId) ?? [])]
}

function originalProduct(world: World, resourceId: string): Product | undefined {
  const resource = world.resources.get(resourceId)
  const order = world.orders.get(resource?.orderId ?? '')
  const line = order?.lines.find(({ id }) => id === resource?.orderLineId)
  return world.products.get(line?.productId ?? '')
}

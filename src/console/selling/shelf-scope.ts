import type { Product, SellerRequest } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'

/** What to take off the shelf: a whole product by its name, a specification by its SKU, or one period of it by its id (S-33). */
export type ShelfScope = Pick<SellerRequest, 'productId' | 'skuCode' | 'productName'>

/** The products of a seller within a scope; none for an empty scope. */
export function productsMeant(world: World, sellerId: string, { productId, skuCode, productName }: ShelfScope): readonly Product[] {
  if (productId === undefined && skuCode === undefined && productName === undefined) return []
  return [...world.products.where('seller', sellerId)].filter(
    (product) =>
      (productId ?? product.id) === product.id &&
      (skuCode ?? product.skuCode) === product.skuCode &&
      (productName ?? product.name) === product.name,
  )
}

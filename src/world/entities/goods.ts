import type { World } from '../world-api.ts'
import type { Product } from './entities.ts'

/** Whether two products are offerings of one 商品: the specifications and periods that one seller sells under one name. */
export function sameGoods(one: Pick<Product, 'id' | 'sellerId' | 'name'>, other: Pick<Product, 'id' | 'sellerId' | 'name'>): boolean {
  return one.id === other.id || (one.sellerId !== undefined && one.sellerId === other.sellerId && one.name === other.name)
}

/** All offerings of the 商品 that a product belongs to, the product itself first. Huawei Cloud's own products have no other offerings. */
export function offeringsOf(world: World, product: Product): readonly Product[] {
  if (product.sellerId === undefined) return [product]
  const others = [...world.products.where('seller', product.sellerId)].filter(
    (other) => other.id !== product.id && sameGoods(product, other),
  )
  return [product, ...others]
}

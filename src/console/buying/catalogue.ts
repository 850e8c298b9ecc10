import type { components } from '../../spec/generated/console.ts'
import type { Product } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { accountOf } from '../accounts.ts'
import type { ConsoleBehaviours } from '../console-behaviour.ts'
import { yuan } from '../money.ts'
import { refOf, sellersProducts } from '../subjects.ts'

/** The product list (商品列表). */
export const catalogue: ConsoleBehaviours<'ListProducts'> = {
  ListProducts(context) {
    const { world, input } = context
    const { kind, charging, seller, status = 'on-sale' } = input.query
    const sellerId = seller === undefined ? undefined : accountOf(context, seller).id
    const products = [...sellersProducts(world)].filter(
      (product) =>
        (kind ?? product.kind) === product.kind &&
        (charging ?? product.chargingMode) === product.chargingMode &&
        (sellerId ?? product.sellerId) === product.sellerId &&
        (status === 'all' || status === product.status),
    )
    return { count: products.length, products: products.map((product) => productState(world, product)) }
  },
}

/** A product as the console shows it. */
export function productState(world: World, product: Product): components['schemas']['ProductState'] {
  const { periodType, delivery, needs, stock, sellerId, packageOf, packageSize } = product
  const seller = sellerId === undefined ? undefined : world.accounts.get(sellerId)?.name
  return {
    id: product.id,
    ref: refOf(product),
    skuCode: product.skuCode,
    name: product.name,
    spec: product.specDesc,
    kind: product.kind,
    charging: product.chargingMode,
    ...(periodType === undefined ? {} : { period: periodType }),
    price: yuan(product.price),
    ...(delivery === undefined ? {} : { delivery }),
    status: product.status,
    ...(needs === undefined ? {} : { needs }),
    ...(stock === undefined ? {} : { stock }),
    ...(seller === undefined ? {} : { seller }),
    ...(packageOf === undefined ? {} : { packageOf }),
    ...(packageSize === undefined ? {} : { packageSize }),
  }
}

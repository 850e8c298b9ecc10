import { didYouMean } from '../language/did-you-mean.ts'
import type { Order, Product, Resource } from '../world/entities/entities.ts'
import type { CheckContext } from './console-behaviour.ts'

/** The order with that number, or the refusal `unknown-order`. */
export function orderOf({ world, fail }: CheckContext, id: string): Order {
  return (
    world.orders.get(id) ??
    fail(
      'unknown-order',
      `There is no order "${id}" in world "${world.name}". Run \`koosandbox show orders\`, or send ListOrders, to list them.`,
    )
  )
}

/** The resource with that id, or the refusal `unknown-resource`. */
export function resourceOf({ world, fail }: CheckContext, id: string): Resource {
  return (
    world.resources.get(id) ??
    fail(
      'unknown-resource',
      `There is no resource "${id}" in world "${world.name}". Run \`koosandbox show resources\` to list all, or send ShowOrder for those of an order.`,
    )
  )
}

/** The catalogue name of a product: the part of its specification code after the kind, such as `crm-basic-month`. */
export function refOf(product: Product): string {
  return product.resourceSpec.slice(product.resourceSpec.indexOf('.') + 1)
}

/**
 * The product with that id, catalogue name or skuCode (of several periods the first), or the refusal `unknown-product`. Only sellers'
 * products are searched by name.
 */
export function productOf({ world, fail }: CheckContext, text: string): Product {
  const product = world.products.get(text) ?? named(world, text) ?? world.products.where('sku', text).first()
  if (product) return product
  const known = [...sellersProducts(world)].map(refOf)
  return fail(
    'unknown-product',
    `There is no product "${text}" in world "${world.name}".${didYouMean(text, [...known, ...[...sellersProducts(world)].map(({ id }) => id)])} Run \`koosandbox order buy\`, or send ListProducts, to list them.`,
    {
      documented: known,
    },
  )
}

function named(world: CheckContext['world'], text: string): Product | undefined {
  for (const product of sellersProducts(world)) if (refOf(product) === text || product.resourceSpec === text) return product
  return undefined
}

/** All products of sellers. A catalogue, whose size does not depend on what is bought. */
export function* sellersProducts(world: CheckContext['world']): Generator<Product> {
  for (const seller of world.accounts.where('role', 'seller')) yield* world.products.where('seller', seller.id)
}

import type { Order, Product, Resource } from '../world/entities/entities.ts'
import type { ConsoleContext } from './console-behaviour.ts'

type Asking = Pick<ConsoleContext, 'world' | 'fail'>

/** The order of a number, or the refusal `unknown-order`. */
export function orderOf({ world, fail }: Asking, id: string): Order {
  return (
    world.orders.get(id) ??
    fail('unknown-order', `There is no order "${id}" in world "${world.name}". ListOrders, or \`koosandbox show orders\`, lists them.`)
  )
}

/** The resource of an id, or the refusal `unknown-resource`. */
export function resourceOf({ world, fail }: Asking, id: string): Resource {
  return (
    world.resources.get(id) ??
    fail(
      'unknown-resource',
      `There is no resource "${id}" in world "${world.name}". ShowOrder names those of an order, \`koosandbox show resources\` all.`,
    )
  )
}

/** The name of a product in the catalogue: what its specification code says after its kind, such as `crm-basic-month`. */
export function refOf(product: Product): string {
  return product.resourceSpec.slice(product.resourceSpec.indexOf('.') + 1)
}

/**
 * The product meant by an id, a name of the catalogue or a skuCode (of several periods the first), or the refusal
 * `unknown-product`. Names look through the sellers' products alone.
 */
export function productOf({ world, fail }: Asking, text: string): Product {
  const product = world.products.get(text) ?? named(world, text) ?? world.products.by('sku', text).first()
  if (product) return product
  const known = [...sellersProducts(world)].map(refOf)
  return fail(
    'unknown-product',
    `There is no product "${text}" in world "${world.name}". ListProducts, or \`koosandbox buy\`, lists them.`,
    {
      documented: known,
    },
  )
}

function named(world: Asking['world'], text: string): Product | undefined {
  for (const product of sellersProducts(world)) if (refOf(product) === text || product.resourceSpec === text) return product
  return undefined
}

/** Every product that a seller sells: a catalogue, never a list that grows with what is bought. */
export function* sellersProducts(world: Asking['world']): Generator<Product> {
  for (const seller of world.accounts.by('role', 'seller')) yield* world.products.by('seller', seller.id)
}

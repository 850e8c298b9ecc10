import { didYouMean } from '../../world/engine/world-error.ts'
import type { Account, Product } from '../../world/entities/entities.ts'
import { accountOf } from '../accounts.ts'
import type { CheckContext } from '../console-behaviour.ts'

/** The seller with that id or login name, or the refusals `unknown-account` and `not-a-seller`. */
export function sellerOf(context: CheckContext, text: string): Account {
  const account = accountOf(context, text)
  if (account.role === 'seller') return account
  const sellers = [...context.world.accounts.where('role', 'seller')].map(({ name }) => name)
  return context.fail('not-a-seller', `"${account.name}" is a ${account.role}. Sellers of this world: ${sellers.join(', ') || 'none'}.`)
}

/** A product by its id, or the refusal `unknown-product`. */
export function productOf({ world, fail }: CheckContext, id: string): Product {
  const product = world.products.get(id)
  if (product) return product
  const known = [...world.products.all()].flatMap((one) => (one.sellerId === undefined ? [] : [one.id]))
  return fail('unknown-product', `There is no product "${id}" in world "${world.name}".${didYouMean(id, known)}`)
}

/** A seller's own product by its id, or the refusals `unknown-product` and `not-the-sellers`. */
export function ownProduct(context: CheckContext, seller: Pick<Account, 'id' | 'name'>, id: string): Product {
  const product = productOf(context, id)
  if (product.sellerId === seller.id) return product
  return context.fail('not-the-sellers', `Product ${id} (${product.name}) is not sold by "${seller.name}".`)
}

/** A moment in the console's form. */
export function iso(at: number): string {
  return new Date(at).toISOString()
}

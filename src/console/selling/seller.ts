import type { Account, Product } from '../../world/entities/entities.ts'
import { accountOf } from '../accounts.ts'
import type { CheckContext } from '../console-behaviour.ts'
import { productOf } from '../subjects.ts'

/** The seller with that id or login name, or the refusals `unknown-account` and `not-a-seller`. */
export function sellerOf(context: CheckContext, text: string): Account {
  const account = accountOf(context, text)
  if (account.role === 'seller') return account
  const sellers = [...context.world.accounts.where('role', 'seller')].map(({ name }) => name)
  return context.fail('not-a-seller', `"${account.name}" is a ${account.role}. Sellers of this world: ${sellers.join(', ') || 'none'}.`)
}

/** A seller's own product by its id, catalogue name or skuCode, or the refusals `unknown-product` and `not-the-sellers`. */
export function ownProduct(context: CheckContext, seller: Pick<Account, 'id' | 'name'>, id: string): Product {
  const product = productOf(context, id)
  if (product.sellerId === seller.id) return product
  return context.fail('not-the-sellers', `Product ${id} (${product.name}) is not sold by "${seller.name}".`)
}

/** A moment in the console's form. */
export function iso(at: number): string {
  return new Date(at).toISOString()
}

import type { World } from '../world-api.ts'
import type { Kind } from './entities.ts'

/**
 * The id of an entity by its name: an account by its name or by the role it is printed for, a product by its skuCode or by the part of its
 * specification code after the kind (`crm-basic-month`). Undefined when nothing has that name.
 */
export function byName(world: World, kind: Kind, name: string): string | undefined {
  if (kind === 'accounts') {
    const named = world.accounts.where('name', name).first()
    if (named) return named.id
    for (const account of world.accounts.all()) if (account.print === name) return account.id
  }
  if (kind === 'products') {
    for (const product of world.products.all()) {
      const { resourceSpec } = product
      if (product.sellerId !== undefined && resourceSpec.slice(resourceSpec.indexOf('.') + 1) === name) return product.id
    }
    return world.products.where('sku', name).first()?.id
  }
  return undefined
}

/** The names by which `byName` finds things of a kind, ids too; empty for kinds without names. */
export function namesOf(world: World, kind: Kind): string[] {
  if (kind === 'accounts')
    return [...world.accounts.all()].flatMap(({ id, name, print }) => (print === undefined ? [name, id] : [print, name, id]))
  if (kind !== 'products') return []
  return [...world.products.all()].flatMap(({ id, skuCode, sellerId, resourceSpec }) =>
    sellerId === undefined ? [skuCode, id] : [resourceSpec.slice(resourceSpec.indexOf('.') + 1), skuCode, id],
  )
}

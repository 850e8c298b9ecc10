import type { Product, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { endOf } from '../ordering/periods.ts'

/** A package and its product. */
export interface OwnedPackage {
  readonly resource: Resource
  readonly product: Product
}

/** Packages for a pay-per-use resource: of the same owner, in use, for its product; the earliest end first (koogallery.md 10.3). */
export function packagesOf(world: World, { customerId, productId }: Resource): OwnedPackage[] {
  return [...world.resources.where('customer-status', `${customerId}|in-use`)]
    .flatMap((resource) => {
      const product = world.products.get(resource.productId)
      return product?.packageOf === productId ? [{ resource, product }] : []
    })
    .sort((a, b) => (a.resource.expireAt ?? Number.POSITIVE_INFINITY) - (b.resource.expireAt ?? Number.POSITIVE_INFINITY))
}

/** The package for a pay-per-use resource that a record names, by its seller's instance id or its own resource id. It may have ended. */
export function packageNamed(world: World, { customerId, productId }: Resource, name: string): OwnedPackage | undefined {
  const own = world.resources.get(name)
  for (const resource of [...world.resources.where('seller-instance', name), ...(own ? [own] : [])]) {
    const product = world.products.get(resource.productId)
    if (resource.customerId === customerId && product?.packageOf === productId) return { resource, product }
  }
  return undefined
}

/**
 * Takes as much as a package still holds and returns that amount in ten-thousandths of a unit. A package that is refilled every period is
 * refilled first when a period has passed.
 */
export function deduct(world: World, owned: OwnedPackage, wanted: number): number {
  const { left, used, since } = holding(world, owned)
  const taken = Math.min(wanted, left)
  world.resources.change(owned.resource.id, { packageUsed: (used + taken) / 10_000, packageSince: since })
  return taken
}

/** The present content of a package in ten-thousandths of a unit. */
export function holding(
  world: World,
  { resource, product }: OwnedPackage,
): { readonly left: number; readonly used: number; readonly since: number } {
  const now = world.clock.now()
  let since = resource.packageSince ?? resource.effectiveAt
  let used = Math.round((resource.packageUsed ?? 0) * 10_000)
  for (let next = nextFill(product, since); next !== undefined && next <= now; next = nextFill(product, since)) {
    since = next
    used = 0
  }
  const size = (product.packageSize ?? 0) * 10_000 * quantityOf(world, resource)
  return { left: Math.max(0, size - used), used, since }
}

const nextFill = ({ packageResets }: Product, since: number) => (packageResets === undefined ? undefined : endOf(since, packageResets))

function quantityOf(world: World, { orderId, orderLineId }: Resource): number {
  return world.orders.get(orderId)?.lines.find(({ id }) => id === orderLineId)?.quantity ?? 1
}

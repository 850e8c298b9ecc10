import type { Order, PeriodType, Product, Resource } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'
import { endOf, priceOf } from './periods.ts'
import { type LinePlacement, placeOrder } from './place.ts'
import { withAttached } from './resources.ts'

/** For how long a resource is renewed, and as what. */
export interface RenewalOf {
  readonly main: Resource
  readonly offer: Product
  readonly periodType: PeriodType
  readonly periodNum: number
}

/** What is sold by the month is not sold by the year, unless the same specification is offered so as well. */
export function renewalOffer(world: World, resource: Resource, periodType: PeriodType): Product | undefined {
  const product = world.products.get(resource.productId)
  if (!product || resource.expireAt === undefined) return undefined
  if (product.periodType === periodType) return product
  return [...world.products.by('sku', product.skuCode)].find((other) => other.periodType === periodType)
}

/** Places the order that renews a resource with all that is attached to it, each from its old end on. */
export function placeRenewal(world: World, renewal: RenewalOf, { autoPay = false }: { readonly autoPay?: boolean } = {}): Order {
  const { main, offer } = renewal
  return placeOrder(world, {
    customerId: main.customerId,
    type: 'renewal',
    serviceType: offer.serviceType,
    lines: linesOf(world, renewal),
    baseOrderId: main.orderId,
    autoPay,
    enterpriseProjects: main.enterpriseProject ? [main.enterpriseProject] : (world.orders.get(main.orderId)?.enterpriseProjects ?? []),
  })
}

/** What a renewal costs before anything is taken off, fen. */
export function renewalPrice(world: World, renewal: RenewalOf): number {
  return linesOf(world, renewal).reduce((all, { productId, quantity, periodType, periodNum }) => {
    const product = world.products.get(productId)
    return all + (product ? priceOf(product, quantity, periodType, periodNum) : 0)
  }, 0)
}

function linesOf(world: World, { main, offer, periodType, periodNum }: RenewalOf): LinePlacement[] {
  return withAttached(world, main.id)
    .filter((resource) => resource.status !== 'closed' && resource.expireAt !== undefined)
    .map((resource): LinePlacement => {
      const expireAt = resource.expireAt && endOf(resource.expireAt, periodType, periodNum)
      return {
        productId: resource.id === main.id ? offer.id : resource.productId,
        quantity: 1,
        periodType,
        periodNum,
        resourceIds: [resource.id],
        ...(resource.expireAt === undefined ? {} : { effectiveAt: resource.expireAt }),
        ...(expireAt === undefined ? {} : { expireAt }),
      }
    })
}

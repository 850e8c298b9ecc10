import type { Product, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { apiOf } from './app-codes.ts'
import { planCollection } from './collect.ts'
import { deduct, holding, type OwnedPackage, packagesOf } from './packages.ts'

/** What pays for the calls of an API product. */
export interface Payer {
  /** The resource that usage is recorded for: charged by use, or the package itself. */
  readonly resource: Resource
  readonly product: Product
  /** The package whose AppCode the caller used. */
  readonly named?: Resource
}

/**
 * What pays for a call with the AppCode of a resource: the buyer's pay-per-use resource of the API, whose records packages reduce at the
 * collection; else a package with something left, its own first. Undefined when nothing is left (that such a call is refused is inferred).
 */
export function payerOf(world: World, resource: Resource): Payer | undefined {
  const product = world.products.get(resource.productId)
  if (!product || resource.status !== 'in-use') return undefined
  if (product.chargingMode !== 'on-demand-package') return { resource, product }
  const api = world.products.get(apiOf(product))
  for (const one of world.resources.where('customer-status', `${resource.customerId}|in-use`))
    if (api && one.productId === api.id) return { resource: one, product: api, named: resource }
  const owned = ownFirst(packagesOf(world, { ...resource, productId: apiOf(product) }), resource)
  return owned.find((one) => holding(world, one).left > 0)
}

const ownFirst = (owned: readonly OwnedPackage[], { id }: Resource) => [
  ...owned.filter(({ resource }) => resource.id === id),
  ...owned.filter(({ resource }) => resource.id !== id),
]

/**
 * Records use, in ten-thousandths of a unit, as the gateway counts it: one record per call. Use that is charged waits for its collection
 * like a seller's records; a package pays at once. Products paid by the period or once are not counted.
 */
export function countUse(world: World, { resource, product, named }: Payer, value: number): void {
  const { id: resourceId, customerId, instance } = resource
  const packaged = product.chargingMode === 'on-demand-package'
  if (!packaged && product.chargingMode !== 'on-demand') return
  const sellerId = product.sellerId ?? ''
  const now = world.clock.now()
  const id = `U${`${world.ids.next('usage')}`.padStart(10, '0')}`
  world.transition('usage', id, 'receive', {
    sellerId,
    instanceId: instance?.id ?? resourceId,
    interface: 'gateway',
    ...{ recordAt: now, beginAt: now, endAt: now, receivedAt: now, value, resourceId, customerId },
    ...(named === undefined ? {} : { packageInstanceId: named.instance?.id ?? named.id }),
  })
  world.emit({ type: 'usage.received', usageId: id, sellerId })
  world.transition('usage', id, 'accept', {})
  world.emit({ type: 'usage.accepted', usageId: id, sellerId })
  if (!packaged) {
    planCollection(world, resource, now)
    return
  }
  const deducted = deduct(world, { resource, product }, value)
  world.transition('usage', id, 'bill', { billedAt: now, deducted, charged: 0 })
  world.emit({ type: 'usage.billed', usageId: id, sellerId })
}

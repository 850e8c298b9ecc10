import type { Delivery, Licence, Order, OrderLine, Product, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'

/** Everything that a call can refer to, looked up once. */
export interface Particulars {
  readonly delivery: Delivery
  readonly world: World
  readonly order: Order | undefined
  readonly line: OrderLine | undefined
  readonly product: Product | undefined
  readonly resource: Resource | undefined
  readonly licence: Licence | undefined
  /** The seller's own id of the instance, as far as it is known. */
  readonly instanceId: string
  /** For this attempt only. */
  readonly businessId: string
}

/** Looks up what a delivery is about. */
export function particularsOf(world: World, delivery: Delivery, businessId: string): Particulars {
  const order = delivery.orderId === undefined ? undefined : world.orders.get(delivery.orderId)
  const resource = delivery.resourceId === undefined ? undefined : world.resources.get(delivery.resourceId)
  const licence = delivery.licenceId === undefined ? undefined : world.licences.get(delivery.licenceId)
  const line = order?.lines.find(({ id }) => id === delivery.orderLineId) ?? order?.lines[0]
  const product = world.products.get(
    line?.productId ?? resource?.productId ?? licence?.productId ?? String(delivery.about?.['productId'] ?? ''),
  )
  const instanceId = String(delivery.about?.['instanceId'] ?? resource?.instance?.id ?? '')
  return { delivery, world, order, line, product, resource, licence, instanceId, businessId }
}

import type { Licence } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'
import { nextCode, tell } from './licences.ts'

/** Begins the licences 1.0 of an order: one for each line, for what the buyer's system or hardware shows (S-38). Tells `licence.issued`. */
export function identify(world: World, orderId: string, identification: string): readonly Licence[] {
  const order = world.orders.get(orderId)
  return (order?.lines ?? []).flatMap((line) => {
    const product = world.products.get(line.productId)
    if (product?.kind !== 'licence-v1' || product.sellerId === undefined) return []
    const [resourceId] = line.resourceIds
    const licence = world.transition('licences', nextCode(world), 'issue', {
      kind: 'identification',
      sellerId: product.sellerId,
      productId: product.id,
      amount: line.quantity,
      issuedAt: world.clock.now(),
      identification,
      orderId,
      orderLineId: line.id,
      ...(order === undefined ? {} : { customerId: order.customerId }),
      ...(resourceId === undefined ? {} : { resourceId }),
    })
    tell(world, licence, 'licence.issued')
    return [licence]
  })
}

/**
 * The seller's licence text for the identification codes of an order; after a buyer's return another one takes its place. Tells
 * `licence.delivered`.
 */
export function deliverLicences(world: World, orderId: string, text: string, startedAt: number | undefined): void {
  const now = world.clock.now()
  for (const { id, kind } of world.licences.by('order', orderId).slice(0)) {
    if (kind !== 'identification') continue
    const changes = { text, activatedAt: now, effectiveAt: startedAt ?? now }
    const first = world.can('licences', id, 'deliver')
    tell(world, first ? world.transition('licences', id, 'deliver', changes) : world.licences.change(id, changes), 'licence.delivered')
  }
}

import type { Delivery, Licence, Order, OrderLine } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { isFrozen, moveSupervision } from '../supervision/supervise.ts'
import { emitLicenceFact, nextCode } from './licences.ts'

/**
 * Issues the licences 1.0 of an order, one for each line, for the code of the buyer's system or hardware (S-38). The code becomes the first
 * extension parameter of the line, so that the seller reads it in getLicense and in the order. Records `licence.issued`.
 */
export function identify(world: World, orderId: string, identification: string): readonly Licence[] {
  const order = noteCode(world, orderId, identification)
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
    emitLicenceFact(world, licence, 'licence.issued')
    return [licence]
  })
}

function noteCode(world: World, orderId: string, value: string): Order | undefined {
  const order = world.orders.get(orderId)
  if (order === undefined) return undefined
  const name = world.setting('production-v1.identificationParameter')
  const lines = order.lines.map((line): OrderLine => {
    if (world.products.get(line.productId)?.kind !== 'licence-v1') return line
    const others = (line.extendParams ?? []).filter((one) => one.name !== name)
    return { ...line, extendParams: [{ name, value }, ...others] }
  })
  return world.orders.change(orderId, { lines })
}

/**
 * Stores the seller's licence text for the identification codes of an order. After the buyer sent it back, a new text replaces it. Records
 * `licence.delivered`.
 */
export function deliverLicences(world: World, orderId: string, text: string, startedAt: number | undefined): void {
  const now = world.clock.now()
  for (const { id, kind } of world.licences.where('order', orderId).slice(0)) {
    if (kind !== 'identification') continue
    const changes = { text, activatedAt: now, effectiveAt: startedAt ?? now }
    const first = world.can('licences', id, 'deliver')
    emitLicenceFact(
      world,
      first ? world.transition('licences', id, 'deliver', changes) : world.licences.change(id, changes),
      'licence.delivered',
    )
  }
}

/** Delivers the text that getLicense answered (koogallery.md 8.3). While an appeal stops the flow it is not delivered (inferred). */
export function deliverByCall(world: World, { answer }: Delivery, orderId: string): void {
  const supervision = world.supervisions.get(orderId)
  if (answer?.license === undefined || !supervision || isFrozen(supervision) || !world.can('supervisions', orderId, 'deliver')) return
  deliverLicences(world, orderId, answer.license, undefined)
  moveSupervision(world, orderId, 'deliver', { by: 'seller', note: 'getLicense' })
}

/** Delivers what getLicense answered since the given moment. */
export function deliverAnswered(world: World, orderId: string, since: number): void {
  const answered = [...world.deliveries.where('order', orderId)].findLast(
    ({ operation, status, debugging, resends, endedAt = 0 }) =>
      operation === 'production-v1.getLicense' && status === 'succeeded' && !debugging && !resends && endedAt >= since,
  )
  if (answered) deliverByCall(world, answered, orderId)
}

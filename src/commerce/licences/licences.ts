import { hashText } from '../../world/engine/chance.ts'
import type { Licence, Order } from '../../world/entities/entities.ts'
import type { LicenceFacts } from '../../world/entities/facts/koogallery-facts.ts'
import type { World } from '../../world/world-api.ts'

const LETTERS = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Issues the licence codes of a paid order: one for each line with a licence 2.0 product (S-26). Records `licence.issued`. */
export function issueLicences(world: World, order: Order): readonly Licence[] {
  return order.lines.flatMap((line) => {
    const product = world.products.get(line.productId)
    if (product?.kind !== 'licence' || product.sellerId === undefined) return []
    const [resourceId] = line.resourceIds
    const licence = world.transition('licences', nextCode(world), 'issue', {
      kind: 'code',
      sellerId: product.sellerId,
      productId: product.id,
      amount: line.quantity,
      issuedAt: world.clock.now(),
      customerId: order.customerId,
      orderId: order.id,
      orderLineId: line.id,
      ...(resourceId === undefined ? {} : { resourceId }),
    })
    emitLicenceFact(world, licence, 'licence.issued')
    return [licence]
  })
}

/**
 * The buyer takes the code (领取授权码).
 * @throws IllegalTransition when it was already taken
 */
export function takeLicence(world: World, licence: Licence): Licence {
  const taken = world.transition('licences', licence.id, 'take', { takenAt: world.clock.now() })
  emitLicenceFact(world, taken, 'licence.taken')
  return taken
}

/** `PL` and sixteen characters. The vendor's examples begin with `PL`; the rest is not published (inferred). */
export function nextCode(world: World): string {
  return `PL${hashText(16, LETTERS, world.seed, world.name, 'licences', `${world.ids.next('licence')}`)}`
}

/** Records a fact about a licence, with its known ids. */
export function emitLicenceFact(world: World, licence: Licence, type: keyof LicenceFacts) {
  const { id: licenceId, sellerId, customerId, orderId } = licence
  world.emit({
    type,
    licenceId,
    sellerId,
    ...(customerId === undefined ? {} : { customerId }),
    ...(orderId === undefined ? {} : { orderId }),
  })
}

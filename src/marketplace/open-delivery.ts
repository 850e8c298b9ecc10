import type { Json } from '../world/engine/json.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { Delivery, InterfaceUse, SellerAddress } from '../world/entities/entities.ts'
import type { NumberedFact } from '../world/entities/facts/facts.ts'
import type { World } from '../world/world-api.ts'

/** Values that a delivery is opened with. */
export interface Opening {
  readonly operation: string
  readonly use: InterfaceUse
  readonly address: SellerAddress
  readonly timetable: string
  readonly cause: string
  readonly about?: Readonly<Record<string, Json>>
  readonly target: Target
  readonly debugging?: boolean
}

/** What a call is about. */
export interface Target {
  readonly orderId?: string
  readonly orderLineId?: string
  readonly resourceId?: string
  readonly licenceId?: string
  readonly productId?: string
}

/** The delivery with an id. Throws `delivery.unknown`. */
export function knownDelivery(world: World, id: string): Delivery {
  const found = world.deliveries.get(id)
  if (!found) throw new WorldError('delivery.unknown', `There is no delivery "${id}".`)
  return found
}

/** Creates a delivery and plans its first attempt for now. Emits the fact `delivery.planned`. */
export function openDelivery(world: World, opening: Opening): Delivery {
  const { operation, use, address, timetable, cause, about, target, debugging } = opening
  const { productId, ...ids } = target
  const delivery = world.transition('deliveries', nextDeliveryId(world), 'plan', {
    operation,
    use,
    sellerId: address.sellerId,
    addressId: address.id,
    timetable,
    cause,
    ...ids,
    about: { ...(productId === undefined ? {} : { productId }), ...about },
    ...(debugging ? { debugging } : {}),
    createdAt: world.clock.now(),
    attempts: 0,
    nextAt: world.clock.now(),
  })
  emitDeliveryFact(world, delivery, 'delivery.planned')
  openEvent(world, delivery)
  world.plan(world.clock.now(), 'delivery.attempt', { deliveryId: delivery.id })
  return delivery
}

/** A seller who is asked for a licence answers later, by the open API, under the event's number. */
function openEvent(world: World, delivery: Delivery): void {
  if (delivery.operation !== 'production-licence.getLicenseAsync') return
  const { id: deliveryId, sellerId, resourceId } = delivery
  const id = eventIdOf(world, delivery)
  if (world.marketEvents.has(id)) return
  const about = { sellerId, deliveryId, ...(resourceId === undefined ? {} : { resourceId }) }
  world.marketEvents.put({ id, kind: 'licence-application', ...about, at: world.clock.now() })
  world.emit({ type: 'market-event.opened', eventId: id, ...about })
}

/** The number of the event that a call of a seller is about: the one set by hand, else one of its own. */
export function eventIdOf(world: World, { id, about }: Pick<Delivery, 'id' | 'about'>): string {
  return typeof about?.['eventId'] === 'string' ? about['eventId'] : world.ids.uuid('events', id)
}

/** Counted, so that a list shows them in the order in which they were planned. */
export const nextDeliveryId = (world: World) => `D${`${world.ids.next('delivery')}`.padStart(8, '0')}`

/** Emits the fact that reports the result of a delivery. */
export function emitDeliveryFact(
  world: World,
  { id: deliveryId, operation, sellerId, orderId, resourceId, licenceId }: Delivery,
  type: Extract<NumberedFact, { deliveryId: string }>['type'],
  more: {
    readonly attempt?: number
    readonly passed?: boolean
    readonly resultCode?: string
    readonly fault?: string
    readonly afterwards?: 'cancel' | 'hold' | 'drop'
  } = {},
): void {
  world.emit({
    type,
    deliveryId,
    operation,
    sellerId,
    ...(orderId === undefined ? {} : { orderId }),
    ...(resourceId === undefined ? {} : { resourceId }),
    ...(licenceId === undefined ? {} : { licenceId }),
    ...more,
  })
}

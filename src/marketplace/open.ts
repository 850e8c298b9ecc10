import type { Delivery, InterfaceUse, SellerAddress } from '../world/entities.ts'
import type { NumberedFact } from '../world/facts.ts'
import type { Json } from '../world/json.ts'
import type { World } from '../world/world.ts'
import { addressFor, notifiedAddress } from './addresses.ts'
import type { Cause, DeliveryTable } from './timetable.ts'

/** What a delivery is opened with. */
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
  readonly productId: string
}

/** The calls that a fact causes, in the order of the table: for sellers who have an address for them. */
export function* causedBy(
  world: World,
  table: DeliveryTable,
  fact: NumberedFact,
  useOf: (operation: string) => InterfaceUse,
): Generator<Opening> {
  for (const cause of table.causes) {
    if (cause.on !== fact.type || !applies(world, cause, fact)) continue
    for (const target of targetsOf(world, cause, fact)) {
      const product = world.products.get(target.productId)
      if (product?.sellerId === undefined || (cause.kinds && !cause.kinds.includes(product.kind))) continue
      const use = useOf(cause.call)
      const address = use === 'notification' ? notifiedAddress(world, product) : addressFor(world, product, use)
      if (!address) continue
      const first = address.version === 1
      if (first && cause.v1 === undefined) continue
      const about = aboutOf(world, cause, fact)
      yield {
        operation: first && cause.v1 !== undefined ? cause.v1 : cause.call,
        use,
        address,
        timetable: first ? (cause.v1Timetable ?? cause.timetable) : cause.timetable,
        cause: `${fact.type} ${fact.n}`,
        target,
        ...(about ? { about } : {}),
      }
    }
  }
}

/** Writes a delivery and plans its first attempt for now. Tells `delivery.planned`. */
export function openDelivery(world: World, opening: Opening): Delivery {
  const { operation, use, address, timetable, cause, about, target, debugging } = opening
  const { productId, ...ids } = target
  const delivery = world.transition('deliveries', nextId(world), 'plan', {
    operation,
    use,
    sellerId: address.sellerId,
    addressId: address.id,
    timetable,
    cause,
    ...ids,
    about: { productId, ...about },
    ...(debugging ? { debugging } : {}),
    createdAt: world.clock.now(),
    attempts: 0,
    nextAt: world.clock.now(),
  })
  tellDelivery(world, delivery, 'delivery.planned')
  world.plan(world.clock.now(), 'delivery.attempt', { deliveryId: delivery.id })
  return delivery
}

/** Counted, so that a list shows them in the order in which they were planned. */
const nextId = (world: World) => `D${`${world.ids.next('delivery')}`.padStart(8, '0')}`

/** Tells what became of a delivery. */
export function tellDelivery(
  world: World,
  { id: deliveryId, operation, sellerId, orderId, resourceId, licenceId }: Delivery,
  type: Extract<NumberedFact, { deliveryId: string }>['type'],
  more: {
    readonly attempt?: number
    readonly passed?: boolean
    readonly resultCode?: string
    readonly afterwards?: 'cancel' | 'hold' | 'drop'
  } = {},
): void {
  world.tell({
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

function applies(world: World, cause: Cause, fact: NumberedFact): boolean {
  if (cause.of !== undefined && !('operation' in fact && fact.operation === cause.of)) return false
  const order = 'orderId' in fact && fact.orderId !== undefined ? world.orders.get(fact.orderId) : undefined
  if (cause.orders && !(order && cause.orders.includes(order.type))) return false
  return cause.unsubscribe === undefined || order?.unsubscribe?.type === cause.unsubscribe
}

function* targetsOf(world: World, cause: Cause, fact: NumberedFact): Generator<Target> {
  const orderId = 'orderId' in fact ? fact.orderId : undefined
  const order = orderId === undefined ? undefined : world.orders.get(orderId)
  const resourceId = 'resourceId' in fact ? fact.resourceId : undefined
  if (cause.each === 'line') {
    for (const line of order?.lines ?? []) {
      const [first] = line.resourceIds
      yield { orderId: order!.id, orderLineId: line.id, productId: line.productId, ...(first === undefined ? {} : { resourceId: first }) }
    }
    return
  }
  for (const id of resourceId === undefined ? (order?.resourceIds ?? []) : [resourceId]) {
    const resource = world.resources.get(id)
    if (!resource || resource.mainResourceId !== undefined) continue
    const line = order?.lines.find((one) => one.resourceIds.includes(id)) ?? order?.lines[0]
    const by = order && line ? { orderId: order.id, orderLineId: line.id } : {}
    const target = { ...by, resourceId: id, productId: resource.productId }
    if (cause.each === 'resource') yield target
    else for (const licence of world.licences.by('resource', id)) yield { ...target, licenceId: licence.id }
  }
}

/** Scene and status of the row; of a poll, the id that the seller gave the new instance. */
function aboutOf(world: World, { scene, status }: Cause, fact: NumberedFact): Readonly<Record<string, Json>> | undefined {
  const instanceId = 'deliveryId' in fact ? answeredInstance(world, fact.deliveryId) : undefined
  const about = {
    ...(scene === undefined ? {} : { scene }),
    ...(status === undefined ? {} : { status }),
    ...(instanceId === undefined ? {} : { instanceId }),
  }
  return Object.keys(about).length > 0 ? about : undefined
}

/** The instance id of the last answer to a delivery. */
export function answeredInstance(world: World, deliveryId: string): string | undefined {
  const last = world.attempts.by('delivery', deliveryId).last()
  try {
    const { instanceId } = JSON.parse(last?.answer?.body ?? '') as { instanceId?: unknown }
    return typeof instanceId === 'string' ? instanceId : undefined
  } catch {
    return undefined
  }
}

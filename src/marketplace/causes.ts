import type { Json } from '../world/engine/json.ts'
import type { InterfaceUse, Order, Product, SellerAddress } from '../world/entities/entities.ts'
import type { NumberedFact } from '../world/entities/facts/facts.ts'
import { notifiedAddress } from '../world/entities/seller-address.ts'
import type { World } from '../world/world-api.ts'
import { addressFor, usedFor } from './addresses.ts'
import type { Cause, DeliveryTable } from './marketplace-api.ts'
import type { Opening, Target } from './open-delivery.ts'
import { targetsOf } from './targets.ts'

/** The calls that a fact causes, in the order of the table: for sellers who have an address for them. */
export function* causedBy(
  world: World,
  table: DeliveryTable,
  fact: NumberedFact,
  useOf: (operation: string) => InterfaceUse,
): Generator<Opening> {
  // A debugging call causes no further calls, and a call that was sent again none that the first did not.
  const made = 'deliveryId' in fact ? world.deliveries.get(fact.deliveryId) : undefined
  if (made?.debugging || made?.resends) return
  const order = orderOf(world, fact)
  for (const cause of table.causes) {
    if (!begins(world, cause, fact, order) || !fits(cause, fact, order)) continue
    if (cause.changes !== undefined && cause.changes !== changesInstance(world, order)) continue
    for (const target of targetsOf(world, cause.each, fact, order)) {
      const product = target.productId === undefined ? undefined : world.products.get(target.productId)
      if (!suits(cause, product)) continue
      const use = usedFor(world, cause.call, useOf(cause.call), product)
      const address = addressOf(world, use, fact, product, order)
      if (!address || (needsInstance(cause.call) && !knowsInstance(world, target, fact))) continue
      const first = address.version === 1 && !cause.call.startsWith('production-v1.')
      if (first && cause.v1 === undefined) continue
      const about = aboutOf(world, cause, fact)
      yield {
        operation: first && cause.v1 !== undefined ? cause.v1 : cause.call,
        use,
        address,
        timetable: timetableOf(cause, product, first),
        cause: `${fact.type} ${fact.n}`,
        target,
        ...(about ? { about } : {}),
      }
      if (cause.each === 'order') break
    }
  }
}

/** The fact of the row, or the success that the row waited for. */
function begins(world: World, cause: Cause, fact: NumberedFact, order: Order | undefined): boolean {
  if (cause.after !== undefined && order) {
    const before = [...world.deliveries.where('order', order.id)].find(({ operation, resends }) => operation === cause.after && !resends)
    if (fact.type === 'delivery.succeeded' && fact.operation === cause.after) return order.paidAt !== undefined
    if (before && before.status !== 'succeeded') return false
  }
  return cause.on === fact.type && (cause.of === undefined || ('operation' in fact && fact.operation === cause.of))
}

function fits(cause: Cause, fact: NumberedFact, order: Order | undefined): boolean {
  if (cause.orders && !(order && cause.orders.includes(order.type))) return false
  if (cause.unsubscribe !== undefined && order?.unsubscribe?.type !== cause.unsubscribe) return false
  return cause.station === undefined || ('station' in fact && fact.station === cause.station)
}

/** Whether an order makes what is there another specification; another kind of period alone does not (koogallery.md 3.3). */
function changesInstance(world: World, order: Order | undefined): boolean {
  const skuOf = (id: string | undefined) => world.products.get(id ?? '')?.skuCode
  return (order?.lines ?? []).some((line) => line.baseProductId !== undefined && skuOf(line.baseProductId) !== skuOf(line.productId))
}

function suits({ kinds, charging, except }: Cause, product: Product | undefined): boolean {
  if (kinds && !(product && kinds.includes(product.kind))) return false
  if (product?.delivery !== undefined && except?.includes(product.delivery)) return false
  return !charging || (product !== undefined && charging.includes(product.chargingMode))
}

function addressOf(
  world: World,
  use: InterfaceUse,
  fact: NumberedFact,
  product: Product | undefined,
  order: Order | undefined,
): SellerAddress | undefined {
  if (use === 'notification') {
    const address = order && notifiedAddress(world, order)?.address
    return address?.sellerId === product?.sellerId ? address : undefined
  }
  const sellerId = product?.sellerId ?? ('sellerId' in fact ? fact.sellerId : undefined)
  return sellerId === undefined ? undefined : addressFor(world, sellerId, use, product?.id)
}

/** Calls that name the seller's own instance: without one they are not made. */
const ABOUT_INSTANCE =
  /\.(queryInstance|refreshInstance|updateInstanceStatus|releaseInstance|upgradeInstance|changeInstanceCheck|expireInstance|instanceStatus|refreshLicense|expireLicense)$/

/** Whether a call names the seller's own instance. */
const needsInstance = (operation: string): boolean => ABOUT_INSTANCE.test(operation)

function knowsInstance(world: World, { resourceId }: Target, fact: NumberedFact): boolean {
  const answered = 'deliveryId' in fact ? world.deliveries.get(fact.deliveryId)?.answer?.instanceId : undefined
  return (answered ?? world.resources.get(resourceId ?? '')?.instance?.id) !== undefined
}

function timetableOf({ timetable, v1Timetable, onlineTimetable }: Cause, product: Product | undefined, first: boolean): string {
  if (first) return v1Timetable ?? timetable
  return product?.delivery === 'online-licence' ? (onlineTimetable ?? timetable) : timetable
}

function orderOf(world: World, fact: NumberedFact): Order | undefined {
  return 'orderId' in fact && fact.orderId !== undefined ? world.orders.get(fact.orderId) : undefined
}

/** The kit refers to an application and a tenant: the buyer, or the seller itself before anybody has bought. */
function kitAbout(fact: Extract<NumberedFact, { applicationId: string }>): Readonly<Record<string, Json>> {
  const { applicationId, sellerId } = fact
  if (!('customerId' in fact)) return { applicationId, customerId: sellerId }
  const { customerId, users, flag, department } = fact
  return { applicationId, customerId, flag, ...(users === undefined ? {} : { users: [...users] }), ...department }
}

/** Values of the row, and those of the fact that no entity keeps. */
function aboutOf(world: World, { scene, status }: Cause, fact: NumberedFact): Readonly<Record<string, Json>> | undefined {
  const instanceId = 'deliveryId' in fact ? world.deliveries.get(fact.deliveryId)?.answer?.instanceId : undefined
  const about = {
    ...(scene === undefined ? {} : { scene }),
    ...(status === undefined ? {} : { status }),
    ...('applicationId' in fact ? kitAbout(fact) : {}),
    ...(instanceId === undefined ? {} : { instanceId }),
  }
  return Object.keys(about).length > 0 ? about : undefined
}

import { endOf } from '../../commerce/ordering/periods.ts'
import { quantityOf } from '../../commerce/ordering/quantity.ts'
import { compact } from '../../world/engine/calendar.ts'
import type { Licence } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'

/** The state of a licence code in the open API. */
export interface LicenceState {
  readonly status: 'ALIVE' | 'EXPIRED' | 'RELEASED'
  /** `yyyyMMddHHmmss`, UTC; absent for codes without an end. */
  readonly expireTime?: string
  readonly productId: string
  /** Pieces. */
  readonly amount: number
}

/**
 * The present state of a code. Product and quantity are those of its resource, including changes and renewals. Whether the code is valid
 * follows from its resource: renewed, frozen or released. Before the order is completed, the end is counted from the activation. Test codes
 * are valid for one period of their product (inferred).
 */
export function licenceState(world: World, licence: Licence): LicenceState {
  const resource = licence.resourceId === undefined ? undefined : world.resources.get(licence.resourceId)
  const expireAt = resource?.status === 'creating' ? estimateOf(world, licence) : resource ? resource.expireAt : estimateOf(world, licence)
  const delivered = resource !== undefined && world.orders.get(resource.orderId)?.status !== 'processing'
  const over = expireAt !== undefined && expireAt <= world.clock.now()
  const stopped = over || resource?.status === 'expired' || resource?.status === 'frozen'
  return {
    status: resource?.status === 'closed' ? 'RELEASED' : stopped ? 'EXPIRED' : 'ALIVE',
    ...(expireAt === undefined ? {} : { expireTime: compact(expireAt) }),
    productId: resource?.productId ?? licence.productId,
    amount: delivered && resource.status !== 'creating' ? quantityOf(world, resource) : licence.amount,
  }
}

function estimateOf(world: World, { orderId, orderLineId, productId, effectiveAt }: Licence): number | undefined {
  if (effectiveAt === undefined) return undefined
  const order = orderId === undefined ? undefined : world.orders.get(orderId)
  const line = order?.lines.find(({ id }) => id === orderLineId) ?? order?.lines.find((one) => one.productId === productId)
  const product = world.products.get(productId)
  const type = line?.periodType ?? (product?.chargingMode === 'period' ? product.periodType : undefined)
  return endOf(effectiveAt, type, line?.periodNum)
}

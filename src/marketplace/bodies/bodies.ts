import { endOf } from '../../commerce/ordering/periods.ts'
import { spacedTime } from '../../spec/seller-times.ts'
import { compact } from '../../world/engine/calendar.ts'
import type { Json } from '../../world/engine/json.ts'
import { eventIdOf } from '../open-delivery.ts'
import type { Particulars } from './particulars.ts'

/** Members of a body, or parameters of a query; undefined ones are not sent. */
export type Members = Readonly<Record<string, Json | undefined>>

type Compose = (about: Particulars) => Members

/** Bodies of V2.0 and of the online licence, by operationId (koogallery.md 3, 4, 8.1, 8.4). Members set by hand come on top. */
export const V2_BODIES: Readonly<Record<string, Compose>> = {
  newInstance: (about) => ({ ...orderOf(about), businessId: about.businessId }),
  queryInstance: ({ instanceId }) => ({ instanceId }),
  refreshInstance: (about) => ({
    scene: text(about, 'scene') ?? 'RENEWAL',
    ...takenBack(about, about.world.setting('production.unsubscribedRenewalOrder') === 'unsubscription'),
    instanceId: about.instanceId,
    productId: productIfChanged(about),
    expireTime: expiryOf(about),
  }),
  updateInstanceStatus: (about) => ({ instanceId: about.instanceId, status: text(about, 'status') ?? 'FREEZE' }),
  releaseInstance: (about) => ({
    instanceId: about.instanceId,
    ...(about.order ? takenBack(about, about.world.setting('production.releaseOrder') === 'unsubscription') : {}),
  }),
  upgradeInstance: (about) => ({ ...orderOf(about), instanceId: about.instanceId }),
  changeInstanceCheck: (about) => ({ instanceId: about.instanceId, productInfo: targetOf(about) }),
  orderNotify: orderOf,
  refreshLicenseCode: (about) => ({
    scene: text(about, 'scene') ?? 'RENEWAL',
    ...orderOf(about),
    license: about.licence?.id,
    productId: productIfChanged(about),
    expireTime: compact(expiryAt(about)),
  }),
  updateLicenseCodeStatus: (about) => ({ license: about.licence?.id, status: text(about, 'status') ?? 'FREEZE' }),
  releaseLicenseCode: (about) => ({ license: about.licence?.id, ...(about.order ? orderOf(about) : {}) }),
  getLicenseAsync: (about) => ({
    instanceId: about.instanceId,
    effectiveTime: spacedTime(about.resource?.effectiveAt ?? about.world.clock.now()),
    expireTime: about.resource?.expireAt === undefined ? undefined : spacedTime(about.resource.expireAt),
    eventId: eventIdOf(about.world, about.delivery),
    deviceFingerprint: text(about, 'deviceFingerprint'),
  }),
}

/** testFlag as each interface requires it: absent or "0" in real traffic, always present in order notification. */
export function testFlagOf({ world, delivery }: Particulars, operation: string): string | undefined {
  if (delivery.debugging) return '1'
  if (operation === 'orderNotify') return '0'
  return world.setting('production.realTrafficTestFlag') === 'absent' ? undefined : '0'
}

/** A member given by the row of the table or by a person. */
export function text({ delivery }: Particulars, name: string): string | undefined {
  const value = delivery.about?.[name]
  return value === undefined || value === null ? undefined : String(value)
}

/**
 * When the instance ends by this order. After a refund order the end is in the resource; an unfinished order has no end of
 * its own, so it is calculated from its payment (an estimate for new orders, as the vendor's is).
 */
export function expiryAt({ order, line, resource, world }: Particulars): number {
  if (order?.type === 'unsubscribe') return resource?.expireAt ?? world.clock.now()
  const from = order?.type === 'renewal' ? resource?.expireAt : order?.paidAt
  const worked = line && from !== undefined && order?.type !== 'change' ? endOf(from, line.periodType, line.periodNum) : undefined
  return line?.expireAt ?? worked ?? resource?.expireAt ?? world.clock.now()
}

function orderOf({ order, line, delivery }: Particulars): Members {
  return { orderId: order?.id ?? delivery.orderId, orderLineId: line?.id ?? delivery.orderLineId }
}

/** Pages disagree on the order number of a cancelled renewal and a release: that of the unsubscription, or of the cancelled order (settings). */
function takenBack(about: Particulars, own: boolean): Members {
  const { order, line } = about
  if (own || order?.type !== 'unsubscribe') return orderOf(about)
  const baseOf = (name: string) => line?.extendParams?.find((one) => one.name === name)?.value
  const { orderId, orderLineId } = orderOf(about)
  return { orderId: baseOf('baseOrderId') ?? order.baseOrderId ?? orderId, orderLineId: baseOf('baseOrderLineId') ?? orderLineId }
}

function expiryOf(about: Particulars): string {
  const digits = compact(expiryAt(about))
  return about.world.setting('production.expireTimeForm') === 'milliseconds' ? `${digits}000` : digits
}

/** Sent only when the kind of period changes, or a trial becomes formal. */
function productIfChanged({ line, resource, order }: Particulars): string | undefined {
  const other = line !== undefined && resource !== undefined && line.productId !== resource.productId
  return other || order?.type === 'to-commercial' ? line?.productId : undefined
}

function targetOf(about: Particulars): Json {
  const { product, line, delivery } = about
  const info = {
    productId: product?.id ?? '',
    skuCode: product?.skuCode ?? '',
    productName: [...(product?.name ?? '')].slice(0, 64).join(''),
    linearValue: line?.quantity ?? Number(delivery.about?.['linearValue'] ?? 1),
  }
  return about.world.setting('production.changeCheckProductInfo') === 'string' ? JSON.stringify(info) : info
}

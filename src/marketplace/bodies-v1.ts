import { encryptField } from '../signing/index.ts'
import { compact } from '../world/calendar.ts'
import { hashText } from '../world/chance.ts'
import type { Json } from '../world/json.ts'
import { expiryAt, type Members, text } from './bodies.ts'
import type { Particulars } from './particulars.ts'

/** Parameters of V1.0 by operationId (koogallery.md 6, 8.3). `key` encrypts what is sensitive. */
export const V1_PARAMETERS: Readonly<Record<string, (about: Particulars, key: string) => Members>> = {
  newInstance(about, key) {
    const { world, order, line, product, businessId } = about
    const customer = world.accounts.get(order?.customerId ?? '')
    const periodic = product?.chargingMode === 'period'
    return {
      customerId: order?.customerId,
      customerName: world.setting('production-v1.sendCustomerName') ? customer?.name : undefined,
      mobilePhone: encrypted(about, key, customer?.mobile, 'mobilePhone'),
      email: encrypted(about, key, customer?.email, 'email'),
      businessId,
      orderId: order?.id,
      skuCode: product?.skuCode,
      productId: product?.id,
      trialFlag: order?.type === 'trial' ? '1' : undefined,
      expireTime: periodic || product?.chargingMode === 'on-demand-package' ? compact(expiryAt(about)) : undefined,
      chargingMode: chargingMode(about),
      periodType: periodic ? periodOf(line?.periodType) : undefined,
      periodNumber: periodic ? line?.periodNum : undefined,
      orderAmount: amountOf(about),
      saasExtendParams: line?.extendParams === undefined ? undefined : JSON.stringify(line.extendParams),
    }
  },
  refreshInstance: (about) => ({
    orderId: about.order?.id,
    instanceId: about.instanceId,
    productId: about.line?.productId,
    expireTime: compact(expiryAt(about)),
    trialToFormal: about.order?.type === 'to-commercial' ? '1' : undefined,
    periodType: periodOf(about.line?.periodType),
    periodNumber: about.line?.periodNum,
    orderAmount: amountOf(about),
  }),
  expireInstance: (about) => ({ instanceId: about.instanceId, orderId: about.order?.id ?? about.resource?.orderId }),
  releaseInstance: (about) => ({ instanceId: about.instanceId, orderId: about.resource?.orderId ?? about.order?.id }),
  upgradeInstance: (about) => ({
    instanceId: about.instanceId,
    orderId: about.order?.id,
    skuCode: about.product?.skuCode,
    productId: about.product?.id,
    amount: about.line?.quantity,
  }),
  instanceStatus: (about) => ({
    instanceId: about.instanceId,
    instanceStatus: String(
      about.world.setting(`production-v1.${text(about, 'status') === 'UNFREEZE' ? 'unfrozenStatus' : 'frozenStatus'}`),
    ),
  }),
  queryInstance: ({ instanceId }) => ({ instanceId }),
  getLicense: (about) => ({
    customerId: about.order?.customerId,
    customerName: about.world.accounts.get(about.order?.customerId ?? '')?.name,
    businessId: about.businessId,
    orderId: about.order?.id,
    skuCode: about.product?.skuCode,
    productId: about.product?.id,
    expireTime: about.product?.chargingMode === 'period' ? compact(expiryAt(about)) : undefined,
    periodType: about.product?.chargingMode === 'period' ? periodOf(about.line?.periodType) : undefined,
    amount: about.line?.quantity,
  }),
  releaseLicense: (about) => ({ orderId: about.resource?.orderId ?? about.order?.id, instanceId: about.instanceId }),
}

/** testFlag of V1: `1` while debugging, else `0` or absent by setting. */
export function testFlagOfV1({ world, delivery }: Particulars): string | undefined {
  if (delivery.debugging) return '1'
  return world.setting('production-v1.realTrafficTestFlag') === 'absent' ? undefined : '0'
}

const periodOf = (type: string | undefined): Json | undefined => (type === 'year' || type === 'month' ? type : undefined)

function chargingMode({ product, world }: Particulars): number {
  switch (product?.chargingMode) {
    case 'one-time':
      return 3
    case 'on-demand':
      return Number(world.setting('production-v1.payPerUseChargingMode'))
    case 'on-demand-package':
      return Number(world.setting('production-v1.packageChargingMode'))
    default:
      return 1
  }
}

function amountOf({ order }: Particulars): string | undefined {
  return order === undefined || order.amounts.afterDiscount < 0 ? undefined : (order.amounts.afterDiscount / 100).toFixed(2)
}

/** The vector depends on the order and the field alone, so that a repeated call repeats it. */
function encrypted({ world, delivery }: Particulars, key: string, plain: string | undefined, field: string): string | undefined {
  if (plain === undefined) return undefined
  const iv = hashText(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', world.seed, delivery.id, field)
  return encryptField(plain, key, { iv, type: String(world.setting('production-v1.encryptType')) === '2' ? 2 : 1 })
}

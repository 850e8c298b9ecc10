import { encryptField } from '../../signing/index.ts'
import { compact } from '../../world/engine/calendar.ts'
import { hashText } from '../../world/engine/chance.ts'
import type { Json } from '../../world/engine/json.ts'
import { expiryAt, type Members, text } from './bodies.ts'
import type { Particulars } from './particulars.ts'

/** Parameters of V1.0 by operationId (koogallery.md 6, 8.3). `key` encrypts what is sensitive. */
export const V1_PARAMETERS: Readonly<Record<string, (about: Particulars, key: string) => Members>> = {
  newInstance(about, key) {
    const { world, order, product, businessId } = about
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
      ...(periodic ? periods(about) : {}),
      orderAmount: amountOf(about),
      saasExtendParams: extendParams(about),
    }
  },
  refreshInstance: (about) => ({
    orderId: about.order?.id,
    instanceId: about.instanceId,
    productId: about.line?.productId,
    expireTime: compact(expiryAt(about)),
    trialToFormal: about.order?.type === 'to-commercial' ? '1' : undefined,
    ...periods(about),
    orderAmount: amountOf(about),
  }),
  expireInstance: (about) => ({ instanceId: about.instanceId, orderId: purchaseOf(about) }),
  releaseInstance: (about) => ({ instanceId: about.instanceId, orderId: purchaseOf(about) }),
  upgradeInstance: (about) => ({
    instanceId: about.instanceId,
    orderId: about.order?.id,
    skuCode: about.product?.skuCode,
    productId: about.product?.id,
    amount: about.line?.quantity,
    saasExtendParams: extendParams(about),
  }),
  instanceStatus: (about) => ({
    instanceId: about.instanceId,
    instanceStatus: text(about, 'status') === 'UNFREEZE' ? 'NORMAL' : 'FREEZE',
  }),
  queryInstance: ({ instanceId }) => ({ instanceId }),
  // With activity, timeStamp and testFlag these are the sixteen parameters that a public seller signs; skuCode and amount are not sent.
  getLicense(about) {
    const { world, order, product, businessId } = about
    const customer = world.accounts.get(order?.customerId ?? '')
    const periodic = product?.chargingMode === 'period'
    return {
      customerId: order?.customerId,
      customerName: customer?.name,
      userId: customer?.userId,
      userName: customer?.name,
      businessId,
      orderId: order?.id,
      productId: product?.id,
      chargingMode: chargingMode(about),
      expireTime: periodic ? compact(expiryAt(about)) : undefined,
      ...(periodic ? periods(about) : {}),
      provisionType: world.setting('production-v1.licenceProvisionType'),
      saasExtendParams: extendParams(about),
    }
  },
  refreshLicense: (about) => ({
    orderId: about.order?.id,
    instanceId: about.instanceId,
    productId: about.line?.productId,
    expireTime: compact(expiryAt(about)),
    ...periods(about),
  }),
  expireLicense: (about) => ({ orderId: purchaseOf(about), instanceId: about.instanceId }),
  releaseLicense: (about) => ({ orderId: purchaseOf(about), instanceId: about.instanceId }),
}

/** The order of the purchase, whichever order caused the call. */
const purchaseOf = ({ resource, order }: Particulars) => resource?.orderId ?? order?.id

const periods = ({ line }: Particulars): Members => ({ periodType: periodOf(line?.periodType), periodNumber: line?.periodNum })

/** A JSON array of name and value, as Base64 or as it is (setting). An identification code is the first of them (S-38). */
function extendParams({ world, line }: Particulars): string | undefined {
  if (line?.extendParams === undefined) return undefined
  const written = JSON.stringify(line.extendParams.map(({ name, value }) => ({ name, value })))
  return world.setting('production-v1.saasExtendParamsForm') === 'json' ? written : Buffer.from(written).toString('base64')
}

/** testFlag of V1: `1` while debugging, else absent, or `0` by setting. */
export function testFlagOfV1({ world, delivery }: Particulars): string | undefined {
  if (delivery.debugging) return '1'
  return world.setting('production-v1.realTrafficTestFlag') === 'absent' ? undefined : '0'
}

const periodOf = (type: string | undefined): Json | undefined => (type === 'year' || type === 'month' ? type : undefined)

const CHARGING_MODES = { 'on-demand': 0, period: 1, 'one-time': 3, 'on-demand-package': 5 } as const

const chargingMode = ({ product }: Particulars): number => CHARGING_MODES[product?.chargingMode ?? 'period']

/** Negative where a renewal is cancelled. */
function amountOf({ order }: Particulars): string | undefined {
  return order === undefined ? undefined : (order.amounts.afterDiscount / 100).toFixed(2)
}

/** The vector depends on the order and the field alone, so that a repeated call repeats it. */
function encrypted({ world, delivery }: Particulars, key: string, plain: string | undefined, field: string): string | undefined {
  if (plain === undefined) return undefined
  const iv = hashText(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', world.seed, delivery.id, field)
  return encryptField(plain, key, { iv, type: world.setting('production-v1.encryptType') === '2' ? 2 : 1 })
}

import { endOf } from '../../commerce/ordering/periods.ts'
import type { components } from '../../spec/generated/koogallery.ts'
import { compact } from '../../world/engine/calendar.ts'
import type { Amounts, ChargingMode, Order, OrderLine, OrderType, Product } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'

type Schemas = components['schemas']

/** orderType of the order query. Types without one of its six values are shown as the most similar one (inferred). */
const ORDER_TYPE = {
  new: 'NEW',
  gift: 'NEW',
  trial: 'TRIAL',
  'to-commercial': 'TRIAL_TO_FORMAL',
  unsubscribe: 'UNSUBSCRIBE',
  renewal: 'RENEW',
  change: 'CHANGE',
  'to-period': 'CHANGE',
  'to-on-demand': 'CHANGE',
  'fee-adjustment': 'CHANGE',
} as const satisfies Record<OrderType, Schemas['OrderInfo']['orderType']>

/** chargingMode, in both directions of the open API. */
export const CHARGING_MODE = {
  period: 'PERIOD',
  'one-time': 'ONE_TIME',
  'on-demand': 'ON_DEMAND',
  'on-demand-package': 'ON_DEMAND_PKG',
} as const satisfies Record<ChargingMode, Schemas['OrderLine']['chargingMode']>

/** An order for its seller (koogallery.md 9): only the seller's own lines, times in UTC, amounts in yuan. */
export function orderInfo(world: World, order: Order, lines: readonly OrderLine[]): Schemas['OrderInfo'] {
  const orderLine = lines.map((line) => lineOf(world, order, line))
  const both = world.setting('koogallery.order_extend_params') === 'both'
  return {
    orderId: order.id,
    orderType: ORDER_TYPE[order.type],
    createTime: compact(order.createdAt),
    orderLine,
    ...buyerInfo(world, order, lines),
    extendParams: both ? orderLine.flatMap(({ extendParams = [] }) => extendParams) : [],
  }
}

function lineOf(world: World, order: Order, line: OrderLine): Schemas['OrderLine'] {
  const product = world.products.get(line.productId)
  const mode = product?.chargingMode ?? 'one-time'
  const periodic = mode === 'period' || mode === 'on-demand-package'
  const expireAt = periodic ? expiryOf(world, order, line) : undefined
  return {
    orderLineId: line.id,
    chargingMode: CHARGING_MODE[mode],
    ...(expireAt === undefined ? {} : { expireTime: compact(expireAt) }),
    ...(periodic && line.periodType !== undefined ? { periodType: line.periodType, periodNumber: line.periodNum ?? 1 } : {}),
    productInfo: product ? [productInfo(product, line)] : [],
    extendParams: order.type === 'unsubscribe' ? [] : (line.extendParams ?? []).map(({ name, value }) => ({ name, value })),
    // Empty for unsubscribe orders.
    currency: order.type === 'unsubscribe' ? '' : yuanText(line.amounts.official),
    currencyAfterDiscount: yuanText(withoutVouchers(line.amounts)),
  }
}

/** The end of the line's period; an estimate before the delivery. */
function expiryOf(world: World, order: Order, line: OrderLine): number | undefined {
  if (line.expireAt !== undefined) return line.expireAt
  const [id] = line.resourceIds
  const resource = id === undefined ? undefined : world.resources.get(id)
  if (order.type === 'renewal') return endOf(resource?.expireAt ?? order.createdAt, line.periodType, line.periodNum)
  if (order.type === 'change' || order.type === 'unsubscribe') return resource?.expireAt
  return endOf(order.startsAt ?? order.paidAt ?? order.createdAt, line.periodType, line.periodNum)
}

function productInfo({ id, skuCode, name, specDesc, chargingMode }: Product, { quantity }: OrderLine): Schemas['ProductInfo'] {
  return {
    productId: id,
    skuCode,
    ...(chargingMode === 'on-demand' ? {} : { linearValue: quantity }),
    productName: `${name},${specDesc}`,
  }
}

/**
 * The buyer. Unknown values are null. For SaaS the user is no longer included (koogallery.md 9). The meaning of customerType is not
 * published: 0 is the only value observed.
 */
function buyerInfo(world: World, order: Order, lines: readonly OrderLine[]): { readonly buyerInfo?: Schemas['BuyerInfo'] } {
  const account = world.accounts.get(order.customerId)
  if (!account) return {}
  const { id, name, displayName, userId, userName, mobile, email } = account
  const saas = lines.some((line) => world.products.get(line.productId)?.kind === 'saas')
  return {
    buyerInfo: {
      mobilePhone: mobile ?? null,
      email: email ?? null,
      customerId: id,
      customerName: name,
      customerRealName: displayName,
      customerType: 0,
      userId: saas ? null : userId,
      userName: saas ? null : userName,
    },
  }
}

/** The amount paid after discounts and coupons, fen. A stored-value card counts as money (inferred). */
function withoutVouchers({ afterDiscount, cashCoupon, voucher }: Amounts): number {
  return afterDiscount - cashCoupon - voucher
}

/** Fen as yuan in the form of the open API: a text with two decimals. */
export function yuanText(fen: number): string {
  return (fen / 100).toFixed(2)
}

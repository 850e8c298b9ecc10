import { isUsable, moneyOff, type Part, partsOf, tooCheapFor } from '../../commerce/payment/reductions.ts'
import type { components, operations } from '../../spec/generated/bss.ts'
import { formatUtc } from '../../world/engine/calendar.ts'
import type { Coupon, Discount, Order } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour } from '../behaviour.ts'
import { ordersToShow } from './find-orders.ts'
import { yuan } from './localised-names.ts'
import { PAYABLE } from './pay-orders.ts'

type Schemas = components['schemas']

/** The discounts that payment would accept now, each with what it takes off which items. */
export const listOrderDiscounts: Behaviour<operations['ListOrderDiscounts']> = (context) => {
  const { world, caller, input } = context
  const orders = ordersToShow(context, input.query.order_id)
  // Without the permission the discounts are left out of the answer; it is no error.
  if (caller.account.denied?.includes('billing:contract:viewDiscount')) return {}
  const payable = PAYABLE[world.setting('bss.payDiscountTypes')]
  const parts = payableParts(world, orders)
  const discounts = [...world.discounts.where('customer', caller.account.id)].flatMap((discount) => {
    const off = payable.includes(discount.type) ? moneyOff(world, discount, parts) : new Map<Part, number>()
    return off.size > 0 ? [discountForm(discount, off)] : []
  })
  return { discounts }
}

function discountForm(discount: Discount, off: ReadonlyMap<Part, number>): Schemas['DiscountInfoV3'] {
  const orderIds = new Set([...off.keys()].map((part) => part.order.id))
  return {
    discount_id: discount.id,
    discount_value: discount.ratio !== undefined ? String(discount.ratio) : discount.off !== undefined ? String(yuan(discount.off)) : '',
    discount_type: discount.type,
    orders: [...orderIds].map((order_id) => ({
      order_id,
      order_line_items: [...off]
        .filter(([part]) => part.order.id === order_id)
        .map(([part, amount]) => ({
          order_line_item_ids: part.lineId === undefined ? [] : [part.lineId],
          discount_mode: discount.ratio !== undefined ? 0 : discount.fixed !== undefined ? 1 : 2,
          discount_amount: yuan(amount),
          ...(discount.ratio === undefined ? {} : { discount_ratio: discount.ratio }),
        })),
    })),
  }
}

/** The caller's coupons that could be used for the order now. */
export const listOrderCoupons: Behaviour<operations['ListOrderCouponsByOrderId']> = (context) => {
  const { world, caller, input } = context
  const orders = ordersToShow(context, input.query.order_id)
  const parts = payableParts(world, orders)
  const free = (coupon: Coupon) => coupon.usedByOrderId === undefined || orders.some((order) => order.id === coupon.usedByOrderId)
  const coupons = [...world.coupons.where('customer', caller.account.id)].filter(
    (coupon) =>
      parts.length > 0 && isUsable({ ...coupon, activated: true }, world.clock.now()) && free(coupon) && !tooCheapFor(coupon, parts),
  )
  return { count: coupons.length, user_coupons: coupons.map(couponForm), coupon_max_use_quantity: quantitiesOf(coupons) }
}

/** The parts of orders that can be paid now; empty unless all of them wait for payment. */
function payableParts(world: World, orders: readonly Order[]): readonly Part[] {
  return orders.every((order) => world.can('orders', order.id, 'pay')) ? partsOf(world, orders) : []
}

/** 云商店, 专用代金券, or any other. Coupons for hardware only are not distinguished here. */
const groupOf = ({ marketplace, dedicated }: Coupon) => (marketplace ? 1 : dedicated ? 2 : 0)

/** The numbers of `coupon_max_use_quantity` differ from those of payment. A stored-value card has none. */
const QUANTITY_TYPE = { 300: 2, 301: 1, 302: 4, 303: undefined } as const

/** A payment accepts at most three coupons; that this is the number for each type is inferred. */
function quantitiesOf(coupons: readonly Coupon[]): Schemas['CouponMaxUseQuantity'][] {
  const kinds = new Map<string, Schemas['CouponMaxUseQuantity']>()
  for (const coupon of coupons) {
    const [type, group] = [QUANTITY_TYPE[coupon.type], groupOf(coupon)]
    if (type !== undefined) kinds.set(`${type}|${group}`, { coupon_type: type, coupon_group: group, use_quantity_value: 3 })
  }
  return [...kinds.values()]
}

function couponForm(coupon: Coupon): Schemas['CouponInfoV2'] {
  const { activeAt, lastUsedAt, usedByOrderId } = coupon
  return {
    coupon_id: coupon.id,
    coupon_code: coupon.code,
    status: coupon.activated === false ? 1 : 2,
    coupon_type: coupon.type,
    measure_id: 1,
    face_value: yuan(coupon.faceValue),
    effective_time: formatUtc(coupon.effectiveAt),
    expire_time: formatUtc(coupon.expireAt),
    plan_name: coupon.planName,
    plan_desc: coupon.planDesc,
    use_limits: coupon.limits.map(({ key, value1, value2, unit, type, id, planId }) => ({
      ...(id === undefined ? {} : { use_limiti_info_id: id }),
      ...(planId === undefined ? {} : { promotion_plan_id: planId }),
      limit_key: key,
      ...(value1 === undefined ? {} : { value1 }),
      ...(value2 === undefined ? {} : { value2 }),
      ...(unit === undefined ? {} : { value_unit: unit }),
      ...(type === undefined ? {} : { limit_type: type }),
    })),
    ...(activeAt === undefined ? {} : { active_time: formatUtc(activeAt) }),
    ...(lastUsedAt === undefined ? {} : { last_used_time: formatUtc(lastUsedAt) }),
    create_time: formatUtc(coupon.createdAt),
    coupon_version: coupon.version,
    balance: yuan(coupon.balance),
    ...(usedByOrderId === undefined ? {} : { used_by_order_id: usedByOrderId }),
    coupon_usage: coupon.usage,
    coupon_group: groupOf(coupon),
  }
}

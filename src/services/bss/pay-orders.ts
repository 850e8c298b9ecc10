import type { PayRefusal, Refused } from '../../commerce/payment/may-pay.ts'
import { payTogether } from '../../commerce/payment/pay.ts'
import { reply } from '../../spec/call.ts'
import type { components, operations } from '../../spec/generated/bss.ts'
import type { Coupon, Discount } from '../../world/entities/entities.ts'
import type { Behaviour, BehaviourContext, CheckContext } from '../behaviour.ts'
import { ordersToActOn } from './find-orders.ts'

type CouponInfos = readonly components['schemas']['CouponSimpleInfo'][]
type DiscountInfos = readonly components['schemas']['DiscountSimpleInfo'][]
type PaymentContext = CheckContext & Pick<BehaviourContext, 'refuse'>

/** Pays an order or a combined transaction. The lists count only when their switch is YES. */
export const payOrders: Behaviour<operations['PayOrders']> = (context) => {
  const { order_id, use_coupon, use_discount, coupon_infos, discount_infos } = context.input.body
  const coupons = switched(context, 'coupon_infos', use_coupon, coupon_infos)
  const discounts = switched(context, 'discount_infos', use_discount, discount_infos)
  return pay(context, order_id, coupons, discounts)
}

/** The legacy path: an absent, null or empty list means that none is used. */
export const payOrdersLegacy: Behaviour<operations['PayOrdersLegacy']> = (context) => {
  const { order_id, coupon_infos, discount_infos } = context.input.body
  return pay(context, order_id, coupon_infos ?? [], discount_infos ?? [])
}

function switched<T>(context: PaymentContext, name: string, use: 'YES' | 'NO', list: readonly T[] | null | undefined): readonly T[] {
  if (use === 'YES') return list ?? context.refuse('missing', `/body/${name}`, 'a list, since its switch says YES', 'nothing')
  const refused = list !== undefined && list !== null && context.world.setting('bss.payWithNo') === 'refused'
  return refused ? context.refuse('unsupported', `/body/${name}`, 'no list, since its switch says NO', 'a list') : []
}

function pay(context: PaymentContext, orderId: string, couponInfos: CouponInfos, discountInfos: DiscountInfos) {
  const { world, fail, refuse } = context
  const orders = ordersToActOn(context, orderId)
  const coupons = couponInfos.map((info, index) => couponOf(context, info, index))
  const [discountInfo] = discountInfos
  const result = payTogether(world, orders, {
    coupons,
    ...(discountInfo ? { discount: discountOf(context, discountInfo) } : {}),
    outsideContract: world.setting('bss.contractOverlap') === 'paid',
  })
  if ('orders' in result) return reply(204)
  if (result.refused === 'coupon-unusable')
    return refuse('malformed', '/body/coupon_infos', 'coupons within their time', 'one outside of it')
  return fail(CODE[result.refused], {}, membersOf(context, result))
}

/** The sources have no code for an unknown coupon: a wrong parameter (inferred). */
function couponOf({ world, caller, refuse }: PaymentContext, { id, type }: CouponInfos[number], index: number): Coupon {
  const coupon = world.coupons.get(id)
  const own = coupon?.customerId === caller.account.id && coupon.type === type
  return own ? coupon : refuse('malformed', `/body/coupon_infos/${index}`, 'a coupon of the caller, with its type', `${id} of type ${type}`)
}

function discountOf({ world, caller, fail, refuse }: PaymentContext, { id, type }: DiscountInfos[number]): Discount {
  const payable = PAYABLE[world.setting('bss.payDiscountTypes')]
  if (!payable.includes(type)) return refuse('unsupported', '/body/discount_infos/0/type', payable.join(', '), String(type))
  const discount = world.discounts.get(id)
  return discount?.customerId === caller.account.id && discount.type === type ? discount : fail('CBC.99003108')
}

/** Types of discount accepted by payment. The setting payDiscountTypes chooses between the page and the SDK. */
export const PAYABLE: Readonly<Record<'page' | 'sdk', readonly Discount['type'][]>> = { page: [0, 2, 3], sdk: [0, 1, 2, 3, 609] }

const CODE: Readonly<Record<Exclude<PayRefusal, 'coupon-unusable'>, string>> = {
  combined: 'CBC.99000089',
  'status-changed': 'CBC.99003106',
  'deadline-passed': 'CBC.99003110',
  'discount-not-applicable': 'CBC.99003108',
  'coupon-used': 'CBC.99003112',
  'coupon-excludes-discount': 'CBC.99003116',
  'below-lowest-discount': 'CBC.99003117',
  'voucher-and-discount-coupon': 'CBC.99003147',
  'balance-insufficient': 'CBC.99005003',
  'being-paid': 'CBC.99000088',
  'begins-before': 'CBC.99003162',
  // No page has a code for this case; 0155, that the request may not be executed, is the closest (inferred).
  'outside-contract': 'CBC.0155',
  'too-frequent': 'CBC.99008040',
  'transactions-used-up': 'CBC.99008056',
  'no-tax-rate': 'CBC.99006093',
  'marketplace-and-dedicated': 'CBC.99003156',
  'sold-out': 'CBC.99003141',
  'project-fund': 'CBC.99003155',
  budget: 'CBC.99003198',
}

/**
 * Members beside the code. The names inside `quota_infos` are those of the retired v1 API, the only ones published; 1 = the quota is too
 * small. The values of `auth_status` are not published, so it is left out.
 */
function membersOf({ world }: PaymentContext, { lines, projects }: Refused): Readonly<Record<string, unknown>> {
  if (projects)
    return {
      enterprise_project_auth_result: projects.map(({ id, name }) => ({ enterprise_project_id: id, enterprise_project_name: name })),
    }
  const products = [...new Set(lines?.map(({ productId }) => productId))].flatMap((id) => world.products.get(id) ?? [])
  if (products.length === 0) return {}
  return {
    quota_infos: products.map(({ regionCode, serviceType, resourceType, resourceSpec }) => ({
      ...(regionCode === undefined ? {} : { regionCode }),
      cloudServiceType: serviceType,
      resourceType,
      resourceSpecCode: resourceSpec,
      authResult: 1,
    })),
  }
}

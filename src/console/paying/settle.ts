import { confirmOutside, overlapsContract } from '../../commerce/payment/contract.ts'
import type { PayRefusal } from '../../commerce/payment/may-pay.ts'
import { payTogether } from '../../commerce/payment/pay.ts'
import type { PaymentOptions } from '../../commerce/payment/payment-options.ts'
import type { Coupon, Discount, Order } from '../../world/entities/entities.ts'
import type { CheckContext } from '../console-behaviour.ts'

/** The selected coupons and discount by their ids; refuses with `reduction-refused` those that are not the buyer's. */
export function reductionsOf(
  { world, fail }: CheckContext,
  customerId: string,
  { coupons = [], discount }: { readonly coupons?: readonly string[] | undefined; readonly discount?: string | undefined },
): PaymentOptions {
  const couponOf = (id: string): Coupon => {
    const coupon = world.coupons.get(id)
    return coupon?.customerId === customerId ? coupon : fail('reduction-refused', `The buyer has no coupon "${id}".`)
  }
  const discountOf = (id: string): Discount => {
    const found = world.discounts.get(id)
    return found?.customerId === customerId ? found : fail('reduction-refused', `The buyer has no discount "${id}".`)
  }
  return { coupons: coupons.map(couponOf), ...(discount === undefined ? {} : { discount: discountOf(discount) }) }
}

/** Pays from the balance. Translates refusals of `commerce` into those of the console. */
export function settle({ world, fail }: CheckContext, orders: readonly Order[], how: PaymentOptions): readonly Order[] {
  const result = payTogether(world, orders, how)
  if ('orders' in result) return result.orders
  const { refused } = result
  const numbers = orders.map((order) => order.id)
  const balance = world.accounts.get(orders[0]?.customerId ?? '')?.balance ?? 0
  const details: Partial<Record<string, string>> = {
    'balance-insufficient': `The balance of ${balance / 100} yuan is less than ${numbers.join(', ')} cost. RechargeAccount puts money in, or leave it to be paid with pay: false.`,
    'order-changed': `The state of ${numbers.join(', ')} has changed: it cannot be paid any more (${refused}).`,
  }
  const key = PROBLEM[refused] ?? 'payment-refused'
  const why = WHY[refused] ?? refused
  return fail(key, details[key] ?? `${numbers.join(', ')}: ${why}.`, { orders: numbers })
}

const PROBLEM: Readonly<Partial<Record<PayRefusal, string>>> = {
  'status-changed': 'order-changed',
  'deadline-passed': 'order-changed',
  'balance-insufficient': 'balance-insufficient',
  'discount-not-applicable': 'reduction-refused',
  'coupon-used': 'reduction-refused',
  'coupon-unusable': 'reduction-refused',
  'coupon-excludes-discount': 'reduction-refused',
  'below-lowest-discount': 'reduction-refused',
  'voucher-and-discount-coupon': 'reduction-refused',
  'marketplace-and-dedicated': 'reduction-refused',
  'begins-before': 'order-changed',
  combined: 'bought-together',
  'outside-contract': 'outside-contract',
  'being-paid': 'being-paid',
}

/** Explanations for refusals that have their own codes in the billing API. */
const WHY: Readonly<Partial<Record<PayRefusal, string>>> = {
  'marketplace-and-dedicated': 'a KooGallery coupon and a dedicated voucher exclude each other',
  'too-frequent': 'the last payment of the account is too fresh (setting bss.paymentInterval)',
  'transactions-used-up': 'the payments of this account for today are used up (paymentsPerDay)',
  'no-tax-rate': 'no tax rate is found for the account (taxRate)',
  'sold-out': 'the order has more pieces than the product has left (stock)',
  'project-fund': 'the fund of the enterprise project is too small (fund)',
  budget: "the organisation's budget is too small (budget)",
}

/** Refuses with the vendor's question until the buyer has answered it. The answer is stored with the orders (S-13). */
export function askForContract(context: CheckContext, orders: readonly Order[], outsideContract: boolean | undefined): readonly Order[] {
  if (outsideContract === true) return confirmOutside(context.world, orders)
  const asked = orders.filter((order) => overlapsContract(context.world, order)).map((order) => order.id)
  if (asked.length > 0)
    context.fail(
      'outside-contract',
      '请确认当前下单是否属于合同外下单,否则将无法支付 (outsideContract: true confirms it; on the command line --outside-contract.)',
      {
        orders: asked,
      },
    )
  return orders
}

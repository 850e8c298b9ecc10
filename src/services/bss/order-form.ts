import type { components } from '../../spec/generated/bss.ts'
import { formatUtc } from '../../world/engine/calendar.ts'
import type { Amounts, Order, ServiceType } from '../../world/entities/entities.ts'
import { BSS_ORDER_STATUS } from '../order-status.ts'
import { type Language, serviceTypeMembers, yuan } from './localised-names.ts'
import { ORDER_TYPE } from './order-types.ts'

type Schemas = components['schemas']

/** The fifteen members common to all forms of an order. Members that the world has no value for are left out. */
function commonForm(order: Order, type: ServiceType | undefined, language: Language) {
  return {
    order_id: order.id,
    customer_id: order.customerId,
    ...serviceTypeMembers(order.serviceType, type, language),
    // The world stores the vendor's number.
    source_type: order.source as NonNullable<Schemas['CustomerOrderV2']['source_type']>,
    status: BSS_ORDER_STATUS[order.status],
    order_type: ORDER_TYPE[order.type],
    amount_after_discount: yuan(order.amounts.afterDiscount),
    official_amount: yuan(order.amounts.official),
    measure_id: 1 as const,
    create_time: formatUtc(order.createdAt),
    ...(order.paidAt === undefined ? {} : { payment_time: formatUtc(order.paidAt) }),
    currency: order.currency,
    ...(order.contractId === undefined ? {} : { contract_id: order.contractId }),
    amount_info: amountForm(order.amounts),
  }
}

/** An order of the list, or one inside a combined transaction there. */
export function listForm(order: Order, type: ServiceType | undefined, language: Language): Schemas['SubCustomerOrderV2'] {
  return { ...commonForm(order, type, language), enterprise_projects: [...order.enterpriseProjects] }
}

/** The partner who paid for the customer, or who was asked to while the order waits for payment. */
export function agentPayMembers({ payerId, paying }: Order): Pick<Schemas['CustomerOrderV2'], 'agent_pay_info'> {
  const agent = payerId ?? paying?.payerId
  return agent === undefined ? {} : { agent_pay_info: { paying_agent_id: agent, is_agent_pay: true } }
}

/** An order in detail, or one inside a combined transaction there. */
export function detailForm(order: Order, type: ServiceType | undefined, language: Language): Schemas['SubCustomerOrderV3'] {
  return {
    ...commonForm(order, type, language),
    user_name: order.createdBy,
    ...(order.paymentDeadline === undefined ? {} : { pending_payment_end_time: formatUtc(order.paymentDeadline) }),
  }
}

/** The parts of a price reduction, in yuan. */
export function amountForm(amounts: Amounts): Schemas['AmountInfomationV2'] {
  return {
    discounts: amounts.discounts.map(({ type, amount }) => ({ discount_type: type, discount_amount: yuan(amount) })),
    flexipurchase_coupon_amount: yuan(amounts.cashCoupon),
    coupon_amount: yuan(amounts.voucher),
    stored_card_amount: yuan(amounts.storedCard),
    commission_amount: yuan(amounts.commission),
    consumed_amount: yuan(amounts.consumed),
  }
}

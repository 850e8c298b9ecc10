import type { components, operations } from '../../spec/generated/bss.ts'
import { formatUtc } from '../../world/engine/calendar.ts'
import type { Order, OrderLine } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'
import { alone, type ListedOrder, membersOf, together } from './listed-order.ts'
import { type Language, serviceTypeMembers, yuan } from './localised-names.ts'
import { amountForm, detailForm } from './order-form.ts'
import { PERIOD_TYPE } from './order-types.ts'
import { maySee } from './partner-customers.ts'

type Details = operations['ShowCustomerOrderDetails']
type Schemas = components['schemas']

/** One order and a page of its items; `total_count` counts the items (S-09). */
export const showCustomerOrderDetails: Behaviour<Details> = (context) => {
  const { world, input, language } = context
  const { offset = 0, limit = 10 } = input.query
  const { order, members } = findVisible(context)
  const form = (one: Order) => detailForm(one, world.serviceTypes.get(one.serviceType), language)
  const items = (members.length > 0 ? members : [order]).flatMap((one) => one.lines.map((line) => ({ order: one, line })))
  return {
    total_count: items.length,
    order_info: { ...form(order), sub_order_infos: members.map(form) },
    order_line_items: items.slice(offset, offset + limit).map((item) => lineItem(world, item.order, item.line, language)),
  }
}

function findVisible(context: BehaviourContext<Details>): ListedOrder {
  const { world, input, fail } = context
  const id = input.path.order_id
  const [first] = world.orders.where('combined', id)
  const order = first ?? world.orders.get(id)
  if (!order || !maySee(context, order.customerId, input.query.indirect_partner_id)) return fail('CBC.30000010')
  return first ? (together(membersOf(world, id, order.customerId)) ?? alone(order)) : alone(order)
}

function lineItem(world: World, order: Order, line: OrderLine, language: Language): Schemas['OrderLineItemEntityV2'] {
  const code = world.products.get(line.productId)?.serviceType ?? order.serviceType
  return {
    order_line_item_id: line.id,
    ...serviceTypeMembers(code, world.serviceTypes.get(code), language),
    ...productMembers(world, line.productId),
    ...(line.periodType === undefined ? {} : { period_type: PERIOD_TYPE[line.periodType] }),
    // The page documents null for unsubscribe orders.
    ...(order.type === 'unsubscribe' ? { period_num: null } : line.periodNum === undefined ? {} : { period_num: line.periodNum }),
    ...(line.effectiveAt === undefined ? {} : { effective_time: formatUtc(line.effectiveAt) }),
    ...(line.expireAt === undefined ? {} : { expire_time: formatUtc(line.expireAt) }),
    subscription_num: line.quantity,
    amount_after_discount: yuan(line.amounts.afterDiscount),
    official_amount: yuan(line.amounts.official),
    amount_info: amountForm(line.amounts),
    currency: order.currency,
    ...(line.baseProductId === undefined ? {} : { base_product_info: productMembers(world, line.baseProductId) }),
    order_id: order.id,
  }
}

function productMembers(world: World, id: string): Schemas['ProductObject'] {
  const product = world.products.get(id)
  if (!product) return { product_id: id }
  return {
    product_id: id,
    product_spec_desc: product.specDesc,
    ...(product.categoryCode === undefined ? {} : { category_code: product.categoryCode }),
    product_owner_service: product.serviceType,
  }
}

import type { components, operations } from '../../spec/generated/bss.ts'
import type { Order, ServiceType } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'
import { alone, type ListedOrder, membersOf, together } from './listed-order.ts'
import type { Language } from './localised-names.ts'
import { memoize } from './memoize.ts'
import { agentPayMembers, listForm } from './order-form.ts'
import { orderType } from './order-types.ts'
import { customersOf, resellerOf } from './partner-customers.ts'
import { matches, type OrderFilter, selectOrders } from './select-orders.ts'
import { orderStatuses } from './status-filter.ts'
import { spanOf } from './time-span.ts'

type List = operations['ListCustomerOrders']

/** The order list of the billing API (S-06 to S-08). */
export const listCustomerOrders: Behaviour<List> = (context) => {
  const { world, input, language } = context
  const wanted = readWanted(context)
  const { order_id } = input.query
  const { count, page } = order_id === undefined ? selectOrders(world, wanted) : selectOne(world, order_id, wanted)
  return { total_count: count, order_infos: page.map((shown) => formOf(world, shown, language)) }
}

function readWanted(context: BehaviourContext<List>): OrderFilter {
  const { query } = context.input
  const { status, order_type, service_type_code, offset = 0, limit = 10, order_by = '-createTime' } = query
  const created = spanOf(context, ['/query/create_time_begin', query.create_time_begin], ['/query/create_time_end', query.create_time_end])
  const paid = spanOf(context, ['/query/payment_time_begin', query.payment_time_begin], ['/query/payment_time_end', query.payment_time_end])
  return {
    customers: customersAsked(context),
    statuses: status === undefined ? undefined : orderStatuses(status),
    type: order_type === undefined ? undefined : orderType(order_type),
    serviceType: service_type_code?.toLowerCase(),
    created,
    paid: paid.from === undefined && paid.to === undefined ? undefined : paid,
    descending: order_by.startsWith('-'),
    offset,
    limit,
  }
}

function customersAsked(context: BehaviourContext<List>): readonly string[] {
  const { caller, world, input } = context
  const { customer_id, indirect_partner_id, method } = input.query
  const { id } = caller.account
  const all =
    indirect_partner_id !== undefined
      ? customersOf(context, resellerOf(context, indirect_partner_id).id)
      : method === 'sub_customer' || (caller.account.role === 'partner' && method === undefined)
        ? customersOf(context, id)
        : [id]
  const filters = customer_id !== undefined && world.setting('bss.customerIdFilter') === 'accepted'
  return filters ? all.filter((one) => one === customer_id) : all
}

/** Finds one order or combined transaction by its number, in any letter case. */
function selectOne(world: World, asked: string, wanted: OrderFilter): { readonly count: number; readonly page: readonly ListedOrder[] } {
  const shown = findShown(world, asked, wanted.customers)
  if (!shown || !matches(shown.order, wanted)) return { count: 0, page: [] }
  return { count: 1, page: wanted.offset === 0 ? [shown] : [] }
}

function findShown(world: World, asked: string, customers: readonly string[]): ListedOrder | undefined {
  for (const id of new Set([asked.toUpperCase(), asked, asked.toLowerCase()])) {
    const combined = customers.map((customer) => together(membersOf(world, id, customer))).find((shown) => shown !== undefined)
    if (combined) return combined
    const order = world.orders.get(id)
    if (order) return alone(order)
  }
  return undefined
}

function formOf(world: World, shown: ListedOrder, language: Language) {
  const types = [shown.order, ...shown.members].map((order) => world.serviceTypes.get(order.serviceType))
  return shownForm(shown, language, ...types)
}

/** Rendered once for each version of an order, because lists are requested far more often than orders change. */
const shownForm = memoize(
  (
    { order, members }: ListedOrder,
    language: Language,
    type?: ServiceType,
    ...others: (ServiceType | undefined)[]
  ): components['schemas']['CustomerOrderV2'] => ({
    ...listForm(order, type, language),
    ...agentPayMembers(order),
    sub_order_infos: members.map((member: Order, index) => listForm(member, others[index], language)),
  }),
)

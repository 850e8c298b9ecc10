import { baseOrderOf } from '../../commerce/ordering/paid-lines.ts'
import type { components, operations } from '../../spec/generated/bss.ts'
import type { Order, OrderLine } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour } from '../behaviour.ts'
import { serviceTypeMembers, yuan } from './localised-names.ts'
import { customerMeant } from './partner-customers.ts'

type Schemas = components['schemas']

/** What an unsubscribe or downgrade order refunds: negative amounts are refunded, positive ones were consumed or are a fee. */
export const showRefundOrderDetails: Behaviour<operations['ShowRefundOrderDetails']> = (context) => {
  const { world, input, fail } = context
  const customerId = customerMeant(context, input.query)
  const order = world.orders.get(input.query.order_id)
  const gives = order?.type === 'unsubscribe' || (order?.type === 'change' && order.amounts.afterDiscount < 0)
  if (!gives || order.customerId !== customerId) return fail('CBC.99005026')
  const refund_infos = order.lines.flatMap((line) => records(world, order, line))
  return { total_count: refund_infos.length, refund_infos }
}

function records(world: World, order: Order, line: OrderLine): Schemas['OrderRefundInfoV2'][] {
  const { afterDiscount, consumed, commission } = line.amounts
  const product = world.products.get(line.productId)
  const code = product?.serviceType ?? order.serviceType
  const base = baseOrderOf(order, line)
  const [resource] = line.resourceIds.map((id) => world.resources.get(id))
  const about = {
    measure_id: '1' as const,
    customer_id: order.customerId,
    resource_type_code: product?.resourceType ?? '',
    ...(product ? { resource_type_name: product.resourceTypeName } : {}),
    ...serviceTypeMembers(code, world.serviceTypes.get(code), 'zh'),
    region_code: resource?.regionCode ?? product?.regionCode ?? '',
    ...(base === undefined ? {} : { base_order_id: base }),
  }
  // The first amount is included even when it is zero; the others only when they are above zero.
  const amounts = [afterDiscount, ...[consumed, commission].filter((amount) => amount > 0)]
  return amounts.map((amount, index) => ({ id: world.ids.hex('refunds', `${line.id}/${index}`), amount: yuan(amount), ...about }))
}

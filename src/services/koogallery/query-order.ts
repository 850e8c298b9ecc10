import type { components, operations } from '../../spec/generated/koogallery.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour } from '../behaviour.ts'
import { mockOrder } from './mock-order.ts'
import { orderInfo } from './order-info.ts'

type Query = operations['QueryOrder']
type OrderInfo = components['schemas']['OrderInfo']

/**
 * One order with the caller's products: all its lines, or the requested one (koogallery.md 9). A seller of none of them is refused; other
 * sellers' lines are not shown. The built-in orders for commissioning are available to every seller.
 */
export const queryOrder: Behaviour<Query> = (context) => {
  const { world, input, caller, fail, example } = context
  const { orderId, orderLineId } = input.query
  if (/^MOCK[A-Z]+$/.test(orderId)) {
    const built = example(orderId) as { readonly orderInfo: OrderInfo } | undefined
    if (built && orderLineId !== undefined && orderLineId !== `${orderId}-000001`) return fail('MKT.0199')
    if (built) return { ...succeeded(world), orderInfo: mockOrder(built.orderInfo, world.clock.now()) }
  }
  const order = world.orders.get(orderId)
  if (!order) return fail(world.setting('koogallery.unknown_order'))
  const own = order.lines.filter((line) => world.products.get(line.productId)?.sellerId === caller.account.id)
  if (own.length === 0) return fail('MKT.0150')
  const lines = orderLineId === undefined ? own : own.filter((line) => line.id === orderLineId)
  // No page documents the answer for an unknown line; this is the code for all other faults (inferred).
  if (lines.length === 0) return fail('MKT.0199')
  return { ...succeeded(world), orderInfo: orderInfo(world, order, lines) }
}

/** Code and text of a success, in the table that this world uses. */
function succeeded(world: World) {
  return world.setting('koogallery.order_query_error_table') === 'CBC'
    ? { error_code: 'CBC.0000', error_msg: 'Success' }
    : { resultCode: 'MKT.0000', resultMsg: 'Success' }
}

import type { operations } from '../../spec/generated/koogallery.ts'
import type { SuccessOf } from '../../spec/typing.ts'
import type { Behaviour } from '../scene.ts'
import { mockOrder } from './mock-order.ts'
import { orderInfo } from './order-info.ts'

type Query = operations['QueryOrder']

/**
 * One order of the caller's products, all lines or the one asked for (koogallery.md 9). Whoever sells none of it is refused; lines
 * of other sellers are not shown. The built-in orders for commissioning answer any seller.
 */
export const queryOrder: Behaviour<Query> = (scene) => {
  const { world, input, caller, fail, example } = scene
  const { orderId, orderLineId } = input.query
  if (/^MOCK[A-Z]+$/.test(orderId)) {
    const built = example(orderId) as SuccessOf<Query> | undefined
    if (built) return orderLineId === undefined || orderLineId === `${orderId}-000001` ? mockOrder(built, world.clock.now()) : fail('MKT.0199')
  }
  const order = world.orders.get(orderId)
  if (!order) return fail(String(world.setting('koogallery.unknown_order')))
  const own = order.lines.filter((line) => world.products.get(line.productId)?.sellerId === caller.account.id)
  if (own.length === 0) return fail('MKT.0150')
  const lines = orderLineId === undefined ? own : own.filter((line) => line.id === orderLineId)
  // No page says what an order answers about a line that it has not; this is the code for all other faults (inferred).
  if (lines.length === 0) return fail('MKT.0199')
  const resultCode = world.setting('koogallery.order_query_error_table') === 'CBC' ? 'CBC.0000' : 'MKT.0000'
  return { resultCode, resultMsg: 'Success', orderInfo: orderInfo(world, order, lines) }
}

import { answerFor } from '../../commerce/ordering/answer.ts'
import { completeOrder } from '../../commerce/ordering/complete.ts'
import { noteInterfaceFailure } from '../../commerce/supervision/interface-failures.ts'
import type { Order } from '../../world/entities/entities.ts'
import type { ConsoleBehaviours } from '../console-behaviour.ts'
import { orderState } from '../orders/order-state.ts'
import { giveUp } from '../orders/orders.ts'
import { orderOf } from '../subjects.ts'

/** The answer of the seller's production interface, entered in the console. */
export const sellerAnswers: ConsoleBehaviours<'AnswerForSeller'> = {
  AnswerForSeller(context) {
    const { world, input, fail } = context
    const { resultCode, instanceId, giveUp: over = false } = input.body
    const order = orderOf(context, input.path.orderId)
    const { id: orderId, customerId } = order
    const sold = order.lines.some((line) => world.products.get(line.productId)?.sellerId !== undefined)
    if (order.status !== 'processing' || !sold || !['new', 'trial', 'gift'].includes(order.type) || world.supervisions.has(orderId))
      return fail('wrong-state', `Order ${orderId} is ${order.status}: it does not wait for an answer of the seller's interface.`)
    if (resultCode === '000000') {
      const { frontEndUrl } = input.body
      if (instanceId === undefined || frontEndUrl === undefined)
        return fail('instance-missing', 'With 000000 the seller answers instanceId and frontEndUrl: give both.')
      return { order: orderState(world, open(context, order, { id: instanceId, frontEndUrl })) }
    }
    world.emit({ type: 'order.processing', orderId, customerId, reason: resultCode })
    // 000004 announces an asynchronous answer, so it cannot end the order.
    if (!over || resultCode === '000004') return { order: orderState(world, order) }
    const given = giveUp(context, order)
    noteInterfaceFailure(world, order.lines[0]?.productId ?? '')
    return { order: orderState(world, given) }
  },
}

type Opening = Parameters<(typeof sellerAnswers)['AnswerForSeller']>[0]

function open({ world, input }: Opening, order: Order, instance: { readonly id: string; readonly frontEndUrl: string }): Order {
  const { adminUrl, userName, password, memo } = input.body
  const given = Object.fromEntries(Object.entries({ adminUrl, userName, password, memo }).filter(([, value]) => value !== undefined))
  for (const resourceId of order.resourceIds) answerFor(world, resourceId, order.id, { ...instance, ...given })
  world.unplan({ work: 'order.complete', about: { orderId: order.id } })
  return completeOrder(world, order.id) ?? order
}

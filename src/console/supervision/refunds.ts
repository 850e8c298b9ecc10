import { payable } from '../../commerce/ordering/amounts.ts'
import { askRefund, decideRefund, isComingBack, payRefund, sendBack } from '../../commerce/refunds/negotiated-refund.ts'
import type { Order } from '../../world/entities/entities.ts'
import type { CheckContext, ConsoleBehaviours } from '../console-behaviour.ts'
import { fen, yuan } from '../money.ts'
import { iso, orderState } from '../orders/order-state.ts'
import { orderOf } from '../subjects.ts'
import { checkNotFrozen, supervisionOf } from './supervised.ts'

/** 协商退订: a buyer's refund request before the acceptance, the seller's decision, and the return of hardware (S-33, S-61). */
export const refunds: ConsoleBehaviours<'AskRefund' | 'DecideRefund' | 'SendBack' | 'ConfirmReturn'> = {
  AskRefund(context) {
    const { world, input, fail } = context
    const { amount: text, reason, received = false } = input.body
    const { id: orderId } = supervisionOf(context, input.path.orderId)
    const order = orderOf(context, orderId)
    if (order.refund && (order.refund.decidedAt === undefined || isComingBack(order)))
      return fail(
        'refund-running',
        `${orderId}: ${order.refund.approved ? 'what was agreed is not done yet' : 'the seller has not answered yet'}.`,
      )
    if (order.invoiced === true) return fail('invoice-first', `An invoice was issued for ${orderId}: it comes back first.`)
    checkReturnable(context, order, received)
    const paid = order.lines.reduce((sum, line) => sum + payable(line.amounts), 0)
    const amount = fen(text)
    if (amount <= 0 || amount > paid)
      fail('amount-refused', `${text} is not more than 0 and at most the ${yuan(paid)} that were paid for ${orderId}.`)
    return shown(context, askRefund(world, order, { amount, reason, ...(received ? { received } : {}) }))
  },

  DecideRefund(context) {
    const { world, input, fail } = context
    const { approve, note } = input.body
    const order = orderOf(context, input.path.orderId)
    const { refund } = order
    if (!refund || refund.decidedAt !== undefined)
      return fail('wrong-state', `No refund of ${order.id} waits for an answer: AskRefund asks for one.`)
    // Checked again, because the delivery may have continued meanwhile.
    if (approve) checkReturnable(context, order, refund.received === true)
    return shown(context, decideRefund(world, order, approve, note))
  },

  SendBack(context) {
    const { world, input, fail } = context
    const order = orderOf(context, input.path.orderId)
    if (!isComingBack(order) || !world.can('orders', order.id, 'return-goods'))
      return fail(
        'wrong-state',
        `Nothing of ${order.id} (${order.status}) can be sent back yet: the seller has to agree first (DecideRefund).`,
      )
    return shown(context, sendBack(world, order, input.body))
  },

  ConfirmReturn(context) {
    const { world, input, fail } = context
    const order = orderOf(context, input.path.orderId)
    if (!isComingBack(order) || order.status !== 'seller-to-receive')
      return fail('wrong-state', `Nothing of ${order.id} (${order.status}) is on its way back: the buyer has to send it first (SendBack).`)
    return shown(context, payRefund(world, order))
  },
}

/** Possible until the delivery is accepted, but not after a licence code was taken; for hardware it depends on where the goods are. */
function checkReturnable({ world, fail }: CheckContext, { id, status }: Order, received: boolean): void {
  checkNotFrozen({ world, fail }, id)
  const supervision = world.supervisions.get(id)
  const taken = [...world.licences.where('order', id)].some((licence) => licence.kind === 'code' && licence.status !== 'issued')
  if (taken) fail('code-taken', `用户一旦领取授权码后,将无法发起协商退订。 (${id})`)
  if (!world.can('supervisions', id, 'cancel'))
    fail(
      'not-returnable',
      `The delivery of ${id} has the status ${supervision?.status}: what is accepted or returned cannot be negotiated.`,
    )
  if (status === 'to-receive' && !received)
    fail('goods-on-their-way', `若商品已发货在途,用户不可发起“未收货退订”。 ${id} was sent: ask with received true once it has arrived.`)
  if (status !== 'to-receive' && received) fail('bad-request', `${id} is ${status}: only hardware that was sent can have been received.`)
}

function shown({ world }: CheckContext, { id }: Order) {
  const order = world.orders.get(id) as Order
  const { amount, askedAt, dueAt, decidedAt, doneAt, ...rest } = order.refund!
  return {
    order: orderState(world, order),
    refund: {
      amount: yuan(amount),
      ...rest,
      askedAt: iso(askedAt),
      dueAt: iso(dueAt),
      ...(decidedAt === undefined ? {} : { decidedAt: iso(decidedAt) }),
      ...(doneAt === undefined ? {} : { doneAt: iso(doneAt) }),
    },
  }
}

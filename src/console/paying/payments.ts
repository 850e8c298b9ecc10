import { recharge } from '../../commerce/payment/account.ts'
import { quote } from '../../commerce/payment/quote.ts'
import type { Account, OnlineMethod, Order } from '../../world/entities/entities.ts'
import type { CheckContext, ConsoleBehaviours, ConsoleContext } from '../console-behaviour.ts'
import { yuan } from '../money.ts'
import { orderState } from '../orders/order-state.ts'
import { orderOf } from '../subjects.ts'
import { checkTogether, payableTogether } from './payable-together.ts'
import { askForContract, reductionsOf, settle } from './settle.ts'
import { checkWay, LEADS_TO, type Paying, sharesOf } from './ways.ts'

/** The payment page for one order or several together (S-11, S-12, S-13, S-14). */
export const payments: ConsoleBehaviours<'PayOrders' | 'FinishPayment'> = {
  PayOrders(context) {
    const { world, input, fail } = context
    const { by = 'balance', outsideContract } = input.body
    const orders = askForContract(context, payableTogether(context, input.body.orders), outsideContract)
    const [first] = orders
    const buyer = world.accounts.get(first?.customerId ?? '')
    if (!buyer) return fail('unknown-account', 'The orders belong to nobody.')
    const how = reductionsOf(context, buyer.id, input.body)
    const due = quote(world, orders, how)
    const shares = sharesOf(context, buyer, due)
    checkWay(context, buyer, shares)
    // Without an online part the payment completes at once.
    const now = by !== 'partner' && shares.online === 0
    const method = now || by === 'partner' ? undefined : (input.body.method ?? 'alipay')
    const after = now ? settle(context, orders, how) : begin(context, buyer, orders, shares.online, method)
    return {
      payment: {
        by,
        status: now ? 'paid' : by === 'partner' ? 'waiting-partner' : 'waiting-online',
        due: yuan(due),
        balance: yuan(shares.balance),
        online: yuan(shares.online),
        ...(method === undefined ? {} : { method, leadsTo: LEADS_TO[method] }),
      },
      orders: after.map((order) => orderState(world, order)),
    }
  },

  FinishPayment(context) {
    const { world, input, fail } = context
    const order = orderOf(context, input.path.orderId)
    const { paying } = order
    if (!paying) return fail('not-being-paid', `No payment is in progress for order ${order.id}, which is ${order.status}.`)
    const orders = (paying.orders ?? [order.id]).map((id) => orderOf(context, id))
    const waiting = orders.map(({ id }) => world.orders.change(id, { paying: undefined }))
    const { result, reason } = input.body
    if (result === 'declined' && paying.by !== 'partner')
      return fail('wrong-state', `Order ${order.id} is paid ${paying.by}, not by the partner: nobody can decline. Send result: failed.`)
    if (result !== 'paid') return { orders: waiting.map((one) => orderState(world, emitNotPaid(context, one, paying.by, reason))) }
    checkTogether(context, waiting)
    const { couponIds, discountId } = paying
    const how = reductionsOf(context, order.customerId, { coupons: couponIds, discount: discountId })
    if (paying.by === 'partner') fromPartner(context, order, paying.payerId ?? '', quote(world, waiting, how))
    else receive(context, order.customerId, paying.online ?? 0)
    const paid = settle(context, waiting, how)
    const { payerId } = paying
    return {
      orders: (payerId === undefined ? paid : paid.map(({ id }) => world.orders.change(id, { payerId }))).map((one) =>
        orderState(world, one),
      ),
    }
  },
}

/** Marks all orders as being paid. Records `order.payment-started` or `order.partner-asked`. */
function begin(
  { world, input }: Paying,
  buyer: Account,
  orders: readonly Order[],
  online: number,
  method: OnlineMethod | undefined,
): readonly Order[] {
  const { by = 'online', coupons, discount } = input.body
  const way = by === 'balance' ? 'online' : by
  const type = way === 'partner' ? 'order.partner-asked' : 'order.payment-started'
  const payer = way === 'partner' ? { payerId: buyer.partnerId ?? '' } : {}
  const how = method === undefined ? {} : { method }
  return orders.map(({ id }) => {
    const paying = {
      by: way,
      since: world.clock.now(),
      orders: orders.map((order) => order.id),
      ...(way === 'partner' ? payer : { online }),
      ...how,
      ...(coupons === undefined ? {} : { couponIds: coupons }),
      ...(discount === undefined ? {} : { discountId: discount }),
    }
    const started = world.orders.change(id, { paying })
    world.emit({ type, orderId: id, customerId: buyer.id, ...payer, ...how })
    return started
  })
}

/** The payment failed or the partner declined: records the fact; the order waits for payment again. */
function emitNotPaid(
  { world }: Pick<ConsoleContext, 'world'>,
  order: Order,
  by: NonNullable<Order['paying']>['by'],
  reason: string | undefined,
): Order {
  const type = by === 'partner' ? 'order.partner-declined' : 'order.payment-failed'
  world.emit({ type, orderId: order.id, customerId: order.customerId, ...(reason === undefined ? {} : { reason }) })
  return order
}

/** Money from outside is credited to the account and then pays the order (inferred). */
function receive({ world }: CheckContext, accountId: string, amount: number): void {
  if (amount !== 0) recharge(world, accountId, amount)
}

/** The partner's money goes to the customer's account, which pays the order. The partner's balance must be sufficient. */
function fromPartner(context: CheckContext, order: Order, payerId: string, due: number): void {
  const { world, fail } = context
  const partner = world.accounts.get(payerId)
  if (!partner || partner.balance < due) {
    fail('balance-insufficient', `The balance of the partner (${yuan(partner?.balance ?? 0)} yuan) is less than ${yuan(due)}.`)
    return
  }
  if (due > 0) {
    world.accounts.change(payerId, { balance: partner.balance - due })
    world.emit({ type: 'account.charged', accountId: payerId, amount: due })
  }
  receive(context, order.customerId, due)
}

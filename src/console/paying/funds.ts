import { quote } from '../../commerce/payment/quote.ts'
import type { ConsoleBehaviours } from '../console-behaviour.ts'
import { yuan } from '../money.ts'
import { iso, orderState } from '../orders/order-state.ts'
import { payableTogether } from './payable-together.ts'
import { reductionsOf } from './settle.ts'

/** 请款: an enterprise without enough balance requests the money from its own company by an online contract (S-65). */
export const funds: ConsoleBehaviours<'RequestFunds'> = {
  RequestFunds(context) {
    const { world, input, fail } = context
    const orders = payableTogether(context, input.body.orders)
    const buyer = world.accounts.get(orders[0]?.customerId ?? '')
    if (!buyer) return fail('unknown-account', 'The orders belong to nobody.')
    if (buyer.customerType === 'individual') fail('not-enterprise', `${buyer.name} is an individual: RechargeAccount puts money in.`)
    const asked = orders.filter(({ fundsRequest }) => fundsRequest !== undefined).map(({ id }) => id)
    if (asked.length > 0) fail('funds-requested', `The money for ${asked.join(', ')} was asked for already.`, { orders: asked })
    const { discount } = reductionsOf(context, buyer.id, { discount: input.body.discount })
    const amount = quote(world, orders, discount ? { discount } : {})
    const until = discount?.endsAt
    const number = `${world.ids.order()}-QK`
    const fundsRequest = { number, at: world.clock.now(), amount, ...(until === undefined ? {} : { until }) }
    const after = orders.map(({ id, customerId }) => {
      const changed = world.orders.change(id, { fundsRequest })
      world.emit({ type: 'order.funds-requested', orderId: id, customerId })
      return orderState(world, changed)
    })
    return {
      request: { number, amount: yuan(amount), customer: buyer.name, ...(until === undefined ? {} : { discountUntil: iso(until) }) },
      orders: after,
    }
  },
}

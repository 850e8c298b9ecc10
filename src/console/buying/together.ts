import type { operations } from '../../spec/generated/console.ts'
import type { ConsoleBehaviours, ConsoleContext } from '../console-behaviour.ts'
import { orderState } from '../orders/order-state.ts'
import { askForContract, reductionsOf, settle } from '../paying/settle.ts'
import { buyerOf } from './buy.ts'
import { placePurchase, projectsOf } from './purchase.ts'

/** 商品组合购买: several products in one purchase, with one order each. They are paid together or not at all (S-12). */
export const together: ConsoleBehaviours<'BuyTogether'> = {
  BuyTogether(context) {
    const { world, input } = context
    const { items, pay = true, outsideContract } = input.body
    const buyer = buyerOf(context, input.body.customer)
    checkServers(context)
    const how = reductionsOf(context, buyer.id, input.body)
    const combinedId = world.ids.order()
    const more = { picked: how, enterpriseProjects: projectsOf(context, buyer, input.body.enterpriseProject), combinedId }
    const placed = items.map((item) => placePurchase(context, buyer, item, more))
    // None can be paid while one of them waits for a review or confirmation.
    const payable = pay && placed.every(({ status }) => status === 'pending-payment')
    const asked = payable || outsideContract === true ? askForContract(context, placed, outsideContract) : placed
    const orders = payable ? settle(context, asked, how) : asked
    return { combinedId, orders: orders.map((order) => orderState(world, order)) }
  },
}

/** One package per server at a time (S-44), also within one purchase. */
function checkServers({ input, fail }: ConsoleContext<operations['BuyTogether']>): void {
  const servers = input.body.items.flatMap(({ server }) => server ?? [])
  const twice = servers.find((server, index) => servers.indexOf(server) < index)
  if (twice !== undefined) fail('server-taken', `Two of the items are for server ${twice}: one package for one server at a time.`)
}

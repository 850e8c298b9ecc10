import { confirmOutside } from '../../commerce/payment/contract.ts'
import type { Account, Order } from '../../world/entities/entities.ts'
import { accountOf, usualBuyer } from '../accounts.ts'
import type { ConsoleBehaviours, ConsoleContext } from '../console-behaviour.ts'
import { orderState } from '../orders/order-state.ts'
import { askForContract, reductionsOf, settle } from '../paying/settle.ts'
import { placePurchase, projectsOf } from './purchase.ts'

/** Buying on a product's page. */
export const buying: ConsoleBehaviours<'BuyProduct'> = {
  BuyProduct(context) {
    const { world, input } = context
    const buyer = buyerOf(context, input.body.customer)
    const order = placePurchase(context, buyer, input.body, {
      enterpriseProjects: projectsOf(context, buyer, input.body.enterpriseProject),
      picked: reductionsOf(context, buyer.id, input.body),
    })
    return { order: orderState(world, payNew(context, order, input.body)) }
  },
}

/** What a person selects on the payment page. */
interface Picked {
  readonly pay?: boolean
  readonly coupons?: readonly string[]
  readonly discount?: string
  readonly outsideContract?: boolean
}

/**
 * Pays a new order from the balance with the selected reductions, unless `pay` is false. An order that waits for a decision is not paid.
 */
export function payNew(context: Pick<ConsoleContext, 'world' | 'fail'>, order: Order, picked: Picked = {}): Order {
  const { pay = true, outsideContract } = picked
  const [asked = order] = outsideContract === true ? confirmOutside(context.world, [order]) : []
  if (!pay || asked.status !== 'pending-payment') return asked
  askForContract(context, [asked], outsideContract)
  return settle(context, [asked], reductionsOf(context, order.customerId, picked))[0] ?? asked
}

/** The named buyer, or the default buyer. */
export function buyerOf(context: Pick<ConsoleContext, 'world' | 'fail'>, named: string | undefined): Account {
  if (named !== undefined) return accountOf(context, named)
  return (
    usualBuyer(context.world) ?? context.fail('unknown-account', `World "${context.world.name}" has no usual buyer: name the customer.`)
  )
}

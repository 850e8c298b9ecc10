import { confirmOutside } from '../../commerce/payment/contract.ts'
import type { Account, Order } from '../../world/entities/entities.ts'
import { accountOf, usualBuyer } from '../accounts.ts'
import type { ConsoleBehaviours, ConsoleScene } from '../console-behaviour.ts'
import { orderState } from '../orders/order-state.ts'
import { askForContract, reductionsOf, settle } from '../paying/settle.ts'
import { placePurchase, projectsOf } from './purchase.ts'

/** Buying, as a person does it on the product's page. */
export const buying: ConsoleBehaviours<'BuyProduct'> = {
  BuyProduct(scene) {
    const { world, input } = scene
    const buyer = buyerOf(scene, input.body.customer)
    const order = placePurchase(scene, buyer, input.body, {
      enterpriseProjects: projectsOf(scene, buyer, input.body.enterpriseProject),
      picked: reductionsOf(scene, buyer.id, input.body),
    })
    return { order: orderState(world, payNew(scene, order, input.body)) }
  },
}

/** What a person picks on the payment page. */
interface Picked {
  readonly pay?: boolean
  readonly coupons?: readonly string[]
  readonly discount?: string
  readonly outsideContract?: boolean
}

/** Pays a new order from the balance with what was picked, unless `pay` is false; what waits for somebody's word is left alone. */
export function payNew(scene: Pick<ConsoleScene, 'world' | 'fail'>, order: Order, picked: Picked = {}): Order {
  const { pay = true, outsideContract } = picked
  const [asked = order] = outsideContract === true ? confirmOutside(scene.world, [order]) : []
  if (!pay || asked.status !== 'pending-payment') return asked
  askForContract(scene, [asked], outsideContract)
  return settle(scene, [asked], reductionsOf(scene, order.customerId, picked))[0] ?? asked
}

/** The buyer named, or the one whose keys are printed. */
export function buyerOf(scene: Pick<ConsoleScene, 'world' | 'fail'>, named: string | undefined): Account {
  if (named !== undefined) return accountOf(scene, named)
  return usualBuyer(scene.world) ?? scene.fail('unknown-account', `World "${scene.world.name}" has no usual buyer: name the customer.`)
}

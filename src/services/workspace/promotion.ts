import { plain } from '../../commerce/ordering/amounts.ts'
import { applyDiscount, moneyOff, type Part } from '../../commerce/payment/reductions.ts'
import type { Amounts, Discount } from '../../world/entities/entities.ts'
import { NOT_POSSIBLE, WORKSPACE_SERVICE } from './products.ts'
import type { Here } from './targets.ts'

/** The promotion plan that a request names: a discount of the caller that applies to this service now. Refuses anything else. */
export function planNamed({ world, caller, refuse }: Here, at: string, id: string | undefined): Discount | undefined {
  if (id === undefined || id === '') return undefined
  const now = world.clock.now()
  const plans = [...world.discounts.where('customer', caller.account.id)].filter(
    ({ type, endsAt, serviceTypes }) =>
      type === 0 && (endsAt === undefined || now < endsAt) && (serviceTypes === undefined || serviceTypes.includes(WORKSPACE_SERVICE)),
  )
  const plan = plans.find((one) => one.id === id)
  if (plan) return plan
  const names = plans.map((one) => one.id).join(', ')
  return refuse('malformed', `${at}/promotion_plan_id`, `a promotion of the caller: ${names || 'there is none'}`, id, NOT_POSSIBLE)
}

/** A list price in fen, reduced by the plan. */
export function pricedWith({ world }: Pick<Here, 'world'>, price: number, plan: Discount | undefined): Amounts {
  const amounts = plain(price)
  if (!plan) return amounts
  const part = { serviceType: WORKSPACE_SERVICE, amounts } as Part
  applyDiscount(plan, moneyOff(world, plan, [part]))
  return part.amounts
}

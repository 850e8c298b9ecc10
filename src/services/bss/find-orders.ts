import type { Order } from '../../world/entities/entities.ts'
import type { CheckContext } from '../behaviour.ts'
import { membersOf } from './listed-order.ts'

/**
 * The caller's orders for a number, to act on: one order, or all orders of a combined transaction. Fails with the vendor's codes when there
 * is none, or when the number is that of a single order of a combined transaction (S-12).
 */
export function ordersToActOn(context: CheckContext, id: string, unknown = unknownOrder(context)): readonly Order[] {
  const { world, caller, fail } = context
  const members = membersOf(world, id, caller.account.id)
  if (members.length > 0) return members
  const order = ownOrder(context, id, unknown)
  return order.combinedId === undefined ? [order] : fail('CBC.99000089')
}

/** The same for showing: here a single order of a combined transaction is allowed. */
export function ordersToShow(context: CheckContext, id: string): readonly Order[] {
  const members = membersOf(context.world, id, context.caller.account.id)
  return members.length > 0 ? members : [ownOrder(context, id, unknownOrder(context))]
}

/** An order of the caller by its own number. */
function ownOrder({ world, caller }: CheckContext, id: string, unknown: () => never): Order {
  const order = world.orders.get(id)
  return order?.customerId === caller.account.id ? order : unknown()
}

/** The error of most operations for an unknown order. */
const unknownOrder =
  ({ fail }: CheckContext) =>
  (): never =>
    fail('CBC.30000010')

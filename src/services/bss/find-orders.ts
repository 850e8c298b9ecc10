import type { Order } from '../../world/entities/entities.ts'
import type { Scene } from '../behaviour.ts'
import { membersOf } from './listed-order.ts'

type Asking = Pick<Scene, 'world' | 'caller' | 'fail'>

/**
 * The caller's orders that a number stands for: one order, or all of a combined transaction. Fails with the vendor's codes
 * when there is none, or when it is one of several bought together (S-12).
 */
export function ordersToActOn(scene: Asking, id: string, unknown = unknownOrder(scene)): readonly Order[] {
  const { world, caller, fail } = scene
  const members = membersOf(world, id, caller.account.id)
  if (members.length > 0) return members
  const order = ownOrder(scene, id, unknown)
  return order.combinedId === undefined ? [order] : fail('CBC.99000089')
}

/** The same to look at: here one of several bought together may be named alone. */
export function ordersToShow(scene: Asking, id: string): readonly Order[] {
  const members = membersOf(scene.world, id, scene.caller.account.id)
  return members.length > 0 ? members : [ownOrder(scene, id, unknownOrder(scene))]
}

/** An order of the caller by its own number. */
function ownOrder({ world, caller }: Asking, id: string, unknown: () => never): Order {
  const order = world.orders.get(id)
  return order?.customerId === caller.account.id ? order : unknown()
}

/** What most operations answer for an order that is not there. */
const unknownOrder =
  ({ fail }: Asking) =>
  (): never =>
    fail('CBC.30000010')

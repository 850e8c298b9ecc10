import { sum } from '../../commerce/ordering/amounts.ts'
import type { Order, OrderStatus } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { memoize } from './memoize.ts'

/**
 * What the list shows as one order: an order, or a combined transaction (组合交易) with the combined number, the sums of its orders and the
 * state of the least advanced one.
 */
export interface ListedOrder {
  readonly order: Order
  /** The orders of a combined transaction; empty for a plain order. */
  readonly members: readonly Order[]
}

/** States of an order from the least to the most advanced. */
const PROGRESS: readonly OrderStatus[] = [
  ...(['initialised', 'to-review', 'to-approve', 'to-confirm', 'pending-payment', 'processing', 'compensating'] as const),
  ...(['to-ship', 'to-receive', 'exchanging', 'to-pick-up', 'seller-to-receive', 'to-refund', 'completed', 'cancelled'] as const),
]

/** The orders of a combined transaction, in order of creation. */
export function membersOf(world: World, combinedId: string, customerId: string): readonly Order[] {
  return world.orders
    .where('combined', combinedId)
    .slice(0)
    .filter((order) => order.customerId === customerId)
}

/** A plain order as a listed order. */
export const alone = memoize((order: Order): ListedOrder => ({ order, members: [] }))

/** A combined transaction as one listed order; undefined when there are no members. */
export function together(members: readonly Order[]): ListedOrder | undefined {
  const leader = leaderOf(members)
  return leader && combine(leader, ...members)
}

/** What the list shows for an order: itself, its combined transaction, or nothing when another order represents that transaction. */
export function inList(world: World, order: Order): ListedOrder | undefined {
  if (order.combinedId === undefined) return alone(order)
  const members = membersOf(world, order.combinedId, order.customerId)
  return leaderOf(members)?.id === order.id ? together(members) : undefined
}

const combine = memoize((leader: Order, ...members: readonly Order[]): ListedOrder => {
  const { combinedId = leader.id, ...rest } = leader
  const order: Order = {
    ...rest,
    id: combinedId,
    lines: members.flatMap((member) => member.lines),
    amounts: sum(members.map((member) => member.amounts)),
  }
  return { order, members }
})

function leaderOf(members: readonly Order[]): Order | undefined {
  return members.reduce<Order | undefined>((least, order) => {
    if (!least) return order
    const ahead = PROGRESS.indexOf(order.status) - PROGRESS.indexOf(least.status)
    return ahead < 0 ? order : least
  }, undefined)
}

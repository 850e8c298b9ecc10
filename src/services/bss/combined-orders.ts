import type { Order } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'

/** Orders that are part of a combined transaction, by customer: the few that a count must look at one by one. */
type Known = Map<string, Set<string>>

/** Derived from the world and kept up by its own writes, so it never says anything the world does not. */
const known = new WeakMap<World, Known>()

/** The orders of a customer that belong to combined transactions. Walks all orders once a world, never again. */
export function combinedOrdersOf(world: World, customerId: string): readonly Order[] {
  const ids = trackerOf(world).get(customerId)
  return ids ? [...ids].flatMap((id) => world.orders.get(id) ?? []) : []
}

function trackerOf(world: World): Known {
  const tracked = known.get(world)
  if (tracked) return tracked
  const made: Known = new Map()
  const add = (order: Order) => {
    if (order.combinedId === undefined) return
    const ids = made.get(order.customerId)
    if (ids) ids.add(order.id)
    else made.set(order.customerId, new Set([order.id]))
  }
  for (const order of world.orders.all()) add(order)
  world.watch((kind, after, before) => {
    if (kind !== 'orders') return
    // What is written to the orders is an order.
    if (before) made.get((before as Order).customerId)?.delete(before.id)
    if (after) add(after as Order)
  })
  known.set(world, made)
  return made
}

import type { Order } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { inList } from './listed-order.ts'

/** Cached data about a world's combined transactions: their orders by customer, and the orders that the list does not show. */
interface Known {
  readonly ids: Map<string, Set<string>>
  readonly hidden: Map<string, readonly Order[]>
}

/** Derived from the world and updated by its writes, so that it always agrees with the world. */
const known = new WeakMap<World, Known>()

/**
 * The orders of a customer that the list does not show, because another order of their combined transaction represents them. Reads all
 * orders once per world; after that it costs nothing until an order is written.
 */
export function hiddenOrdersOf(world: World, customerId: string): readonly Order[] {
  const { ids, hidden } = trackerOf(world)
  const found = hidden.get(customerId)
  if (found) return found
  const orders = [...(ids.get(customerId) ?? [])].flatMap((id) => world.orders.get(id) ?? [])
  const left = orders.filter((order) => inList(world, order) === undefined)
  hidden.set(customerId, left)
  return left
}

function trackerOf(world: World): Known {
  const tracked = known.get(world)
  if (tracked) return tracked
  const made: Known = { ids: new Map(), hidden: new Map() }
  const add = (order: Order) => {
    if (order.combinedId === undefined) return
    const ids = made.ids.get(order.customerId)
    if (ids) ids.add(order.id)
    else made.ids.set(order.customerId, new Set([order.id]))
  }
  for (const order of world.orders.all()) add(order)
  world.watch((kind, after, before) => {
    if (kind !== 'orders') return
    made.hidden.clear()
    // Entities of the kind `orders` are orders.
    if (before) made.ids.get((before as Order).customerId)?.delete(before.id)
    if (after) add(after as Order)
  })
  known.set(world, made)
  return made
}

import type { Order } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'

/**
 * Whether an order that the customer placed overlaps its standard sales contract, and nobody has confirmed that it is outside (S-13). The
 * contract names specifications: offerings with the same skuCode for another period overlap as well.
 */
export function overlapsContract(world: World, order: Order): boolean {
  if (order.outsideContract === true) return false
  if (order.overlapsContract !== undefined) return order.overlapsContract
  const contract = world.accounts.get(order.customerId)?.contractProducts ?? []
  if (order.source !== 1 || contract.length === 0) return false
  const codeOf = (id: string) => world.products.get(id)?.skuCode || id
  const specifications = new Set(contract.map(codeOf))
  return order.lines.some(({ productId }) => specifications.has(codeOf(productId)))
}

/** Records the buyer's confirmation that these orders are outside the contract. */
export function confirmOutside(world: World, orders: readonly Order[]): readonly Order[] {
  return orders.map((order) => (overlapsContract(world, order) ? world.orders.change(order.id, { outsideContract: true }) : order))
}

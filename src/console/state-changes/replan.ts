import { planLife, planLifeOf } from '../../commerce/life/life.ts'
import type { Kind } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'

/** Members of an account that the planned steps of its resources depend on. */
const DECIDES_LIFE: readonly string[] = ['level', 'deductionDays', 'commonEndDay']

/** Plans again what depends on edited members. */
export function replan(world: World, kind: Kind, id: string, members: readonly string[]): void {
  if (kind === 'orders' && members.includes('paymentDeadline')) {
    const { paymentDeadline, status } = world.orders.get(id) ?? {}
    world.unplan({ work: 'order.deadline', about: { orderId: id } })
    if (paymentDeadline !== undefined && status === 'pending-payment') world.plan(paymentDeadline, 'order.deadline', { orderId: id })
  }
  if (kind === 'resources') planLife(world, id)
  if (kind === 'accounts' && members.some((member) => DECIDES_LIFE.includes(member))) planLifeOf(world, id)
  if (kind === 'deliveries' && members.includes('nextAt')) {
    const { nextAt, status } = world.deliveries.get(id) ?? {}
    world.unplan({ work: 'delivery.attempt', about: { deliveryId: id } })
    if (nextAt !== undefined && status === 'waiting') world.plan(nextAt, 'delivery.attempt', { deliveryId: id })
  }
}

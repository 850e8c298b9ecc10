import { addPeriod } from '../../world/engine/calendar.ts'
import type { Order, Supervision } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { APPEAL_DAYS, afterWorkingDays } from './working-days.ts'

/**
 * Plans what a starting world implies but cannot contain: payment deadlines of unpaid orders. Orders in process stay as they are, for
 * inspection.
 */
export function beginOrders(world: World): void {
  // By index, because a world of ten thousand orders has only a few that wait.
  for (const { id } of world.accounts.all())
    for (const order of world.orders.where('customer-status', `${id}|pending-payment`)) beginOrder(world, order)
}

/** The same for one order. */
export function beginOrder(world: World, order: Order | undefined): void {
  if (order?.status === 'pending-payment' && order.paymentDeadline !== undefined)
    world.plan(order.paymentDeadline, 'order.deadline', { orderId: order.id })
}

/** The same for supervised deliveries: accepted ones complete, appeals are decided in time. */
export function beginSupervisions(world: World): void {
  for (const supervision of world.supervisions.where('status', 'accepted')) beginSupervision(world, supervision)
  for (const supervision of world.supervisions.where('status', 'acceptance')) beginSupervision(world, supervision)
}

/** The same for one delivery. */
export function beginSupervision(world: World, supervision: Supervision | undefined): void {
  if (!supervision) return
  const { orderId, status, acceptedAt = world.clock.now(), appeal } = supervision
  if (status === 'accepted')
    world.plan(addPeriod(acceptedAt, world.setting('console.completionDelay')), 'supervision.complete', { orderId })
  if (status === 'acceptance' && appeal && appeal.decidedAt === undefined)
    world.plan(afterWorkingDays(world, appeal.at, APPEAL_DAYS), 'supervision.appeal', { orderId })
}

import { addPeriod } from '../../world/engine/calendar.ts'
import type { Order, Supervision } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { APPEAL_DAYS, afterWorkingDays } from './working-days.ts'

/**
 * Plans what a starting world implies but cannot say: the lapse of orders that wait for payment. Orders that stand in process there stay
 * so, to be looked at.
 */
export function beginOrders(world: World): void {
  // By index: a world of ten thousand orders has a handful that wait.
  for (const { id } of world.accounts.all())
    for (const order of world.orders.by('customer-status', `${id}|pending-payment`)) beginOrder(world, order)
}

/** The same of one order. */
export function beginOrder(world: World, order: Order | undefined): void {
  if (order?.status === 'pending-payment' && order.paymentDeadline !== undefined)
    world.plan(order.paymentDeadline, 'order.deadline', { orderId: order.id })
}

/** The same of deliveries that people watch over: what is accepted completes, an appeal is decided in time. */
export function beginSupervisions(world: World): void {
  for (const supervision of world.supervisions.by('status', 'accepted')) beginSupervision(world, supervision)
  for (const supervision of world.supervisions.by('status', 'acceptance')) beginSupervision(world, supervision)
}

/** The same of one delivery. */
export function beginSupervision(world: World, supervision: Supervision | undefined): void {
  if (!supervision) return
  const { orderId, status, acceptedAt = world.clock.now(), appeal } = supervision
  if (status === 'accepted')
    world.plan(addPeriod(acceptedAt, String(world.setting('console.completionDelay'))), 'supervision.complete', { orderId })
  if (status === 'acceptance' && appeal && appeal.decidedAt === undefined)
    world.plan(afterWorkingDays(world, appeal.at, APPEAL_DAYS), 'supervision.appeal', { orderId })
}

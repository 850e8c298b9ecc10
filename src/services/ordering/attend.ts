import { addPeriod } from '../../world/calendar.ts'
import type { World } from '../../world/world.ts'
import { APPEAL_DAYS, afterWorkingDays } from './working-days.ts'

/**
 * Plans what a starting world implies but cannot say: the lapse of orders that wait for payment. Orders that stand in process
 * there stay so, to be looked at. Called again for a fork, whose plans are there already, it does nothing.
 */
export function attendOrders(world: World): void {
  const planned = new Set(
    world
      .upcoming()
      .flatMap(({ work, about }) =>
        work === 'order.deadline' && typeof about === 'object' && about && 'orderId' in about ? about.orderId : [],
      ),
  )
  // By index: a world of ten thousand orders has a handful that wait.
  for (const { id } of world.accounts.all())
    for (const order of world.orders.by('customer-status', `${id}|pending-payment`))
      if (order.paymentDeadline !== undefined && !planned.has(order.id))
        world.plan(order.paymentDeadline, 'order.deadline', { orderId: order.id })
}

/**
 * Plans what starting worlds imply about deliveries that people watch over: what is accepted completes, an appeal is decided in time.
 * What is planned already is left alone.
 */
export function attendSupervisions(world: World): void {
  const planned = new Set(world.upcoming().map(({ work, about }) => `${work} ${JSON.stringify(about)}`))
  const plan = (at: number, work: string, orderId: string) => {
    if (!planned.has(`${work} ${JSON.stringify({ orderId })}`)) world.plan(at, work, { orderId })
  }
  for (const { orderId, acceptedAt = world.clock.now() } of world.supervisions.by('status', 'accepted'))
    plan(addPeriod(acceptedAt, String(world.setting('console.completionDelay'))), 'supervision.complete', orderId)
  for (const { orderId, appeal } of world.supervisions.by('status', 'acceptance'))
    if (appeal && appeal.decidedAt === undefined) plan(afterWorkingDays(world, appeal.at, APPEAL_DAYS), 'supervision.appeal', orderId)
}

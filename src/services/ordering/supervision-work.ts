import type { Json } from '../../world/json.ts'
import type { WorkTable } from '../../world/plans.ts'
import type { World } from '../../world/world.ts'
import { completeOrder } from './complete.ts'
import { moveSupervision } from './supervise.ts'

/** What supervision plans. Each work looks first whether there is still something to do. */
export const supervisionWork: WorkTable = {
  /** What was accepted is completed; charging starts when the seller said that the service began, else at acceptance (koogallery.md 14). */
  'supervision.complete'(world, about) {
    completeSupervision(world, orderIdOf(about))
    return undefined
  },
  /** An appeal that nobody decided until its working days were over is taken to be upheld (inferred). */
  'supervision.appeal'(world, about) {
    const orderId = orderIdOf(about)
    const supervision = world.supervisions.get(orderId)
    if (!supervision?.appeal || supervision.appeal.decidedAt !== undefined) return undefined
    if (!world.can('supervisions', orderId, 'uphold-appeal')) return undefined
    const appeal = { ...supervision.appeal, decidedAt: world.clock.now(), upheld: true }
    moveSupervision(world, orderId, 'uphold-appeal', { by: 'vendor', changes: { appeal } })
    return undefined
  },
}

/** Completes what is accepted, and its order; does nothing for what is not. */
export function completeSupervision(world: World, orderId: string): void {
  const supervision = world.supervisions.get(orderId)
  if (supervision?.status !== 'accepted') return
  const from = supervision.startedAt ?? supervision.acceptedAt
  const event = world.can('orders', orderId, 'receive') ? 'receive' : 'accept'
  const order = completeOrder(world, orderId, { event, ...(from === undefined ? {} : { from }) })
  if (event === 'receive' && order?.status === 'completed') world.tell({ type: 'order.received', orderId, customerId: order.customerId })
  moveSupervision(world, orderId, 'complete', { by: 'vendor' })
}

function orderIdOf(about: Json): string {
  return typeof about === 'object' && about !== null && 'orderId' in about ? String(about.orderId) : ''
}

import type { AppealOutcome } from '../../world/entities/entities.ts'
import type { SomeWork, World } from '../../world/world-api.ts'
import { passActivation } from '../licences/activate.ts'
import { deliverAnswered } from '../licences/identification.ts'
import { completeOrder } from '../ordering/complete.ts'
import { giveBackUndelivered } from '../refunds/give-back.ts'
import { moveSupervision, noteAppeal } from './supervise.ts'

/** Planned work of supervision. Each work first checks whether it still applies. */
export const supervisionWork = {
  /**
   * Completes an accepted delivery. Charging starts when the service began according to the seller, else at acceptance (koogallery.md 14).
   */
  'supervision.complete'(world, about) {
    completeSupervision(world, about.orderId)
    return undefined
  },
  /**
   * An appeal that was not decided within its working days: the seller's appeal about an acceptance counts as upheld, any other as refused
   * (inferred).
   */
  'supervision.appeal'(world, about) {
    const orderId = about.orderId
    const supervision = world.supervisions.get(orderId)
    if (!supervision?.appeal || supervision.appeal.decidedAt !== undefined) return undefined
    const upheld = supervision.appeal.by !== 'buyer' && world.can('supervisions', orderId, 'uphold-appeal')
    decideAppeal(world, orderId, upheld ? 'accept' : 'continue', upheld)
    return undefined
  },
} satisfies SomeWork

/** Decides the appeal about a delivery. Unless the flow continues, the delivery ends too. The appeal must exist and be undecided. */
export function decideAppeal(world: World, orderId: string, outcome: AppealOutcome, upheld: boolean): void {
  const appeal = world.supervisions.get(orderId)?.appeal
  if (!appeal) return
  world.unplan({ work: 'supervision.appeal', about: { orderId } })
  noteAppeal(world, orderId, { ...appeal, decidedAt: world.clock.now(), upheld, outcome })
  const order = world.orders.get(orderId)
  if (outcome === 'accept') moveSupervision(world, orderId, 'uphold-appeal', { by: 'vendor' })
  else if (outcome === 'cancel' && order)
    giveBackUndelivered(world, order, { reason: appeal.reason }, { event: 'uphold-for-buyer', by: 'vendor' })
  else {
    // Apply what sellers did by API meanwhile, because the flow continues.
    passActivation(world, orderId)
    deliverAnswered(world, orderId, appeal.at)
  }
}

/** Completes an accepted delivery and its order. Does nothing when it is not accepted. */
export function completeSupervision(world: World, orderId: string): void {
  const supervision = world.supervisions.get(orderId)
  if (supervision?.status !== 'accepted') return
  const from = supervision.startedAt ?? supervision.acceptedAt
  const event = world.can('orders', orderId, 'receive') ? 'receive' : 'accept'
  const order = completeOrder(world, orderId, { event, ...(from === undefined ? {} : { from }) })
  if (event === 'receive' && order?.status === 'completed') world.emit({ type: 'order.received', orderId, customerId: order.customerId })
  moveSupervision(world, orderId, 'complete', { by: 'vendor' })
}

import type { DeliveryFault } from '../../scenario/delivery-fault-api.ts'
import { addPeriod } from '../../world/engine/calendar.ts'
import type { Delivery } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'

/** Longest wait for the next call. If none is made in this time, a call that was held back is sent alone. */
const LONGEST_WAIT = 'PT1H'

const LATE = 'PT10M'

/** Delays an attempt that is to be sent late or after another one; returns whether it does. The timetable of the attempt begins when it is sent. */
export function postpone(world: World, { id }: Delivery, { send, delay = LATE, by, does }: DeliveryFault): boolean {
  if (send !== 'late' && send !== 'out-of-order') return false
  const nextAt = addPeriod(world.clock.now(), send === 'late' ? delay : LONGEST_WAIT)
  world.deliveries.change(id, { nextAt, fault: { by, does }, ...(send === 'out-of-order' ? { heldBack: true } : {}) })
  world.plan(nextAt, 'delivery.attempt', { deliveryId: id })
  return true
}

/** Called after a call was sent: plans the calls to the same seller that were held back for it. */
export function sendHeldBack(world: World, { id: sent, sellerId }: Delivery): void {
  const now = world.clock.now()
  for (const { id } of [...world.deliveries.where('held-back', sellerId)]) {
    if (id === sent) continue
    world.unplan({ work: 'delivery.attempt', about: { deliveryId: id } })
    world.deliveries.change(id, { nextAt: now, heldBack: undefined })
    world.plan(now, 'delivery.attempt', { deliveryId: id })
  }
}

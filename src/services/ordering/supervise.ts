import type { Patch } from '../../world/collection.ts'
import type { Supervision } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'

/** Who took a step, and what is written with it. */
export interface Step {
  readonly by: Supervision['steps'][number]['by']
  readonly note?: string
  /** Members of the supervision that the step brings. */
  readonly changes?: Patch<Omit<Supervision, 'id' | 'status' | 'steps'>>
}

/**
 * Moves the delivery of an order on by one event of the transition table, writes the step down and tells `supervision.moved`.
 *
 * @throws IllegalTransition when the delivery does not stand where that can happen, or is not under supervision
 */
export function moveSupervision(world: World, orderId: string, event: string, { by, note, changes = {} }: Step): Supervision {
  const before = world.supervisions.get(orderId)
  const step = { at: world.clock.now(), by, event, ...(note === undefined ? {} : { note }) }
  const moved = world.transition('supervisions', orderId, event, { ...changes, steps: [...(before?.steps ?? []), step] })
  const { customerId, sellerId, status: station } = moved
  world.tell({ type: 'supervision.moved', orderId, customerId, sellerId, station, event })
  return moved
}

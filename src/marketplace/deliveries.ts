import type { Attempt, Delivery, Order } from '../world/entities/entities.ts'
import type { World } from '../world/world-api.ts'
import { type ManualTarget, resolveTarget } from './manual-target.ts'
import type { Marketplace } from './marketplace.ts'

/** One call of a seller with all its attempts. Moments are epoch milliseconds of world time. */
export interface DeliveryView extends Omit<Delivery, 'attempts'> {
  readonly attempts: readonly AttemptView[]
}

/** One attempt; `status` is the HTTP status of the answer, absent when none came. */
export interface AttemptView extends Attempt {
  readonly status?: number
}

/** The calls of sellers in one world, to read and to act upon. */
export interface Deliveries {
  /** All, in the order in which they were planned. */
  list(): DeliveryView[]
  /** Those of one order. */
  of(order: string | Pick<Order, 'id'>): DeliveryView[]
  get(id: string): DeliveryView | undefined
  /** 重新启动 of a held or given-up call: its next attempt is due now. Throws `delivery.unknown`, IllegalTransition. */
  restart(id: string): DeliveryView
  /**
   * Makes one call by hand, due now: `trigger('newInstance', { order: 'CS…' })`. Throws `delivery.operation`, `delivery.target`,
   * `delivery.address`, `delivery.key`.
   */
  trigger(operation: string, aim: ManualTarget): DeliveryView
}

/** `world` is asked for anew each time: a reset puts another in its place. */
export function createDeliveries(world: () => World, marketplace: Pick<Marketplace, 'restart' | 'trigger' | 'operations'>): Deliveries {
  return {
    list: () => [...world().deliveries.all()].map((delivery) => deliveryView(world(), delivery)),
    of: (order) =>
      [...world().deliveries.by('order', typeof order === 'string' ? order : order.id)].map((one) => deliveryView(world(), one)),
    get(id) {
      const found = world().deliveries.get(id)
      return found && deliveryView(world(), found)
    },
    restart: (id) => deliveryView(world(), marketplace.restart(world(), id)),
    trigger: (operation, aim) =>
      deliveryView(world(), marketplace.trigger(world(), resolveTarget(world(), marketplace.operations, operation, aim))),
  }
}

/** A delivery with its attempts, oldest first. */
function deliveryView(world: World, delivery: Delivery): DeliveryView {
  const attempts = [...world.attempts.by('delivery', delivery.id)].map(
    (attempt): AttemptView => ({ ...attempt, ...(attempt.answer ? { status: attempt.answer.status } : {}) }),
  )
  return { ...delivery, attempts }
}

import type { Attempt, Delivery, Order } from '../world/entities/entities.ts'
import type { World } from '../world/world-api.ts'
import type { ManualTarget, ResendWish, SellerCalls } from './marketplace-api.ts'

/** One call to a seller with all its attempts. Times are epoch milliseconds of world time. */
export interface DeliveryView extends Omit<Delivery, 'attempts'> {
  readonly attempts: readonly AttemptView[]
}

/** One attempt; `status` is the HTTP status of the answer, absent when none came. */
export interface AttemptView extends Attempt {
  readonly status?: number
}

/** The calls to sellers in one world: lists, restarts and holds them, and makes new ones. */
export interface Deliveries {
  /** All, in the order in which they were planned. */
  list(): DeliveryView[]
  /** Those of one order. */
  of(order: string | Pick<Order, 'id'>): DeliveryView[]
  get(id: string): DeliveryView | undefined
  /** 重新启动 of a held or given-up call: its next attempt is due now. Throws `delivery.unknown`, IllegalTransition. */
  restart(id: string): DeliveryView
  /**
   * Keeps a waiting call from being made until it is released: `hold('D00000001')`. The vendor has no such step. Throws `delivery.unknown`,
   * `delivery.follows` for a call that goes out after another one, IllegalTransition.
   */
  hold(id: string): DeliveryView
  /** A call that was held by hand goes on with its timetable. Throws `delivery.unknown`, `delivery.held`, IllegalTransition. */
  release(id: string): DeliveryView
  /**
   * Makes one call by hand, due now: `trigger('newInstance', { order: 'CS…' })`. Throws `delivery.operation`, `delivery.target`,
   * `delivery.address`, `delivery.key`.
   */
  trigger(operation: string, target: ManualTarget): DeliveryView
  /**
   * Sends the last attempt of calls again, byte for byte or with `fresh` signed anew: `resend('D00000001', { times: 2 })`. The first is due now,
   * or after `delay`; each of the others when the one before it has its answer. No order changes by the answers. Throws `delivery.unknown`,
   * `delivery.never-sent`, `delivery.address`, `delivery.resend`.
   */
  resend(ids: string | readonly string[], how?: Omit<ResendWish, 'deliveries'>): ResentViews
}

/** Calls that were sent again, in the order of sending. */
export interface ResentViews {
  /** What a random order was made from. */
  readonly seed?: string
  readonly deliveries: readonly DeliveryView[]
}

/** `world` is looked up each time: a reset replaces it. */
export function createDeliveries(
  world: () => World,
  marketplace: Pick<SellerCalls, 'restart' | 'hold' | 'release' | 'trigger' | 'resend'>,
): Deliveries {
  return {
    list: () => [...world().deliveries.all()].map((delivery) => deliveryView(world(), delivery)),
    of: (order) =>
      [...world().deliveries.where('order', typeof order === 'string' ? order : order.id)].map((one) => deliveryView(world(), one)),
    get(id) {
      const found = world().deliveries.get(id)
      return found && deliveryView(world(), found)
    },
    restart: (id) => deliveryView(world(), marketplace.restart(world(), id)),
    hold: (id) => deliveryView(world(), marketplace.hold(world(), id)),
    release: (id) => deliveryView(world(), marketplace.release(world(), id)),
    trigger: (operation, target) => deliveryView(world(), marketplace.trigger(world(), operation, target)),
    resend(ids, how = {}) {
      const { deliveries, ...seed } = marketplace.resend(world(), { ...how, deliveries: typeof ids === 'string' ? [ids] : ids })
      return { ...seed, deliveries: deliveries.map((one) => deliveryView(world(), one)) }
    },
  }
}

/** A delivery with its attempts, oldest first. */
function deliveryView(world: World, delivery: Delivery): DeliveryView {
  const attempts = [...world.attempts.where('delivery', delivery.id)].map(
    (attempt): AttemptView => ({ ...attempt, ...(attempt.answer ? { status: attempt.answer.status } : {}) }),
  )
  return { ...delivery, attempts }
}

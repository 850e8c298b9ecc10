import type { Json } from '../world/engine/json.ts'
import { isWork } from '../world/engine/planned-work.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { Delivery, InterfaceUse } from '../world/entities/entities.ts'
import type { World } from '../world/world-api.ts'
import { addressFor, keyFor, usedFor } from './addresses.ts'
import { emitDeliveryFact, knownDelivery, openDelivery, type Target } from './open-delivery.ts'

/** A call to make by hand. */
export interface Trigger {
  readonly operation: string
  readonly target: Target
  /** The seller to call if the target names no product. */
  readonly sellerId?: string
  readonly about?: Readonly<Record<string, Json>>
  readonly debugging?: boolean
}

/** Opens one call by hand: its first attempt is due now, and a failure is not retried. Throws `delivery.address`, `delivery.key`. */
export function triggerDelivery(world: World, { operation, target, about, debugging, ...wish }: Trigger, kind: InterfaceUse): Delivery {
  const product = target.productId === undefined ? undefined : world.products.get(target.productId)
  const sellerId = product?.sellerId ?? wish.sellerId
  const use = usedFor(world, operation, kind, product)
  const address = sellerId === undefined ? undefined : addressFor(world, sellerId, use, product?.id)
  const whose = product?.id ?? sellerId ?? 'nobody'
  if (!address) throw new WorldError('delivery.address', `The seller of "${whose}" has no address for ${use} calls; set one first.`)
  if (!keyFor(world, address.sellerId, use))
    throw new WorldError('delivery.key', `The seller of "${whose}" has no key for ${use} calls; create one first.`)
  return world.transaction(() =>
    openDelivery(world, {
      operation,
      use,
      address,
      timetable: 'by-hand',
      cause: 'hand',
      target,
      ...(about ? { about } : {}),
      ...(debugging ? { debugging } : {}),
    }),
  )
}

/** 重新启动: a held or given-up call begins its timetable anew. Throws `delivery.unknown`, IllegalTransition. */
export function restartDelivery(world: World, deliveryId: string): Delivery {
  const delivery = knownDelivery(world, deliveryId)
  return world.transaction(() => {
    const now = world.clock.now()
    const about = { ...delivery.about, before: delivery.attempts }
    const again = world.transition('deliveries', deliveryId, 'restart', {
      ...{ about, nextAt: now },
      ...{ firstAt: undefined, endedAt: undefined, heldByHand: undefined },
    })
    emitDeliveryFact(world, again, 'delivery.restarted')
    world.plan(now, 'delivery.attempt', { deliveryId })
    return again
  })
}

/** A call that was running when its world was loaded or forked has no answer to wait for: it is made again, as a new attempt that says so. */
export function resumeDeliveries(world: World): void {
  const planned = new Set<string | undefined>()
  // A world has thousands of plans and rarely a running call: a fork should not scan them needlessly.
  if (world.deliveries.where('status', 'waiting').count > 0)
    for (const plan of world.upcoming()) if (isWork(plan, 'delivery.attempt')) planned.add(plan.about.deliveryId)
  const waiting = [...world.deliveries.where('status', 'waiting')].filter(({ id, nextAt }) => nextAt !== undefined && !planned.has(id))
  const calling = [...world.deliveries.where('status', 'calling')]
  if (calling.length + waiting.length === 0) return
  world.transaction(() => {
    const now = world.clock.now()
    for (const { id, nextAt = now } of waiting) world.plan(nextAt, 'delivery.attempt', { deliveryId: id })
    for (const { id, attempts, about } of calling) {
      // It was interrupted and did not fail: the timetable does not count it.
      const before = Number(about?.['before'] ?? 0) + 1
      const again = world.transition('deliveries', id, 'retry', { nextAt: now, repeats: attempts, about: { ...about, before } })
      emitDeliveryFact(world, again, 'delivery.resumed', { attempt: attempts })
      world.plan(now, 'delivery.attempt', { deliveryId: id })
    }
  })
}

import type { ManualTarget } from '../marketplace/marketplace-api.ts'
import type { Rows } from '../world/engine/collection.ts'
import { IllegalTransition } from '../world/engine/machines.ts'
import type { Delivery } from '../world/entities/entities.ts'
import type { World } from '../world/world-api.ts'
import type { CheckContext, Controls } from './control-behaviour.ts'
import { describeCause, describeDelivery, describeTimetable, showDelivery } from './describe-delivery.ts'

type Names =
  | 'ListDeliveries'
  | 'ShowDelivery'
  | 'RestartDelivery'
  | 'HoldDelivery'
  | 'ReleaseDelivery'
  | 'TriggerDelivery'
  | 'ResendDeliveries'
  | 'ShowDeliveryTable'

/** The marketplace's calls to sellers: listing them, showing them with their attempts, restarting and triggering them. */
export const deliveries: Pick<Controls, Names> = {
  ListDeliveries({ input, world }) {
    const { order, operation, status, after, limit = 100 } = input.query
    const rows = rowsOf(world, order, status)
    const fits = (delivery: Delivery) =>
      (operation === undefined || delivery.operation === operation || delivery.operation.endsWith(`.${operation}`)) &&
      (status ?? delivery.status) === delivery.status
    const shown = newest(rows, limit, fits, after).reverse()
    return {
      world: world.name,
      now: new Date(world.clock.now()).toISOString(),
      count: shown.length,
      deliveries: shown.map((delivery) => describeDelivery(world, delivery)),
    }
  },

  ShowDelivery(context) {
    return showDelivery(context.world, deliveryOf(context, context.input.path.delivery))
  },

  async RestartDelivery(context) {
    const { world, server } = context
    const { id } = deliveryOf(context, context.input.path.delivery)
    orRefuse(
      context,
      id,
      (status) => `Delivery ${id} is ${status}: only what is held or given up can be restarted.`,
      () => server.sellers.restart(world, id),
    )
    await carryOut(world, id)
    return showDelivery(world, deliveryOf(context, id))
  },

  HoldDelivery(context) {
    const { world, server } = context
    const { id } = deliveryOf(context, context.input.path.delivery)
    orRefuse(
      context,
      id,
      (status) => `Delivery ${id} is ${status}: only what waits for its next attempt can be held.`,
      () => server.sellers.hold(world, id),
    )
    return showDelivery(world, deliveryOf(context, id))
  },

  async ReleaseDelivery(context) {
    const { world, server } = context
    const { id } = deliveryOf(context, context.input.path.delivery)
    orRefuse(
      context,
      id,
      (status) => `Delivery ${id} is ${status}: only what was held by hand can be released.`,
      () => server.sellers.release(world, id),
    )
    await carryOut(world, id)
    return showDelivery(world, deliveryOf(context, id))
  },

  async TriggerDelivery(context) {
    const { world, server, input } = context
    const { operation, ...target } = input.body
    const { id } = server.sellers.trigger(world, operation, target as ManualTarget)
    await carryOut(world, id)
    return showDelivery(world, deliveryOf(context, id))
  },

  async ResendDeliveries(context) {
    const { world, server, input } = context
    for (const id of input.body.deliveries) deliveryOf(context, id)
    const { deliveries: resent, ...seed } = server.sellers.resend(world, input.body)
    // Each goes out when the one before it has its answer.
    if (input.body.delay === undefined) for (const { id } of resent) await carryOut(world, id)
    const shown = resent.map(({ id }) => showDelivery(world, deliveryOf(context, id)))
    return { world: world.name, now: new Date(world.clock.now()).toISOString(), ...seed, count: shown.length, deliveries: shown }
  },

  ShowDeliveryTable({ server, world }) {
    const { timetables, causes } = server.sellers.table
    return {
      timetables: [...timetables.values()].map((timetable) => describeTimetable(world, timetable)),
      causes: causes.map(describeCause),
    }
  },
}

/** The shortest index that holds all that fit. */
const rowsOf = ({ deliveries: all }: World, order: string | undefined, status: Delivery['status'] | undefined): Rows<Delivery> =>
  order !== undefined ? all.where('order', order) : status !== undefined ? all.where('status', status) : all.all()

/** Read at once. */
const PAGE = 200

/** The newest that fit, the newest first. Reads pages from the end until there are enough, or none is left after `after`. */
function newest(rows: Rows<Delivery>, limit: number, fits: (delivery: Delivery) => boolean, after = ''): Delivery[] {
  const found: Delivery[] = []
  const reversed = rows.reversed()
  for (let from = 0; from < rows.count; from += PAGE) {
    for (const delivery of reversed.slice(from, from + PAGE)) {
      if (found.length === limit || delivery.id <= after) return found
      if (fits(delivery)) found.push(delivery)
    }
  }
  return found
}

function deliveryOf({ world, fail }: CheckContext, id: string): Delivery {
  return (
    world.deliveries.get(id) ??
    fail(
      'unknown-delivery',
      `There is no delivery "${id}" in world "${world.name}". Run \`koosandbox delivery list\`, or send GET /_sandbox/deliveries, to list them.`,
    )
  )
}

/** Changes a delivery; refuses where its state does not allow that. */
function orRefuse({ world, fail }: CheckContext, id: string, refusal: (status: string) => string, change: () => unknown): void {
  try {
    change()
  } catch (error) {
    if (!(error instanceof IllegalTransition)) throw error
    fail('conflict', refusal(world.deliveries.get(id)?.status ?? ''))
  }
}

/** Runs due work until the call has its answer. While another caller moves the clock, that caller makes the call. */
async function carryOut(world: World, id: string): Promise<void> {
  const isDue = ({ status, nextAt }: Delivery) => status === 'calling' || (status === 'waiting' && (nextAt ?? 0) <= world.clock.now())
  for (let round = 0; round < 4; round++) {
    const delivery = world.deliveries.get(id)
    if (!delivery || !isDue(delivery)) return
    world.clock.runDue()
    await world.clock.settled()
  }
}

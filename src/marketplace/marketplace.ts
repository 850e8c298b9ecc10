import type { Specs } from '../spec/catalogue.ts'
import type { Delivery, InterfaceUse } from '../world/entities.ts'
import type { Json } from '../world/json.ts'
import type { WorkTable } from '../world/plans.ts'
import type { Wire } from '../world/wire.ts'
import type { World } from '../world/world.ts'
import { WorldError } from '../world/world-error.ts'
import { addressFor } from './addresses.ts'
import { attempt } from './attempt.ts'
import { createDial } from './dial.ts'
import { causedBy, openDelivery, type Target, tellDelivery } from './open.ts'
import { type DeliveryTable, readDeliveries } from './timetable.ts'

/** The marketplace's own hand: it hears facts and calls sellers. */
export interface Marketplace {
  readonly table: DeliveryTable
  /** What it plans, for the worlds' table of work. */
  readonly work: WorkTable
  /** Listens to a world; returns the way to stop. */
  attend(world: World): () => void
  /** Opens one call by hand (a trigger, a debugging page): its first attempt is due now. Throws `delivery.address`, `delivery.operation`. */
  trigger(world: World, wish: Trigger): Delivery
  /** 重新启动: a held or given-up call begins its timetable anew. Throws `delivery.unknown`, IllegalTransition. */
  restart(world: World, deliveryId: string): Delivery
}

/** A call that somebody wants made. */
export interface Trigger {
  readonly operation: string
  readonly target: Target
  readonly about?: Readonly<Record<string, Json>>
  readonly debugging?: boolean
}

/** `allow` names hosts beyond this machine that may be called. */
export function createMarketplace(specs: Specs, { wire, allow }: { readonly wire: Wire; readonly allow?: readonly string[] }): Marketplace {
  const operations = new Map(specs.webhooks.map((operation) => [operation.ref, operation]))
  const built = operations.size > 0
  const table = readDeliveries(built ? specs.bundle.deliveries : {}, (ref) => operations.has(ref))
  const dial = createDial({ wire, ...(allow ? { allow } : {}) })
  const means = { specs, table, dial, wire }
  const useOf = (ref: string): InterfaceUse => {
    const use = operations.get(ref)?.doc['x-key']
    return use === 'kit' || use === 'licence' || use === 'notification' ? use : 'basic'
  }
  const heard = new Set(table.causes.map(({ on }) => on))

  return {
    table,
    work: {
      /** What one fact causes. */
      'delivery.open'(world, about) {
        const [fact] = world.facts.since(Number((about as { fact: number }).fact) - 1)
        if (fact) for (const opening of causedBy(world, table, fact, useOf)) openDelivery(world, opening)
        return undefined
      },
      'delivery.attempt': (world, about) => attempt(means, world, (about as { deliveryId: string }).deliveryId),
    },
    attend: (world) =>
      world.listen((facts) => {
        // Without a seller to call there is nothing to work out.
        if (world.addresses.size === 0) return
        for (const { n, type } of facts) if (heard.has(type)) world.plan(world.clock.now(), 'delivery.open', { fact: n })
      }),
    trigger(world, { operation, target, about, debugging }) {
      if (!operations.has(operation)) throw new WorldError('delivery.operation', `There is no call "${operation}" of sellers.`)
      const product = world.products.get(target.productId)
      const use = useOf(operation)
      const address = product && addressFor(world, product, use)
      if (!address)
        throw new WorldError('delivery.address', `The seller of "${target.productId}" has no address for ${use} calls; set one first.`)
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
    },
    restart(world, deliveryId) {
      const delivery = world.deliveries.get(deliveryId)
      if (!delivery) throw new WorldError('delivery.unknown', `There is no delivery "${deliveryId}".`)
      return world.transaction(() => {
        const now = world.clock.now()
        const about = { ...delivery.about, before: delivery.attempts }
        const again = world.transition('deliveries', deliveryId, 'restart', { about, firstAt: undefined, endedAt: undefined, nextAt: now })
        tellDelivery(world, again, 'delivery.restarted')
        world.plan(now, 'delivery.attempt', { deliveryId })
        return again
      })
    },
  }
}

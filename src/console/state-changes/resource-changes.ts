import { placeRenewal, renewalOffer } from '../../commerce/life/renewal.ts'
import { takeStep } from '../../commerce/life/take-step.ts'
import { completeOrder } from '../../commerce/ordering/complete.ts'
import { endOf } from '../../commerce/ordering/periods.ts'
import { openOrderOf, withAttached } from '../../commerce/ordering/resources.ts'
import { unsubscribe } from '../../commerce/refunds/unsubscribe.ts'
import type { EventOf } from '../../world/engine/machines.ts'
import type { Resource } from '../../world/entities/entities.ts'
import type { ResourceFacts } from '../../world/entities/facts/trade-facts.ts'
import type { World } from '../../world/world-api.ts'
import { must, type StateChanges } from './change.ts'
import { pay } from './order-changes.ts'

const resourceOf = (world: World, id: string) => world.resources.get(id) as Resource
const FROZEN_FOR: readonly string[] = ['expiry', 'arrears', 'violation']

/**
 * State changes of resources. Opening, closing and paying happen through orders; the end of a period is reached by moving the expiry into
 * the past.
 */
export const resourceMoves: StateChanges<'resources'> = {
  open: ({ world, reach }, id) => reach('orders', resourceOf(world, id).orderId, 'completed'),
  fail: ({ world, reach }, id) => reach('orders', resourceOf(world, id).orderId, 'cancelled'),
  close({ world, reach }, id) {
    const resource = resourceOf(world, id)
    if (resource.status === 'creating') {
      reach('orders', resource.orderId, 'cancelled')
      for (const order of world.orders.where('resource', id))
        if (order.type === 'unsubscribe' && order.status === 'to-refund') completeOrder(world, order.id)
      return
    }
    must(resource.status === 'in-use', 'what is past its time is released, not given back.')
    const open = openOrderOf(world, id)
    must(open === undefined || open.type === 'unsubscribe', `order ${open?.id ?? ''} of it is ${open?.status ?? ''}.`)
    completeOrder(world, (open ?? unsubscribe(world, resource, { type: 1 })).id)
  },
  expire({ world }, id) {
    const { expireAt, effectiveAt } = resourceOf(world, id)
    must(expireAt !== undefined, 'it has no end: it is charged by use or was bought once.')
    endAt(world, id, Math.max(effectiveAt, Math.min(expireAt, world.clock.now())))
    takeStep(world, resourceOf(world, id), 'expire')
  },
  freeze({ world, reason = 'expiry' }, id) {
    const { status, expireAt } = resourceOf(world, id)
    must(FROZEN_FOR.includes(reason), `"${reason}" is not a reason for freezing. There are: ${FROZEN_FOR.join(', ')}.`)
    const frozenFor = (status === 'in-use' && reason === 'expiry' && expireAt === undefined ? 'arrears' : reason) as Resource['frozenFor']
    if (frozenFor !== 'expiry') return change(world, id, 'freeze', 'resource.frozen', { frozenFor }, frozenFor)
    must(status === 'expired', 'it expires first.')
    takeStep(world, resourceOf(world, id), 'freeze')
  },
  unfreeze({ world }, id) {
    const { frozenFor, expireAt } = resourceOf(world, id)
    must(frozenFor !== 'expiry' && (expireAt ?? Number.POSITIVE_INFINITY) > world.clock.now(), 'its time is over: it has to be renewed.')
    change(world, id, 'unfreeze', 'resource.unfrozen', { frozenFor: undefined })
  },
  release({ world }, id) {
    const { status, expirePolicy, frozenFor, expireAt } = resourceOf(world, id)
    must(status === 'frozen' || expirePolicy === 2, 'it is frozen before it is released.')
    must(frozenFor !== 'violation' || (expireAt ?? 0) <= world.clock.now(), 'it is frozen for a violation and its time is not over.')
    takeStep(world, resourceOf(world, id), 'release')
  },
  renew({ world }, id) {
    const resource = resourceOf(world, id)
    must(resource.status !== 'in-use', 'it is in use.')
    renewPast(world, resource)
  },
}

/** Buys as many periods as needed for an end in the future, and completes the order at once. */
function renewPast(world: World, main: Resource): void {
  const { id, productId, expireAt } = main
  const periodType = world.products.get(productId)?.periodType
  const offer = periodType === undefined ? undefined : renewalOffer(world, main, periodType)
  must(expireAt !== undefined && offer !== undefined && periodType !== undefined, 'it has no period that could be renewed.')
  let periodNum = 1
  const end = () => endOf(expireAt, periodType, periodNum)
  while ((end() ?? Number.POSITIVE_INFINITY) <= world.clock.now()) periodNum++
  must(end() !== undefined, 'it was bought once and has no period that could be renewed.')
  const open = openOrderOf(world, id)
  must(open === undefined, `order ${open?.id ?? ''} of it is ${open?.status ?? ''}.`)
  const order = placeRenewal(world, { main, offer, periodType, periodNum })
  pay(world, order)
  world.unplan({ work: 'order.complete', about: { orderId: order.id } })
  completeOrder(world, order.id)
}

/** Changes the end of a resource and of attached resources with the same end. */
function endAt(world: World, id: string, expireAt: number): void {
  const was = resourceOf(world, id).expireAt
  for (const one of withAttached(world, id))
    if (one.expireAt === was && one.effectiveAt <= expireAt) world.resources.change(one.id, { expireAt })
}

function change(
  world: World,
  id: string,
  event: EventOf<'resources'>,
  type: keyof ResourceFacts,
  changes: Parameters<typeof world.resources.change>[1],
  reason?: string,
): void {
  const { status: was } = resourceOf(world, id)
  const { customerId } = world.transition('resources', id, event, { ...changes, updatedAt: world.clock.now() })
  world.emit({ type, resourceId: id, customerId, was, ...(reason === undefined ? {} : { reason }) })
}

import type { Patch } from '../../world/engine/collection.ts'
import type { EventOf } from '../../world/engine/machines.ts'
import type { Resource } from '../../world/entities/entities.ts'
import type { ResourceFacts } from '../../world/entities/facts/trade-facts.ts'
import type { World } from '../../world/world-api.ts'
import { plain } from '../ordering/amounts.ts'
import { cancelOrder } from '../ordering/cancel.ts'
import { completeOrder } from '../ordering/complete.ts'
import { hasTime } from '../ordering/periods.ts'
import { placeOrder } from '../ordering/place.ts'
import { openOrderOf, withAttached } from '../ordering/resources.ts'
import { payOrder } from '../payment/pay.ts'
import { type LifeStep, POLICY } from './next-step.ts'
import { isNoticeDay } from './notices.ts'
import { automaticOffer, placeRenewal, renewalPrice } from './renewal.ts'

/** Runs one step of a main resource and applies it to attached resources as well. */
export function takeStep(world: World, main: Resource, step: LifeStep): void {
  STEPS[step](world, main)
}

const STEPS: Readonly<Record<LifeStep, (world: World, main: Resource) => void>> = {
  remind: (world, main) => emitFact(world, main, 'resource.expiring'),
  renew,
  'to-on-demand': goOnByUse,
  expire: (world, main) => together(world, main, 'expire', 'resource.expired'),
  delete(world, main) {
    together(world, main, 'expire', 'resource.expired')
    together(world, main, 'release', 'resource.closed', {}, 'expired')
  },
  freeze: (world, main) => together(world, main, 'freeze', 'resource.frozen', { frozenFor: 'expiry' }, 'expired'),
  release: (world, main) =>
    together(world, main, 'release', 'resource.closed', { frozenFor: undefined, autoRenewTimes: undefined }, 'expired'),
}

function together(
  world: World,
  main: Resource,
  event: EventOf<'resources'>,
  fact: keyof ResourceFacts,
  changes: Patch<Resource> = {},
  reason?: string,
): void {
  const now = world.clock.now()
  for (const resource of withAttached(world, main.id)) {
    if (!world.can('resources', resource.id, event)) continue
    world.transition('resources', resource.id, event, { ...changes, updatedAt: now })
    emitFact(world, resource, fact, reason)
  }
}

/** Automatic orders need no confirmation about the standard contract (S-13). */
const AUTOMATIC = { outsideContract: true }

/**
 * Renews for one period from the present end, and pays from the balance. A payment that fails is tried again the next day. While another
 * order for the resource is open, nothing is tried.
 */
function renew(world: World, main: Resource): void {
  const offer = automaticOffer(world, main)
  const periodType = offer?.periodType
  if (!offer || periodType === undefined || openOrderOf(world, main.id)) {
    failed(world, main, 'busy')
    return
  }
  if (!hasTime(world, periodType, 1, main.expireAt)) {
    emitFact(world, main, 'resource.auto-renewal-failed', 'time-ends')
    return
  }
  const renewal = { main, offer, periodType, periodNum: 1 }
  const { balance = 0 } = world.accounts.get(main.customerId) ?? {}
  if (renewalPrice(world, renewal) > balance) {
    failed(world, main, 'balance-insufficient')
    return
  }
  const order = placeRenewal(world, renewal)
  const paid = payOrder(world, order, AUTOMATIC)
  if ('refused' in paid) {
    cancelOrder(world, order)
    failed(world, main, paid.refused)
    return
  }
  const { autoRenewTimes: times = 0 } = main
  // 0 means unlimited. After the last of a limited number of renewals, automatic renewal is switched off.
  const left = times === 1 ? { autoRenewTimes: undefined, expirePolicy: POLICY.grace } : { autoRenewTimes: times === 0 ? 0 : times - 1 }
  world.resources.change(main.id, { ...left, updatedAt: world.clock.now() })
}

/** Records a failed renewal and, on certain days, the notice about it. */
function failed(world: World, main: Resource, reason: string): void {
  emitFact(world, main, 'resource.auto-renewal-failed', reason)
  if (isNoticeDay(world, main)) emitFact(world, main, 'resource.auto-renewal-notice', reason)
}

/**
 * The paid period is over and the buyer chose to continue by use: places an order for that (order type 10). When it is refused, the grace
 * period begins (inferred).
 */
function goOnByUse(world: World, main: Resource): void {
  const product = world.products.get(main.productId)
  const order = placeOrder(world, {
    customerId: main.customerId,
    type: 'to-on-demand',
    serviceType: product?.serviceType ?? '',
    lines: [{ productId: main.productId, quantity: 1, amounts: plain(0), resourceIds: [main.id] }],
    baseOrderId: main.orderId,
  })
  const paid = payOrder(world, order, AUTOMATIC)
  if ('refused' in paid) {
    // Leave the present state in any case, or the step would stay due forever.
    cancelOrder(world, order)
    STEPS.expire(world, main)
    return
  }
  world.unplan({ work: 'order.complete', about: { orderId: order.id } })
  completeOrder(world, order.id)
}

function emitFact(world: World, { id, customerId, status: was }: Resource, type: keyof ResourceFacts, reason?: string): void {
  world.emit({ type, resourceId: id, customerId, was, ...(reason === undefined ? {} : { reason }) })
}

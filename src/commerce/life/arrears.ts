import type { Resource } from '../../world/entities/entities.ts'
import type { FactOf } from '../../world/entities/facts/facts.ts'
import type { FactListeners, SomeWork, World } from '../../world/world-api.ts'
import { graceEnd, retentionEnd } from './kept-for.ts'

/**
 * Reacts to balances that cross zero. Below zero, the resources that an account uses without a paid period are frozen after the grace
 * period and released after the retention period, as at the end of a paid period (koogallery.md 14; that both count from the crossing is
 * inferred). At zero or above again, these plans are cancelled and resources frozen for arrears are unfrozen.
 */
function planByBalance(world: World, facts: readonly FactOf<'account.charged' | 'account.refunded' | 'account.recharged'>[]): void {
  const moved = new Map<string, number>()
  for (const fact of facts) {
    const amount = fact.type === 'account.charged' ? -fact.amount : fact.amount
    moved.set(fact.accountId, (moved.get(fact.accountId) ?? 0) + amount)
  }
  for (const [accountId, amount] of moved) {
    const balance = world.accounts.get(accountId)?.balance ?? 0
    if (balance < 0 && balance - amount >= 0) planArrears(world, accountId)
    if (balance >= 0 && balance - amount < 0) {
      for (const work of ['account.freeze', 'account.release'] as const) world.unplan({ work, about: { accountId } })
      world.plan(world.clock.now(), 'account.unfreeze', { accountId })
    }
  }
}

/** Plans the freeze of the resources of an account in arrears. */
export function planArrears(world: World, accountId: string): void {
  world.plan(graceEnd(world, world.clock.now(), accountId, 'on-demand'), 'account.freeze', { accountId })
}

export const arrearsListeners = {
  'account.charged': planByBalance,
  'account.refunded': planByBalance,
  'account.recharged': planByBalance,
} satisfies FactListeners

/** The work that `arrearsListeners` plan. */
export const arrearsWork = {
  'account.freeze'(world, about) {
    const accountId = about.accountId
    if ((world.accounts.get(accountId)?.balance ?? 0) >= 0) return undefined
    for (const resource of usedByIt(world, accountId)) move(world, resource, 'freeze', 'resource.frozen', 'arrears')
    world.plan(retentionEnd(world, world.clock.now(), accountId, 'on-demand'), 'account.release', { accountId })
    return undefined
  },
  'account.release'(world, about) {
    for (const resource of frozenForIt(world, about.accountId)) move(world, resource, 'release', 'resource.closed', undefined)
    return undefined
  },
  'account.unfreeze'(world, about) {
    for (const resource of frozenForIt(world, about.accountId)) move(world, resource, 'unfreeze', 'resource.unfrozen', undefined)
    return undefined
  },
} satisfies SomeWork

function usedByIt(world: World, accountId: string): Resource[] {
  return [...world.resources.where('customer-status', `${accountId}|in-use`)].filter(
    ({ expireAt, onDemandSince, productId }) =>
      // A resource with a paid period that has no end any more is charged by use.
      onDemandSince !== undefined || (expireAt === undefined && world.products.get(productId)?.chargingMode !== 'one-time'),
  )
}

function frozenForIt(world: World, accountId: string): Resource[] {
  return [...world.resources.where('customer-status', `${accountId}|frozen`)].filter(({ frozenFor }) => frozenFor === 'arrears')
}

function move(
  world: World,
  { id, customerId, status: was }: Resource,
  event: 'freeze' | 'unfreeze' | 'release',
  type: 'resource.frozen' | 'resource.unfrozen' | 'resource.closed',
  frozenFor: 'arrears' | undefined,
): void {
  world.transition('resources', id, event, { frozenFor, updatedAt: world.clock.now() })
  world.emit({ type, resourceId: id, customerId, was, reason: 'arrears' })
}

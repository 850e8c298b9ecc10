import { inShanghai } from '../../world/engine/calendar.ts'
import type { Order, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { lengthOfSetting } from '../ordering/periods.ts'

/** Whether a moment, default now, is within the full-refund period of a resource: 5 x 24 hours from its opening (五天无理由退订). */
export function inFullRefundTime(world: World, { effectiveAt }: Pick<Resource, 'effectiveAt'>, at = world.clock.now()): boolean {
  return at < effectiveAt + lengthOfSetting(world, 'bss.fullRefundPeriod')
}

/** Number of a customer's full refunds in this calendar year in UTC+8, over all services and sellers. */
export function fullRefundsOf(world: World, customerId: string): number {
  let count = 0
  for (const refund of world.orders.range('customer-type', `${customerId}|unsubscribe`, newYear(world))) if (isFull(world, refund)) count++
  return count
}

/** Number of full refunds that a customer has left in this calendar year. */
export function fullRefundsLeft(world: World, customerId: string): number {
  return Math.max(0, world.setting('bss.fullRefundsPerYear') - fullRefundsOf(world, customerId))
}

/**
 * Orders of starting worlds may not state whether they were full refunds; then their amounts decide. Supervised deliveries have their own
 * rule.
 */
function isFull(world: World, { unsubscribe, amounts, baseOrderId = '' }: Order): boolean {
  if (unsubscribe?.type !== 1) return false
  return unsubscribe.full ?? (amounts.afterDiscount < 0 && amounts.consumed === 0 && !world.supervisions.has(baseOrderId))
}

/** The first moment of the year in UTC+8. */
export function newYear(world: World): number {
  const year = new Date(inShanghai(world.clock.now())).getUTCFullYear()
  return Date.UTC(year, 0, 1) - inShanghai(0)
}

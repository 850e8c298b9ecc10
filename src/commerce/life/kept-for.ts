import { addPeriod } from '../../world/engine/calendar.ts'
import { daysKept, type PaidFor } from '../../world/entities/levels.ts'
import type { World } from '../../world/world-api.ts'
import { DAY } from '../ordering/periods.ts'

/** Value of `bss.gracePeriod` and `bss.retentionPeriod`: the length depends on the customer's level. */
const BY_LEVEL = 'level'

/** Retention on the international site, for all levels (intl/zh-cn/faq-billing/postRules_topic_100015, 2023-01-17). */
const INTERNATIONAL_RETENTION_DAYS = 15

/** When the grace period of a customer's resource ends, counted from the end of its paid period or the beginning of the arrears. */
export function graceEnd(world: World, from: number, customerId: string, paidFor: PaidFor = 'period'): number {
  const fixed = world.setting('bss.gracePeriod')
  if (fixed !== BY_LEVEL) return addPeriod(from, fixed)
  return from + daysKept('grace', paidFor, world.accounts.get(customerId)?.level) * DAY
}

/** When the retention period ends, counted from the freeze. */
export function retentionEnd(world: World, from: number, customerId: string, paidFor: PaidFor = 'period'): number {
  const fixed = world.setting('bss.retentionPeriod')
  if (fixed !== BY_LEVEL) return addPeriod(from, fixed)
  if (world.setting('bss.site') === 'international') return from + INTERNATIONAL_RETENTION_DAYS * DAY
  return from + daysKept('retention', paidFor, world.accounts.get(customerId)?.level) * DAY
}

import type { Period } from '../../world/engine/calendar.ts'
import { addPeriod, parseDuration } from '../../world/engine/calendar.ts'
import type { PeriodType, Product } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'

/** Milliseconds. */
export const DAY = 24 * 60 * 60 * 1000

const ONE: Readonly<Record<PeriodType, Period | undefined>> = {
  hour: { ms: DAY / 24 },
  day: { ms: DAY },
  week: { ms: 7 * DAY },
  month: { months: 1 },
  year: { months: 12 },
  'one-off': undefined,
}

/** The end of `num` periods from a moment on; undefined for what has no end. Calendar months are those of China's clock. */
export function endOf(from: number, type: PeriodType | undefined, num = 1): number | undefined {
  const one = type === undefined ? undefined : ONE[type]
  if (!one) return undefined
  return addPeriod(from, { months: (one.months ?? 0) * num, ms: (one.ms ?? 0) * num }, 'shanghai')
}

/** Between the end of what is ordered now and the end of time: it opens later, is kept for a while when it has expired, and goes. */
const ROOM = { months: 12 }

/** Whether there is that much time: see `requireTime`. */
export function hasTime(world: World, type: PeriodType | undefined, num = 1, from = world.clock.now()): boolean {
  try {
    requireTime(world, type, num, from)
    return true
  } catch {
    return false
  }
}

/** Refuses, with `clock.too-far`, what would end beyond the year 9999: later, on the way to its opening or its end, nobody could be told. */
export function requireTime(world: World, type: PeriodType | undefined, num = 1, from = world.clock.now()): void {
  if (type !== undefined && ONE[type]) endOf(addPeriod(from, ROOM), type, num)
}

/** How long one period is in milliseconds, a month counted as 30 days; undefined for what has no end. */
export function lengthOf(type: PeriodType | undefined): number | undefined {
  const one = type === undefined ? undefined : ONE[type]
  return one && (one.months ?? 0) * 30 * DAY + (one.ms ?? 0)
}

/**
 * What `num` periods of a product cost, fen. A year of what is priced by the month is twelve months and the other way round
 * a twelfth (inferred); otherwise the price is that of one period.
 */
export function priceOf(product: Product, quantity: number, type?: PeriodType, num = 1): number {
  const months = type && product.periodType ? (ONE[type]?.months ?? 0) / (ONE[product.periodType]?.months ?? 0) : 1
  const factor = Number.isFinite(months) && months > 0 ? months : 1
  return Math.round(product.price * quantity * num * factor)
}

/** The moment that lies a setting's duration after now. */
export function afterSetting(world: World, name: string): number {
  return addPeriod(world.clock.now(), String(world.setting(name)))
}

/** A setting's duration in milliseconds; its calendar months count 30 days. */
export function lengthOfSetting(world: World, name: string): number {
  const { months, ms } = parseDuration(String(world.setting(name)))
  return months * 30 * DAY + ms
}

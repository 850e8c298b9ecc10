import type { Period } from '../../world/engine/calendar.ts'
import { addPeriod, parseDuration } from '../../world/engine/calendar.ts'
import type { PeriodType, Product } from '../../world/entities/entities.ts'
import type { DurationSetting } from '../../world/generated/settings.ts'
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

/** The end of `num` periods from a moment; undefined for periods without an end. Calendar months are counted in UTC+8. */
export function endOf(from: number, type: PeriodType | undefined, num = 1): number | undefined {
  const one = type === undefined ? undefined : ONE[type]
  if (!one) return undefined
  return addPeriod(from, { months: (one.months ?? 0) * num, ms: (one.ms ?? 0) * num }, 'shanghai')
}

/**
 * Time reserved between the end of an order's period and the last moment of a world: the order may open later, and expired resources are
 * kept for a while.
 */
const RESERVE = { months: 12 }

/** Whether the period fits; see `requireTime`. */
export function hasTime(world: World, type: PeriodType | undefined, num = 1, from = world.clock.now()): boolean {
  try {
    requireTime(world, type, num, from)
    return true
  } catch {
    return false
  }
}

/**
 * Refuses a period that would end after the year 9999. It is checked when ordering, because later no caller could be informed.
 * @throws WorldError `clock.too-far`
 */
export function requireTime(world: World, type: PeriodType | undefined, num = 1, from = world.clock.now()): void {
  if (type !== undefined && ONE[type]) endOf(addPeriod(from, RESERVE), type, num)
}

/** The length of one period in milliseconds, with a month as 30 days; undefined for periods without an end. */
export function lengthOf(type: PeriodType | undefined): number | undefined {
  const one = type === undefined ? undefined : ONE[type]
  return one && (one.months ?? 0) * 30 * DAY + (one.ms ?? 0)
}

/**
 * The price of `num` periods of a product, fen. For a product priced by the month a year costs twelve months, and for one priced by the
 * year a month costs a twelfth (inferred).
 */
export function priceOf(product: Product, quantity: number, type?: PeriodType, num = 1): number {
  const months = type && product.periodType ? (ONE[type]?.months ?? 0) / (ONE[product.periodType]?.months ?? 0) : 1
  const factor = Number.isFinite(months) && months > 0 ? months : 1
  return Math.round(product.price * quantity * num * factor)
}

/** Now plus the duration of a setting. */
export function afterSetting(world: World, name: DurationSetting): number {
  return addPeriod(world.clock.now(), world.setting(name))
}

/** The duration of a setting in milliseconds; calendar months count as 30 days. */
export function lengthOfSetting(world: World, name: DurationSetting): number {
  const { months, ms } = parseDuration(world.setting(name))
  return months * 30 * DAY + ms
}

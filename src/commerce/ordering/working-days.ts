import { inShanghai } from '../../world/engine/calendar.ts'
import type { World } from '../../world/world-api.ts'
import { DAY } from './periods.ts'

/** Working days for the vendor's decision on an appeal (koogallery.md 14). */
export const APPEAL_DAYS = 3

/** Working days for a seller's answer to a refund request (协商退订). */
export const REFUND_DAYS = 7

/**
 * The same time of day `days` working days (工作日) later: Monday to Friday in UTC+8, with the holidays and working weekends of the setting
 * `console.holidays`.
 */
export function afterWorkingDays(world: World, at: number, days: number): number {
  const { off, on } = exceptions(world.setting('console.holidays'))
  let left = days
  let then = at
  while (left > 0) {
    then += DAY
    const date = new Date(inShanghai(then))
    const name = date.toISOString().slice(0, 10)
    const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6
    if (on.has(name) || (!weekend && !off.has(name))) left--
  }
  return then
}

function exceptions(text: string): { readonly off: ReadonlySet<string>; readonly on: ReadonlySet<string> } {
  const dates = text.split(',').map((entry) => entry.trim())
  return {
    off: new Set(dates.filter((date) => !date.startsWith('+'))),
    on: new Set(dates.flatMap((date) => (date.startsWith('+') ? [date.slice(1)] : []))),
  }
}

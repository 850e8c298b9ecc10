import { inShanghai } from '../../world/calendar.ts'
import type { World } from '../../world/world.ts'
import { WorldError } from '../../world/world-error.ts'
import { DAY } from './periods.ts'

/** Working days in which the vendor decides an appeal (koogallery.md 14). */
export const APPEAL_DAYS = 3

/**
 * The same time of day `days` working days (工作日) later: Monday to Friday on China's clock, less the holidays and with the working
 * weekends of the setting `console.holidays`.
 *
 * @throws WorldError `setting.illegal` when the setting holds something else than dates
 */
export function afterWorkingDays(world: World, at: number, days: number): number {
  const { off, on } = exceptions(String(world.setting('console.holidays')))
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
  const off = new Set<string>()
  const on = new Set<string>()
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry === '') continue
    const date = entry.replace(/^\+/, '')
    if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date)))
      throw new WorldError('setting.illegal', `Setting "console.holidays" holds "${entry.slice(0, 40)}": write dates such as 2026-10-01.`)
    ;(entry === date ? off : on).add(date)
  }
  return { off, on }
}

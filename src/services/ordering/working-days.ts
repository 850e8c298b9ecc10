import { inShanghai } from '../../world/calendar.ts'
import { DAY } from './periods.ts'

/** The same time of day `days` working days (工作日) later: Monday to Friday on China's clock; public holidays are not known here. */
export function afterWorkingDays(at: number, days: number): number {
  let left = days
  let then = at
  while (left > 0) {
    then += DAY
    const day = new Date(inShanghai(then)).getUTCDay()
    if (day !== 0 && day !== 6) left--
  }
  return then
}

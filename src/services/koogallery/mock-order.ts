import type { components } from '../../spec/generated/koogallery.ts'
import { addPeriod, compact, parseDuration } from '../../world/engine/calendar.ts'

type OrderInfo = components['schemas']['OrderInfo']

const LENGTH: Readonly<Record<string, string>> = { year: 'P1Y', month: 'P1M', day: 'P1D' }

/** A built-in order as of now: ordered at this moment, ending with the day on which its periods are over. */
export function mockOrder(order: OrderInfo, now: number): OrderInfo {
  const orderLine = order.orderLine.map((line) =>
    line.expireTime === undefined ? line : { ...line, expireTime: lastSecond(now, line.periodType, line.periodNumber) },
  )
  return { ...order, createTime: compact(now), orderLine }
}

/** In a recorded answer of 20241121090846 the end of a year is written 20251121235959, the date of ordering with the day's last second. */
function lastSecond(now: number, type = 'month', num = 1): string {
  const { months, ms } = parseDuration(LENGTH[type] ?? 'P1M')
  return `${compact(addPeriod(now, { months: months * num, ms: ms * num })).slice(0, 8)}235959`
}

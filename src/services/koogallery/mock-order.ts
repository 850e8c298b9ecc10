import type { components } from '../../spec/generated/koogallery.ts'
import { addPeriod, compact, parseDuration } from '../../world/engine/calendar.ts'

type OrderInfo = components['schemas']['OrderInfo']

const LENGTH: Readonly<Record<string, string>> = { year: 'P1Y', month: 'P1M', day: 'P1D' }

/** A built-in order with present times: ordered now, ending with the day on which its periods end. */
export function mockOrder(order: OrderInfo, now: number): OrderInfo {
  const orderLine = order.orderLine.map((line) =>
    line.expireTime === undefined ? line : { ...line, expireTime: lastSecond(now, line.periodType, line.periodNumber) },
  )
  return { ...order, createTime: compact(now), orderLine }
}

/** A recorded answer of 20241121090846 has 20251121235959 as the end of a year: the date of ordering with the last second of the day. */
function lastSecond(now: number, type = 'month', num = 1): string {
  const { months, ms } = parseDuration(LENGTH[type] ?? 'P1M')
  return `${compact(addPeriod(now, { months: months * num, ms: ms * num })).slice(0, 8)}235959`
}

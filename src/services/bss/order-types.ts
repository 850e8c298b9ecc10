import type { OrderType, PeriodType } from '../../world/entities/entities.ts'

/** order_type: a number in answers, the same number as text in the filter. */
export const ORDER_TYPE = {
  new: 1,
  renewal: 2,
  change: 3,
  unsubscribe: 4,
  'to-on-demand': 10,
  'to-period': 11,
  gift: 12,
  trial: 13,
  'to-commercial': 14,
  'fee-adjustment': 15,
} as const satisfies Record<OrderType, number>

/** Our type for a text of the filter. */
export function orderType(code: string): OrderType | undefined {
  return (Object.keys(ORDER_TYPE) as OrderType[]).find((name) => String(ORDER_TYPE[name]) === code)
}

/** period_type; 6 and 7 are reserved. */
export const PERIOD_TYPE = { day: 0, week: 1, month: 2, year: 3, hour: 4, 'one-off': 5 } as const satisfies Record<PeriodType, number>

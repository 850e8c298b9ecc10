import type { OrderStatus, ResourceStatus } from '../../world/entities.ts'

/** The numbers of BSS for the states of an order. States that only OrderV5 knows are shown as their nearest kin (inferred). */
export const ORDER_STATUS = {
  'to-review': 1,
  'to-refund': 2,
  processing: 3,
  cancelled: 4,
  completed: 5,
  'pending-payment': 6,
  'to-confirm': 9,
  'to-ship': 10,
  'to-receive': 11,
  'to-pick-up': 12,
  exchanging: 13,
  initialised: 1,
  'to-approve': 1,
  compensating: 3,
  'seller-to-receive': 13,
} as const satisfies Record<OrderStatus, number>

/** Our states behind one number of the filter. */
export function orderStatuses(status: number): readonly OrderStatus[] {
  return (Object.keys(ORDER_STATUS) as OrderStatus[]).filter((name) => ORDER_STATUS[name] === status)
}

/** States of a resource; `creating` is before BSS shows it, and has no number. */
export const RESOURCE_STATUS = { 'in-use': 2, closed: 3, frozen: 4, expired: 5 } as const satisfies Partial<Record<ResourceStatus, number>>

/** The states BSS shows. */
export type ShownResourceStatus = keyof typeof RESOURCE_STATUS

/** Our state behind a number of the filter. */
export function resourceStatus(status: number): ShownResourceStatus | undefined {
  return (Object.keys(RESOURCE_STATUS) as ShownResourceStatus[]).find((name) => RESOURCE_STATUS[name] === status)
}

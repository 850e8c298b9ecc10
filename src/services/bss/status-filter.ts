import type { OrderStatus, ResourceStatus } from '../../world/entities/entities.ts'
import { BSS_ORDER_STATUS } from '../order-status.ts'

/** Our states for a number of the filter. */
export function orderStatuses(status: number): readonly OrderStatus[] {
  return (Object.keys(BSS_ORDER_STATUS) as OrderStatus[]).filter((name) => BSS_ORDER_STATUS[name] === status)
}

/** States of a resource. `creating` has no number, because BSS does not show it yet. */
export const RESOURCE_STATUS = { 'in-use': 2, closed: 3, frozen: 4, expired: 5 } as const satisfies Partial<Record<ResourceStatus, number>>

/** The states that BSS shows. */
export type ShownResourceStatus = keyof typeof RESOURCE_STATUS

/** Our state for a number of the filter. */
export function resourceStatus(status: number): ShownResourceStatus | undefined {
  return (Object.keys(RESOURCE_STATUS) as ShownResourceStatus[]).find((name) => RESOURCE_STATUS[name] === status)
}

/** Customer levels from lowest to highest (support.huaweicloud.com/usermanual-period/zh-cn_topic_0086671074.html, 2025-02-12). */
export const LEVELS = ['V0', 'V1', 'V2', 'V3', 'V4', 'V5'] as const

export type Level = (typeof LEVELS)[number]

/** The level of an account without one: every customer starts with it (inferred). */
export const DEFAULT_LEVEL: Level = 'V0'

/** How a resource is paid for, as far as grace and retention depend on it. */
export type PaidFor = 'period' | 'on-demand'

/**
 * Natural days that a resource stays usable after its end or after the account fell into arrears (宽限期), and days that it is then kept
 * frozen (保留期), by customer level. The columns are V0 to V5; the page merges V4 with V5 and V1 with V2.
 */
const DAYS: Readonly<Record<PaidFor, { readonly grace: readonly number[]; readonly retention: readonly number[] }>> = {
  period: { grace: [1, 1, 1, 7, 7, 7], retention: [1, 7, 7, 7, 15, 15] },
  'on-demand': { grace: [0, 0, 0, 1, 7, 7], retention: [1, 7, 7, 7, 15, 15] },
}

/** Days of grace or retention for a customer level. */
export function daysKept(what: 'grace' | 'retention', paidFor: PaidFor, level: Level = DEFAULT_LEVEL): number {
  return DAYS[paidFor][what][LEVELS.indexOf(level)] ?? 0
}

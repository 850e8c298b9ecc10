import { addPeriod, inShanghai } from '../../../world/calendar.ts'
import type { Resource } from '../../../world/entities.ts'
import type { World } from '../../../world/world.ts'
import { DAY } from '../periods.ts'

/** What happens to a resource next by itself. */
export type LifeStep =
  | 'remind' // it will end soon
  | 'renew' // automatic renewal
  | 'expire' // the paid time is over: grace
  | 'to-on-demand' // … and it goes on by use
  | 'delete' // … and it goes at once
  | 'freeze' // grace is over, or there is none: retention
  | 'release' // retention is over

/** `expire_policy` of the billing API (bss-and-auth.md 2.8): what the buyer wants at the end. */
export const POLICY = { grace: 0, toOnDemand: 1, delete: 2, renew: 3, freeze: 4, deleteAfterRetention: 5 } as const

/** Automatic renewal begins seven days before the end, at 03:00 of China's clock, and is tried every day (OCE/api_order_00022). */
const RENEWAL_DAYS = 7
const RENEWAL_HOUR = 3

/**
 * The next step in the life of a main resource, and when it is due: epoch milliseconds UTC, perhaps past. undefined for what has no end, is
 * over, waits for its order, or stands frozen for another reason than its end. Steps at or before `after` have been taken.
 */
export function nextStep(world: World, resource: Resource, after: number): { readonly at: number; readonly step: LifeStep } | undefined {
  const { status, expireAt, expirePolicy, frozenFor, mainResourceId } = resource
  if (expireAt === undefined || mainResourceId !== undefined) return undefined
  if (status === 'in-use') {
    const renewal = resource.autoRenewTimes === undefined ? undefined : nextRenewal(expireAt, after)
    const reminder = addPeriod(expireAt, negative(String(world.setting('bss.expiryNotice'))), 'shanghai')
    const reminded = reminder <= after || (renewal !== undefined && reminder > renewal)
    if (renewal !== undefined && reminded) return { at: renewal, step: 'renew' }
    if (!reminded && reminder < expireAt) return { at: reminder, step: 'remind' }
    return { at: expireAt, step: AT_THE_END[expirePolicy] ?? 'expire' }
  }
  if (status === 'expired') return { at: graceEnd(world, expireAt), step: 'freeze' }
  if (status === 'frozen' && (frozenFor ?? 'expiry') === 'expiry') {
    const frozenAt = STRAIGHT_TO_RETENTION.includes(expirePolicy) ? expireAt : graceEnd(world, expireAt)
    return { at: addPeriod(frozenAt, String(world.setting('bss.retentionPeriod'))), step: 'release' }
  }
  return undefined
}

/** What the policy makes of the end; a renewal that never came leads into grace (inferred). */
const AT_THE_END: Readonly<Record<number, LifeStep>> = {
  [POLICY.grace]: 'expire',
  [POLICY.toOnDemand]: 'to-on-demand',
  [POLICY.delete]: 'delete',
  [POLICY.renew]: 'expire',
  [POLICY.freeze]: 'freeze',
  [POLICY.deleteAfterRetention]: 'freeze',
}

const STRAIGHT_TO_RETENTION: readonly number[] = [POLICY.freeze, POLICY.deleteAfterRetention]

function graceEnd(world: World, expireAt: number): number {
  return addPeriod(expireAt, String(world.setting('bss.gracePeriod')))
}

/** The next 03:00 after a moment, from seven days before the end on and before the end. */
function nextRenewal(expireAt: number, after: number): number | undefined {
  const first = threeOClock(expireAt - RENEWAL_DAYS * DAY)
  const days = Math.max(0, Math.floor((after - first) / DAY) + 1)
  const at = first + days * DAY
  return at < expireAt ? at : undefined
}

/** 03:00 of the day in China, which knows no summer time. */
function threeOClock(at: number): number {
  const local = inShanghai(at)
  const offset = local - at
  return Math.floor(local / DAY) * DAY + (RENEWAL_HOUR * DAY) / 24 - offset
}

const negative = (duration: string) => (duration.startsWith('-') ? duration.slice(1) : `-${duration}`)

import { addPeriod, inShanghai, type Period, parseDuration } from '../../world/engine/calendar.ts'
import type { Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { DAY } from '../ordering/periods.ts'
import { graceEnd, retentionEnd } from './kept-for.ts'

/** Steps that happen to a resource by themselves. */
export type LifeStep =
  | 'remind' // expiry notice
  | 'renew' // automatic renewal
  | 'expire' // the paid period is over; the grace period begins
  | 'to-on-demand' // … and it is charged by use from now on
  | 'delete' // … and it is deleted at once
  | 'freeze' // the grace period is over, or there is none; the retention period begins
  | 'release' // the retention period is over

/** Steps that are due at the same moment, in the order in which they run. */
export interface NextStep {
  readonly at: number
  readonly steps: readonly LifeStep[]
}

/** `expire_policy` of the billing API (bss-and-auth.md 2.8): what happens at the end. */
export const POLICY = { grace: 0, toOnDemand: 1, delete: 2, renew: 3, freeze: 4, deleteAfterRetention: 5 } as const

/** Automatic renewal begins seven days before the end unless the account chose another day, at 03:00 in UTC+8 (OCE/api_order_00022). */
const RENEWAL_DAYS = 7
const RENEWAL_HOUR = 3

/**
 * The next steps of a main resource and when they are due: epoch milliseconds UTC, possibly in the past. Undefined for a resource that has
 * no end, is closed, waits for its order, or is frozen for another reason than its end. Notices and renewals at or before `after` count as
 * done.
 */
export function nextStep(world: World, resource: Resource, after: number): NextStep | undefined {
  const { status, expireAt, autoRenewTimes } = resource
  const turn = turnOf(world, resource)
  if (expireAt === undefined || turn === undefined) return undefined
  const days = world.accounts.get(resource.customerId)?.deductionDays ?? RENEWAL_DAYS
  const renewal = autoRenewTimes === undefined ? undefined : nextRenewal(expireAt, days, after)
  // Tried until the last day on which the resource is kept.
  const tried = renewal !== undefined && renewal < releaseOf(world, resource) ? renewal : undefined
  const notice = status === 'in-use' ? nextNotice(world, expireAt, after) : undefined
  const at = Math.min(turn.at, tried ?? turn.at, notice ?? turn.at)
  const steps: LifeStep[] = []
  if (notice === at) steps.push('remind')
  if (tried === at) steps.push('renew')
  if (turn.at === at) steps.push(turn.step)
  // A copy, as short as it is: the array that was pushed to keeps room for many more, and every plan and what was done by it holds one.
  return { at, steps: [...steps] }
}

/** The next change of state, and when it is due. */
function turnOf(world: World, resource: Resource): { readonly at: number; readonly step: LifeStep } | undefined {
  const { status, expireAt, expirePolicy, frozenFor, mainResourceId } = resource
  if (expireAt === undefined || mainResourceId !== undefined) return undefined
  if (status === 'in-use') return { at: expireAt, step: AT_THE_END[expirePolicy] ?? 'expire' }
  if (status === 'expired') return { at: graceEnd(world, expireAt, resource.customerId), step: 'freeze' }
  if (status === 'frozen' && (frozenFor ?? 'expiry') === 'expiry') return { at: releaseOf(world, resource), step: 'release' }
  return undefined
}

/** The step at the end, by expire policy. When automatic renewal did not succeed, the grace period begins (inferred). */
const AT_THE_END: Readonly<Record<number, LifeStep>> = {
  [POLICY.grace]: 'expire',
  [POLICY.toOnDemand]: 'to-on-demand',
  [POLICY.delete]: 'delete',
  [POLICY.renew]: 'expire',
  [POLICY.freeze]: 'freeze',
  [POLICY.deleteAfterRetention]: 'freeze',
}

/** When a resource that is not renewed is deleted, or is charged by use. */
export function releaseOf(world: World, { expireAt = 0, expirePolicy, customerId }: Resource): number {
  const step = AT_THE_END[expirePolicy] ?? 'expire'
  if (step === 'delete' || step === 'to-on-demand') return expireAt
  return retentionEnd(world, step === 'freeze' ? expireAt : graceEnd(world, expireAt, customerId), customerId)
}

/** The first notice after a moment. `bss.expiryNotice` lists the times before the end. */
function nextNotice(world: World, expireAt: number, after: number): number | undefined {
  let first: number | undefined
  for (const period of noticePeriods(world)) {
    const at = addPeriod(expireAt, period, 'shanghai')
    if (at > after && at < expireAt && (first === undefined || at < first)) first = at
  }
  return first
}

/** The times of `bss.expiryNotice`, as periods to add to the end. Read once for each text, because every step of every resource asks. */
function noticePeriods(world: World): readonly Period[] {
  const text = world.setting('bss.expiryNotice')
  const known = NOTICES.get(world)
  if (known?.text === text) return known.periods
  const periods = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const { months, ms } = parseDuration(part)
      return { months: -months, ms: -ms }
    })
  NOTICES.set(world, { text, periods })
  return periods
}

const NOTICES = new WeakMap<World, { readonly text: string; readonly periods: readonly Period[] }>()

/** The next 03:00 after a moment, at the earliest the given number of days before the end. */
function nextRenewal(expireAt: number, days: number, after: number): number {
  const first = threeOClock(expireAt - days * DAY)
  return first + Math.max(0, Math.floor((after - first) / DAY) + 1) * DAY
}

/** 03:00 of the same day in UTC+8. China has no daylight saving time. */
function threeOClock(at: number): number {
  const local = inShanghai(at)
  const offset = local - at
  return Math.floor(local / DAY) * DAY + (RENEWAL_HOUR * DAY) / 24 - offset
}

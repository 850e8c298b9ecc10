import { inShanghai } from '../../world/engine/calendar.ts'
import type { Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { DAY } from '../ordering/periods.ts'
import { releaseOf } from './next-step.ts'

/**
 * Whether the customer is notified today of a failed automatic renewal: on certain days before the end and on the day itself, later on
 * certain days before the release (`bss.failedRenewalNotice`, `bss.releaseNotice`).
 */
export function isNoticeDay(world: World, resource: Resource): boolean {
  const { status, expireAt } = resource
  if (expireAt === undefined) return false
  const ahead = status === 'in-use'
  const left = daysBetween(world.clock.now(), ahead ? expireAt : releaseOf(world, resource))
  return world
    .setting(ahead ? 'bss.failedRenewalNotice' : 'bss.releaseNotice')
    .split(',')
    .some((day) => day.trim() !== '' && Number(day) === left)
}

/** Natural days in UTC+8. */
const daysBetween = (from: number, to: number) => Math.floor(inShanghai(to) / DAY) - Math.floor(inShanghai(from) / DAY)

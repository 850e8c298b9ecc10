import type { Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { POLICY } from './next-step.ts'

/** How often automatic renewal renews, and by which period. */
export interface AutoRenewal {
  /** 0 = until it is switched off; absent = unlimited the first time, unchanged afterwards. */
  readonly times?: number | null | undefined
  readonly period?: 'month' | 'year' | undefined
}

/**
 * Switches automatic renewal on for a main resource. When it is on already, only the given members change. Records
 * `resource.auto-renewal-on`.
 */
export function switchRenewalOn(world: World, resource: Resource, { times, period }: AutoRenewal): Resource {
  const changed = world.resources.change(resource.id, {
    autoRenewTimes: times ?? resource.autoRenewTimes ?? 0,
    expirePolicy: POLICY.renew,
    updatedAt: world.clock.now(),
    ...(period === undefined ? {} : { autoRenewPeriod: period }),
  })
  world.emit({ type: 'resource.auto-renewal-on', resourceId: resource.id, customerId: resource.customerId })
  return changed
}

/** Switches automatic renewal off. Records `resource.auto-renewal-off`. */
export function switchRenewalOff(world: World, resource: Resource): Resource {
  const changed = world.resources.change(resource.id, {
    autoRenewTimes: undefined,
    autoRenewPeriod: undefined,
    expirePolicy: POLICY.grace,
    updatedAt: world.clock.now(),
  })
  world.emit({ type: 'resource.auto-renewal-off', resourceId: resource.id, customerId: resource.customerId })
  return changed
}

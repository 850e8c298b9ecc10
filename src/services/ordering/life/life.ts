import type { Resource } from '../../../world/entities.ts'
import type { NumberedFact } from '../../../world/facts.ts'
import type { WorkTable } from '../../../world/plans.ts'
import type { World } from '../../../world/world.ts'
import { arrearsWork, attendArrears, planArrears } from './arrears.ts'
import { nextStep } from './next-step.ts'
import { takeStep } from './take-step.ts'

/**
 * Keeps one plan for every main resource: its next step (expiring, grace, retention, release, automatic renewal). A plan is made anew
 * whenever a fact tells that something became of the resource.
 */
export function attendLife(world: World, facts: readonly NumberedFact[]): void {
  const changed = new Set<string>()
  for (const fact of facts)
    if ('resourceId' in fact && fact.resourceId !== undefined && fact.type.startsWith('resource.')) changed.add(fact.resourceId)
  for (const id of changed) planLife(world, id)
  attendArrears(world, facts)
}

/** Plans the next step of a main resource, in place of what was planned for it. Due ones run at once. */
export function planLife(world: World, resourceId: string): void {
  const resource = world.resources.get(resourceId)
  if (!resource || resource.mainResourceId !== undefined) return
  world.unplan({ work: 'resource.life', about: { resourceId } })
  planNext(world, resource)
}

function planNext(world: World, resource: Resource): void {
  const next = nextStep(world, resource, world.clock.now())
  if (next) world.plan(next.at, 'resource.life', { resourceId: resource.id, step: next.step })
}

/** What a world that has just been filled implies: every resource's next step, and the arrears of accounts. */
export function beginLife(world: World): void {
  for (const resource of world.resources.all()) planNext(world, resource)
  for (const { id, balance } of world.accounts.all()) if (balance < 0) planArrears(world, id)
}

/** What `attendLife` plans. */
export const lifeWork: WorkTable = {
  ...arrearsWork,
  'resource.life'(world, about) {
    const { resourceId } = about as { readonly resourceId: string }
    const resource = world.resources.get(resourceId)
    // What the plan says may be out of date (a setting was changed since): what is due now counts.
    const next = resource && nextStep(world, resource, world.clock.now() - 1)
    const due = resource && next && next.at <= world.clock.now() ? next.step : undefined
    if (resource && due) takeStep(world, resource, due)
    // What a step tells of the resource makes `attendLife` plan the one after it; these two tell of an order.
    if (due === undefined || due === 'renew' || due === 'to-on-demand') planLife(world, resourceId)
    return undefined
  },
}

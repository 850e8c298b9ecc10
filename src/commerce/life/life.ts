import type { Resource } from '../../world/entities/entities.ts'
import type { FactType, NumberedFact } from '../../world/entities/facts/facts.ts'
import type { WorkTable, World } from '../../world/world-api.ts'
import { arrearsWork, attendArrears, planArrears } from './arrears.ts'
import { attendImages, beginImages, imageWork } from './lapsed-images.ts'
import { nextStep } from './next-step.ts'
import { takeStep } from './take-step.ts'

/**
 * Keeps one plan for every main resource: its next step (expiring, grace, retention, release, automatic renewal). A plan is made anew
 * whenever a fact tells that something became of the resource.
 */
export function attendLife(world: World, facts: readonly NumberedFact[]): void {
  const changed = new Set<string>()
  const gone = new Set<string>()
  for (const fact of facts) {
    if (!('resourceId' in fact) || fact.resourceId === undefined || !fact.type.startsWith('resource.')) continue
    changed.add(fact.resourceId)
    if (GONE.includes(fact.type)) gone.add(fact.resourceId)
  }
  for (const id of changed) planLife(world, id)
  for (const id of gone) cancelUnpaid(world, id)
  attendImages(world, changed)
  attendArrears(world, facts)
}

/** Facts after which an unpaid order about the resource comes to nothing (BILLING/fragments). */
const GONE: readonly FactType[] = ['resource.closed', 'resource.changed', 'resource.to-on-demand']

function cancelUnpaid(world: World, resourceId: string): void {
  for (const { id } of world.orders.by('resource', resourceId))
    if (world.can('orders', id, 'resource-gone')) world.plan(world.clock.now(), 'order.resource-gone', { orderId: id })
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
  if (next) world.plan(next.at, 'resource.life', { resourceId: resource.id, steps: next.steps })
}

/** What a world that has just been filled implies: every resource's next step, and the arrears of accounts. */
export function beginLife(world: World): void {
  for (const resource of world.resources.all()) planNext(world, resource)
  beginImages(world)
  for (const { id, balance } of world.accounts.all()) if (balance < 0) planArrears(world, id)
}

/** Plans anew what an account's level and wishes decide: the lives of all its resources. */
export function planLifeOf(world: World, accountId: string): void {
  for (const { id } of [...world.resources.by('customer', accountId)]) planLife(world, id)
}

/** What `attendLife` plans. */
export const lifeWork: WorkTable = {
  ...arrearsWork,
  ...imageWork,
  'resource.life'(world, about) {
    const { resourceId } = about as { readonly resourceId: string }
    const resource = world.resources.get(resourceId)
    // What the plan says may be out of date (a setting was changed since): what is due now counts.
    const next = resource && nextStep(world, resource, world.clock.now() - 1)
    const due = next && next.at <= world.clock.now() ? next.steps : []
    for (const step of due) takeStep(world, world.resources.get(resourceId) as Resource, step)
    // What a step tells of the resource makes `attendLife` plan the one after it; these two tell of an order.
    if (due.length === 0 || due.includes('renew') || due.includes('to-on-demand')) planLife(world, resourceId)
    return undefined
  },
}

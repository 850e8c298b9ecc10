import type { Resource } from '../../world/entities/entities.ts'
import type { FactOf } from '../../world/entities/facts/facts.ts'
import type { ResourceFacts } from '../../world/entities/facts/trade-facts.ts'
import type { FactListeners, SomeWork, World } from '../../world/world-api.ts'
import { arrearsListeners, arrearsWork, planArrears } from './arrears.ts'
import { beginImages, imageWork, onImageChanges } from './lapsed-images.ts'
import { nextStep } from './next-step.ts'
import { takeStep } from './take-step.ts'

/**
 * Keeps one plan for every main resource: its next step (expiry notice, grace, retention, release, automatic renewal). Facts about a
 * resource renew its plan.
 */
function planSteps(world: World, facts: readonly FactOf<keyof ResourceFacts>[]): void {
  const changed = resourcesOf(facts)
  const gone = resourcesOf(facts.filter(({ type }) => GONE.includes(type)))
  for (const id of changed) planLife(world, id)
  for (const id of gone) cancelUnpaid(world, id)
  onImageChanges(world, changed)
}

/** Each resource once. Most commits record one fact. */
function resourcesOf(facts: readonly FactOf<keyof ResourceFacts>[]): readonly string[] {
  const ids = facts.map(({ resourceId }) => resourceId)
  return ids.length > 1 ? [...new Set(ids)] : ids
}

export const lifeListeners = {
  'resource.opened': planSteps,
  'resource.renewed': planSteps,
  'resource.changed': planSteps,
  'resource.expiring': planSteps,
  'resource.expired': planSteps,
  'resource.frozen': planSteps,
  'resource.unfrozen': planSteps,
  'resource.closed': planSteps,
  'resource.auto-renewal-on': planSteps,
  'resource.auto-renewal-off': planSteps,
  'resource.auto-renewal-failed': planSteps,
  'resource.auto-renewal-notice': planSteps,
  'resource.to-on-demand': planSteps,
  'resource.charged-on-demand': planSteps,
  'resource.system-changed': planSteps,
  'resource.answered': planSteps,
  ...arrearsListeners,
} satisfies FactListeners & Record<keyof ResourceFacts, unknown>

/** Facts after which unpaid orders about the resource are cancelled (BILLING/fragments). */
const GONE: readonly (keyof ResourceFacts)[] = ['resource.closed', 'resource.changed', 'resource.to-on-demand']

function cancelUnpaid(world: World, resourceId: string): void {
  for (const { id } of world.orders.where('resource', resourceId))
    if (world.can('orders', id, 'resource-gone')) world.plan(world.clock.now(), 'order.resource-gone', { orderId: id })
}

/** Plans the next step of a main resource and replaces its earlier plan. Due steps run at once. */
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

/** Plans for a new world: the next step of every resource, and the arrears of accounts. */
export function beginLife(world: World): void {
  for (const resource of world.resources.all()) planNext(world, resource)
  beginImages(world)
  for (const { id, balance } of world.accounts.all()) if (balance < 0) planArrears(world, id)
}

/** Plans the next steps of all resources of an account again, after its level or its renewal settings changed. */
export function planLifeOf(world: World, accountId: string): void {
  for (const { id } of [...world.resources.where('customer', accountId)]) planLife(world, id)
}

/** The work that `lifeListeners` plan. */
export const lifeWork = {
  ...arrearsWork,
  ...imageWork,
  'resource.life'(world, about) {
    const { resourceId } = about
    const resource = world.resources.get(resourceId)
    // The plan may be out of date after a change of settings, so decide by what is due now.
    const next = resource && nextStep(world, resource, world.clock.now() - 1)
    const due = next && next.at <= world.clock.now() ? next.steps : []
    for (const step of due) takeStep(world, world.resources.get(resourceId) as Resource, step)
    // Facts about the resource make `planSteps` plan the next step; these two steps record facts about an order.
    if (due.length === 0 || due.includes('renew') || due.includes('to-on-demand')) planLife(world, resourceId)
    return undefined
  },
} satisfies SomeWork

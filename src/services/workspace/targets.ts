import type { Resource, WorkspaceItem } from '../../world/entities.ts'
import { openOrderOf } from '../ordering/resources.ts'
import type { Scene } from '../scene.ts'

/** What an order is about: a desktop, a whole pool or a bandwidth, with its billed resource and, of a pool, its desktops. */
export interface Target {
  readonly item: WorkspaceItem
  readonly resource: Resource
  readonly desktops: readonly WorkspaceItem[]
}

/** Something named that cannot be changed, and the documented error that says so. */
export interface Failure {
  readonly id: string
  readonly code: 'WKS.XXXX:400' | 'WKS.XXXX:409'
  readonly message: string
}

/** What a behaviour of this service has at hand; all of them live in a project. */
export type Here = Pick<Scene, 'caller' | 'world' | 'fail' | 'refuse'> & {
  readonly input: { readonly path: { readonly project_id: string } }
}

/** Members common to all batch parameters (S-03). */
export interface Chosen {
  readonly desktop_ids?: readonly string[] | undefined
  readonly desktop_pool_id?: string | undefined
}

/** One named thing: found, bought by the caller, in this project, in use, and not busy with another order. */
function findTarget({ caller, world, input }: Here, kind: WorkspaceItem['kind'], id: string): Target | Failure {
  const item = world.workspace.get(id)
  const ours = item && item.kind === kind && item.customerId === caller.account.id && item.projectId === input.path.project_id
  if (!ours) return { id, code: 'WKS.XXXX:400', message: `The project has no ${kind} ${id}.` }
  const resource = world.resources.get(item.resourceId)
  if (resource?.status !== 'in-use') return { id, code: 'WKS.XXXX:400', message: `The ${kind} ${id} is not in use.` }
  const desktops = [...world.workspace.by('pool', item.id)]
  const busy = [item, ...desktops].map((one) => openOrderOf(world, one.resourceId)).find((order) => order !== undefined)
  if (busy) return { id, code: 'WKS.XXXX:409', message: `The ${kind} ${id} is busy with order ${busy.id}.` }
  return { item, resource, desktops }
}

/**
 * What a batch call is about (S-03): desktop_ids count before the pool, neither is refused, ordinary desktops and those of pools
 * are not mixed. When nothing of it can be changed, or one thing and the setting says so, the whole request is refused.
 */
export function chooseTargets(here: Here, { desktop_ids = [], desktop_pool_id = '' }: Chosen): (Target | Failure)[] {
  const { world, fail } = here
  if (desktop_ids.length === 0 && desktop_pool_id === '') return fail('WKS.0001')
  const ids = [...new Set(desktop_ids)]
  const found = ids.length > 0 ? ids.map((id) => findTarget(here, 'desktop', id)) : [findTarget(here, 'desktop-pool', desktop_pool_id)]
  const pooled = new Set(found.filter(isTarget).map(({ item }) => item.poolId !== undefined))
  if (pooled.size > 1) return fail('WKS.XXXX:400')
  const failed = found.filter((one): one is Failure => !isTarget(one))
  const whole = failed.length === found.length || world.setting('workspace.failureOfOneDesktop') === 'whole'
  if (failed[0] && whole) return fail(failed[0].code)
  return found
}

/** Whether it was found and can be changed. */
export function isTarget(one: Target | Failure): one is Target {
  return 'item' in one
}

/** One named thing or the documented error; `instead` where the operation documents one answer for every reason. */
export function oneTarget(here: Here, kind: WorkspaceItem['kind'], id: string, instead?: Failure['code']): Target {
  const found = findTarget(here, kind, id)
  return isTarget(found) ? found : here.fail(instead ?? found.code)
}

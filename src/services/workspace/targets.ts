import { openOrderOf } from '../../commerce/ordering/resources.ts'
import type { Order, WorkspaceItem } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { BehaviourContext } from '../behaviour.ts'
import { changeOf } from './change.ts'
import { NOT_POSSIBLE } from './products.ts'
import type { Target } from './target.ts'

/** A target that cannot be changed, with the documented error. */
export interface Failure {
  readonly id: string
  readonly code: 'WKS.XXXX:400' | 'WKS.XXXX:409'
  readonly message: string
  /** Pointer to the member of the request that causes it. */
  readonly pointer: string
  /** The order that keeps the target busy. */
  readonly order?: Order
}

/** The context of the behaviours of this service. All operations are below a project. */
export type Here = Pick<BehaviourContext, 'caller' | 'world' | 'fail' | 'refuse'> & {
  readonly input: { readonly path: { readonly project_id: string } }
}

/** Members common to all batch parameters (S-03). */
export interface Chosen {
  readonly desktop_ids?: readonly string[] | undefined
  readonly desktop_pool_id?: string | undefined
}

/** The item with that id, if the caller has it in this project. */
function ownItem({ caller, world, input }: Here, kind: WorkspaceItem['kind'], id: string): WorkspaceItem | undefined {
  const item = world.workspace.get(id)
  const ours = item?.kind === kind && item.customerId === caller.account.id && item.projectId === input.path.project_id
  return ours ? item : undefined
}

/** One target: existing, bought by the caller, in this project, in use, and not busy with another order. */
function findTarget(here: Here, kind: WorkspaceItem['kind'], id: string, pointer: string): Target | Failure {
  const { world } = here
  const refused = (message: string): Failure => ({ id, code: NOT_POSSIBLE, message, pointer })
  const item = ownItem(here, kind, id)
  if (!item) return refused(`The project has no ${kind} ${id}.`)
  const resource = item.resourceId === undefined ? undefined : world.resources.get(item.resourceId)
  if (resource?.status !== 'in-use') return refused(`The ${kind} ${id} is not in use.`)
  const desktops = [...world.workspace.where('pool', item.id)]
  const parts = [item, ...desktops]
  const order = parts.map(({ resourceId }) => resourceId && openOrderOf(world, resourceId)).find((one) => typeof one === 'object')
  const busy = { id, code: 'WKS.XXXX:409', pointer } as const
  if (order) return { ...busy, message: `The ${kind} ${id} is busy with order ${order.id}.`, order }
  const rebuilt = parts.find(({ state }) => state === 'rebuilding')
  if (rebuilt) {
    const rebuilding = [item, rebuilt].map((one) => rebuildOf(world, one)).find((one) => one !== undefined)
    return { ...busy, message: `The ${kind} ${id} is being rebuilt.`, ...(rebuilding ? { order: rebuilding } : {}) }
  }
  return { item, resource, desktops }
}

/** The latest completed order that changes the image of this item: the one it is being rebuilt for. */
function rebuildOf(world: World, { id, resourceId }: WorkspaceItem): Order | undefined {
  if (resourceId === undefined) return undefined
  const found = [...world.orders.where('resource', resourceId)].filter(
    ({ status, lines }) =>
      status === 'completed' &&
      lines.some((line) => {
        const change = changeOf(line)
        return change?.itemId === id && change.change.does === 'image'
      }),
  )
  return found.sort((a, b) => (b.completedAt ?? 0) - (a.completedAt ?? 0))[0]
}

/**
 * The targets of a batch call (S-03): desktop_ids take precedence over the pool, a request with neither is refused, and ordinary desktops
 * cannot be mixed with those of pools, whatever their states. `at` is the pointer to the parameter object.
 */
export function chooseTargets(here: Here, at: string, { desktop_ids = [], desktop_pool_id = '' }: Chosen): (Target | Failure)[] {
  if (desktop_ids.length === 0 && desktop_pool_id === '') return here.fail('WKS.0001')
  const ids = [...new Set(desktop_ids)]
  if (ids.length === 0) return [findTarget(here, 'desktop-pool', desktop_pool_id, `${at}/desktop_pool_id`)]
  const known = ids.flatMap((id) => ownItem(here, 'desktop', id) ?? [])
  const pooled = known.find(({ poolId }) => poolId !== undefined)
  if (pooled && known.some(({ poolId }) => poolId === undefined))
    return here.refuse(
      'malformed',
      `${at}/desktop_ids`,
      'ordinary desktops or desktops of pools',
      `both: ${pooled.id} is of a pool`,
      NOT_POSSIBLE,
    )
  return ids.map((id) => findTarget(here, 'desktop', id, `${at}/desktop_ids/${desktop_ids.indexOf(id)}`))
}

/** Refuses the request when all parts failed, or when one failed and the setting says so. */
export function refuseFailures(here: Here, parts: readonly (object | Failure)[]): void {
  const failed = parts.filter(isFailure)
  const whole = failed.length === parts.length || here.world.setting('workspace.failureOfOneDesktop') === 'whole'
  if (failed[0] && whole) refuseFor(here, failed[0])
}

/** Refuses the request because of one target, naming it. */
function refuseFor({ refuse }: Here, { code, pointer, message, id }: Failure, instead?: Failure['code']): never {
  return refuse('malformed', pointer, message, id, instead ?? code)
}

export function isFailure(one: object): one is Failure {
  return 'code' in one && 'message' in one
}

/** One target, or the documented error. `instead` is for operations that document the same answer for every reason. */
export function oneTarget(here: Here, kind: WorkspaceItem['kind'], id: string, pointer: string, instead?: Failure['code']): Target {
  const found = findTarget(here, kind, id, pointer)
  return isFailure(found) ? refuseFor(here, found, instead) : found
}

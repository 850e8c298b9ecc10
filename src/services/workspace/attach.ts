import type { Order, OrderLine, Resource, WorkspaceItem } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Change } from './change.ts'

/** Opens a resource that is attached to a desktop: a disk or a sharer. It has the same end as the desktop. Records `resource.opened`. */
export function openPart(
  world: World,
  order: Order,
  line: OrderLine,
  { name }: WorkspaceItem,
  main: Resource,
  about: Pick<Resource, 'productId'> & Partial<Pick<Resource, 'name' | 'specSize' | 'specSizeMeasure'>>,
): Resource {
  const { autoRenewTimes: _, ...like } = main
  const id = world.ids.uuid('resources')
  const updatedAt = world.clock.now()
  const resource = world.transition('resources', id, 'grant', {
    ...like,
    name,
    ...about,
    id,
    instanceId: world.ids.uuid('instances'),
    orderId: order.id,
    orderLineId: line.id,
    mainResourceId: main.id,
    effectiveAt: updatedAt,
    updatedAt,
  })
  world.emit({ type: 'resource.opened', resourceId: id, customerId: order.customerId, orderId: order.id })
  return resource
}

/** Creates the items of a first order: one for each resource that billing opened; for a pool its desktops and the pool itself. */
export function createItems(world: World, order: Order, line: OrderLine, change: Extract<Change, { does: 'create' }>): void {
  const { projectId, names, attributes } = change
  const pool = change.kind === 'desktop-pool' ? openPool(world, order, line, change) : world.workspace.get(change.poolId ?? '')
  const kind = change.kind === 'desktop-pool' ? 'desktop' : change.kind
  const { size: _, ...ofOne } = attributes
  for (const [n, resourceId] of line.resourceIds.entries()) {
    const name = (change.kind === kind ? names[n] : undefined) ?? `${pool?.name ?? kind}-${resourceId.slice(0, 8)}`
    putItem(world, order, {
      kind,
      projectId,
      name,
      resourceId,
      state: kind === 'sharer' ? 'active' : 'running',
      attributes: pool ? ofOne : attributes,
      ...(pool ? { poolId: pool.id } : {}),
    })
    const main = pool?.resourceId === undefined ? {} : { mainResourceId: pool.resourceId }
    world.resources.change(resourceId, { name, projectId, ...main })
  }
  if (pool)
    world.workspace.change(pool.id, { attributes: { ...pool.attributes, size: [...world.workspace.where('pool', pool.id)].length } })
}

/** A pool has its own resource, which the resources of its desktops are attached to. */
function openPool(world: World, order: Order, line: OrderLine, change: Extract<Change, { does: 'create' }>): WorkspaceItem | undefined {
  const { projectId, names, attributes } = change
  const first = world.resources.get(line.resourceIds[0] ?? '')
  if (!first) return undefined
  const name = names[0] ?? `desktop-pool-${first.id.slice(0, 8)}`
  const id = world.ids.uuid('resources')
  const resource = world.transition('resources', id, 'grant', { ...first, id, name, instanceId: world.ids.uuid('instances') })
  world.emit({ type: 'resource.opened', resourceId: id, customerId: order.customerId, orderId: order.id })
  return putItem(world, order, { kind: 'desktop-pool', projectId, name, resourceId: resource.id, state: 'running', attributes })
}

function putItem(world: World, { id: orderId, customerId }: Order, item: Omit<WorkspaceItem, 'id' | 'customerId'>): WorkspaceItem {
  const put = world.workspace.put({ ...item, id: world.ids.uuid('workspace'), customerId })
  world.emit({ type: 'workspace.changed', itemId: put.id, customerId, orderId })
  return put
}

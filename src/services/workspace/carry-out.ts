import type { Order, OrderLine, WorkspaceItem } from '../../world/entities.ts'
import type { NumberedFact } from '../../world/facts.ts'
import type { WorkTable } from '../../world/plans.ts'
import type { World } from '../../world/world.ts'
import { type Change, changeOf } from './change.ts'

/** Orders of the office are carried out once billing is done with them, whoever paid them and wherever. */
export function attendOffice(world: World, facts: readonly NumberedFact[]): void {
  for (const fact of facts) {
    if (fact.type !== 'order.completed' && fact.type !== 'order.refunded') continue
    const lines = world.orders.get(fact.orderId)?.lines ?? []
    if (lines.some((line) => changeOf(line))) world.plan(world.clock.now(), 'workspace.carry-out', { orderId: fact.orderId })
  }
}

/** What `attendOffice` plans. */
export const workspaceWork: WorkTable = {
  'workspace.carry-out'(world, about) {
    const order = world.orders.get((about as { readonly orderId: string }).orderId)
    if (order?.status !== 'completed') return undefined
    for (const line of order.lines) {
      const found = changeOf(line)
      if (!found) continue
      const { itemId, change } = found
      if (change.does === 'create') createItems(world, order, line, change)
      else if (itemId !== undefined) changeItem(world, order, line, itemId, change)
    }
    return undefined
  },
}

type Patch = Pick<Partial<WorkspaceItem>, 'name' | 'state'> & { readonly attributes?: WorkspaceItem['attributes'] }

function changeItem(world: World, order: Order, line: OrderLine, itemId: string, change: Exclude<Change, { does: 'create' }>): void {
  const item = world.workspace.get(itemId)
  if (!item) return
  // A disk ordered anew is a resource already; it only has to be hung on its desktop.
  if (change.does === 'new-volume') attachDisk(world, line, item, change.size)
  // A pool changes with its desktops; each of them is told.
  for (const one of [item, ...world.workspace.by('pool', itemId)]) {
    const { attributes = {}, ...patch } = patchOf(one, change)
    const { subResource: _, ...without } = one.attributes
    const kept = change.does === 'delete-sub-resource' ? without : one.attributes
    world.workspace.change(one.id, { ...patch, attributes: { ...kept, ...attributes } })
    changeResource(world, order, line, one, change)
    world.tell({ type: 'workspace.changed', itemId: one.id, customerId: order.customerId, orderId: order.id })
  }
}

function patchOf({ attributes, state }: WorkspaceItem, change: Change): Patch {
  switch (change.does) {
    case 'resize':
      // STOP_DESKTOP: what runs is shut down first (S-04).
      return { attributes: { productId: change.productId }, ...(state === 'running' ? { state: 'stopped' } : {}) }
    case 'bandwidth':
      return { attributes: { size: change.size }, ...(change.name === undefined ? {} : { name: change.name }) }
    case 'add-volume':
    case 'new-volume': {
      const number = Number(attributes['dataVolumes'] ?? 0) + 1
      return { attributes: { dataVolumes: number, [`dataVolume${number}Type`]: change.type, [`dataVolume${number}Size`]: change.size } }
    }
    case 'extend-volume':
      return attributes['rootVolumeSize'] === undefined ? {} : { attributes: { rootVolumeSize: change.size } }
    case 'image':
      return { attributes: { imageId: change.imageId } }
    case 'add-sub-resource':
      return { attributes: { subResource: change.sku } }
    default:
      return {}
  }
}

/** What billing shows of a change beyond its product: sizes, names, and the new disk. */
function changeResource(world: World, order: Order, line: OrderLine, item: WorkspaceItem, change: Change): void {
  const updatedAt = world.clock.now()
  const main = world.resources.get(item.resourceId)
  if (!main) return
  if (change.does === 'bandwidth') {
    world.resources.change(main.id, { specSize: change.size, updatedAt, ...(change.name === undefined ? {} : { name: change.name }) })
  } else if (change.does === 'resize') {
    world.resources.change(main.id, { productId: change.productId, updatedAt })
  } else if (change.does === 'extend-volume' && change.diskId !== undefined) {
    world.resources.change(change.diskId, { specSize: change.size, updatedAt })
  } else if (change.does === 'add-volume' && item.kind === 'desktop') {
    const { autoRenewTimes: _, ...like } = main
    const id = world.ids.uuid('resources')
    world.transition('resources', id, 'grant', {
      ...like,
      id,
      instanceId: world.ids.uuid('instances'),
      name: `${item.name}-${change.type}`,
      orderId: order.id,
      orderLineId: line.id,
      productId: change.productId,
      mainResourceId: main.id,
      effectiveAt: updatedAt,
      updatedAt,
      specSize: change.size,
      specSizeMeasure: GIGABYTE,
    })
    world.tell({ type: 'resource.opened', resourceId: id, customerId: order.customerId, orderId: order.id })
  }
}

/** Measure of disk sizes in the billing interfaces. */
const GIGABYTE = 17

function attachDisk(world: World, line: OrderLine, { resourceId, name }: WorkspaceItem, size: number): void {
  const about = { mainResourceId: resourceId, name: `${name}-disk`, specSize: size, specSizeMeasure: GIGABYTE }
  for (const id of line.resourceIds) world.resources.change(id, about)
}

/** What was ordered anew: one item for each resource that billing opened. */
function createItems(
  world: World,
  order: Order,
  line: OrderLine,
  { kind, projectId, names, attributes }: Extract<Change, { does: 'create' }>,
): void {
  for (const [n, resourceId] of line.resourceIds.entries()) {
    const name = names[n] ?? `${kind}-${resourceId.slice(0, 8)}`
    const id = world.ids.uuid('workspace')
    world.workspace.put({ id, kind, customerId: order.customerId, projectId, name, resourceId, state: 'running', attributes })
    world.resources.change(resourceId, { name, projectId })
    world.tell({ type: 'workspace.changed', itemId: id, customerId: order.customerId, orderId: order.id })
  }
}

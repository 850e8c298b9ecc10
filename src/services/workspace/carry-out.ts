import type { Order, OrderLine, WorkspaceItem } from '../../world/entities/entities.ts'
import type { FactOf } from '../../world/entities/facts/facts.ts'
import type { FactListeners, SomeWork, World } from '../../world/world-api.ts'
import { createItems, openPart } from './attach.ts'
import { type Change, changeOf } from './change.ts'

/** Plans the changes of Workspace orders after billing has completed them, whoever paid them. */
function planChanges(world: World, facts: readonly FactOf<'order.completed' | 'order.refunded'>[]): void {
  for (const { orderId } of facts) {
    const lines = world.orders.get(orderId)?.lines ?? []
    if (lines.some((line) => changeOf(line))) world.plan(world.clock.now(), 'workspace.carry-out', { orderId })
  }
}

export const workspaceListeners = {
  'order.completed': planChanges,
  'order.refunded': planChanges,
} satisfies FactListeners

/** The work that `workspaceListeners` plan, and the rebuilding that waits for users to save their work (S-04). */
export const workspaceWork = {
  'workspace.carry-out'(world, about) {
    const order = world.orders.get(about.orderId)
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
  'workspace.rebuild'(world, about) {
    const { itemId, imageId, orderId } = about
    const item = world.workspace.get(itemId)
    if (item?.state !== 'rebuilding') return undefined
    // That a rebuilt desktop runs afterwards is inferred.
    world.workspace.change(itemId, { state: 'running', attributes: { ...item.attributes, imageId } })
    world.emit({ type: 'workspace.changed', itemId, customerId: item.customerId, orderId })
    return undefined
  },
} satisfies SomeWork

type Patch = Pick<Partial<WorkspaceItem>, 'name' | 'state'> & { readonly attributes?: WorkspaceItem['attributes'] }

function changeItem(world: World, order: Order, line: OrderLine, itemId: string, change: Exclude<Change, { does: 'create' }>): void {
  const item = world.workspace.get(itemId)
  if (!item) return
  // A newly ordered disk already has a resource; it only has to be attached to its desktop.
  if (change.does === 'new-volume') attachDisk(world, line, item, change.size)
  if (change.does === 'extend-volume') growDisk(world, change)
  // A pool changes together with its desktops; a fact is recorded for each.
  for (const one of [item, ...world.workspace.where('pool', itemId)]) {
    if (change.does === 'image') announceRebuild(world, order, one, change)
    else {
      const { attributes = {}, ...patch } = patchOf(one, change)
      if (one.state === 'running' && patch.state === 'stopped')
        world.emit({ type: 'workspace.stopped', itemId: one.id, customerId: order.customerId, orderId: order.id })
      world.workspace.change(one.id, { ...patch, attributes: { ...one.attributes, ...attributes } })
      changeResource(world, order, line, one, change)
      world.emit({ type: 'workspace.changed', itemId: one.id, customerId: order.customerId, orderId: order.id })
    }
  }
}

/** Users see the message and have the delay to save their work; then the desktop gets its new system disk. */
function announceRebuild(world: World, order: Order, item: WorkspaceItem, change: Extract<Change, { does: 'image' }>): void {
  const startsAt = world.clock.now() + change.delay * 60_000
  const about = { itemId: item.id, customerId: order.customerId, orderId: order.id }
  if (change.message !== undefined && item.kind === 'desktop')
    world.emit({ type: 'workspace.announced', ...about, message: change.message, startsAt })
  world.workspace.change(item.id, { state: 'rebuilding' })
  world.plan(startsAt, 'workspace.rebuild', { itemId: item.id, imageId: change.imageId, orderId: order.id })
}

function patchOf({ kind, attributes, state }: WorkspaceItem, change: Change): Patch {
  switch (change.does) {
    case 'resize':
      // STOP_DESKTOP is the only mode: a running desktop is shut down first (S-04).
      return { attributes: { productId: change.productId }, ...(kind === 'desktop' && state === 'running' ? { state: 'stopped' } : {}) }
    case 'bandwidth':
      return { attributes: { size: change.size }, ...(change.name === undefined ? {} : { name: change.name }) }
    case 'add-volume':
    case 'new-volume': {
      const number = Number(attributes['dataVolumes'] ?? 0) + 1
      return { attributes: { dataVolumes: number, [`dataVolume${number}Type`]: change.type, [`dataVolume${number}Size`]: change.size } }
    }
    case 'extend-volume':
      return attributes['rootVolumeSize'] === undefined ? {} : { attributes: { rootVolumeSize: change.size } }
    default:
      return {}
  }
}

/** What billing shows of a change besides its product: sizes, names, new disks and sharers. */
function changeResource(world: World, order: Order, line: OrderLine, item: WorkspaceItem, change: Change): void {
  const updatedAt = world.clock.now()
  const main = item.resourceId === undefined ? undefined : world.resources.get(item.resourceId)
  if (!main) return
  if (change.does === 'bandwidth') {
    world.resources.change(main.id, { specSize: change.size, updatedAt, ...(change.name === undefined ? {} : { name: change.name }) })
  } else if (change.does === 'resize') {
    world.resources.change(main.id, { productId: change.productId, updatedAt })
  } else if (change.does === 'add-volume') {
    if (item.kind === 'desktop')
      openPart(world, order, line, item, main, {
        productId: change.productId,
        name: `${item.name}-${change.type}`,
        specSize: change.size,
        specSizeMeasure: GIGABYTE,
      })
    else addTemplateDisk(world, item, change)
  } else if (change.does === 'add-sub-resource' && item.kind === 'desktop') {
    const resource = openPart(world, order, line, item, main, { productId: change.productId, name: `${item.name}-协同` })
    const { customerId, projectId, id: ownerId } = item
    const id = world.ids.uuid('workspace')
    world.workspace.put({
      id,
      kind: 'sharer',
      customerId,
      projectId,
      name: resource.name,
      resourceId: resource.id,
      ownerId,
      state: 'active',
      attributes: { productId: change.productId },
    })
  } else if (change.does === 'delete-sub-resource') {
    const given = [...world.workspace.where('owner', item.id)].filter(
      ({ kind, resourceId }) => kind === 'sharer' && resourceId !== undefined && line.resourceIds.includes(resourceId),
    )
    for (const { id } of given) world.workspace.delete(id)
  }
}

/** Unit of disk sizes in the billing interfaces. */
const GIGABYTE = 17

/** A disk of a pool is part of its template: every desktop of the pool has its own, which billing contains. */
function addTemplateDisk(world: World, pool: WorkspaceItem, { type, size }: Extract<Change, { does: 'add-volume' }>): void {
  const { customerId, projectId, id: ownerId, resourceId } = pool
  const id = world.ids.uuid('workspace')
  const attributes = { type, size }
  world.workspace.put({
    id,
    kind: 'disk',
    customerId,
    projectId,
    name: `${pool.name}-${type}`,
    ownerId,
    state: 'active',
    attributes,
    ...(resourceId === undefined ? {} : { resourceId }),
  })
}

function growDisk(world: World, { diskId, size }: Extract<Change, { does: 'extend-volume' }>): void {
  const part = world.workspace.get(diskId)
  if (part) world.workspace.change(diskId, { attributes: { ...part.attributes, size } })
  if (world.resources.has(diskId)) world.resources.change(diskId, { specSize: size, updatedAt: world.clock.now() })
}

function attachDisk(world: World, line: OrderLine, { resourceId, name }: WorkspaceItem, size: number): void {
  const about = {
    ...(resourceId === undefined ? {} : { mainResourceId: resourceId }),
    name: `${name}-disk`,
    specSize: size,
    specSizeMeasure: GIGABYTE,
  }
  for (const id of line.resourceIds) world.resources.change(id, about)
}

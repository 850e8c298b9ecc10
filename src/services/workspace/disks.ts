import type { Resource, WorkspaceItem } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Target } from './target.ts'

/** A disk of a desktop or of a pool's template. */
export interface Disk {
  readonly type: string
  readonly size: number // GB
  /** The disk's resource in billing. Pools have only the template of their desktops' disks. */
  readonly resource?: Resource
  /** The disk of a pool's template. */
  readonly item?: WorkspaceItem
}

/** The disk with that id: a resource attached to the desktop, or a disk of the pool's template. */
export function diskOf(world: World, { item, resource }: Target, diskId: string): Disk | undefined {
  const attached = world.resources.get(diskId)
  if (attached?.mainResourceId === resource.id && attached.status === 'in-use' && attached.specSize !== undefined)
    return { type: world.products.get(attached.productId)?.resourceSpec ?? '', size: attached.specSize, resource: attached }
  const part = world.workspace.get(diskId)
  // A desktop of a pool has the disks of the pool's template.
  if (part?.kind !== 'disk' || (part.ownerId !== item.id && part.ownerId !== item.poolId)) return undefined
  return { type: String(part.attributes['type'] ?? ''), size: Number(part.attributes['size'] ?? 0), item: part }
}

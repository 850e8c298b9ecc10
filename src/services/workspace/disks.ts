import type { Resource } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'
import type { Target } from './targets.ts'

/** A disk of a desktop or of a pool's template. */
export interface Disk {
  readonly type: string
  readonly size: number // GB
  /** The disk as billing knows it; pools have only the template of their desktops' disks. */
  readonly resource?: Resource
}

/**
 * The disk of that id: a resource attached to the desktop. An id that nothing here bears means the system disk of the pool's or
 * desktop's template, since no interface of this sandbox tells pool disks' ids.
 */
export function diskOf(world: World, { item, resource }: Target, diskId: string): Disk | undefined {
  const attached = world.resources.get(diskId)
  if (attached?.mainResourceId === resource.id && attached.specSize !== undefined)
    return { type: world.products.get(attached.productId)?.resourceSpec ?? '', size: attached.specSize, resource: attached }
  const { rootVolumeType, rootVolumeSize } = item.attributes
  return rootVolumeSize === undefined ? undefined : { type: String(rootVolumeType ?? ''), size: Number(rootVolumeSize) }
}

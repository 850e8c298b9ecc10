import type { Product } from '../../world/entities/entities.ts'
import { type ChangeLine, dearer, onePeriod } from './change.ts'
import { diskOf } from './disks.ts'
import { type ImageChoice, imageNamed } from './images.ts'
import { findProduct, NOT_POSSIBLE, productNamed } from './products.ts'
import type { Target } from './target.ts'
import type { Failure, Here } from './targets.ts'

/** Makes the order line of a target, or says why it is not possible. */
export type MakeLine = (target: Target) => ChangeLine | Failure

const pieces = ({ desktops }: Target) => Math.max(1, desktops.length)

/** A change of product. Costs the price difference of one period for each piece. */
export function resize({ world, refuse }: Here, pointer: string, wanted: string): MakeLine {
  const product = productNamed({ world, refuse }, 'desktop', pointer, wanted)
  return (target) => {
    const { productId, id } = target.resource
    const price = dearer(onePeriod(world.products.get(productId), pieces(target)), onePeriod(product, pieces(target)))
    return { product, baseProductId: productId, price, resourceIds: [id], change: { does: 'resize', productId: product.id } }
  }
}

/** Disks are priced by the gigabyte. They become separate resources, so the order changes none. */
export function addVolume(
  here: Here,
  at: string,
  {
    volume_type: type,
    volume_size: size,
    desktop_pool_disk_id: repaired,
  }: { volume_type: string; volume_size: number; desktop_pool_disk_id?: string },
): MakeLine {
  const product = productNamed(here, 'disk', `${at}/volume_type`, type)
  return (target) => {
    if (repaired !== undefined && !diskOf(here.world, target, repaired)) return noDisk(target, repaired, `${at}/desktop_pool_disk_id`)
    const price = onePeriod(product, size * pieces(target))
    return { product, price, resourceIds: [], change: { does: 'add-volume', productId: product.id, type, size } }
  }
}

const noDisk = ({ item }: Target, diskId: string, pointer: string): Failure => ({
  id: diskId,
  code: NOT_POSSIBLE,
  message: `The ${item.kind} ${item.id} has no disk ${diskId}.`,
  pointer,
})

/** Enlarging a disk, priced by the added gigabytes. Fails when the disk is unknown or would not grow. */
export function extendVolume({ world }: Here, pointer: string, diskId: string, size: number): MakeLine {
  return (target) => {
    const disk = diskOf(world, target, diskId)
    if (!disk) return noDisk(target, diskId, pointer)
    if (size <= disk.size)
      return {
        ...noDisk(target, diskId, pointer),
        message: `The disk ${diskId} has ${disk.size} GB; it can only grow, not become ${size} GB.`,
      }
    const product = disk.resource ? world.products.get(disk.resource.productId) : findProduct(world, 'disk', disk.type)
    const price = onePeriod(product, (size - disk.size) * pieces(target))
    return { product, price, resourceIds: disk.resource ? [disk.resource.id] : [], change: { does: 'extend-volume', diskId, size } }
  }
}

/**
 * An image costs the price of the product with its specification; an image without one is free. Users are notified and have time to save
 * their work.
 */
export function changeImage(here: Here, at: string, param: ImageChoice & { delay_time?: number; message?: string }): MakeLine {
  const image = imageNamed(here, at, param)
  const product: Product | undefined = findProduct(here.world, 'desktop', String(image.attributes['specCode'] ?? ''))
  const { delay_time: delay = 0, message } = param
  return (target) => ({
    product,
    price: onePeriod(product, pieces(target)),
    resourceIds: [],
    change: { does: 'image', imageId: image.id, delay, ...(message === undefined ? {} : { message }) },
  })
}

/** An addition to a desktop, or to every desktop of a pool, at its list price. */
export function addSubResource(here: Here, pointer: string, sku: string): MakeLine {
  const product = productNamed(here, 'sharer', pointer, sku)
  return (target) => ({
    product,
    price: onePeriod(product, pieces(target)),
    resourceIds: [],
    change: { does: 'add-sub-resource', productId: product.id },
  })
}

/** The only type of sub-resource that the source names. */
const SHARER = 'DESKTOP_SHARER'

/** Returns the sharers of a target. Their price is not refunded (inferred: no page gives an amount). */
export function deleteSubResource(here: Here, pointer: string, type: string): MakeLine {
  const { world, refuse } = here
  if (type !== SHARER) return () => refuse('malformed', pointer, SHARER, type, NOT_POSSIBLE)
  return ({ item, desktops }) => {
    const sharers = [item, ...desktops].flatMap(({ id }) => [...world.workspace.where('owner', id)].filter(({ kind }) => kind === 'sharer'))
    if (sharers.length === 0) return { id: item.id, code: NOT_POSSIBLE, message: `The ${item.kind} ${item.id} has no sharer.`, pointer }
    const resourceIds = sharers.flatMap(({ resourceId }) => resourceId ?? [])
    const product = world.products.get(world.resources.get(resourceIds[0] ?? '')?.productId ?? '')
    return { product, price: 0, resourceIds, change: { does: 'delete-sub-resource' } }
  }
}

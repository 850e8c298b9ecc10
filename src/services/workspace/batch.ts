import type { components, operations } from '../../spec/generated/workspace.ts'
import type { Order } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'
import { ORDER_V5_STATUS } from '../ordering/order-status.ts'
import type { Behaviour, Scene } from '../scene.ts'
import { type ChangeLine, dearer, onePeriod, placeChange } from './change.ts'
import { diskOf } from './disks.ts'
import { productFor, productNamed } from './products.ts'
import { type Chosen, chooseTargets, isTarget, type Target } from './targets.ts'

type Request = components['schemas']['CreateBatchChangeOrderRequest']
type OrderV5 = components['schemas']['OrderV5']
type Batch = operations['CreateDesktopBatchOrder'] | operations['CreateDesktopPoolChangeOrder']

/** What one type of batch order wants: its parameter object, and the line it makes of each target. */
interface Kind {
  readonly chosen: Chosen
  readonly autoPay: boolean
  readonly line: (target: Target) => ChangeLine
  /** Giving back is an unsubscription, everything else a change. */
  readonly gives?: true
}

/** Six ways of changing desktops or a pool at once (S-02 to S-04); one order for each, or one for all, as the setting says. */
export const changeBatch: Behaviour<Batch> = (scene) => {
  const { world } = scene
  const kind = kindOf(scene, scene.input.body)
  const found = chooseTargets(scene, kind.chosen)
  const parts = found.map((one) => (isTarget(one) ? { target: one, line: kind.line(one) } : one))
  const good = parts.filter((part) => 'target' in part)
  const how = kind.gives
    ? ({ type: 'unsubscribe', event: 'place-refund', unsubscribe: { type: 1 }, resourceIds: [] } as const)
    : { autoPay: kind.autoPay }
  const orders = new Map<object, Order>()
  const groups = world.setting('workspace.ordersOfBatch') === 'one' ? [good] : good.map((part) => [part])
  for (const group of groups) {
    const order = placeChange(scene, world, group, how)
    if (kind.gives) world.plan(world.clock.now(), 'order.complete', { orderId: order.id })
    if (group[0]) orders.set(group[0], order)
  }
  return {
    orders: parts.flatMap((part): OrderV5[] => {
      if ('code' in part) return [{ result: 'FAIL', result_code: part.code.split(':')[0] ?? '', result_msg: part.message }]
      const order = orders.get(part)
      return order ? [{ order_id: order.id, order_status: ORDER_V5_STATUS[order.status], result: 'SUCCESS', ...job(world) }] : []
    }),
  }
}

/** A job carries each order out; only the newest definition tells its id. */
export function job(world: World): { readonly job_id?: string } {
  return world.setting('workspace.jobId') === true ? { job_id: world.ids.hex('workspace-job') } : {}
}

function kindOf(scene: Scene<Batch>, body: Request): Kind {
  const { world, fail } = scene
  // The parameter of the type must be there (setting paramOfType); without it nothing says what to change.
  const given = <P>(param: P | undefined): P =>
    param ?? (world.setting('workspace.paramOfType') === 'required' ? fail('WKS.0001') : ({} as P))
  const kind = (chosen: Chosen, line: Kind['line'], more: Partial<Kind> = {}): Kind => ({ chosen, autoPay: false, line, ...more })
  switch (body.type) {
    case 'ADD_VOLUME': {
      const param = given(body.add_volume_param)
      return kind(param, (target) => addVolume(world, target, param.volume_type, param.volume_size))
    }
    case 'EXTEND_VOLUME': {
      const param = given(body.extend_volume_param)
      return kind(param, (target) => extendVolume(scene, target, param.desktop_pool_disk_id, param.new_size))
    }
    case 'RESIZE': {
      const param = given(body.resize_param)
      return kind(param, (target) => resize(world, target, param.product_id), { autoPay: param.extend_param?.is_auto_pay === 'true' })
    }
    case 'CHANGE_IMAGE': {
      const param = given(body.change_image_param)
      const image = imageOf(scene, param)
      return kind(param, (target) => changeImage(world, target, image))
    }
    case 'ADD_SUB_RESOURCES': {
      const param = given(body.add_sub_resources_param)
      return kind(param, (target) => addSubResource(world, target, param.sub_resource_sku))
    }
    case 'DELETE_SUB_RESOURCES': {
      const param = given(body.delete_sub_resources_param)
      return kind(param, (target) => deleteSubResource(scene, target), { gives: true })
    }
    default:
      return fail('WKS.0001')
  }
}

/** image_id counts before image_spec_code; neither is refused (S-04). */
export function imageOf({ fail }: Pick<Scene, 'fail'>, image: { readonly image_id?: string; readonly image_spec_code?: string }): string {
  return image.image_id || image.image_spec_code || fail('WKS.0001')
}

const pieces = ({ desktops }: Target) => Math.max(1, desktops.length)

/** Another product; costs the difference of one period for each piece. */
export function resize(world: World, target: Target, wanted: string): ChangeLine {
  const { resource } = target
  const product = productFor(world, wanted)
  const price = dearer(onePeriod(world.products.get(resource.productId), pieces(target)), onePeriod(product, pieces(target)))
  const change = { does: 'resize', productId: product?.id ?? resource.productId } as const
  return { product, baseProductId: resource.productId, price, resourceIds: [resource.id], change }
}

/** Disks are priced by the gigabyte. They become resources of their own, so the order changes none. */
function addVolume(world: World, target: Target, type: string, size: number): ChangeLine {
  const product = productFor(world, type)
  const change = { does: 'add-volume', productId: product?.id ?? target.resource.productId, type, size } as const
  return { product, price: onePeriod(product, size * pieces(target)), resourceIds: [], change }
}

/** A disk made larger, priced by the gigabytes that are added. Fails when there is no such disk or it would not grow. */
export function extendVolume({ world, fail }: Pick<Scene, 'world' | 'fail'>, target: Target, diskId: string, size: number): ChangeLine {
  const disk = diskOf(world, target, diskId)
  if (!disk || size <= disk.size) return fail('WKS.XXXX:400')
  const product = disk.resource ? world.products.get(disk.resource.productId) : productFor(world, disk.type)
  const price = onePeriod(product, (size - disk.size) * pieces(target))
  const change = { does: 'extend-volume', size, ...(disk.resource ? { diskId: disk.resource.id } : {}) } as const
  return { product, price, resourceIds: disk.resource ? [disk.resource.id] : [], change }
}

/** An image costs only what a product of its name costs; most are free. */
export function changeImage(world: World, target: Target, imageId: string): ChangeLine {
  const product = productNamed(world, imageId)
  return { product, price: onePeriod(product, pieces(target)), resourceIds: [], change: { does: 'image', imageId } }
}

/** Something added to a desktop, at its list price. */
export function addSubResource(world: World, target: Target, sku: string): ChangeLine {
  const product = productFor(world, sku)
  return { product, price: onePeriod(product, pieces(target)), resourceIds: [], change: { does: 'add-sub-resource', sku } }
}

/** What it cost is not paid back (inferred: no page names a sum). */
function deleteSubResource({ world, fail }: Pick<Scene, 'world' | 'fail'>, { item }: Target): ChangeLine {
  const sku = item.attributes['subResource']
  if (sku === undefined) return fail('WKS.XXXX:400')
  return { product: productFor(world, String(sku)), price: 0, resourceIds: [], change: { does: 'delete-sub-resource' } }
}

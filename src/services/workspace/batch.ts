import type { components, operations } from '../../spec/generated/workspace.ts'
import type { Order } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'
import { ORDER_V5_STATUS } from '../order-status.ts'
import { type ChangePart, placeChange } from './change.ts'
import { addSubResource, addVolume, changeImage, deleteSubResource, extendVolume, type MakeLine, resize } from './kinds.ts'
import { goodOf, partsOf } from './parts.ts'
import { type Chosen, type Failure, isFailure } from './targets.ts'

type Request = components['schemas']['CreateBatchChangeOrderRequest']
type OrderV5 = components['schemas']['OrderV5']
type Batch = operations['CreateDesktopBatchOrder'] | operations['CreateDesktopPoolChangeOrder']

/** One type of batch order: its parameter object, and the order line it makes for each target. */
interface Kind {
  /** Pointer to the parameter object in the request. */
  readonly at: string
  readonly chosen: Chosen & { readonly promotion_plan_id?: string }
  readonly autoPay: boolean
  readonly line: MakeLine
  /** Returning is an unsubscription, everything else a change. */
  readonly gives?: true
}

/** Six ways of changing several desktops or a pool (S-02 to S-04); one order for each target or one for all, depending on the setting. */
export const changeBatch: Behaviour<Batch> = (context) => {
  const { world } = context
  const { at, chosen, autoPay, line, gives } = kindOf(context, context.input.body)
  const parts = partsOf(context, at, chosen, line)
  const good = goodOf(parts)
  const how = gives ? ({ type: 'unsubscribe', event: 'place-refund', unsubscribe: { type: 1 } } as const) : { autoPay }
  const orders = new Map<object, Order>()
  const groups = world.setting('workspace.ordersOfBatch') === 'one' ? [good] : good.map((part) => [part])
  for (const group of groups) {
    // An unsubscription concerns only what is returned, not the desktop it belongs to.
    const touched = gives ? { resourceIds: group.flatMap((part) => part.line.resourceIds) } : {}
    const order = placeChange(context, world, group, { ...how, ...touched })
    if (gives) world.plan(world.clock.now(), 'order.complete', { orderId: order.id })
    if (group[0]) orders.set(group[0], order)
  }
  return { orders: parts.flatMap((part): OrderV5[] => entryOf(world, part, orders.get(part))) }
}

/**
 * One entry of the answer. A busy desktop names the order that keeps it busy, with its state (inferred), also a completed order while the
 * desktop is being rebuilt for it.
 */
function entryOf(world: World, part: ChangePart | Failure, order: Order | undefined): OrderV5[] {
  if (isFailure(part)) {
    const busy = part.order ? { order_id: part.order.id, order_status: ORDER_V5_STATUS[part.order.status] } : {}
    return [{ ...busy, result: 'FAIL', result_code: part.code.split(':')[0] ?? '', result_msg: part.message }]
  }
  if (!order) return []
  const placed = { order_id: order.id, order_status: ORDER_V5_STATUS[order.status] }
  if (order.status === 'cancelled')
    return [{ ...placed, result: 'FAIL', result_code: 'WKS.XXXX', result_msg: `What order ${order.id} is for is sold out.` }]
  return [{ ...placed, result: 'SUCCESS', ...job(world) }]
}

/** The job of an order. Only the newest definition returns its id. */
export function job(world: World): { readonly job_id?: string } {
  return world.setting('workspace.jobId') ? { job_id: world.ids.hex('workspace-job') } : {}
}

function kindOf(context: BehaviourContext<Batch>, body: Request): Kind {
  const { world, fail } = context
  // The parameter object of the type is required (setting paramOfType), because nothing else says what to change.
  const given = <P>(param: P | undefined): P =>
    param ?? (world.setting('workspace.paramOfType') === 'required' ? fail('WKS.0001') : ({} as P))
  switch (body.type) {
    case 'ADD_VOLUME': {
      const [at, param] = ['/body/add_volume_param', given(body.add_volume_param)] as const
      return { at, chosen: param, autoPay: false, line: addVolume(context, at, param) }
    }
    case 'EXTEND_VOLUME': {
      const [at, param] = ['/body/extend_volume_param', given(body.extend_volume_param)] as const
      const line = extendVolume(context, `${at}/desktop_pool_disk_id`, param.desktop_pool_disk_id, param.new_size)
      return { at, chosen: param, autoPay: false, line }
    }
    case 'RESIZE': {
      const [at, param] = ['/body/resize_param', given(body.resize_param)] as const
      const autoPay = param.extend_param?.is_auto_pay === 'true'
      return { at, chosen: param, autoPay, line: resize(context, `${at}/product_id`, param.product_id) }
    }
    case 'CHANGE_IMAGE': {
      const [at, param] = ['/body/change_image_param', given(body.change_image_param)] as const
      return { at, chosen: param, autoPay: false, line: changeImage(context, at, param) }
    }
    case 'ADD_SUB_RESOURCES': {
      const [at, param] = ['/body/add_sub_resources_param', given(body.add_sub_resources_param)] as const
      return { at, chosen: param, autoPay: false, line: addSubResource(context, `${at}/sub_resource_sku`, param.sub_resource_sku) }
    }
    case 'DELETE_SUB_RESOURCES': {
      const [at, param] = ['/body/delete_sub_resources_param', given(body.delete_sub_resources_param)] as const
      const line = deleteSubResource(context, `${at}/sub_resource_type`, param.sub_resource_type)
      return { at, chosen: param, autoPay: false, line, gives: true }
    }
    default:
      return fail('WKS.0001')
  }
}

import type { components, operations } from '../../spec/generated/koogallery.ts'
import { formatUtc } from '../../world/engine/calendar.ts'
import type { Order, OrderType, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour } from '../behaviour.ts'
import { buyersLine, buyersOrder } from './buyers-order.ts'
import { ownOrder, SUCCESS } from './buyers-own.ts'

type Schemas = components['schemas']

/** One order with its lines, its resources and their history. */
export const showOrder: Behaviour<operations['ShowOrderDetails']> = (context) => {
  const { world, input } = context
  const order = ownOrder(context, input.body.order_id)
  const resources = order.resourceIds.flatMap((id) => world.resources.get(id) ?? [])
  return {
    ...SUCCESS,
    data: {
      ...buyersOrder(world, order),
      order_line_items: order.lines.map((line) => buyersLine(world, order, line)),
      aggregate_resource_infos: resources.map((resource) => aggregate(world, resource)),
    },
  }
}

function aggregate(world: World, { id, name, regionCode }: Resource): Schemas['AggregateResourceInfoOpenApi'] {
  return {
    main_resource_info: { region_code: regionCode, resource_id: id, resource_name: name },
    resource_transaction_log: [...world.orders.where('resource', id)]
      .filter(({ paidAt }) => paidAt !== undefined)
      .map((order) => entry(order, id)),
  }
}

/** The vendor's names are not published: these are our own. */
const ACTION: Readonly<Record<OrderType, string>> = {
  new: '创建',
  gift: '创建',
  trial: '创建',
  renewal: '续费',
  change: '变更',
  unsubscribe: '退订',
  'to-on-demand': '转按需',
  'to-period': '转包周期',
  'to-commercial': '转商用',
  'fee-adjustment': '调账',
}

/** Each paid order for a resource is an entry of its log. */
function entry(order: Order, resourceId: string): Schemas['ResourceTransactionLogOpenApi'] {
  const line = order.lines.find((one) => one.resourceIds.includes(resourceId))
  const done = order.status === 'completed' ? '成功' : order.status === 'cancelled' ? '失败' : '处理中'
  return {
    log_id: line?.id ?? order.id,
    action_name: ACTION[order.type],
    status_name: done,
    create_time: formatUtc(order.completedAt ?? order.paidAt ?? order.createdAt),
    order_id: order.id,
    ...(line ? { order_line_item_id: line.id } : {}),
    resource_id: resourceId,
  }
}

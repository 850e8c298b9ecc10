import type { operations } from '../../spec/generated/koogallery.ts'
import { parseUtc } from '../../world/engine/calendar.ts'
import type { Rows } from '../../world/engine/collection.ts'
import type { Order } from '../../world/entities/entities.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'
import { mergeSorted } from '../bss/merge-sorted.ts'
import { buyersOrder } from './buyers-order.ts'
import { marketplaceTypes, SUCCESS } from './buyers-own.ts'
import { parseCompact } from './parse-compact.ts'

type Listing = operations['ListOrders']

/** The caller's marketplace orders in a time span, newest first, ten per page (order and size inferred). */
export const listOrders: Behaviour<Listing> = (context) => {
  const { world, input, caller } = context
  const { start_time, end_time, limit = 10, offset = 0 } = input.body
  const [from, to] = [momentOf(context, 'start_time', start_time), momentOf(context, 'end_time', end_time, 999)]
  const rows = [...marketplaceTypes(world)].map((type) =>
    world.orders.range('customer-service', `${caller.account.id}|${type.toLowerCase()}`, from, to),
  )
  const total_count = rows.reduce((all, one) => all + one.count, 0)
  return { ...SUCCESS, data: { total_count, orders: page(rows, offset, limit).map((order) => buyersOrder(world, order)) } }
}

/** A single row is only cut; several rows are merged up to the page. */
function page(rows: readonly Rows<Order>[], offset: number, limit: number): readonly Order[] {
  const [only, ...others] = rows
  if (only && others.length === 0) return only.reversed().slice(offset, offset + limit)
  const found: Order[] = []
  let at = 0
  for (const order of mergeSorted(rows, ({ createdAt }) => createdAt, true)) {
    if (found.length === limit) break
    if (at++ >= offset) found.push(order)
  }
  return found
}

/**
 * The form of these times is not published: those of the vendor's other calls are accepted, ISO 8601, yyyyMMddHHmmss and epoch
 * milliseconds.
 */
function momentOf({ refuse }: BehaviourContext<Listing>, name: string, text: string | undefined, more = 0): number | undefined {
  if (text === undefined) return undefined
  const at = parseUtc(text) ?? parseCompact(text) ?? (/^\d{13}$/.test(text) ? Number(text) : undefined)
  return at === undefined ? refuse('malformed', `/body/${name}`, 'a time such as 2022-07-01T00:00:00Z', text) : at + more
}

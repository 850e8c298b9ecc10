import type { Rows } from '../../world/engine/collection.ts'
import type { Order, OrderStatus, OrderType } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { hiddenOrdersOf } from './combined-transactions.ts'
import { inList, type ListedOrder } from './listed-order.ts'
import { mergeSorted } from './merge-sorted.ts'

/** A time span in epoch ms, both ends included. An undefined end is open. */
export interface Span {
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/** Conditions on orders. All given ones must hold. */
export interface OrderFilter {
  readonly customers: readonly string[]
  readonly statuses?: readonly OrderStatus[] | undefined
  readonly type?: OrderType | undefined
  /** In lower case. */
  readonly serviceType?: string | undefined
  readonly created: Span
  readonly paid?: Span | undefined
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

/** Rows from one index that contain all matching orders and possibly others. `exact`: no others. */
interface Candidates {
  readonly rows: readonly Rows<Order>[]
  readonly count: number
  readonly exact: boolean
  /** Sorted by creation, like the answer. */
  readonly inOrder: boolean
}

/** Up to this offset a page is cut from the beginning; beyond it the rows are iterated. */
const NEAR = 100

const createdAt = (order: Order) => order.createdAt

/**
 * The matching orders: their count, and one page of them (S-06, S-08). Reads the smallest index that contains them all. When that index
 * contains nothing else, only the page is read, so that a plain list costs its page and not the number of orders.
 */
export function selectOrders(world: World, wanted: OrderFilter): { readonly count: number; readonly page: readonly ListedOrder[] } {
  const { offset, limit, descending } = wanted
  const candidates = smallest(world, wanted)
  const hidden = wanted.customers.flatMap((id) => hiddenOrdersOf(world, id))
  const [only] = candidates.rows
  // Orders represented by another order can only shift the page, so it is enough to read that many more.
  if (candidates.exact && candidates.rows.length === 1 && only && offset <= NEAR) {
    const near = (descending ? only.reversed() : only).slice(0, offset + limit + hidden.length)
    const page = shown(world, near).slice(offset, offset + limit)
    return { count: only.count - hidden.filter((order) => matches(order, wanted)).length, page }
  }
  const ordered = candidates.inOrder ? mergeSorted(candidates.rows, createdAt, descending) : sorted(candidates.rows, descending)
  // When the rows are exact, the count is known without reading them: their number less the orders represented by another.
  const known = candidates.exact ? candidates.count - hidden.filter((order) => matches(order, wanted)).length : undefined
  const page: ListedOrder[] = []
  let count = 0
  for (const order of ordered) {
    if (!matches(order, wanted)) continue
    const found = inList(world, order)
    if (!found) continue
    if (count >= offset && page.length < limit) page.push(found)
    count++
    if (known !== undefined && page.length === limit) break
  }
  return { count: known ?? count, page }
}

/** Whether an order fulfils all conditions. */
export function matches(order: Order, { statuses, type, serviceType, created, paid, customers }: OrderFilter): boolean {
  return (
    customers.includes(order.customerId) &&
    (!statuses || statuses.includes(order.status)) &&
    (!type || order.type === type) &&
    (serviceType === undefined || order.serviceType.toLowerCase() === serviceType) &&
    within(order.createdAt, created) &&
    (!paid || (order.paidAt !== undefined && within(order.paidAt, paid)))
  )
}

const within = (at: number, { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Span) => at >= from && at <= to

function smallest(world: World, { customers, statuses, type, serviceType, created, paid }: OrderFilter): Candidates {
  const { orders } = world
  const given = [statuses, type, serviceType, paid].filter((condition) => condition !== undefined).length
  const byCreation = (index: Parameters<typeof orders.range>[0], keys: readonly string[], covers: number): Candidates => {
    const rows = keys.map((key) => orders.range(index, key, created.from, created.to)).filter((one) => one.count > 0)
    return { rows, count: total(rows), exact: given === covers, inOrder: true }
  }
  const each = (values: readonly string[]) => customers.flatMap((id) => values.map((value) => `${id}|${value}`))
  const choices = [byCreation('customer', customers, 0)]
  if (statuses) choices.push(byCreation('customer-status', each(statuses), 1))
  if (type) choices.push(byCreation('customer-type', each([type]), 1))
  if (serviceType !== undefined) choices.push(byCreation('customer-service', each([serviceType]), 1))
  if (paid) {
    const rows = customers.map((id) => orders.range('customer-paid', id, paid.from, paid.to))
    choices.push({ rows, count: total(rows), exact: false, inOrder: false })
  }
  return choices.reduce((best, one) => (one.count < best.count || (one.count === best.count && one.exact && !best.exact) ? one : best))
}

const total = (rows: readonly Rows<Order>[]) => rows.reduce((all, one) => all + one.count, 0)

function sorted(rows: readonly Rows<Order>[], descending: boolean): readonly Order[] {
  const all = rows.flatMap((one) => [...one]).sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  return descending ? all.reverse() : all
}

function shown(world: World, orders: readonly Order[]): ListedOrder[] {
  const found: ListedOrder[] = []
  for (const order of orders) {
    const one = inList(world, order)
    if (one) found.push(one)
  }
  return found
}

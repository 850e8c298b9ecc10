import { expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'

/** An order as every window onto it can be compared: whole fen, whole seconds, the numbers of the billing API for states. */
export interface OrderView {
  readonly status: number
  readonly official: number
  readonly afterDiscount: number
  readonly createdAt: string
  readonly paidAt: string | undefined
  readonly lines: readonly LineView[]
  /** Those that have an end and exist already, by id. */
  readonly resources: readonly { readonly id: string; readonly status: number; readonly expireAt: string }[]
}

export interface LineView {
  readonly id: string
  readonly product: string
  readonly quantity: number
  readonly official: number
  readonly afterDiscount: number
  readonly effectiveAt: string | undefined
  readonly expireAt: string | undefined
}

/** What the vendor's words for a state are as numbers, copied from its pages (bss-and-auth.md 10.1, 10.2). */
const STATUS: Readonly<Record<string, number>> = {
  ...{
    待审核: 1,
    待退款: 2,
    处理中: 3,
    已取消: 4,
    已完成: 5,
    待支付: 6,
    待确认: 9,
    待发货: 10,
    待收货: 11,
    用户确认验收: 11,
    待商家收货: 13,
  },
}
const RESOURCE_STATUS: Readonly<Record<string, number>> = { 'in-use': 2, closed: 3, frozen: 4, expired: 5 }

const fen = (yuan: number | string) => Math.round(Number(yuan) * 100)
const second = (text: string | undefined) => (text === undefined ? undefined : `${text.slice(0, 19)}Z`)
const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)

/** As the billing API shows it: list, details and resources, of which the first two must agree. */
export async function bssView(sandbox: Sandbox, order_id: string): Promise<OrderView> {
  const listed = (await ask(sandbox, 'bss.ListCustomerOrders', { query: { order_id } })).order_infos[0]
  const { order_info, order_line_items } = await ask(sandbox, 'bss.ShowCustomerOrderDetails', { path: { order_id } })
  const { enterprise_projects: _projects, sub_order_infos: _parts, ...common } = listed
  expect(order_info).toMatchObject(common)
  const { data } = await ask(sandbox, 'bss.ListPayPerUseCustomerResources', { body: { order_id, limit: 100 } })
  // The outside comes in: the bodies were checked against the spec.
  type Body = Record<string, never>
  return {
    status: listed.status,
    official: fen(listed.official_amount),
    afterDiscount: fen(listed.amount_after_discount),
    createdAt: listed.create_time,
    paidAt: listed.payment_time,
    lines: order_line_items.map((line: Body) => ({
      id: line['order_line_item_id'],
      product: line['product_id'],
      quantity: line['subscription_num'],
      official: fen(line['official_amount'] ?? Number.NaN),
      afterDiscount: fen(line['amount_after_discount'] ?? Number.NaN),
      effectiveAt: line['effective_time'],
      expireAt: line['expire_time'],
    })),
    resources: data.map((one: Body) => ({ id: one['resource_id'], status: one['status'], expireAt: one['expire_time'] })).sort(byId),
  }
}

/** As a person sees it at the console. */
export async function consoleView(sandbox: Sandbox, orderId: string): Promise<OrderView> {
  const { order } = await ask(sandbox, 'console.ShowOrder', { path: { orderId } })
  type Body = Record<string, string>
  return {
    status: STATUS[order.statusText] ?? Number.NaN,
    official: fen(order.official),
    afterDiscount: fen(order.afterDiscount),
    createdAt: second(order.createdAt) ?? '',
    paidAt: second(order.paidAt),
    lines: order.lines.map((line: Body) => ({
      id: line['id'],
      product: line['product'],
      quantity: line['quantity'],
      official: fen(line['official'] ?? Number.NaN),
      afterDiscount: fen(line['afterDiscount'] ?? Number.NaN),
      effectiveAt: second(line['effectiveAt']),
      expireAt: second(line['expireAt']),
    })),
    resources: order.resources
      .filter((one: Body) => one['expireAt'] !== undefined && one['status'] !== 'creating')
      .map((one: Body) => ({ id: one['id'], status: RESOURCE_STATUS[one['status'] ?? ''], expireAt: second(one['expireAt']) }))
      .sort(byId),
  }
}

interface SellersLine {
  readonly orderLineId: string
  readonly currency: string
  readonly currencyAfterDiscount: string
  readonly expireTime?: string
  readonly productInfo: readonly { readonly productId: string; readonly linearValue?: number }[]
}

const compact = (text: string | undefined) => text?.replace(/\D/g, '')

/**
 * What the seller's order query shows of a view: no state and no resources, an end for what runs for a time, no quantity for what is
 * charged by use, no list price for what goes back.
 */
async function expectSellersView(sandbox: Sandbox, orderId: string, view: OrderView): Promise<void> {
  const { orderInfo } = await ask(sandbox, 'koogallery.QueryOrder', { query: { orderId } })
  const shown = orderInfo.orderLine.map(({ orderLineId: id, currencyAfterDiscount, productInfo }: SellersLine) => ({
    id,
    product: productInfo[0]?.productId,
    afterDiscount: fen(currencyAfterDiscount),
  }))
  expect({ id: orderInfo.orderId, createdAt: orderInfo.createTime, lines: shown }).toEqual({
    id: orderId,
    createdAt: compact(view.createdAt),
    lines: view.lines.map(({ id, product, afterDiscount }) => ({ id, product, afterDiscount })),
  })
  const details = orderInfo.orderLine.map(({ productInfo, currency, expireTime }: SellersLine) => ({
    quantity: productInfo[0]?.linearValue,
    official: currency,
    expireTime,
  }))
  expect(details).toEqual(
    view.lines.map(({ quantity, official, effectiveAt, expireAt }, index) => ({
      quantity: orderInfo.orderLine[index].chargingMode === 'ON_DEMAND' ? undefined : quantity,
      official: orderInfo.orderType === 'UNSUBSCRIBE' ? '' : (official / 100).toFixed(2),
      // Before it began the seller sees an estimate.
      expireTime: effectiveAt !== undefined && expireAt !== undefined ? compact(expireAt) : details[index].expireTime,
    })),
  )
}

/** The one view that all windows give (billing API, console, the seller's order query); fails where two of them differ. */
export async function agreedView(sandbox: Sandbox, orderId: string): Promise<OrderView> {
  const view = await bssView(sandbox, orderId)
  expect(await consoleView(sandbox, orderId)).toEqual(view)
  await expectSellersView(sandbox, orderId, view)
  return view
}

async function ask(sandbox: Sandbox, operation: string, input: object) {
  const { status, body } = await sandbox.call(operation, input)
  expect(status, `${operation}: ${JSON.stringify(body)}`).toBe(200)
  return body
}

import { expect } from 'vitest'
import type { Sandbox } from '../../../src/index.ts'
import { type ConsoleRequest, click } from '../../console/click.ts'
import { decide } from '../../console/requests/seller-requests.ts'
import { agreedView, type OrderView } from '../../helpers/order-views.ts'
import { openSeller } from '../../marketplace/seller.ts'

export const seller = 'xinghai_soft'
export const buyer = 'chengming_tech'
const DAY = 86_400_000

type Shown<Name extends string, Content> = { readonly [name in Name]: Content }
export interface OrderShown {
  readonly id: string
  readonly status: string
  readonly statusText: string
  readonly resources: readonly { readonly id: string; readonly status: string; readonly instance?: { readonly instanceId: string } }[]
  readonly licences: readonly { readonly status: string; readonly code?: string; readonly text?: string }[]
}

/** What a product says of itself when its seller asks for its publication. */
export interface Draft {
  readonly kind: string
  readonly name: string
  readonly price: string
  readonly charging: string
  readonly [more: string]: unknown
}

/** A console operation whose answer has one member of interest. */
export async function ask<Name extends string, Content = OrderShown>(
  sandbox: Sandbox,
  operation: string,
  name: Name,
  request: ConsoleRequest,
): Promise<Content> {
  return ((await click(sandbox, operation, request)) as unknown as Shown<Name, Content>)[name]
}

/** A seller over HTTP, of whatever answers requests; what it was asked is kept. */
export function host(good: { fetch(request: Request): Response | Promise<Response> }) {
  return openSeller(async ({ method, path, query, headers, body }) => {
    const url = `http://seller${path}${query.size > 0 ? `?${query}` : ''}`
    const sent = new Headers(
      Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])) as [string, string][],
    )
    const answer = await good.fetch(new Request(url, { method, headers: sent, ...(method === 'GET' ? {} : { body }) }))
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
  })
}

/** What a seller was asked about an order or what it brought: the world has other instances, which end in their own time. */
export function heard(
  { calls }: Pick<Awaited<ReturnType<typeof host>>, 'calls'>,
  { instance }: OrderShown['resources'][number],
  orderId: string,
) {
  const mine = calls.filter(({ json }) => json['orderId'] === orderId || (instance && json['instanceId'] === instance.instanceId))
  return mine.map(({ json }) => [json['activity'], json['scene'] ?? json['status']].filter(Boolean).join(' '))
}

/** The seller's address as people enter it, with all its interfaces debugged. */
export async function settle(
  sandbox: Sandbox,
  url: string,
  more: { use?: 'basic' | 'kit' | 'licence'; version?: 1 | 2 } = {},
): Promise<void> {
  const address = await ask<'address', { id: string }>(sandbox, 'SetAddress', 'address', {
    path: { seller },
    body: { use: 'basic', url, ...more },
  })
  await click(sandbox, 'NoteDebugged', { path: { addressId: address.id } })
}

/** Ids of the seller's products that can be bought. */
const onShelf = async (sandbox: Sandbox) =>
  (await ask<'products', { id: string }[]>(sandbox, 'ListProducts', 'products', { query: { seller } })).map(({ id }) => id)

/** Asks for publication; nobody can buy it before the vendor has passed it, and anybody afterwards (S-33). */
export async function publish(sandbox: Sandbox, draft: Draft): Promise<readonly string[]> {
  const body = { spec: '标准版', ...draft }
  const { id, products } = await ask<'request', { id: string; products: string[] }>(sandbox, 'PublishProduct', 'request', {
    path: { seller },
    body,
  })
  for (const product of products)
    expect(await sandbox.call('console.BuyProduct', { body: { product } })).toMatchObject({
      status: 404,
      body: { code: 'unknown-product' },
    })
  const before = await onShelf(sandbox)
  expect(await decide(sandbox, id, true)).toMatchObject({ request: { status: 'passed', products } })
  expect(new Set(await onShelf(sandbox))).toEqual(new Set([...before, ...products]))
  return products
}

/** Takes it off the shelf: what was bought stays, and nobody buys it any more (S-33). */
export async function withdraw(sandbox: Sandbox, productId: string): Promise<void> {
  const { id } = await ask<'request', { id: string }>(sandbox, 'TakeOffShelf', 'request', {
    path: { seller },
    body: { productId, reason: '产品升级' },
  })
  await decide(sandbox, id, true)
  expect(await sandbox.call('console.BuyProduct', { body: { product: productId } })).toMatchObject({
    status: 409,
    body: { code: 'not-on-sale' },
  })
}

/**
 * An order as billing API, console, the seller's and the buyer's calls of KooGallery's open API show it: all of them the same.
 * Amounts are fen.
 */
export async function everywhere(sandbox: Sandbox, orderId: string): Promise<OrderView> {
  const view = await agreedView(sandbox, orderId)
  const { status, body } = await sandbox.call('koogallery.ShowOrderDetails', { body: { order_id: orderId } })
  expect([orderId, status]).toEqual([orderId, 200])
  const { data } = body
  expect({
    status: data.status,
    official: Math.round(data.order_amount * 100),
    afterDiscount: Math.round(data.currency_after_discount * 100),
    createdAt: data.create_time,
    paidAt: data.payment_time,
    lines: data.order_line_items.map((line: Record<string, string>) => [
      line['order_line_item_id'],
      line['offering_id'],
      line['resource_size'],
    ]),
  }).toEqual({
    status: view.status,
    official: view.official,
    afterDiscount: view.afterDiscount,
    createdAt: view.createdAt,
    paidAt: view.paidAt,
    lines: view.lines.map(({ id, product, quantity }) => [id, product, quantity]),
  })
  const ids = data.aggregate_resource_infos.map(
    (one: { main_resource_info: { resource_id: string } }) => one.main_resource_info.resource_id,
  )
  for (const { id } of view.resources) expect(ids).toContain(id)
  return view
}

/** What the buyer has on the account, fen. */
export const balance = ({ world }: Sandbox) => world.accounts.where('name', buyer).first()!.balance

/** Money enough; a balance to compare with. */
export async function recharge(sandbox: Sandbox): Promise<number> {
  await click(sandbox, 'RechargeAccount', { path: { account: buyer }, body: { amount: '100000' } })
  return balance(sandbox)
}

/** Buys without paying, then pays: to be paid, then in process or to be shipped. Amounts are the product's own. */
export async function purchase(sandbox: Sandbox, product: string, price: number, more: object = {}, paid = 3): Promise<string> {
  const { id } = await ask(sandbox, 'BuyProduct', 'order', { body: { product, pay: false, ...more } })
  expect(await everywhere(sandbox, id)).toMatchObject({
    ...{ status: 6, official: price, afterDiscount: price, paidAt: undefined, resources: [] },
    lines: [{ product }],
  })
  const before = balance(sandbox)
  await click(sandbox, 'PayOrders', { body: { orders: [id] } })
  expect(await everywhere(sandbox, id)).toMatchObject({ status: paid, paidAt: sandbox.clock.iso() })
  expect(before - balance(sandbox)).toBe(price)
  return id
}

export const showOrder = (sandbox: Sandbox, orderId: string) => ask(sandbox, 'ShowOrder', 'order', { path: { orderId } })
export const resourceOf = async (sandbox: Sandbox, orderId: string) => (await showOrder(sandbox, orderId)).resources[0]!

/** Opened: known to its seller under the id that the seller said. */
export async function opened(sandbox: Sandbox, orderId: string) {
  await sandbox.clock.pass('1m')
  const { status } = await everywhere(sandbox, orderId)
  const resource = await resourceOf(sandbox, orderId)
  expect([status, resource.status]).toEqual([5, 'in-use'])
  expect(resource.instance?.instanceId).toEqual(expect.any(String))
  return resource
}

/** Lets time go to a moment. */
export const until = (sandbox: Sandbox, at: number) => sandbox.clock.pass(`${at - sandbox.clock.now()}ms`)

/** Takes a step of a supervised delivery: the station after it, and the order at every window. */
export async function step(
  sandbox: Sandbox,
  orderId: string,
  [operation, body, station, status]: readonly [string, object, string, number],
) {
  await click(sandbox, operation, { path: { orderId }, body })
  const { supervision } = (await click(sandbox, 'ShowSupervision', { path: { orderId } })) as unknown as { supervision: { status: string } }
  expect([operation, supervision.status, (await everywhere(sandbox, orderId)).status]).toEqual([operation, station, status])
  return supervision as { status: string } & Record<string, unknown>
}

/** Nobody renews: grace, then retention, then release, each as long as the buyer's level V4 says. */
export async function lapse(sandbox: Sandbox, orderId: string): Promise<void> {
  const end = Date.parse((await everywhere(sandbox, orderId)).resources[0]!.expireAt)
  for (const [days, status] of [
    [0, 5],
    [7, 4],
    [22, 3],
  ] as const) {
    await until(sandbox, end + days * DAY - 1000)
    expect((await everywhere(sandbox, orderId)).resources[0]!.status).not.toBe(status)
    await sandbox.clock.pass('1s')
    expect((await everywhere(sandbox, orderId)).resources).toMatchObject([{ status }])
  }
  await sandbox.clock.pass('1s')
}

/** Gives back what opened by itself; the refund's order at every window, and the money. */
export async function giveBack(sandbox: Sandbox, orderId: string, refund: number): Promise<void> {
  const { id: resourceId } = await resourceOf(sandbox, orderId)
  const before = balance(sandbox)
  await click(sandbox, 'AgreeToUnsubscribe', { path: { resourceId }, body: {} })
  const { id } = await ask(sandbox, 'UnsubscribeResource', 'order', { path: { resourceId }, body: { reason: '不再需要' } })
  expect((await everywhere(sandbox, id)).status).toBe(2)
  await sandbox.clock.pass('1m')
  expect(await everywhere(sandbox, id)).toMatchObject({ status: 5, afterDiscount: 0 - refund })
  expect(await resourceOf(sandbox, orderId)).toMatchObject({ status: 'closed' })
  expect(balance(sandbox) - before).toBe(refund)
}

import type { Sandbox, World } from '../../src/index.ts'
import type { Order, Resource } from '../../src/world/entities/entities.ts'

/** An answer of the control API. */
export interface Asked {
  readonly status: number
  // What an answer holds is the business of each test.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly body: any
}

/** Asks for entities of a world over HTTP. `path` goes on after `/entities`. */
export async function askEntities(sandbox: Sandbox, method: string, world: string, path: string, body?: unknown): Promise<Asked> {
  const response = await fetch(`${sandbox.url}/_sandbox/worlds/${world}/entities${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  return { status: response.status, body: await response.json() }
}

/** The number of a new order in a state that buys a product of a kind. */
export function orderNamed(world: World, status: string, kind: string): string {
  const bought = ({ lines }: Order) => lines.some(({ productId }) => world.products.get(productId)?.kind === kind)
  return [...world.orders.all()].find((order) => order.status === status && order.type === 'new' && bought(order))?.id ?? 'none'
}

/** The id of a main resource with an end, in a state, of a product of a kind. */
export function resourceIn(world: World, status: string, kind: string): string {
  const fits = (one: Resource) => one.status === status && one.expireAt !== undefined && one.mainResourceId === undefined
  return [...world.resources.all()].find((one) => fits(one) && world.products.get(one.productId)?.kind === kind)?.id ?? 'none'
}

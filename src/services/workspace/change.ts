import { plain } from '../../commerce/ordering/amounts.ts'
import { firstEventOf } from '../../commerce/ordering/first-status.ts'
import { priceOf } from '../../commerce/ordering/periods.ts'
import { type LinePlacement, type Placement, placeOrder } from '../../commerce/ordering/place.ts'
import type { Amounts, Order, OrderLine, PeriodType, Product, WorkspaceItem } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { BehaviourContext } from '../behaviour.ts'
import { WORKSPACE_SERVICE } from './products.ts'
import type { Target } from './target.ts'

/** The change that a completed order makes in Workspace. It is stored in the order's line, so that it survives forks and restarts. */
export type Change =
  | { readonly does: 'resize'; readonly productId: string }
  | { readonly does: 'bandwidth'; readonly size: number; readonly name?: string }
  | { readonly does: 'add-volume'; readonly productId: string; readonly type: string; readonly size: number }
  | { readonly does: 'new-volume'; readonly type: string; readonly size: number }
  | { readonly does: 'extend-volume'; readonly diskId: string; readonly size: number }
  | { readonly does: 'image'; readonly imageId: string; readonly delay: number; readonly message?: string }
  | { readonly does: 'add-sub-resource'; readonly productId: string }
  | { readonly does: 'delete-sub-resource' }
  | {
      readonly does: 'create'
      readonly kind: WorkspaceItem['kind']
      readonly projectId: string
      readonly names: readonly string[]
      readonly attributes: WorkspaceItem['attributes']
      /** The pool that new desktops join. */
      readonly poolId?: string
    }

const ITEM = 'workspaceItem'
const CHANGE = 'workspaceChange'

/** The change of an order line, and the item it concerns (none for new items). */
export function changeOf(line: OrderLine): { readonly itemId: string | undefined; readonly change: Change } | undefined {
  const value = (name: string) => line.extendParams?.find((param) => param.name === name)?.value
  const text = value(CHANGE)
  // Only `asParams` writes this parameter.
  return text === undefined ? undefined : { itemId: value(ITEM), change: JSON.parse(text) as Change }
}

/** A change in the form of order line parameters. */
export function asParams(change: Change, itemId?: string): NonNullable<OrderLine['extendParams']> {
  return [...(itemId === undefined ? [] : [{ name: ITEM, value: itemId }]), { name: CHANGE, value: JSON.stringify(change) }]
}

/** One line of a change: its price in fen, and the resources that billing changes. */
export interface ChangeLine {
  /** The product that is sold; undefined where nothing is sold, as for a free image. Then the line has the target's own product. */
  readonly product: Product | undefined
  readonly baseProductId?: string
  readonly price: number
  readonly resourceIds: readonly string[]
  /** Absent when billing alone makes the change. */
  readonly change?: Change
  readonly periodType?: PeriodType
  readonly periodNum?: number
}

/** The line of a target, at its list price unless `amounts` is given. */
export function lineOf({ item, resource, desktops }: Target, line: ChangeLine, amounts: Amounts = plain(line.price)): LinePlacement {
  const { product, baseProductId, resourceIds, change, periodType = product?.periodType, periodNum = 1 } = line
  return {
    productId: product?.id ?? resource.productId,
    quantity: Math.max(1, desktops.length),
    amounts,
    resourceIds,
    ...(change ? { extendParams: asParams(change, item.id) } : {}),
    ...(baseProductId === undefined ? {} : { baseProductId }),
    ...(periodType === undefined ? {} : { periodType, periodNum }),
  }
}

/** One target of a change with its line and price. */
export interface ChangePart {
  readonly target: Target
  readonly line: ChangeLine
  readonly amounts?: Amounts
}

/**
 * Places one order for these targets. Each target is busy until the order is completed or cancelled. Products whose orders need a review, a
 * confirmation or an approval decide the order's first state (S-02).
 */
export function placeChange(
  { caller }: Pick<BehaviourContext, 'caller'>,
  world: World,
  parts: readonly ChangePart[],
  more: Partial<Pick<Placement, 'type' | 'autoPay' | 'enterpriseProjects' | 'event' | 'unsubscribe' | 'resourceIds' | 'returnUrl'>> = {},
): Order {
  const touched = parts.flatMap(({ target: { item, desktops } }) => [item, ...desktops].flatMap(({ resourceId }) => resourceId ?? []))
  const parted = parts.flatMap(({ line }) => line.resourceIds)
  const resource = parts[0]?.target.resource
  const products = parts.flatMap(({ line }) => line.product ?? [])
  const soldOut = products.some(({ stock }) => stock !== undefined && stock < 1)
  const order = placeOrder(world, {
    customerId: caller.account.id,
    type: 'change',
    serviceType: WORKSPACE_SERVICE,
    lines: parts.map(({ target, line, amounts }) => lineOf(target, line, amounts)),
    resourceIds: [...new Set([...touched, ...parted])],
    enterpriseProjects: resource?.enterpriseProject ? [resource.enterpriseProject] : [],
    event: soldOut ? 'initialise' : firstEventOf(products),
    ...(resource ? { baseOrderId: resource.orderId } : {}),
    ...more,
  })
  return soldOut ? giveUp(world, order) : order
}

/**
 * An order for a sold-out product (售罄) is accepted and void at once (inferred: products have that state, but the answer to an order is not
 * documented).
 */
function giveUp(world: World, { id: orderId, customerId }: Order): Order {
  const order = world.transition('orders', orderId, 'fail', { completedAt: world.clock.now() })
  world.unplan({ work: 'order.deadline', about: { orderId } })
  world.emit({ type: 'order.failed', orderId, customerId })
  return order
}

/** A change to a more expensive product costs the difference of one period, a change to a cheaper one nothing (both inferred). */
export function dearer(from: number, to: number): number {
  return Math.max(0, Math.round(to - from))
}

/** The list price of one period of a product for a number of pieces, fen; 0 without a product. */
export function onePeriod(product: Product | undefined, pieces = 1): number {
  return product ? priceOf(product, pieces, product.periodType, 1) : 0
}

import { didYouMean } from '../spec/document/fault.ts'
import type { Json } from '../world/engine/json.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { World } from '../world/world-api.ts'
import type { Trigger } from './manual-call.ts'
import type { Target } from './open-delivery.ts'

/** What a call made by hand is about; the first given member determines the others. */
export interface ManualTarget {
  readonly order?: string
  readonly resource?: string
  readonly licence?: string
  readonly product?: string
  readonly seller?: string
  /** Scene or status, as in the table of deliveries. */
  readonly scene?: string
  readonly status?: string
  /** Members of the body (parameters of the query) with fixed values. */
  readonly set?: Readonly<Record<string, Json>>
  /** Sends testFlag 1, as the debugging page does. */
  readonly debugging?: boolean
}

/**
 * Finds what a call by hand is about. A bare name means the edition that the seller's address speaks.
 * Throws `delivery.operation`, `delivery.target`.
 */
export function resolveTarget(world: World, operations: ReadonlySet<string>, name: string, aim: ManualTarget): Trigger {
  const target = targetOf(world, aim)
  const sellerId = aim.seller ?? world.products.get(target.productId ?? '')?.sellerId
  const { scene, status, set, debugging } = aim
  const about = {
    ...(scene === undefined ? {} : { scene }),
    ...(status === undefined ? {} : { status }),
    ...(set === undefined ? {} : { set }),
  }
  return {
    operation: operationOf(world, operations, name, sellerId),
    target,
    ...(sellerId === undefined ? {} : { sellerId }),
    ...(Object.keys(about).length > 0 ? { about } : {}),
    ...(debugging ? { debugging } : {}),
  }
}

/** In this order: a bare name that several editions know is V2's unless the seller is on V1. */
const SERVICES = ['production', 'production-licence', 'production-v1']

function operationOf(world: World, operations: ReadonlySet<string>, name: string, sellerId: string | undefined): string {
  if (operations.has(name)) return name
  const first = [...world.addresses.where('use', `${sellerId}|basic`)].some(({ version }) => version === 1)
  const services = first ? [...SERVICES].reverse() : SERVICES
  const found = services.map((service) => `${service}.${name}`).find((ref) => operations.has(ref))
  if (found !== undefined) return found
  const bare = new Set([...operations].map((ref) => ref.slice(ref.indexOf('.') + 1)))
  throw new WorldError(
    'delivery.operation',
    `There is no call "${name}" of sellers.${didYouMean(name, bare)} There are: ${[...bare].join(', ')}.`,
  )
}

function targetOf(world: World, aim: ManualTarget): Target {
  const missing = (what: string, id: string) => new WorldError('delivery.target', `There is no ${what} "${id}" in world "${world.name}".`)
  if (aim.order !== undefined) {
    const order = world.orders.get(aim.order)
    const [line] = order?.lines ?? []
    if (!order || !line) throw missing('order', aim.order)
    const [resourceId] = line.resourceIds
    return { orderId: order.id, orderLineId: line.id, productId: line.productId, ...(resourceId === undefined ? {} : { resourceId }) }
  }
  if (aim.licence !== undefined) {
    const licence = world.licences.get(aim.licence)
    if (!licence) throw missing('licence', aim.licence)
    const { resourceId, orderId, productId } = licence
    return {
      licenceId: licence.id,
      productId,
      ...(orderId === undefined ? {} : { orderId }),
      ...(resourceId === undefined ? {} : { resourceId }),
    }
  }
  if (aim.resource !== undefined) {
    const resource = world.resources.get(aim.resource) ?? world.resources.where('seller-instance', aim.resource).first()
    if (!resource) throw missing('resource or instance', aim.resource)
    return { resourceId: resource.id, productId: resource.productId }
  }
  if (aim.product !== undefined && !world.products.has(aim.product)) throw missing('product', aim.product)
  if (aim.product === undefined && aim.seller === undefined)
    throw new WorldError('delivery.target', 'Name what the call is about: an order, a resource, a licence, a product or a seller.')
  return aim.product === undefined ? {} : { productId: aim.product }
}

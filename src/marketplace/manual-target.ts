import { didYouMean } from '../language/did-you-mean.ts'
import { WorldError } from '../world/engine/world-error.ts'
import { byName, namesOf } from '../world/entities/named-entities.ts'
import type { World } from '../world/world-api.ts'
import type { Trigger } from './manual-call.ts'
import type { ManualTarget } from './marketplace-api.ts'
import type { Target } from './open-delivery.ts'

/**
 * Finds what a call by hand is about. A bare name means the edition that the seller's address speaks.
 * Throws `delivery.operation`, `delivery.target`.
 */
export function resolveTarget(world: World, operations: ReadonlyMap<string, unknown>, name: string, given: ManualTarget): Trigger {
  // A misspelt call is told before anything is asked about its target.
  refuseUnknown(operations, name)
  const target = targetOf(world, given)
  const sellerId = given.seller === undefined ? world.products.get(target.productId ?? '')?.sellerId : sellerNamed(world, given.seller)
  const { scene, status, set, debugging } = given
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

function operationOf(world: World, operations: ReadonlyMap<string, unknown>, name: string, sellerId: string | undefined): string {
  if (operations.has(name)) return name
  const first = [...world.addresses.where('use', `${sellerId}|basic`)].some(({ version }) => version === 1)
  const services = first ? [...SERVICES].reverse() : SERVICES
  return services.map((service) => `${service}.${name}`).find((ref) => operations.has(ref)) ?? name
}

function refuseUnknown(operations: ReadonlyMap<string, unknown>, name: string): void {
  if (operations.has(name) || SERVICES.some((service) => operations.has(`${service}.${name}`))) return
  const bare = new Set([...operations.keys()].map((ref) => ref.slice(ref.indexOf('.') + 1)))
  throw new WorldError(
    'delivery.operation',
    `There is no call "${name}" of sellers.${didYouMean(name, bare)} There are: ${[...bare].join(', ')}.`,
  )
}

function targetOf(world: World, given: ManualTarget): Target {
  const missing = (what: string, id: string) => new WorldError('delivery.target', `There is no ${what} "${id}" in world "${world.name}".`)
  if (given.order !== undefined) {
    const order = world.orders.get(given.order)
    const [line] = order?.lines ?? []
    if (!order || !line) throw missing('order', given.order)
    const [resourceId] = line.resourceIds
    return { orderId: order.id, orderLineId: line.id, productId: line.productId, ...(resourceId === undefined ? {} : { resourceId }) }
  }
  if (given.licence !== undefined) {
    const licence = world.licences.get(given.licence)
    if (!licence) throw missing('licence', given.licence)
    const { resourceId, orderId, productId } = licence
    return {
      licenceId: licence.id,
      productId,
      ...(orderId === undefined ? {} : { orderId }),
      ...(resourceId === undefined ? {} : { resourceId }),
    }
  }
  if (given.resource !== undefined) {
    const resource = world.resources.get(given.resource) ?? world.resources.where('seller-instance', given.resource).first()
    if (!resource) throw missing('resource or instance', given.resource)
    return { resourceId: resource.id, productId: resource.productId }
  }
  if (given.product === undefined && given.seller === undefined)
    throw new WorldError('delivery.target', 'Name what the call is about: an order, a resource, a licence, a product or a seller.')
  return given.product === undefined ? {} : { productId: productNamed(world, given.product) }
}

/** The id of a product by its id or name. */
function productNamed(world: World, text: string): string {
  const id = world.products.has(text) ? text : byName(world, 'products', text)
  if (id !== undefined) return id
  throw new WorldError(
    'delivery.target',
    `There is no product "${text}" in world "${world.name}".${didYouMean(text, namesOf(world, 'products'))}`,
  )
}

/** The id of a seller by its account's id, its name, or the name that `koosandbox env` prints it under. */
function sellerNamed(world: World, text: string): string {
  const id = world.accounts.has(text) ? text : byName(world, 'accounts', text)
  if (id !== undefined) return id
  const sellers = new Set([...world.accounts.all()].filter(({ role }) => role === 'seller').flatMap(({ id: own, name }) => [name, own]))
  throw new WorldError('delivery.target', `There is no seller "${text}" in world "${world.name}".${didYouMean(text, sellers)}`)
}

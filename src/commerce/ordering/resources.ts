import type { Order, OrderLine, OrderType, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'

/** Orders that create resources. */
const CREATES: readonly OrderType[] = ['new', 'trial', 'gift']

/**
 * Creates the resources of a paid new order, in state `creating` and without an end, and stores their ids in the order. A seller's product
 * is one instance per line, whatever the quantity; the vendor's own products are one resource per piece (inferred).
 */
export function createResources(world: World, orderId: string): Order {
  const order = world.orders.get(orderId)!
  if (!CREATES.includes(order.type)) return order
  const lines = order.lines.map((line) => {
    const own = world.products.get(line.productId)?.sellerId === undefined
    const count = own ? line.quantity : 1
    const ids = line.resourceIds.length > 0 ? line.resourceIds : Array.from({ length: count }, () => world.ids.uuid('resources'))
    for (const id of ids) if (!world.resources.has(id)) createResource(world, order, line, id)
    return { ...line, resourceIds: ids }
  })
  return world.orders.change(orderId, {
    lines,
    resourceIds: [...new Set([...order.resourceIds, ...lines.flatMap((line) => line.resourceIds)])],
  })
}

function createResource(world: World, order: Order, line: OrderLine, id: string): Resource {
  const product = world.products.get(line.productId)
  const projects = world.accounts.get(order.customerId)?.projects ?? []
  const regionCode = product?.regionCode ?? projects[0]?.name ?? 'cn-north-4'
  const project = projects.find(({ name }) => name === regionCode)
  const [enterpriseProject] = order.enterpriseProjects
  const renews = order.autoRenew === true && product?.chargingMode === 'period'
  return world.transition('resources', id, 'create', {
    instanceId: world.ids.uuid('instances'),
    name: product?.name ?? id,
    customerId: order.customerId,
    orderId: order.id,
    orderLineId: line.id,
    productId: line.productId,
    regionCode,
    effectiveAt: world.clock.now(),
    ...(renews ? { expirePolicy: 3, autoRenewTimes: 0 } : { expirePolicy: 0 }),
    updatedAt: world.clock.now(),
    ...(project ? { projectId: project.id } : {}),
    ...(enterpriseProject ? { enterpriseProject } : {}),
  })
}

/** A main resource with everything attached to it. */
export function withAttached(world: World, id: string): readonly Resource[] {
  const main = world.resources.get(id)
  return main ? [main, ...world.resources.where('main', id)] : []
}

/** The other resources of a resource's bundle; none when it was not bought in a bundle. */
export function bundledWith(world: World, { id, bundleId, customerId }: Resource): readonly Resource[] {
  if (bundleId === undefined) return []
  return [...world.resources.where('bundle', bundleId)].filter(
    (one) => one.id !== id && one.customerId === customerId && one.status !== 'closed',
  )
}

/** The open order of a resource: waiting for payment or in process. */
export function openOrderOf(world: World, resourceId: string): Order | undefined {
  const over: readonly Order['status'][] = ['completed', 'cancelled']
  for (const order of world.orders.where('resource', resourceId)) if (!over.includes(order.status)) return order
  return undefined
}

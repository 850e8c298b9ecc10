import type { Order } from '../world/entities/entities.ts'
import type { NumberedFact } from '../world/entities/facts/facts.ts'
import type { World } from '../world/world-api.ts'
import type { Cause } from './marketplace-api.ts'
import type { Target } from './open-delivery.ts'

/** What the calls of one row are about: the order once, each of its lines, each resource, each licence, the application. */
export function* targetsOf(world: World, each: Cause['each'], fact: NumberedFact, order: Order | undefined): Generator<Target> {
  switch (each) {
    case 'order':
    case 'line':
      yield* linesOf(order)
      return
    case 'application':
      yield applicationOf(world, fact)
      return
    default:
      for (const target of resourcesOf(world, fact, order)) {
        if (each === 'resource') yield target
        else for (const licence of world.licences.where('resource', target.resourceId ?? '')) yield { ...target, licenceId: licence.id }
      }
  }
}

function* linesOf(order: Order | undefined): Generator<Target> {
  for (const line of order?.lines ?? []) {
    const [first] = line.resourceIds
    yield { orderId: order!.id, orderLineId: line.id, productId: line.productId, ...(first === undefined ? {} : { resourceId: first }) }
  }
}

/** Main resources only: attached resources follow them. */
function* resourcesOf(world: World, fact: NumberedFact, order: Order | undefined): Generator<Target> {
  const resourceId = 'resourceId' in fact ? fact.resourceId : undefined
  for (const id of resourceId === undefined ? (order?.resourceIds ?? []) : [resourceId]) {
    const resource = world.resources.get(id)
    if (!resource || resource.mainResourceId !== undefined) continue
    const line = order?.lines.find((one) => one.resourceIds.includes(id)) ?? order?.lines[0]
    const by = order && line ? { orderId: order.id, orderLineId: line.id } : {}
    yield { ...by, resourceId: id, productId: resource.productId }
  }
}

/** A credential belongs to no order; what a buyer does with it belongs to what was bought. */
function applicationOf(world: World, fact: NumberedFact): Target {
  const resource = 'resourceId' in fact ? world.resources.get(fact.resourceId ?? '') : undefined
  if (!resource) return {}
  const { id: resourceId, orderId, orderLineId, productId } = resource
  return { orderId, orderLineId, resourceId, productId }
}

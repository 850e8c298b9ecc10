import type { Certificate, Order, Resource } from '../../world/entities/entities.ts'
import type { FactOf } from '../../world/entities/facts/facts.ts'
import type { FactListeners, SomeWork, World } from '../../world/world-api.ts'

/** The service type of SCM in the billing interfaces. */
export const SCM_SERVICE = 'hws.service.type.scm'

/** Whether the order was paid. The certificate of an unpaid order can only wait. */
export function paidFor(order: Order | undefined): boolean {
  return order !== undefined && ['processing', 'completed', 'compensating'].includes(order.status)
}

/** The resource of a certificate in billing: the one with the same id, else one that its order created. */
export function resourceOf(world: World, { id, orderId }: Certificate): Resource | undefined {
  const own = world.resources.get(id)
  if (own) return own
  const others = [...world.resources.where('order', orderId)].filter((one) => one.status !== 'closed' && !world.certificates.has(one.id))
  return others[0]
}

/** The certificate of a resource: the one with the same id, else the only one of the order that created the resource. */
function certificateOf(world: World, resourceId: string): Certificate | undefined {
  const own = world.certificates.get(resourceId)
  const resource = world.resources.get(resourceId)
  if (own || !resource) return own
  const ofOrder = world.certificates.where('order', resource.orderId)
  return ofOrder.count === 1 ? ofOrder.first() : undefined
}

/** The next free ids of 16 characters in the vendor's form: `scs` and a moment in milliseconds. */
export function nextCertificateIds(world: World, count: number): string[] {
  const ids: string[] = []
  for (let moment = world.clock.now(); ids.length < count; moment++) {
    const id = `scs${moment}`
    if (!world.certificates.has(id) && !world.resources.has(id)) ids.push(id)
  }
  return ids
}

/** Changes in billing end certificates: an order was cancelled, a resource was unsubscribed. */
function planEnds(world: World, facts: readonly FactOf<'order.cancelled' | 'resource.closed'>[]): void {
  for (const fact of facts) {
    if (fact.type === 'order.cancelled') {
      if (world.certificates.where('order', fact.orderId).count > 0)
        world.plan(world.clock.now(), 'certificates.lapse', { orderId: fact.orderId })
      continue
    }
    const certificate = certificateOf(world, fact.resourceId)
    if (certificate) world.plan(world.clock.now(), 'certificates.close', { id: certificate.id, orderId: fact.orderId ?? '' })
  }
}

export const certificateListeners = {
  'order.cancelled': planEnds,
  'resource.closed': planEnds,
} satisfies FactListeners

/** The work that `certificateListeners` plan. */
export const certificateWork = {
  'certificates.lapse'(world, about) {
    const { orderId } = about
    for (const { id } of world.certificates.where('order', orderId)) end(world, id, 'cancel', orderId)
    return undefined
  },
  'certificates.close'(world, about) {
    const { id, orderId } = about
    end(world, id, 'unsubscribe', orderId)
    return undefined
  },
} satisfies SomeWork

function end(world: World, id: string, event: 'cancel' | 'unsubscribe', orderId: string): void {
  if (!world.can('certificates', id, event)) return
  const { customerId } = world.transition('certificates', id, event)
  const type = event === 'cancel' ? 'certificate.cancelled' : 'certificate.unsubscribed'
  world.emit({ type, certificateId: id, customerId, orderId })
}

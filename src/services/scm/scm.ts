import { paidFor, resourceOf } from '../../commerce/ordering/certificates.ts'
import { placeOrder } from '../../commerce/ordering/place.ts'
import { openOrderOf } from '../../commerce/ordering/resources.ts'
import { unsubscribe } from '../../commerce/refunds/unsubscribe.ts'
import { type Reply, reply } from '../../spec/call.ts'
import type { operations } from '../../spec/generated/scm.ts'
import { addPeriod } from '../../world/engine/calendar.ts'
import type { Certificate } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviours } from '../behaviour.ts'
import { buyCertificates } from './buy.ts'
import { ownCertificate, refused } from './own.ts'
import { listCertificates, showCertificate } from './show.ts'
import { batchTags, createTag, listAllTags, listByTag, listTags } from './tags.ts'

/** SSL certificates: bought by orders that BSS lists, and returned by unsubscribe orders (bss-and-auth.md 4). */
export const scm: Behaviours<operations> = {
  SubscribeCertificate: buyCertificates,
  ShowCertificate: showCertificate,
  ListCertificates: listCertificates,
  CreateCertificateTag: createTag,
  BatchCreateOrDeleteTags: batchTags,
  ListTagsByCertificate: listTags,
  ListAllTags: listAllTags,
  ListCertificatesByTag: listByTag,

  /** Too early after the purchase the answer is SCM.0016, and the same call succeeds later (S-10). */
  UnsubscribeCertificate(context) {
    const { input, world } = context
    const certificate = ownCertificate(context, input.path.cert_id)
    const { id: certificateId, customerId } = certificate
    const order = world.orders.get(certificate.orderId)
    if (!world.can('certificates', certificateId, 'unsubscribe') || !paidFor(order)) return refused(context, 'SCM.0010', 500)
    const waitsUntil = addPeriod(certificate.createdAt, world.setting('scm.unsubscribeWait'))
    const resource = resourceOf(world, certificate)
    if (world.clock.now() < waitsUntil || order?.status !== 'completed' || (resource && openOrderOf(world, resource.id)))
      return refused(context, 'SCM.0016', 500)
    const refund = resource ? unsubscribe(world, resource, { type: 1 }) : giveBack(world, certificate)
    world.transition('certificates', certificateId, 'unsubscribe')
    world.emit({ type: 'certificate.unsubscribed', certificateId, customerId, orderId: refund.id })
    return { unsubscribe_results: 'SUCCESS' }
  },

  /** Withdraws an application. The payment is not refunded. */
  CancelCertificateRequest(context) {
    const { input, world } = context
    const { id, customerId, orderId } = ownCertificate(context, input.path.certificate_id)
    if (!world.can('certificates', id, 'cancel') || !paidFor(world.orders.get(orderId))) return refused(context, 'SCM.0010', 500)
    world.transition('certificates', id, 'cancel')
    world.emit({ type: 'certificate.cancelled', certificateId: id, customerId, orderId })
    return { cert_id: id, message: 'success' }
  },

  /** A certificate that was paid and not issued has to be withdrawn or unsubscribed first (inferred). */
  DeleteCertificate(context): Reply {
    const { input, world } = context
    const { id, status } = ownCertificate(context, input.path.certificate_id)
    if (status === 'paid') return refused(context, 'SCM.0010', 500)
    world.certificates.delete(id)
    return reply(204)
  },
}

/** The refund order of a certificate without a resource, which a starting world may contain: there is nothing to close or refund. */
function giveBack(world: World, { customerId, orderId }: Certificate) {
  const serviceType = world.orders.get(orderId)?.serviceType ?? ''
  const order = placeOrder(world, {
    customerId,
    type: 'unsubscribe',
    event: 'place-refund',
    serviceType,
    lines: [],
    baseOrderId: orderId,
    unsubscribe: { type: 1 },
  })
  world.plan(world.clock.now(), 'order.complete', { orderId: order.id })
  return order
}

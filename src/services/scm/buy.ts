import type { operations } from '../../spec/generated/scm.ts'
import type { Product } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'
import { enterpriseProjectsFor } from '../enterprise-project.ts'
import { plain } from '../ordering/amounts.ts'
import { priceOf } from '../ordering/periods.ts'
import { placeOrder } from '../ordering/place.ts'
import type { Behaviour, Scene } from '../scene.ts'
import { nextCertificateIds, SCM_SERVICE } from './certificates.ts'

type Subscribe = operations['SubscribeCertificate']

/** Orders certificates. Their ids are told at once; billing opens resources of the same ids when the order is paid. */
export const buyCertificates: Behaviour<Subscribe> = (scene) => {
  const { input, caller, world, fail } = scene
  const { cert_brand, cert_type, domain_type, domain_numbers, order_number, effective_time, is_auto_pay } = input.body
  if ((domain_type === 'MULTI_DOMAIN') !== domain_numbers > 1) return fail('SCM.0015')
  const product = productFor(world, cert_brand, `${cert_type}.${domain_type}`)
  // A world that sells no certificates has nothing to order.
  if (!product) return fail('SCM.0016')
  const enterpriseProjects = enterpriseProjectsFor(scene, input.body.enterprise_project_id)
  const combinedId = joined(scene)
  const ids = nextCertificateIds(world, order_number)
  const customerId = caller.account.id
  const order = placeOrder(world, {
    customerId,
    type: 'new',
    serviceType: SCM_SERVICE,
    lines: [
      {
        productId: product.id,
        quantity: order_number,
        periodType: 'year',
        periodNum: effective_time,
        // Products of SCM are priced by the domain and the year (inferred).
        amounts: plain(priceOf(product, order_number * domain_numbers, 'year', effective_time)),
        resourceIds: ids,
      },
    ],
    autoPay: is_auto_pay ?? world.setting('scm.autoPayByDefault') === true,
    enterpriseProjects,
    ...(combinedId === undefined ? {} : { combinedId }),
  })
  const createdAt = world.clock.now()
  for (const id of ids) {
    const about = { customerId, orderId: order.id, brand: cert_brand, type: cert_type, domainType: domain_type, createdAt }
    world.transition('certificates', id, 'buy', about)
    world.tell({ type: 'certificate.bought', certificateId: id, customerId, orderId: order.id })
  }
  return { order_id: order.id, cert: ids.map((cert_id) => ({ cert_id })) }
}

/** The brand's certificate of that kind, else the cheapest of anybody, else the first there is (inferred: no price list is public). */
function productFor(world: World, brand: string, kind: string): Product | undefined {
  const products = [...world.products.by('serviceType', SCM_SERVICE)]
  const own = products.find((product) => product.skuCode === `${brand}.${kind}`)
  const alike = products.filter((product) => product.resourceSpec === kind).sort((a, b) => a.price - b.price)
  return own ?? alike[0] ?? products[0]
}

/** An unpaid order to be paid together with this one; from now on both carry the same combined transaction. */
function joined({ input, caller, world, refuse }: Scene<Subscribe>): string | undefined {
  const { order_id } = input.body
  if (order_id === undefined || order_id === '') return undefined
  const order = world.orders.get(order_id)
  if (!order || order.customerId !== caller.account.id || order.status !== 'pending-payment')
    return refuse('malformed', '/body/order_id', 'an order of the caller that waits for payment', order_id)
  const combinedId = order.combinedId ?? order.id
  world.orders.change(order.id, { combinedId })
  return combinedId
}

import { plain } from '../../commerce/ordering/amounts.ts'
import { nextCertificateIds, SCM_SERVICE } from '../../commerce/ordering/certificates.ts'
import { priceOf } from '../../commerce/ordering/periods.ts'
import { placeOrder } from '../../commerce/ordering/place.ts'
import type { operations } from '../../spec/generated/scm.ts'
import type { Product } from '../../world/entities/entities.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'
import { enterpriseProjectsFor } from '../enterprise-project.ts'

type Subscribe = operations['SubscribeCertificate']

/** Orders certificates. Their ids are returned at once; billing opens resources with the same ids when the order is paid. */
export const buyCertificates: Behaviour<Subscribe> = (context) => {
  const { input, caller, world, fail } = context
  const { cert_brand, cert_type, domain_type, domain_numbers, order_number, effective_time, is_auto_pay, tags = [] } = input.body
  const { primary_domain_type, wildcard_domain_number: wildcards = 0 } = input.body
  if ((domain_type === 'MULTI_DOMAIN') !== domain_numbers > 1) return fail('SCM.0015')
  const product = productFor(context, `${cert_brand}.${cert_type}.${domain_type}`)
  const enterpriseProjects = enterpriseProjectsFor(context, input.body.enterprise_project_id)
  const combinedId = joined(context)
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
        // Products of SCM are priced by domain and year (inferred).
        amounts: plain(priceOf(product, order_number * domain_numbers, 'year', effective_time)),
        resourceIds: ids,
      },
    ],
    autoPay: is_auto_pay ?? world.setting('scm.autoPayByDefault'),
    enterpriseProjects,
    ...(combinedId === undefined ? {} : { combinedId }),
  })
  const createdAt = world.clock.now()
  for (const id of ids) {
    const about = {
      ...{ customerId, orderId: order.id, brand: cert_brand, type: cert_type, domainType: domain_type, createdAt },
      ...(domain_numbers > 1 ? { domains: domain_numbers } : {}),
      ...(domain_numbers > 1 && wildcards > 0 ? { wildcards } : {}),
      ...(domain_numbers > 1 && primary_domain_type === 'WILDCARD_DOMAIN' ? { mainWildcard: true } : {}),
      ...(tags.length > 0 ? { tags } : {}),
    }
    world.transition('certificates', id, 'buy', about)
    world.emit({ type: 'certificate.bought', certificateId: id, customerId, orderId: order.id })
  }
  return { order_id: order.id, cert: ids.map((cert_id) => ({ cert_id })) }
}

/**
 * The product for exactly this brand, type and domains. Refuses a combination that the world does not sell, without choosing another
 * product.
 */
function productFor({ world, refuse }: Pick<BehaviourContext, 'world' | 'refuse'>, wanted: string): Product {
  const products = [...world.products.where('serviceType', SCM_SERVICE)]
  const found = products.find(({ skuCode }) => skuCode === wanted)
  if (found) return found
  const [brand] = wanted.split('.')
  const names = products.map(({ skuCode }) => skuCode).filter((sku) => sku.startsWith(`${brand}.`))
  const expected = `a certificate that is sold${names.length > 0 ? `: ${names.slice(0, 6).join(', ')}` : ''}`
  return refuse('malformed', '/body/cert_type', expected, wanted, 'SCM.0016')
}

/** An unpaid order to pay together with this one. From now on both belong to the same combined transaction. */
function joined({ input, caller, world, refuse }: BehaviourContext<Subscribe>): string | undefined {
  const { order_id } = input.body
  if (order_id === undefined || order_id === '') return undefined
  const order = world.orders.get(order_id)
  if (!order || order.customerId !== caller.account.id || order.status !== 'pending-payment')
    return refuse('malformed', '/body/order_id', 'an order of the caller that waits for payment', order_id)
  const combinedId = order.combinedId ?? order.id
  world.orders.change(order.id, { combinedId })
  return combinedId
}

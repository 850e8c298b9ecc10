import type { operations } from '../../spec/generated/bss.ts'
import type { OrderStatus, PeriodType, Product, Resource } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'
import { endOf } from '../ordering/periods.ts'
import { type LinePlacement, placeOrder } from '../ordering/place.ts'
import { openOrderOf, withAttached } from '../ordering/resources.ts'
import type { Behaviour, Scene } from '../scene.ts'

type Renewal = operations['RenewalResources']

/** Places one renewal order for each main resource (how the vendor groups them is inferred), and pays it when asked to. */
export const renewResources: Behaviour<Renewal> = (scene) => {
  const { world, input, fail, refuse } = scene
  const { resource_ids, period_num, is_auto_pay, expire_policy } = input.body
  if (expire_policy === undefined && world.setting('bss.renewExpirePolicy') === 'required') {
    refuse('missing', '/body/expire_policy', 'an expire policy', 'nothing')
  }
  if (new Set(resource_ids).size < resource_ids.length) refuse('malformed', '/body/resource_ids', 'each resource once', 'one of them twice')
  const periodType = input.body.period_type === 3 ? 'year' : 'month'
  if (periodType === 'year' && period_num > 3) fail('CBC.99000092')
  const renewals = resource_ids.map((id) => {
    const resource = renewable(scene, id)
    const offer = offerFor(world, resource, periodType) ?? fail('CBC.30010069')
    return { resource, offer }
  })
  const order_ids = renewals.map(({ resource, offer }) => {
    const order = placeRenewal(world, resource, offer, periodType, period_num, is_auto_pay === 1)
    // Whether the vendor keeps the unpaid order is not published; here a refusal leaves nothing behind (inferred).
    if (is_auto_pay === 1 && order.status === 'pending-payment') fail('CBC.30050006')
    return order.id
  })
  return { order_ids }
}

function renewable({ world, caller, fail }: Scene<Renewal>, id: string): Resource {
  const resource = world.resources.get(id)
  if (!resource || resource.customerId !== caller.account.id || resource.status === 'closed') return fail('CBC.99003016')
  if (resource.mainResourceId !== undefined) return fail('CBC.30010036')
  const open = openOrderOf(world, id)
  if (open) return fail(UNPAID.includes(open.status) ? 'CBC.99003100' : 'CBC.99003144')
  return resource
}

/** States of an order whose money is still to come. */
export const UNPAID: readonly OrderStatus[] = ['initialised', 'to-review', 'to-approve', 'to-confirm', 'pending-payment']

/** What is sold by the month is not sold by the year, unless the same specification is offered so as well. */
function offerFor(world: World, resource: Resource, periodType: PeriodType): Product | undefined {
  const product = world.products.get(resource.productId)
  if (!product || resource.expireAt === undefined) return undefined
  if (product.periodType === periodType) return product
  return [...world.products.by('sku', product.skuCode)].find((other) => other.periodType === periodType)
}

function placeRenewal(world: World, main: Resource, offer: Product, periodType: PeriodType, periodNum: number, autoPay: boolean) {
  const lines = withAttached(world, main.id)
    .filter((resource) => resource.status !== 'closed' && resource.expireAt !== undefined)
    .map((resource): LinePlacement => {
      const expireAt = resource.expireAt && endOf(resource.expireAt, periodType, periodNum)
      return {
        productId: resource.id === main.id ? offer.id : resource.productId,
        quantity: 1,
        periodType,
        periodNum,
        resourceIds: [resource.id],
        ...(resource.expireAt === undefined ? {} : { effectiveAt: resource.expireAt }),
        ...(expireAt === undefined ? {} : { expireAt }),
      }
    })
  return placeOrder(world, {
    customerId: main.customerId,
    type: 'renewal',
    serviceType: offer.serviceType,
    lines,
    baseOrderId: main.orderId,
    autoPay,
    enterpriseProjects: main.enterpriseProject ? [main.enterpriseProject] : (world.orders.get(main.orderId)?.enterpriseProjects ?? []),
  })
}

import { renewalLine } from '../../commerce/life/renewal.ts'
import { plain } from '../../commerce/ordering/amounts.ts'
import { offerFor } from '../../commerce/ordering/offered-period.ts'
import { DAY, endOf } from '../../commerce/ordering/periods.ts'
import { type LinePlacement, placeOrder } from '../../commerce/ordering/place.ts'
import { quantityOf } from '../../commerce/ordering/quantity.ts'
import { openOrderOf } from '../../commerce/ordering/resources.ts'
import type { Order, Product, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { CheckContext, ConsoleBehaviours } from '../console-behaviour.ts'
import { orderState } from '../orders/order-state.ts'
import { productOf, resourceOf } from '../subjects.ts'
import { payNew } from './buy.ts'

/** What buyers do with their resources: renew, change, turn a trial into a purchase. */
export const owned: ConsoleBehaviours<'RenewResource' | 'ChangeResource' | 'FormaliseTrial'> = {
  RenewResource(context) {
    const { world, input, fail } = context
    const { product: becomes } = input.body ?? {}
    const { resource, product } = ownedOf(context, input.path.resourceId)
    const { id, expireAt } = resource
    if (resource.status === 'closed' || expireAt === undefined)
      return fail(
        'not-renewable',
        `${resource.name} (${id}) is ${expireAt === undefined ? 'charged by use or bought once: it has no end' : 'closed'}.`,
      )
    if (isTrial(world, resource)) return fail('not-renewable', `${resource.name} (${id}) is a trial: FormaliseTrial makes it a purchase.`)
    const named = becomes === undefined ? product : sameSellers(context, product, becomes)
    const offer = offerFor(context, named, input.body?.period)
    const quantity = quantityOf(world, resource)
    const order = place(world, resource, 'renewal', {
      ...renewalLine(world, resource, { ...offer, productId: offer.product.id, quantity }),
      ...(offer.product.id === product.id ? {} : { baseProductId: product.id }),
    })
    return { order: orderState(world, payNew(context, order, input.body)) }
  },

  ChangeResource(context) {
    const { world, input, fail } = context
    const { product: becomes, quantity: more } = input.body ?? {}
    const { resource, product } = ownedOf(context, input.path.resourceId)
    const { id, status, expireAt } = resource
    if (status !== 'in-use' || expireAt === undefined || isTrial(world, resource))
      return fail('not-changeable', `${resource.name} (${id}) is ${status}: only what is in use for a paid period can be changed.`)
    const target = becomes === undefined ? product : sameSellers(context, product, becomes)
    const before = quantityOf(world, resource)
    const quantity = more ?? before
    const dearer = target.price * quantity - product.price * before
    if (target.periodType !== product.periodType || dearer <= 0)
      return fail(
        'not-changeable',
        `${quantity} of ${target.specDesc} instead of ${before} of ${product.specDesc} is not an upgrade or expansion. To get less, renew.`,
      )
    const order = place(world, resource, 'change', {
      productId: target.id,
      quantity,
      baseProductId: product.id,
      amounts: plain(forTheRest(world, dearer, product, expireAt)),
      effectiveAt: world.clock.now(),
      expireAt,
    })
    return { order: orderState(world, payNew(context, order, input.body)) }
  },

  FormaliseTrial(context) {
    const { world, input, fail } = context
    const { resource, product } = ownedOf(context, input.path.resourceId)
    if (!isTrial(world, resource) || !world.can('resources', resource.id, 'renew'))
      return fail(
        'not-changeable',
        `${resource.name} (${resource.id}) is ${resource.status} and ${isTrial(world, resource) ? 'a' : 'no'} trial: only a trial in use can become a purchase.`,
      )
    const target = sameSellers(context, product, input.body.product)
    if (target.status !== 'on-sale') fail('not-on-sale', `${target.name} (${target.id}) is ${target.status}.`)
    const offer = offerFor(context, target, input.body.period)
    const order = place(world, resource, 'to-commercial', {
      productId: offer.product.id,
      quantity: 1,
      baseProductId: product.id,
      ...period(offer),
    })
    return { order: orderState(world, payNew(context, order, input.body)) }
  },
}

/** A resource of a seller's product that has no open order. */
function ownedOf(context: CheckContext, id: string): { readonly resource: Resource; readonly product: Product } {
  const { world, fail } = context
  const resource = resourceOf(context, id)
  const product = world.products.get(resource.productId)
  if (!product || product.sellerId === undefined)
    return fail('unknown-product', `${resource.name} (${id}) is Huawei Cloud's own: its billing API (bss) renews and changes it.`)
  const open = openOrderOf(world, id)
  if (open) return fail('order-in-the-way', `Order ${open.id} (${open.type}) of ${resource.name} is ${open.status}.`, { orders: [open.id] })
  return { resource, product }
}

function sameSellers(context: CheckContext, { sellerId }: Product, text: string): Product {
  const target = productOf(context, text)
  return target.sellerId === sellerId ? target : context.fail('unknown-product', `"${text}" is not the same seller's product.`)
}

function isTrial(world: World, resource: Resource): boolean {
  let trial = world.orders.get(resource.orderId)?.type === 'trial'
  for (const order of world.orders.where('resource', resource.id))
    if (order.type === 'to-commercial' && order.status === 'completed') trial = false
  return trial
}

/** The price difference of one period for the remaining days, rounded up to the fen. The vendor gives no formula (inferred). */
function forTheRest(world: World, difference: number, { periodType }: Product, expireAt: number): number {
  const now = world.clock.now()
  const days = ((endOf(now, periodType) ?? now + DAY) - now) / DAY
  return Math.ceil((difference * Math.max(0, expireAt - now)) / DAY / days)
}

function period({ periodType, periodNum }: { readonly periodType?: LinePlacement['periodType']; readonly periodNum: number }) {
  return periodType === undefined ? {} : { periodType, periodNum }
}

function place(world: World, resource: Resource, type: Order['type'], line: LinePlacement): Order {
  const bought = world.orders.get(resource.orderId)
  return placeOrder(world, {
    customerId: resource.customerId,
    type,
    serviceType: world.products.get(line.productId)?.serviceType ?? '',
    lines: [{ ...line, resourceIds: [resource.id] }],
    baseOrderId: resource.orderId,
    enterpriseProjects: bought?.enterpriseProjects ?? [],
  })
}

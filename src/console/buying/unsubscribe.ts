import { openOrderOf } from '../../commerce/ordering/resources.ts'
import { fullRefundsLeft, fullRefundsOf, inFullRefundTime, newYear } from '../../commerce/refunds/full-refunds.ts'
import { giveBackUndelivered } from '../../commerce/refunds/give-back.ts'
import { renewalsAhead, unsubscribe } from '../../commerce/refunds/unsubscribe.ts'
import type { operations } from '../../spec/generated/console.ts'
import type { Order, Resource } from '../../world/entities/entities.ts'
import type { ConsoleBehaviours, ConsoleContext } from '../console-behaviour.ts'
import { iso, orderState } from '../orders/order-state.ts'
import { resourceOf } from '../subjects.ts'
import { checkNotFrozen } from '../supervision/supervised.ts'

type Unsubscribing = ConsoleContext<operations['UnsubscribeResource']>

/** 每个账号每自然年: maximum number of returns of each kind per calendar year. */
const A_YEAR = 10

/** Unsubscription of sellers' products, by kind (S-33). The billing API refuses these with CBC.99003650. */
export const unsubscription: ConsoleBehaviours<'UnsubscribeResource' | 'AgreeToUnsubscribe'> = {
  /** The seller's agreement is stored in the world; the caller need not be the seller. */
  AgreeToUnsubscribe({ world, input, fail }) {
    const resource = resourceOf({ world, fail }, input.path.resourceId)
    const sellerId = world.products.get(resource.productId)?.sellerId
    if (sellerId === undefined)
      return fail('not-returnable', `${resource.name} (${resource.id}) is a product of Huawei Cloud: there is no seller who could agree.`)
    if (resource.status === 'closed') return fail('wrong-state', `${resource.name} (${resource.id}) is closed already.`)
    const { reason } = input.body
    const at = world.clock.now()
    world.resources.change(resource.id, { returnAgreed: { at, ...(reason === undefined ? {} : { reason }) } })
    world.emit({ type: 'return.agreed', resourceId: resource.id, customerId: resource.customerId, sellerId })
    return { resource: resource.id, agreedAt: iso(at) }
  },

  UnsubscribeResource(context) {
    const { world, input, fail } = context
    const resource = resourceOf(context, input.path.resourceId)
    const product = world.products.get(resource.productId)
    if (product?.sellerId === undefined)
      return fail(
        'not-returnable',
        `${resource.name} (${resource.id}) is Huawei Cloud's own: bss.CancelResourcesSubscription gives it back.`,
      )
    if (resource.status === 'closed') return fail('wrong-state', `${resource.name} (${resource.id}) is closed already.`)
    const { renewalsOnly = false, reasonType, reason } = input.body ?? {}
    const how = { ...(reasonType === undefined ? {} : { reasonType }), ...(reason === undefined ? {} : { reason }) }
    const bought = world.orders.get(resource.orderId)
    if (bought && world.supervisions.has(bought.id) && !renewalsOnly) return { order: orderState(world, undelivered(context, bought, how)) }
    const open = openOrderOf(world, resource.id)
    if (open)
      return fail('order-in-the-way', `Order ${open.id} (${open.type}) of ${resource.name} is ${open.status}.`, { orders: [open.id] })
    if (renewalsOnly && renewalsAhead(world, resource).length === 0)
      return fail('not-returnable', `${resource.name} (${resource.id}) has no renewal that has not begun.`)
    if (!renewalsOnly) checkReturn(context, resource)
    return { order: orderState(world, unsubscribe(world, resource, { type: renewalsOnly ? 2 : 1, ...how })) }
  },
}

/**
 * Products that people deliver: they can be returned before their supervision ends when the seller agreed, ten times a year, but not after
 * the licence code was taken (S-26).
 */
function undelivered({ world, fail }: Unsubscribing, order: Order, how: Parameters<typeof giveBackUndelivered>[2]): Order {
  const { id, customerId } = order
  checkNotFrozen({ world, fail }, id)
  const status = world.supervisions.get(id)?.status ?? 'completed'
  for (const licence of world.licences.where('order', id))
    if (licence.kind === 'code' && licence.status !== 'issued')
      return fail('code-taken', `用户一旦领取授权码后,将无法发起协商退订。 (${id})`)
  if (!world.can('supervisions', id, 'cancel') || !world.can('orders', id, 'give-back'))
    return fail(
      'not-returnable',
      `The delivery of ${id} has the status ${status}: what is accepted, reviewed or on its way cannot be returned.`,
    )
  if (![...world.resources.where('order', id)].some(({ returnAgreed }) => returnAgreed))
    fail(
      'not-returnable',
      `${id} is delivered by its seller, who agrees first: AskRefund asks for it; AgreeToUnsubscribe is the seller's word.`,
    )
  checkCount({ world, fail }, customerId, (refund) => world.supervisions.has(refund.baseOrderId ?? ''))
  return giveBackUndelivered(world, order, how)
}

/**
 * Products that open automatically: within five days without a reason, later only when the seller agreed. Products bought once always need
 * the seller's agreement.
 */
function checkReturn({ world, fail }: Unsubscribing, resource: Resource): void {
  const { name, id, status, effectiveAt, customerId } = resource
  const product = world.products.get(resource.productId)
  if (
    world.orders.get(resource.orderId)?.type === 'trial' &&
    resource.productId === world.orders.get(resource.orderId)?.lines[0]?.productId
  )
    fail('not-returnable', `${name} (${id}) is a trial, which cannot be given back.`)
  if (status === 'expired' || status === 'frozen')
    fail('not-returnable', `${name} (${id}) is ${status}: what is past its time cannot be given back.`)
  // Pay-per-use has no prepayment: it just ends.
  if (product?.chargingMode === 'on-demand' || resource.returnAgreed) return
  if (product?.chargingMode === 'one-time')
    fail('not-returnable', `${name} (${id}) was bought once: it goes back only when the seller agreed (AgreeToUnsubscribe).`)
  if (!inFullRefundTime(world, resource))
    fail(
      'not-returnable',
      `${name} (${id}) began ${new Date(effectiveAt).toISOString()}: five days are over, so it goes back only when the seller agreed (AgreeToUnsubscribe).`,
    )
  // Full refunds of Huawei Cloud's own services count as well.
  if (fullRefundsLeft(world, customerId) === 0)
    fail(
      'returns-used-up',
      `${fullRefundsOf(world, customerId)} full refunds were made this year; ${world.setting('bss.fullRefundsPerYear')} an account and calendar year are possible, over all services. It goes back only when the seller agreed (AgreeToUnsubscribe).`,
    )
}

function checkCount({ world, fail }: Pick<Unsubscribing, 'world' | 'fail'>, customerId: string, counts: (refund: Order) => boolean): void {
  let count = 0
  for (const refund of world.orders.range('customer-type', `${customerId}|unsubscribe`, newYear(world)))
    if (refund.unsubscribe?.type === 1 && counts(refund)) count++
  if (count >= A_YEAR)
    fail('returns-used-up', `${count} products of this kind were returned this year. An account may return ${A_YEAR} in a calendar year.`)
}

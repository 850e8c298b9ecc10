import { createHash } from 'node:crypto'
import { plain } from '../../commerce/ordering/amounts.ts'
import { firstEventOf } from '../../commerce/ordering/first-status.ts'
import { offerFor } from '../../commerce/ordering/offered-period.ts'
import { type LinePlacement, placeOrder } from '../../commerce/ordering/place.ts'
import { PACKAGES_AT_ONCE } from '../../commerce/ordering/quantity.ts'
import type { components, operations } from '../../spec/generated/koogallery.ts'
import type { Order, OrderLine, Product } from '../../world/entities/entities.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'
import { agreementsOf, offeringOf } from './agreements.ts'
import { SUCCESS } from './buyers-own.ts'

type Creating = BehaviourContext<operations['CreateOrders']>
type Wanted = components['schemas']['OrderInfoV2OpenApi']
type Offering = components['schemas']['OfferingInfoV2OpenApi']

/**
 * Places orders, all or none. X-Service-Transaction-ID is the caller's idempotency key: the same request again returns the same orders and
 * places nothing; another request with the same key is a wrong parameter (the key is documented, that refusal is inferred).
 */
export const createOrders: Behaviour<operations['CreateOrders']> = (context) => {
  const { world, input, caller, refuse } = context
  const key = input.header['X-Service-Transaction-ID']
  const id = `${caller.account.id}|${key}`
  const fingerprint = createHash('sha256').update(JSON.stringify(input.body)).digest('hex')
  const before = world.orderRequests.get(id)
  if (before && before.fingerprint !== fingerprint)
    return refuse('malformed', '/header/X-Service-Transaction-ID', 'a key of its own for another body', key)
  const orders =
    before?.orders ?? input.body.order_infos.map((wanted) => ({ orderId: place(context, wanted).id, requestId: wanted.request_id }))
  if (!before) world.orderRequests.put({ id, fingerprint, orders, at: world.clock.now() })
  return { ...SUCCESS, data: orders.map(({ orderId, requestId }) => ({ order_id: orderId, request_id: requestId })) }
}

function place(context: Creating, wanted: Wanted): Order {
  const { world, caller, refuse } = context
  if (wanted.order_type !== 'new') refuse('malformed', '/body/order_infos/order_type', 'new', wanted.order_type)
  const offers = wanted.offering_infos.map((offering) => ({ offering, ...offerOf(context, offering) }))
  const products = offers.map(({ product }) => product)
  for (const product of products) checkAgreements(context, wanted, product)
  return placeOrder(world, {
    customerId: caller.account.id,
    type: 'new',
    event: firstEventOf(products),
    serviceType: products[0]?.serviceType ?? '',
    lines: offers.map(({ offering, product, periodType, periodNum }): LinePlacement => {
      const extendParams = paramsOf(context, offering.extend_params)
      return {
        productId: product.id,
        quantity: offering.linear_attr?.value ?? 1,
        ...(periodType === undefined ? {} : { periodType, periodNum }),
        ...(extendParams.length === 0 ? {} : { extendParams }),
        // Pay-per-use costs nothing before it is used.
        ...(product.chargingMode === 'on-demand' ? { amounts: plain(0) } : {}),
      }
    }),
    autoPay: wanted.auto_pay === 'YES',
    ...((wanted.auto_renew ?? 0) > 0 ? { autoRenew: true } : {}),
  })
}

/** The product for the requested period. A product or period that cannot be bought now is a wrong parameter (inferred). */
function offerOf(context: Creating, { offering_id, cycle_type, cycle_number, linear_attr }: Offering) {
  const { world, fail, refuse } = context
  const product = offeringOf(context, offering_id)
  if (product.status !== 'on-sale')
    refuse('malformed', '/body/order_infos/offering_infos/offering_id', 'an offering on sale', product.status)
  const num = cycle_number ?? 1
  if (num < 1) refuse('range', '/body/order_infos/offering_infos/cycle_number', '1 or more', String(num))
  if (product.chargingMode === 'on-demand-package' && (linear_attr?.value ?? 1) > PACKAGES_AT_ONCE)
    refuse(
      'range',
      '/body/order_infos/offering_infos/linear_attr/value',
      `at most ${PACKAGES_AT_ONCE} packages`,
      String(linear_attr?.value),
    )
  const periodic = product.chargingMode === 'period' || product.chargingMode === 'on-demand-package'
  if (!periodic) return offerFor({ world, fail: () => fail('400') }, product, undefined)
  const type = (['day', 'month', 'year'] as const).find((one) => one === cycle_type)
  if (type === undefined)
    return refuse('missing', '/body/order_infos/offering_infos/cycle_type', 'year, month or day', cycle_type ?? 'nothing')
  return offerFor({ world, fail: () => fail('400') }, product, { type, num })
}

/** All agreements of an offering have to be named with their versions. */
function checkAgreements({ world, refuse }: Creating, { agreement_params }: Wanted, product: Product): void {
  for (const { id, version } of agreementsOf(world, product)) {
    if (agreement_params.some((given) => given.id === id && given.verion === version)) continue
    const got = agreement_params.map((given) => `${given.id} ${given.verion}`).join(', ')
    refuse('malformed', '/body/order_infos/agreement_params', `agreement ${id} ${version} for ${product.id}`, got)
  }
}

/** JSON as text whose structure is not published: the members of an object, or a list of name and value, become parameters of the line. */
function paramsOf({ refuse }: Creating, text: string | undefined): NonNullable<OrderLine['extendParams']> {
  if (text === undefined || text === '') return []
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return refuse('unparsable', '/body/order_infos/offering_infos/extend_params', 'JSON as text', text.slice(0, 60))
  }
  const named = (item: unknown): item is { name: string; value: unknown } =>
    typeof item === 'object' && item !== null && 'name' in item && 'value' in item && typeof item.name === 'string'
  if (Array.isArray(read)) return read.filter(named).map(({ name, value }) => ({ name, value: textOf(value) }))
  return typeof read === 'object' && read !== null ? Object.entries(read).map(([name, value]) => ({ name, value: textOf(value) })) : []
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

import { serverKind } from '../../commerce/filing/servers.ts'
import { firstEventOf } from '../../commerce/ordering/first-status.ts'
import { SERVER_PARAMETER } from '../../commerce/ordering/fulfil.ts'
import { offerFor, type RequestedPeriod } from '../../commerce/ordering/offered-period.ts'
import { type Placement, placeOrder } from '../../commerce/ordering/place.ts'
import { PACKAGES_AT_ONCE } from '../../commerce/ordering/quantity.ts'
import type { operations } from '../../spec/generated/console.ts'
import type { Account, Order, Product } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { CheckContext, ConsoleContext } from '../console-behaviour.ts'
import { productOf, resourceOf } from '../subjects.ts'

/** The input of a product's page. */
export type Purchase = Pick<
  ConsoleContext<operations['BuyProduct']>['input']['body'],
  'product' | 'quantity' | 'period' | 'trial' | 'autoRenew' | 'server' | 'startsAt' | 'extendParams' | 'recipient'
>

/** Places the order for one product, unpaid, or refuses the input. */
export function placePurchase(
  context: CheckContext,
  buyer: Account,
  purchase: Purchase,
  more: Pick<Placement, 'picked' | 'enterpriseProjects' | 'combinedId'>,
): Order {
  const { world, fail } = context
  const { quantity = 1 } = purchase
  const wanted = productOf(context, purchase.product)
  if (wanted.status !== 'on-sale')
    fail(
      'not-on-sale',
      `${wanted.name} (${wanted.id}) is ${wanted.status}. Run \`koosandbox order buy\`, or send ListProducts, to list what is on sale.`,
    )
  const trial = purchase.trial ?? (wanted.kind === 'saas' && wanted.chargingMode === 'period' && wanted.price === 0)
  const { product, periodType, periodNum } = offerFor(context, wanted, wishOf(world, purchase.period, trial))
  if (product.chargingMode === 'on-demand-package' && quantity > PACKAGES_AT_ONCE)
    fail('too-many-packages', `${quantity} packages of ${product.name}: at most ${PACKAGES_AT_ONCE} can be bought at once.`)
  if (purchase.autoRenew === true && (trial || product.chargingMode !== 'period'))
    fail('bad-request', `${product.name} has no paid period: what is bought once, by use or on trial does not renew itself.`)
  const server = serverOf(context, buyer, product, purchase.server)
  if (server !== undefined && quantity > 1)
    fail('bad-request', `${product.name} is for one server at a time: ${quantity} of them cannot run on ${server}.`)
  const extendParams = [...(purchase.extendParams ?? []), ...(server === undefined ? [] : [{ name: SERVER_PARAMETER, value: server }])]
  const startsAt = beginningOf(context, purchase.startsAt)
  const { recipient } = purchase
  if (recipient && product.kind !== 'hardware')
    fail('bad-request', `${product.name} is ${product.kind}: a recipient is there for hardware.`)
  const order = placeOrder(world, {
    customerId: buyer.id,
    type: trial ? 'trial' : 'new',
    event: firstEventOf([product]),
    serviceType: product.serviceType,
    ...more,
    ...(purchase.autoRenew === true ? { autoRenew: true } : {}),
    lines: [
      {
        productId: product.id,
        quantity,
        ...(periodType === undefined ? {} : { periodType, periodNum }),
        ...(extendParams.length > 0 ? { extendParams } : {}),
        // Pay-per-use costs nothing before it is used.
        ...(product.chargingMode === 'on-demand' ? { amounts: FREE } : {}),
      },
    ],
  })
  const chosen = { ...(startsAt === undefined ? {} : { startsAt }), ...(recipient ? { recipient } : {}) }
  return Object.keys(chosen).length === 0 ? order : world.orders.change(order.id, chosen)
}

const FREE = { official: 0, afterDiscount: 0, discounts: [], cashCoupon: 0, voucher: 0, storedCard: 0, commission: 0, consumed: 0 }

function wishOf(world: World, period: RequestedPeriod, trial: boolean): RequestedPeriod {
  return period ?? (trial ? { type: 'day', num: world.setting('console.trialDays') } : undefined)
}

function beginningOf({ world, fail }: CheckContext, startsAt: string | undefined): number | undefined {
  if (startsAt === undefined) return undefined
  const at = Date.parse(startsAt)
  return at > world.clock.now()
    ? at
    : fail('wrong-state', `${startsAt} is past: an order begins in the future, or at once without startsAt.`)
}

/** The enterprise project that a buyer names, or the refusal `wrong-state`. */
export function projectsOf({ fail }: CheckContext, buyer: Account, named: string | undefined): Order['enterpriseProjects'] {
  if (named === undefined) return []
  const project = buyer.enterpriseProjects?.find(({ id }) => id === named)
  return project ? [{ id: project.id, name: project.name }] : fail('wrong-state', `${buyer.name} has no enterprise project "${named}".`)
}

/** Prepaid images are for one server of the buyer that has no other package at that time (S-44). */
function serverOf(context: CheckContext, buyer: Account, product: Product, server: string | undefined): string | undefined {
  if (product.kind !== 'image') {
    if (server !== undefined) context.fail('bad-request', `${product.name} is ${product.kind}: a server is there for images.`)
    return undefined
  }
  if (server === undefined) {
    if (product.chargingMode !== 'period') return undefined
    return context.fail('server-needed', `${product.name} is for one server: name one of ${buyer.name}'s in "server".`)
  }
  const resource = resourceOf(context, server)
  if (resource.customerId !== buyer.id || resource.status === 'closed')
    return context.fail('server-needed', `${server} is not a server of ${buyer.name}, or it is closed.`)
  const kind = resource.mainResourceId === undefined ? serverKind(context.world, resource) : undefined
  if (kind !== 'ecs' && kind !== 'flexus-l')
    return context.fail('server-needed', `${resource.name} (${server}) is not a cloud server: an image runs on one.`)
  for (const image of context.world.resources.where('server', server))
    if (image.status !== 'closed' && image.onDemandSince === undefined)
      return context.fail('server-taken', `${server} runs with ${image.id} already: one package for one server at a time. Renew that one.`)
  return server
}

import { addPeriod, inShanghai } from '../../world/engine/calendar.ts'
import type { Order, PeriodType, Product, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { plain, share } from '../ordering/amounts.ts'
import { endOf, lengthOf, priceOf } from '../ordering/periods.ts'
import { type LinePlacement, placeOrder } from '../ordering/place.ts'
import { quantityOf } from '../ordering/quantity.ts'
import { withAttached } from '../ordering/resources.ts'

/** What a resource is renewed as, and for how long. */
export interface RenewalOf {
  readonly main: Resource
  readonly offer: Product
  readonly periodType: PeriodType
  readonly periodNum: number
}

/**
 * The product to renew a resource with for a type of period. A product sold by the month cannot be renewed by the year, unless the same
 * specification is offered for that period as well.
 */
export function renewalOffer(world: World, resource: Resource, periodType: PeriodType): Product | undefined {
  const product = world.products.get(resource.productId)
  if (!product || resource.expireAt === undefined) return undefined
  return product.periodType === periodType ? product : siblingsOf(world, product).find((other) => other.periodType === periodType)
}

/**
 * The product for automatic renewal: for the period that the buyer chose, else for the shortest on sale (OCE/api_order_00022), or for that
 * of the last order, if `bss.autoRenewalPeriod` says so. A product that is off the shelf is renewed as itself (inferred).
 */
export function automaticOffer(world: World, resource: Resource): Product | undefined {
  const chosenPeriod =
    resource.autoRenewPeriod ?? (world.setting('bss.autoRenewalPeriod') === 'last-order' ? lastPeriodOf(world, resource) : undefined)
  const offered = chosenPeriod === undefined ? undefined : renewalOffer(world, resource, chosenPeriod)
  if (offered) return offered
  const product = world.products.get(resource.productId)
  if (!product || resource.expireAt === undefined) return undefined
  const onSale = [product, ...siblingsOf(world, product)].filter(({ status }) => status === 'on-sale')
  const [shortest] = onSale.filter(({ periodType }) => endOf(0, periodType) !== undefined).sort((a, b) => periodOf(a) - periodOf(b))
  return shortest ?? product
}

/** Offers of the same specification, seller and charging mode for other periods. */
function siblingsOf(world: World, { id, skuCode, chargingMode, sellerId }: Product): readonly Product[] {
  return [...world.products.where('sku', skuCode)].filter(
    (other) => other.id !== id && other.chargingMode === chargingMode && other.sellerId === sellerId,
  )
}

const periodOf = ({ periodType }: Product) => lengthOf(periodType) ?? 0

/** The period of the last order that paid for the resource. */
function lastPeriodOf(world: World, { id }: Resource): PeriodType | undefined {
  for (const order of world.orders.where('resource', id).reversed()) {
    if (order.status !== 'completed' || order.type === 'unsubscribe') continue
    const line = order.lines.find((one) => one.resourceIds.includes(id) && one.periodType !== undefined)
    if (line) return line.periodType
  }
  return undefined
}

/** Places the renewal order for a resource and everything attached to it, each from its present end. */
export function placeRenewal(world: World, renewal: RenewalOf, { autoPay = false }: { readonly autoPay?: boolean } = {}): Order {
  const { main, offer } = renewal
  return placeOrder(world, {
    customerId: main.customerId,
    type: 'renewal',
    serviceType: offer.serviceType,
    lines: linesOf(world, renewal),
    baseOrderId: main.orderId,
    autoPay,
    enterpriseProjects: main.enterpriseProject ? [main.enterpriseProject] : (world.orders.get(main.orderId)?.enterpriseProjects ?? []),
  })
}

/** The price of a renewal before reductions, fen. */
export function renewalPrice(world: World, renewal: RenewalOf): number {
  return linesOf(world, renewal).reduce((all, { amounts }) => all + (amounts?.official ?? 0), 0)
}

function linesOf(world: World, { main, offer, periodType, periodNum }: RenewalOf): LinePlacement[] {
  return withAttached(world, main.id)
    .filter((resource) => resource.status !== 'closed' && resource.expireAt !== undefined)
    .map((resource) => {
      const product = resource.id === main.id ? offer : world.products.get(resource.productId)
      const quantity = product?.sellerId === undefined ? 1 : quantityOf(world, resource)
      return renewalLine(world, resource, { product, productId: product?.id ?? resource.productId, quantity, periodType, periodNum })
    })
}

/**
 * One line of a renewal: from the present end, extended to the common end day that the account chose. The extension costs its share of the
 * renewal's price (inferred, as is that the common day only moves the end later).
 */
export function renewalLine(
  world: World,
  resource: Resource,
  line: {
    readonly product: Product | undefined
    readonly productId: string
    readonly quantity: number
    readonly periodType?: PeriodType
    readonly periodNum: number
  },
): LinePlacement {
  const { product, productId, quantity, periodType, periodNum } = line
  const price = product ? priceOf(product, quantity, periodType, periodNum) : 0
  const from = resource.expireAt
  const ordinary = from === undefined ? undefined : endOf(from, periodType, periodNum)
  const day = world.accounts.get(resource.customerId)?.commonEndDay
  const aligned = ordinary !== undefined && day !== undefined && isLong(periodType) ? onDay(ordinary, day) : ordinary
  const more = ordinary === undefined || from === undefined ? 0 : share(price, (aligned ?? ordinary) - ordinary, ordinary - from)
  return {
    productId,
    quantity,
    ...(periodType === undefined ? {} : { periodType, periodNum }),
    amounts: plain(price + more),
    resourceIds: [resource.id],
    ...(from === undefined ? {} : { effectiveAt: from }),
    ...(aligned === undefined ? {} : { expireAt: aligned }),
  }
}

const isLong = (periodType: PeriodType | undefined) => periodType === 'month' || periodType === 'year'

/** The first moment not before `at`, at the same time of day, on the given day of a month in UTC+8; -1 is the last day. */
function onDay(at: number, day: number): number {
  const local = new Date(inShanghai(at))
  const inMonth = (months: number) => {
    const last = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months + 1, 0)).getUTCDate()
    const first = addPeriod(at - (local.getUTCDate() - 1) * 86_400_000, { months }, 'shanghai')
    return first + ((day === -1 ? last : day) - 1) * 86_400_000
  }
  return inMonth(0) >= at ? inMonth(0) : inMonth(1)
}

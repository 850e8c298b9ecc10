import type {
  Amounts,
  Coupon,
  Entities,
  Filing,
  Kind,
  Licence,
  Order,
  OrderRequest,
  Organiser,
  Resource,
  Supervision,
} from '../../src/world/entities/entities.ts'
import type { World } from '../../src/world/world-api.ts'

/** Every way in which one entity contradicts itself or its neighbours. Silence means that all is well. */
export function* checksOf<K extends Kind>(world: World, kind: K, entity: Entities[K]): Generator<string> {
  const rule = RULES[kind] as ((world: World, entity: Entities[K]) => Generator<string>) | undefined
  if (rule) yield* rule(world, entity)
}

const RULES: { readonly [K in Kind]?: (world: World, entity: Entities[K]) => Generator<string> } = {
  orders: checkOrder,
  resources: checkResource,
  coupons: checkCoupon,
  licences: checkLicence,
  supervisions: checkSupervision,
  orderRequests: checkOrderRequest,
  filings: checkFiling,
  organisers: checkOrganiser,
}

const SUMS = ['official', 'afterDiscount', 'cashCoupon', 'voucher', 'storedCard', 'commission', 'consumed'] as const
const UNPAID: readonly Order['status'][] = ['initialised', 'to-review', 'to-approve', 'to-confirm', 'pending-payment']

function* checkOrder(world: World, order: Order): Generator<string> {
  const { id, lines, amounts, status, createdAt, paidAt, completedAt, paymentDeadline } = order
  yield* checkAmounts('its amounts', amounts)
  for (const line of lines) {
    yield* checkAmounts(line.id, line.amounts)
    if (!line.id.startsWith(`${id}-`)) yield `line ${line.id} has another order's number`
    if (line.effectiveAt !== undefined && line.expireAt !== undefined && line.effectiveAt > line.expireAt)
      yield `line ${line.id} ends before it begins`
  }
  if (lines.length > 0) {
    for (const name of SUMS) {
      const all = lines.reduce((sum, line) => sum + line.amounts[name], 0)
      if (all !== amounts[name]) yield `its lines add up to ${all} fen of ${name}, it says ${amounts[name]}`
    }
  }
  if (!world.accounts.has(order.customerId)) yield `its customer ${order.customerId} does not exist`
  if (UNPAID.includes(status) && paidAt !== undefined) yield `is ${status} and was paid`
  if (status === 'completed' && completedAt === undefined) yield 'is completed and says not when'
  if (paidAt !== undefined && paidAt < createdAt) yield 'was paid before it was placed'
  if (completedAt !== undefined && completedAt < createdAt) yield 'was completed before it was placed'
  if (paymentDeadline !== undefined && paymentDeadline < createdAt) yield 'was to be paid before it was placed'
  if (status === 'pending-payment' && paymentDeadline !== undefined && paymentDeadline < world.clock.now())
    yield 'waits for payment after its deadline'
}

function* checkAmounts(what: string, amounts: Amounts): Generator<string> {
  const off = amounts.discounts.reduce((sum, { amount }) => sum + amount, 0)
  if (amounts.official - off !== amounts.afterDiscount) yield `${what}: ${amounts.official} less ${off} is not ${amounts.afterDiscount}`
  const coupons = amounts.cashCoupon + amounts.voucher + amounts.storedCard
  if (amounts.afterDiscount >= 0 && coupons > amounts.afterDiscount)
    yield `${what}: coupons of ${coupons} pay more than ${amounts.afterDiscount}`
  for (const name of SUMS) if (!Number.isInteger(amounts[name])) yield `${what}: ${name} is ${amounts[name]}, no whole fen`
}

function* checkResource(world: World, resource: Resource): Generator<string> {
  const { status, effectiveAt, expireAt, orderId, orderLineId } = resource
  const now = world.clock.now()
  if (expireAt !== undefined && expireAt < effectiveAt) yield 'ends before it begins'
  if (status === 'expired' && expireAt !== undefined && expireAt > now) yield 'is expired before its time'
  const order = world.orders.get(orderId)
  if (!order) yield `its order ${orderId} does not exist`
  else if (order.lines.length > 0 && !order.lines.some((line) => line.id === orderLineId)) yield `its order has no line ${orderLineId}`
  if (!world.products.has(resource.productId)) yield `its product ${resource.productId} does not exist`
  if (resource.packageUsed !== undefined && resource.packageUsed < 0) yield 'used less than nothing of its package'
}

function* checkCoupon(_world: World, coupon: Coupon): Generator<string> {
  if (coupon.balance < 0 || coupon.balance > coupon.faceValue) yield `has ${coupon.balance} of ${coupon.faceValue} left`
  if (coupon.status === 'used' && coupon.balance > 0 && coupon.type !== 300) yield 'is used and has something left'
}

function* checkLicence(world: World, licence: Licence): Generator<string> {
  if (licence.status === 'active' && licence.activatedAt === undefined) yield 'is active and says not since when'
  if (licence.status === 'issued' && (licence.takenAt ?? licence.activatedAt) !== undefined) yield 'is issued and was taken or activated'
  if (licence.orderId !== undefined && !world.orders.has(licence.orderId)) yield `its order ${licence.orderId} does not exist`
}

function* checkSupervision(world: World, { orderId, status }: Supervision): Generator<string> {
  const order = world.orders.get(orderId)
  if (!order) yield `its order ${orderId} does not exist`
  else if (order.status === 'completed' && !['completed', 'cancelled', 'accepted'].includes(status))
    yield `stands at ${status}, its order is completed`
}

function* checkOrderRequest(world: World, { id, orders }: OrderRequest): Generator<string> {
  for (const { orderId } of orders)
    if (world.orders.get(orderId)?.customerId !== id.split('|')[0]) yield `its order ${orderId} does not exist, or is another's`
  if (new Set(orders.map(({ orderId }) => orderId)).size < orders.length) yield 'placed one order twice'
}

/** Places that a cloud server has for sites (S-20). */
const SITES = 5

function* checkFiling(world: World, filing: Filing): Generator<string> {
  const { status, accountId, certificateNumber, filedAt, filingNumber, submittedAt, refusal, resourceId, resourceType } = filing
  if (status === 'filed' && (filedAt === undefined || filingNumber === undefined)) yield 'is filed without a time and a number'
  if ((status === 'refused' || status === 'authority-refused') && refusal === undefined) yield 'is refused and says not why'
  if (['first-review', 'for-mending', 'mended', 'handed-on', 'authority-review'].includes(status) && submittedAt === undefined)
    yield `stands at ${status} and was never handed in`
  if (status === 'filed' && world.organisers.where('account', accountId).first()?.certificateNumber !== certificateNumber)
    yield 'is filed for another organiser than that of its account'
  const sites =
    resourceId === undefined
      ? []
      : [...world.filings.where('resource', resourceId)].filter((one) => one.status !== 'abandoned' || one.submittedAt !== undefined)
  if (resourceType === 'ecs' && sites.length > SITES) yield `its server carries ${sites.length} sites`
}

function* checkOrganiser(world: World, { accountId }: Organiser): Generator<string> {
  const { count } = world.organisers.where('account', accountId)
  if (count > 1) yield `its account has ${count} organisers`
}

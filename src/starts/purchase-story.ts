import { endOf } from '../commerce/ordering/periods.ts'
import { inFullRefundTime } from '../commerce/refunds/full-refunds.ts'
import type { Order, OrderLine, Resource } from '../world/entities/entities.ts'
import { daysKept } from '../world/entities/levels.ts'
import type { World } from '../world/world-api.ts'
import { completeAmounts } from './complete-amounts.ts'
import type { Purchase } from './generation.ts'
import { underSupervision } from './supervised-story.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const NONE = { cashCoupon: 0, voucher: 0, storedCard: 0, commission: 0, consumed: 0 }
/** Billing's code for a promotion discount. */
const PROMOTION = '200'

/** Generates a purchase and its history until now: payment, delivery, renewal, return, end. Returns the number of orders. */
export function generatePurchase(story: Purchase, createdAt: number): number {
  const { world, how, draw, good, product, now } = story
  const order = place(story, createdAt, good.trial ? 'trial' : 'new')
  const deadline = createdAt + 7 * DAY
  if (!good.trial && product.chargingMode !== 'on-demand' && draw.yes(how.chances.unpaid)) {
    const given = createdAt + draw.between(1, 14) * (DAY / 2)
    if (given > now) put(world, { ...order, status: 'pending-payment', paymentDeadline: deadline })
    else put(world, { ...order, status: 'cancelled', paymentDeadline: deadline, completedAt: given })
    return 1
  }
  const paidAt = createdAt + draw.between(1, 90) * MINUTE
  if (paidAt > now) {
    put(world, { ...order, status: 'pending-payment', paymentDeadline: deadline })
    return 1
  }
  return deliver(story, { ...order, paidAt, paymentDeadline: deadline })
}

/** An order with its own number, one line and prices; some get a discount of a tenth. */
function place({ world, how, draw, good, product, buyer }: Purchase, createdAt: number, type: Order['type']): Order {
  const id = world.ids.order(createdAt)
  const quantity = draw.of(good.quantity ?? [1])
  const periodNum = draw.of(good.periods ?? [1])
  const timed = product.periodType !== undefined && product.chargingMode !== 'on-demand'
  const official = good.trial || product.chargingMode === 'on-demand' ? 0 : product.price * quantity * (timed ? periodNum : 1)
  const off = official > 0 && draw.yes(how.chances.discounted) ? Math.round(official / 10) : 0
  const amounts = completeAmounts({ official, discounts: off > 0 ? [{ type: PROMOTION, amount: off }] : [] }, official)
  const line: OrderLine = {
    id: `${id}-000001`,
    productId: product.id,
    quantity,
    amounts,
    resourceIds: [],
    ...(timed && product.periodType ? { periodType: product.periodType, periodNum } : {}),
  }
  return {
    id,
    customerId: buyer.id,
    type,
    status: 'pending-payment',
    serviceType: product.serviceType,
    source: buyer.partnerId === undefined ? 1 : 2,
    createdBy: buyer.userName,
    lines: [line],
    amounts,
    currency: 'CNY',
    createdAt,
    enterpriseProjects: [{ id: '0', name: 'default' }],
    resourceIds: [],
    couponIds: [],
    discountIds: [],
  }
}

function deliver(story: Purchase, order: Order): number {
  const { world, draw, product, buyer, now } = story
  const line = order.lines[0] as OrderLine
  const paidAt = order.paidAt ?? order.createdAt
  const key = order.id
  const count = product.sellerId === undefined ? line.quantity : 1
  const ids = Array.from({ length: count }, (_, n) => world.ids.uuid('resources', `${key}/${n}`))
  const by = underSupervision(story, order, ids)
  const completedAt = by?.completedAt ?? paidAt + draw.between(5, 240) * 1000
  const done = completedAt <= now
  const expireAt = done ? endOf(completedAt, line.periodType, line.periodNum) : undefined
  const period = done ? { effectiveAt: completedAt, ...(expireAt === undefined ? {} : { expireAt }) } : {}
  const whole = withLine({ ...order, resourceIds: ids }, { ...line, ...period, resourceIds: ids })
  put(world, done ? { ...whole, status: 'completed', completedAt } : { ...whole, status: by?.status ?? 'processing' })
  const resources = ids.map((id, n): Resource => {
    const instance = product.kind === 'saas' && done ? { instance: instanceOf(world, id, completedAt) } : {}
    return {
      id,
      instanceId: world.ids.uuid('instances', id),
      name: count > 1 ? `${product.name}-${n + 1}` : product.name,
      customerId: buyer.id,
      orderId: order.id,
      orderLineId: line.id,
      productId: product.id,
      status: done ? 'in-use' : 'creating',
      regionCode: 'cn-north-4',
      effectiveAt: done ? completedAt : paidAt,
      expirePolicy: 0,
      updatedAt: done ? completedAt : paidAt,
      enterpriseProject: { id: '0', name: 'default' },
      ...instance,
      ...(expireAt === undefined ? {} : { expireAt }),
    }
  })
  if (done) return 1 + liveOn(story, whole, resources, story.room - 1)
  for (const resource of resources) world.resources.put(resource)
  return 1
}

/** Generates the further history of a purchase and stores the final state of its resources. Returns the number of further orders. */
function liveOn(story: Purchase, bought: Order, resources: readonly Resource[], room: number): number {
  const { world, how, draw, now } = story
  const [first] = resources
  if (!first || first.expireAt === undefined || room <= 0) return lapse(story, resources)
  const last = first.expireAt
  if (resources.length === 1 && bought.amounts.afterDiscount > 0 && draw.yes(how.chances.givenBack)) {
    const at = Math.floor(first.effectiveAt + (last - first.effectiveAt) * draw.number() * 0.8)
    if (at < now - DAY) return giveBack(story, bought, first, at)
  }
  if (last >= now || bought.type === 'trial' || !draw.yes(how.chances.renewed)) return lapse(story, resources)
  const createdAt = Math.max(first.effectiveAt + 1000, last - draw.between(1, 240) * 60 * MINUTE)
  const paidAt = createdAt + draw.between(1, 60) * MINUTE
  const renewal = place(story, createdAt, 'renewal')
  const line = renewal.lines[0] as OrderLine
  const quantity = bought.lines[0]?.quantity ?? 1
  const price = completeAmounts(undefined, story.product.price * quantity * (line.periodNum ?? 1))
  const expireAt = endOf(last, line.periodType, line.periodNum) ?? last
  const ids = resources.map(({ id }) => id)
  const completedAt = paidAt + 5000
  put(
    world,
    withLine(
      { ...renewal, status: 'completed', paidAt, completedAt, baseOrderId: first.orderId, resourceIds: ids, amounts: price },
      { ...line, quantity, amounts: price, effectiveAt: last, expireAt, resourceIds: ids },
    ),
  )
  return (
    1 +
    liveOn(
      story,
      { ...bought, type: 'renewal', amounts: { ...price, afterDiscount: 0 } },
      resources.map((resource) => ({ ...resource, expireAt, updatedAt: completedAt })),
      room - 1,
    )
  )
}

/** Stores resources; those past their end without a renewal are in grace, frozen, or released. */
function lapse({ world, buyer, now }: Purchase, resources: readonly Resource[]): number {
  for (const resource of resources) {
    const { expireAt } = resource
    if (expireAt === undefined || expireAt >= now) {
      world.resources.put(resource)
      continue
    }
    const frozenAt = expireAt + daysKept('grace', 'period', buyer.level) * DAY
    const closedAt = frozenAt + daysKept('retention', 'period', buyer.level) * DAY
    if (now < frozenAt) world.resources.put({ ...resource, status: 'expired', updatedAt: expireAt })
    else if (now < closedAt) world.resources.put({ ...resource, status: 'frozen', frozenFor: 'expiry', updatedAt: frozenAt })
    else world.resources.put({ ...resource, status: 'closed', updatedAt: closedAt })
  }
  return 0
}

/** Unused whole days are refunded; within five days of the beginning everything is (S-33). */
function giveBack(story: Purchase, bought: Order, resource: Resource, at: number): number {
  const { world } = story
  const base = bought.lines[0] as OrderLine
  const { effectiveAt, expireAt = effectiveAt } = resource
  const cash = bought.amounts.afterDiscount
  const days = Math.max(1, Math.round((expireAt - effectiveAt) / DAY))
  const unused = Math.min(days, Math.floor((expireAt - at) / DAY))
  const back = inFullRefundTime(world, resource, at) ? cash : Math.floor((cash * unused) / days)
  const amounts = { ...completeAmounts(undefined, back === 0 ? 0 : -back), ...NONE, consumed: cash - back }
  const order = place(story, at, 'unsubscribe')
  const line = order.lines[0] as OrderLine
  const { periodType: _type, periodNum: _num, ...plain } = line
  const extendParams = [
    { name: 'baseOrderId', value: bought.id },
    { name: 'baseOrderLineId', value: base.id },
  ]
  const done = { status: 'completed' as const, paidAt: at + 5000, completedAt: at + 5000, baseOrderId: bought.id }
  put(
    world,
    withLine(
      { ...order, ...done, amounts, resourceIds: [resource.id], unsubscribe: { type: 1, reasonType: 1 } },
      { ...plain, quantity: 1, amounts, effectiveAt, expireAt, resourceIds: [resource.id], extendParams },
    ),
  )
  world.resources.put({ ...resource, status: 'closed', updatedAt: at + 5000 })
  return 1
}

const withLine = (order: Order, line: OrderLine): Order => ({ ...order, lines: [line] })

function put(world: World, order: Order): void {
  world.orders.put(order)
}

function instanceOf(world: World, id: string, answeredAt: number) {
  const instance = world.ids.uuid('seller-instances', id)
  return { id: instance, frontEndUrl: `https://${instance.slice(0, 8)}.saas.example.com/`, answeredAt }
}

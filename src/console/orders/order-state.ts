import { POLICY } from '../../commerce/life/next-step.ts'
import { payable } from '../../commerce/ordering/amounts.ts'
import type { components } from '../../spec/generated/console.ts'
import type { Licence, Order, OrderLine, OrderStatus, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { apiAccess } from '../buying/api-access.ts'
import { yuan } from '../money.ts'

type Schemas = components['schemas']

/** The vendor's texts for the states of an order, as the source document lists them for OrderV5 (S-02). */
const STATUS_TEXT: Readonly<Record<OrderStatus, string>> = {
  initialised: '初始化',
  'to-review': '待审核',
  'to-refund': '待退款',
  processing: '处理中',
  cancelled: '已取消',
  completed: '已完成',
  'pending-payment': '待支付',
  compensating: '补偿中',
  'to-approve': '待审批',
  'to-confirm': '待确认',
  'to-ship': '待发货',
  'to-receive': '待收货',
  'to-pick-up': '待上门取货',
  exchanging: '换新中',
  'seller-to-receive': '待商家收货',
}

/** Epoch milliseconds in the console's form of times. */
export const iso = (at: number) => new Date(at).toISOString()

/** A member with a formatted time, or none when the time is undefined. */
function moment<K extends string>(name: K, at: number | undefined): { readonly [P in K]?: string } {
  return at === undefined ? {} : ({ [name]: iso(at) } as { readonly [P in K]?: string })
}

/** An order as the console shows it, with its resources, licences and supervision. */
export function orderState(world: World, order: Order): Schemas['OrderState'] {
  const supervision = world.supervisions.get(order.id)
  const { combinedId, baseOrderId, paying, returnUrl } = order
  return {
    id: order.id,
    type: order.type,
    status: order.status,
    // Shipped hardware waits for the buyer's acceptance (S-39).
    statusText: order.status === 'to-receive' && supervision?.status === 'acceptance' ? '用户确认验收' : STATUS_TEXT[order.status],
    customer: world.accounts.get(order.customerId)?.name ?? order.customerId,
    createdAt: iso(order.createdAt),
    ...moment('paidAt', order.paidAt),
    ...moment('paymentDeadline', order.paymentDeadline),
    ...moment('startsAt', order.startsAt),
    ...moment('completedAt', order.completedAt),
    ...(combinedId === undefined ? {} : { combinedId }),
    ...(baseOrderId === undefined ? {} : { baseOrderId }),
    ...(returnUrl === undefined ? {} : { returnUrl }),
    official: yuan(order.amounts.official),
    afterDiscount: yuan(order.amounts.afterDiscount),
    payable: yuan(payable(order.amounts)),
    ...(paying === undefined ? {} : { paying: payingState(paying) }),
    lines: order.lines.map((line) => lineState(world, line)),
    resources: order.resourceIds.flatMap((id) => {
      const resource = world.resources.get(id)
      return resource ? [resourceState(world, resource)] : []
    }),
    licences: [...world.licences.where('order', order.id)].map(licenceState),
    ...(supervision === undefined ? {} : { supervision: supervision.status }),
  }
}

function payingState({ by, since, online, method }: NonNullable<Order['paying']>): NonNullable<Schemas['OrderState']['paying']> {
  return {
    by,
    since: iso(since),
    ...(online === undefined ? {} : { online: yuan(online) }),
    ...(method === undefined ? {} : { method }),
  }
}

function lineState(world: World, line: OrderLine): Schemas['OrderState']['lines'][number] {
  const product = world.products.get(line.productId)
  return {
    id: line.id,
    product: line.productId,
    name: product ? `${product.name} | ${product.specDesc}` : line.productId,
    quantity: line.quantity,
    ...(line.periodType === undefined ? {} : { period: `${line.periodType} x ${line.periodNum ?? 1}` }),
    ...moment('effectiveAt', line.effectiveAt),
    ...moment('expireAt', line.expireAt),
    official: yuan(line.amounts.official),
    afterDiscount: yuan(line.amounts.afterDiscount),
  }
}

/** The buyer's choice for the end, by expire_policy; all other values mean that it ends. */
const AT_END: Readonly<Record<number, 'renew' | 'to-on-demand'>> = { [POLICY.toOnDemand]: 'to-on-demand', [POLICY.renew]: 'renew' }

/** A resource as the console shows it. */
export function resourceState(world: World, resource: Resource): Schemas['ResourceState'] {
  const { id, name, status, productId, effectiveAt, expireAt, expirePolicy, serverId, instance } = resource
  const api = apiAccess(world, resource)
  return {
    id,
    name,
    status,
    product: productId,
    effectiveAt: iso(effectiveAt),
    ...moment('expireAt', expireAt),
    ...(expireAt === undefined ? {} : { atEnd: AT_END[expirePolicy] ?? 'end' }),
    ...(serverId === undefined ? {} : { server: serverId }),
    ...(instance === undefined ? {} : { instance: instanceState(instance) }),
    ...(api === undefined ? {} : { api }),
  }
}

function instanceState({ id, frontEndUrl, adminUrl }: NonNullable<Resource['instance']>) {
  return { instanceId: id, ...(frontEndUrl === undefined ? {} : { frontEndUrl }), ...(adminUrl === undefined ? {} : { adminUrl }) }
}

/** A licence code is hidden until it is taken. */
function licenceState({ kind, status, id, text }: Licence): Schemas['OrderState']['licences'][number] {
  const seen = kind === 'code' && status !== 'issued'
  return { kind, status, ...(seen ? { code: id } : {}), ...(text === undefined ? {} : { text }) }
}

import type { Order, Supervision } from '../world/entities/entities.ts'
import type { Purchase } from './generation.ts'

const DAY = 86_400_000

/** The state of a generated supervised delivery: when it is (or will be) completed, and the order's state until then. */
export interface SupervisedStory {
  readonly completedAt: number
  readonly status: Order['status']
}

/** The stage at which the flow of each kind waits before completion, and the order's state there (S-26, S-37, S-39). */
const WAITING: Readonly<Partial<Record<string, readonly [Supervision['status'], Order['status']]>>> = {
  'manual-service': ['implementation', 'processing'],
  hardware: ['implementation', 'to-ship'],
  licence: ['code-to-take', 'processing'],
}

/** Stores the supervision (and licence code) of a generated purchase; undefined for products that open automatically. */
export function underSupervision(
  { world, draw, product, now }: Purchase,
  order: Order,
  resourceIds: readonly string[],
): SupervisedStory | undefined {
  const [station, status] = WAITING[product.kind] ?? []
  if (!station || !status || product.sellerId === undefined) return undefined
  const openedAt = order.paidAt ?? order.createdAt
  const completedAt = openedAt + draw.between(2, 14 * 24) * (DAY / 24)
  const acceptedAt = completedAt - DAY / 24
  const done = completedAt <= now
  world.supervisions.put({
    id: order.id,
    orderId: order.id,
    customerId: order.customerId,
    sellerId: product.sellerId,
    kind: product.kind,
    status: done ? 'completed' : station,
    enablement: false,
    openedAt,
    steps: [],
    ...(done ? { acceptedAt } : {}),
  })
  if (product.kind === 'licence')
    issue(story(world, order, product.sellerId, product.id), order, resourceIds, done ? acceptedAt : undefined)
  return { completedAt, status }
}

const story = (world: Purchase['world'], order: Order, sellerId: string, productId: string) => ({ world, order, sellerId, productId })

function issue(
  { world, sellerId, productId }: ReturnType<typeof story>,
  order: Order,
  [resourceId]: readonly string[],
  activatedAt: number | undefined,
): void {
  const { id: orderId, customerId, lines } = order
  world.licences.put({
    id: `PL${world.ids.hex('licences', orderId, 16).toUpperCase()}`,
    kind: 'code',
    sellerId,
    productId,
    status: activatedAt === undefined ? 'issued' : 'active',
    amount: lines[0]?.quantity ?? 1,
    issuedAt: order.paidAt ?? order.createdAt,
    customerId,
    orderId,
    orderLineId: lines[0]?.id ?? '',
    ...(resourceId === undefined ? {} : { resourceId }),
    ...(activatedAt === undefined ? {} : { takenAt: activatedAt, activatedAt, effectiveAt: activatedAt }),
  })
}

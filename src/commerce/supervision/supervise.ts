import type { Patch } from '../../world/engine/collection.ts'
import type { EventOf } from '../../world/engine/machines.ts'
import type { Order, Product, Supervision } from '../../world/entities/entities.ts'
import type { SupervisionFacts } from '../../world/entities/facts/koogallery-facts.ts'
import type { World } from '../../world/world-api.ts'
import { issueLicences } from '../licences/licences.ts'
import { afterSetting } from '../ordering/periods.ts'
import { recipientOf } from '../ordering/recipient.ts'

/** Who takes a step, and what is recorded with it. */
export interface Step {
  readonly by: Supervision['steps'][number]['by']
  readonly note?: string
  /** Members of the supervision that the step sets. */
  readonly changes?: Patch<Omit<Supervision, 'id' | 'status' | 'steps'>>
}

/**
 * The event that begins the supervision of a product; undefined for products that are delivered automatically (S-37, S-38, S-39). Data
 * files and application orchestration have flows of their own, which no available source describes: here the seller delivers and the buyer
 * accepts (inferred).
 */
function flowOf(product: Product | undefined): EventOf<'supervisions'> | undefined {
  if (product?.sellerId === undefined) return undefined
  switch (product.kind) {
    case 'saas':
      return product.delivery === 'implemented' ? 'await-requirement' : undefined
    case 'manual-service':
      return 'await-requirement'
    case 'licence':
      return product.delivery === 'offline' ? 'await-delivery' : 'await-taking'
    case 'licence-v1':
      return 'await-identification'
    case 'hardware':
    case 'orchestration':
    case 'data-file':
      return 'await-delivery'
    default:
      return undefined
  }
}

/**
 * Opens the supervision of a paid order whose product people deliver. Hardware waits for shipping, licence codes are issued. Records
 * `supervision.opened`. Returns undefined when the order needs no supervision.
 */
export function openSupervision(world: World, order: Order): Supervision | undefined {
  const product = order.lines.map((line) => world.products.get(line.productId)).find((one) => flowOf(one) !== undefined)
  const flow = flowOf(product)
  if (!product || flow === undefined) return undefined
  const { id: orderId, customerId } = order
  const supervision = world.transition('supervisions', orderId, flow, {
    orderId,
    customerId,
    sellerId: product.sellerId ?? '',
    kind: product.kind,
    enablement: order.couponIds.some((id) => world.coupons.get(id)?.enablement === true),
    ...(product.joint === true && isOfBaseCloud(world, order) ? { baseCloud: true } : {}),
    openedAt: world.clock.now(),
    ...(product.kind === 'hardware' ? { recipient: recipientOf(world, order) } : {}),
    steps: [],
  })
  emitFact(world, supervision, 'supervision.opened', flow)
  if (flow === 'await-taking') issueLicences(world, order)
  if (product.kind === 'hardware' && world.can('orders', orderId, 'prepare')) world.transition('orders', orderId, 'prepare')
  return supervision
}

/** Whether the buyer belongs to the base cloud, or one of its vouchers paid for the order. */
function isOfBaseCloud(world: World, { customerId, couponIds }: Order): boolean {
  return world.accounts.get(customerId)?.baseCloud === true || couponIds.some((id) => world.coupons.get(id)?.baseCloud === true)
}

/** 28 April 2023 in UTC+8: from then on only the enablement cloud is reviewed. */
const REVIEWED_ALL_BEFORE = Date.UTC(2023, 3, 27, 16)

/**
 * Whether Huawei Cloud reviews a delivery after its acceptance (华为云复核): licences of the enablement cloud, and everything bought before 28
 * April 2023 (S-38; that other kinds of product follow the same rule is inferred). For the base cloud the acceptance document is reviewed;
 * that this also follows the buyer's acceptance is inferred.
 */
export function isReviewed({ enablement, baseCloud, openedAt }: Pick<Supervision, 'enablement' | 'baseCloud' | 'openedAt'>): boolean {
  return enablement || baseCloud === true || openedAt < REVIEWED_ALL_BEFORE
}

/**
 * Moves the delivery of an order by one event of the transition table, records the step and the fact `supervision.moved`. An accepted
 * delivery completes within `console.completionDelay` (S-37).
 * @throws IllegalTransition when the event is not possible now, or the order is not under supervision
 */
export function moveSupervision(
  world: World,
  orderId: string,
  event: EventOf<'supervisions'>,
  { by, note, changes = {} }: Step,
): Supervision {
  const before = world.supervisions.get(orderId)
  const now = world.clock.now()
  const step = { at: now, by, event, ...(note === undefined ? {} : { note }) }
  const moved = world.transition('supervisions', orderId, event, { ...changes, steps: [...(before?.steps ?? []), step] })
  emitFact(world, moved, moved.status === 'cancelled' ? 'supervision.cancelled' : 'supervision.moved', event)
  if (moved.status === 'cancelled') world.unplan({ work: 'supervision.appeal', about: { orderId } })
  return moved.status === 'accepted' ? accepted(world, moved) : moved
}

function accepted(world: World, { id, orderId, customerId, acceptedAt }: Supervision): Supervision {
  // A delivery that the vendor reviews later was accepted when the buyer accepted it.
  const supervision = world.supervisions.change(id, { acceptedAt: acceptedAt ?? world.clock.now() })
  world.unplan({ work: 'supervision.appeal', about: { orderId } })
  world.emit({ type: 'order.accepted', orderId, customerId })
  world.plan(afterSetting(world, 'console.completionDelay'), 'supervision.complete', { orderId })
  return supervision
}

/**
 * Stores an appeal, which stops the flow until it is decided, or its decision. Records `supervision.appealed` or
 * `supervision.appeal-decided`.
 */
export function noteAppeal(world: World, orderId: string, appeal: NonNullable<Supervision['appeal']>): Supervision {
  const decided = appeal.decidedAt !== undefined
  const event = decided ? 'decide-appeal' : 'appeal'
  const by = decided ? 'vendor' : (appeal.by ?? 'seller')
  const step = { at: world.clock.now(), by, event, ...(decided ? {} : { note: appeal.reason }) } as const
  const before = world.supervisions.get(orderId)
  const noted = world.supervisions.change(orderId, { appeal, steps: [...(before?.steps ?? []), step] })
  emitFact(world, noted, decided ? 'supervision.appeal-decided' : 'supervision.appealed', event)
  return noted
}

/** Whether an appeal stops the flow: neither side can take a step until the vendor has decided (服务监管流程冻结). */
export function isFrozen({ appeal }: Pick<Supervision, 'appeal'>): boolean {
  return appeal !== undefined && appeal.decidedAt === undefined
}

/** Whether the flow has a design stage: website services (建站类) have one, all other manual services are of the standard type (标准类). */
export function hasDesign(world: World, orderId: string): boolean {
  const lines = world.orders.get(orderId)?.lines ?? []
  return lines.some(({ productId }) => world.products.get(productId)?.delivery === 'website')
}

/** 26 March 2025 in UTC+8: orders placed from then on have another flow. */
const NEWER_FLOW_FROM = Date.UTC(2025, 2, 25, 16)

/**
 * Whether the acceptance document is required to submit a delivery: for manual services of orders from 26 March 2025. The page of
 * 2025-05-26 requires it, that of 2024-12-20 only a confirmation; which orders the change applies to is concluded from the two. For the
 * base cloud every delivery requires it.
 */
export function needsDocument(world: World, { kind, baseCloud, orderId }: Pick<Supervision, 'kind' | 'baseCloud' | 'orderId'>): boolean {
  if (baseCloud === true) return true
  return kind === 'manual-service' && (world.orders.get(orderId)?.createdAt ?? 0) >= NEWER_FLOW_FROM
}

function emitFact(
  world: World,
  { orderId, customerId, sellerId, status: station }: Supervision,
  type: keyof SupervisionFacts,
  event: string,
): void {
  world.emit({ type, orderId, customerId, sellerId, station, event })
}

import { isComingBack } from '../../commerce/refunds/negotiated-refund.ts'
import { isFrozen, moveSupervision, type Step } from '../../commerce/supervision/supervise.ts'
import type { EventOf } from '../../world/engine/machines.ts'
import type { Supervision } from '../../world/entities/entities.ts'
import type { CheckContext } from '../console-behaviour.ts'
import { orderState } from '../orders/order-state.ts'
import { orderOf } from '../subjects.ts'
import { supervisionState } from './supervision-state.ts'

/** The delivery of an order, or the refusals `unknown-order` and `not-supervised`. */
export function supervisionOf(context: CheckContext, orderId: string): Supervision {
  const order = orderOf(context, orderId)
  return (
    context.world.supervisions.get(order.id) ??
    context.fail(
      'not-supervised',
      `Order ${order.id} (${order.type}, ${order.status}) is under nobody's supervision: ListSupervisions shows those that are.`,
    )
  )
}

/** Refuses with `delivery-frozen` while an appeal about the delivery of an order is undecided. */
export function checkNotFrozen({ world, fail }: CheckContext, orderId: string): void {
  const supervision = world.supervisions.get(orderId)
  if (supervision && isFrozen(supervision))
    fail(
      'delivery-frozen',
      `An appeal of the ${supervision.appeal?.by ?? 'seller'} about ${orderId} runs (${supervision.status}): 服务监管流程冻结. Next: vendor: DecideAppeal.`,
      { documented: ['vendor: DecideAppeal'] },
    )
}

/** Refuses with `wrong-state` unless one of these events is possible for the delivery. */
export function checkStation(context: CheckContext, orderId: string, ...events: readonly EventOf<'supervisions'>[]): Supervision {
  const supervision = supervisionOf(context, orderId)
  checkNotFrozen(context, orderId)
  const order = context.world.orders.get(orderId)
  if (order && isComingBack(order))
    return context.fail(
      'wrong-state',
      `The delivery of ${orderId} has the status ${supervision.status}, and the goods are being returned. Next: SendBack, ConfirmReturn.`,
    )
  if (events.some((event) => context.world.can('supervisions', orderId, event))) return supervision
  const { next, status, statusText } = supervisionState(context.world, supervision)
  const documented = next.map(({ by, operation }) => `${by}: ${operation}`)
  const wanted = documented.length > 0 ? ` Next: ${documented.join(', ')}.` : ''
  return context.fail('wrong-state', `The delivery of ${orderId} has the status ${status} (${statusText}).${wanted}`, { documented })
}

/** Takes a step and returns the delivery as it is afterwards. */
export function takeStep(context: CheckContext, orderId: string, event: EventOf<'supervisions'>, step: Step) {
  checkStation(context, orderId, event)
  moveSupervision(context.world, orderId, event, step)
  return shown(context, orderId)
}

/** A delivery and its order. */
export function shown(context: CheckContext, orderId: string) {
  const supervision = supervisionOf(context, orderId)
  return { supervision: supervisionState(context.world, supervision), order: orderState(context.world, orderOf(context, orderId)) }
}

/** Accepted kinds and size of documents, as published for user guides (S-34); that they apply to proofs is inferred. */
const KINDS = ['rar', 'zip', 'doc', 'docx', 'pdf', 'ppt', 'pptx']
const LARGEST = 20 * 1024 * 1024

/** The name of a document that may be uploaded, or the refusal `file-refused`. */
export function documentOf({ fail }: CheckContext, { name, size = 0 }: { readonly name: string; readonly size?: number }): string {
  const kind = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const text = '支持上传rar、zip、doc、docx、pdf、ppt、pptx格式的文件,文件大小不超过20M。'
  if (!name.includes('.') || !KINDS.includes(kind)) fail('file-refused', `${text} (${name})`, { documented: KINDS })
  if (size > LARGEST) fail('file-refused', `${text} (${name}: ${size} bytes)`)
  return name
}

/** The start of service that a seller enters: after the payment and not in the future, else `wrong-time`. */
export function beginningOf(
  { world, fail }: CheckContext,
  orderId: string,
  startedAt: string | undefined,
): { readonly startedAt?: number } {
  if (startedAt === undefined) return {}
  const at = Date.parse(startedAt)
  const from = world.orders.get(orderId)?.paidAt ?? 0
  if (at < from || at > world.clock.now())
    fail(
      'wrong-time',
      `${startedAt} lies ${at < from ? 'before the payment' : 'in the future'}: the service began between payment and now.`,
    )
  return { startedAt: at }
}

/** The note as a member, if there is one. */
export const noteOf = (note: string | undefined) => (note === undefined ? {} : { note })

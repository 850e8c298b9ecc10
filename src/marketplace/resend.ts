import type { DeliveryFault } from '../scenario/delivery-fault-api.ts'
import { addPeriod, parseDuration } from '../world/engine/calendar.ts'
import { seededNumbers } from '../world/engine/chance.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { Attempt, Delivery, FaultNote, Resending, SellerAddress } from '../world/entities/entities.ts'
import type { World } from '../world/world-api.ts'
import { addressFor, keyFor } from './addresses.ts'
import type { Composed } from './compose.ts'
import type { ResendWish, ResentDeliveries } from './marketplace-api.ts'
import { emitDeliveryFact, knownDelivery, nextDeliveryId } from './open-delivery.ts'

/** Most calls that one wish plans. */
const MOST = 1000

/**
 * Plans calls that were made before once more, each as a delivery of its own; the next one goes out when the one before it has its answer.
 * Orders, resources and the delivery that is sent again stay as they are, whatever the seller answers.
 * Throws `delivery.unknown`, `delivery.never-sent`, `delivery.resend`.
 */
export function resendDeliveries(world: World, wish: ResendWish): ResentDeliveries {
  const { deliveries: ids, fresh = false, delay, times = 1, shuffle = false } = wish
  if (!Number.isSafeInteger(times) || times < 1)
    throw new WorldError('delivery.resend', `A call is sent again a whole number of times, at least once, not ${times}.`)
  if (ids.length === 0 || ids.length * times > MOST)
    throw new WorldError('delivery.resend', `From 1 to ${MOST} calls can be sent again together, not ${ids.length * times}.`)
  if (wish.seed !== undefined && !shuffle)
    throw new WorldError('delivery.resend', 'A seed decides a random order: ask for one with shuffle.')
  const once = ids.map((id) => lastAttempt(world, id))
  if (fresh) for (const { deliveryId } of once) addressNow(world, world.deliveries.get(deliveryId)!)
  const all = Array.from({ length: times }, () => once).flat()
  return world.transaction(() => {
    const seed = wish.seed ?? (shuffle ? `${world.ids.next('shuffle')}` : '')
    const made = all.map(() => nextDeliveryId(world))
    const at = startOf(world, delay)
    const ordered = shuffle ? shuffled(all, seed) : all
    const deliveries = ordered.map((before, i) =>
      openAgain(world, before, made[i] as string, {
        ...(fresh ? { fresh } : {}),
        ...(made[i + 1] === undefined ? {} : { next: made[i + 1] as string }),
        ...(i === 0 ? { at } : {}),
        cause: 'hand',
      }),
    )
    return { ...(shuffle ? { seed } : {}), deliveries }
  })
}

interface Again {
  readonly fresh?: boolean
  readonly next?: string
  /** When it goes out; without it the one before it says when. */
  readonly at?: number
  readonly cause: string
  readonly fault?: FaultNote
}

/** Opens a delivery that sends an attempt again. */
function openAgain(world: World, before: Attempt, id: string, { at, cause, fault, ...how }: Again): Delivery {
  const { deliveryId, number: attempt } = before
  const sent = world.deliveries.get(deliveryId)!
  const { operation, use, sellerId, orderId, orderLineId, resourceId, licenceId, debugging, about } = sent
  const { before: _before, ...rest } = about ?? {}
  const addressId = how.fresh && !fault ? addressNow(world, sent).id : sent.addressId
  const resends: Resending = { deliveryId, attempt, ...how }
  const delivery = world.transition('deliveries', id, 'plan', {
    ...{ operation, use, sellerId, addressId },
    timetable: 'by-hand',
    cause,
    ...(orderId === undefined ? {} : { orderId }),
    ...(orderLineId === undefined ? {} : { orderLineId }),
    ...(resourceId === undefined ? {} : { resourceId }),
    ...(licenceId === undefined ? {} : { licenceId }),
    about: rest,
    ...(debugging ? { debugging } : {}),
    resends,
    createdAt: world.clock.now(),
    attempts: 0,
    ...(fault ? { fault } : {}),
    ...(at === undefined ? {} : { nextAt: at }),
  })
  emitDeliveryFact(world, delivery, 'delivery.planned')
  if (at !== undefined) world.plan(at, 'delivery.attempt', { deliveryId: id })
  return delivery
}

/** A rule repeats an attempt as soon as its answer is there. */
export function repeatAttempt(world: World, made: Attempt, { send, by, does }: DeliveryFault): void {
  if (send !== 'twice' && send !== 'again-identical') return
  const { cause } = world.deliveries.get(made.deliveryId)!
  const how = send === 'twice' ? { fresh: true } : {}
  openAgain(world, made, nextDeliveryId(world), { ...how, at: world.clock.now(), cause, fault: { by, does } })
}

/** The call is over: the resent call behind it goes out. */
export function sendNext(world: World, { resends }: Delivery): void {
  const next = world.deliveries.get(resends?.next ?? '')
  if (next?.status !== 'waiting' || next.nextAt !== undefined) return
  const now = world.clock.now()
  world.deliveries.change(next.id, { nextAt: now })
  world.plan(now, 'delivery.attempt', { deliveryId: next.id })
}

/** The request of the attempt that a delivery sends again unchanged. */
export function unchanged(world: World, { resends }: Delivery): (Composed & { readonly sentAt: number }) | undefined {
  if (!resends || resends.fresh) return undefined
  const before = world.attempts.get(`${resends.deliveryId}-${resends.attempt}`)
  if (!before) return undefined
  const { method, url, headers, body, encoding, canonical, businessId = '', sentAt } = before
  const request = { method, url, headers, body, ...(encoding === undefined ? {} : { encoding }) }
  return { request, canonical, businessId, sentAt }
}

function lastAttempt(world: World, id: string): Attempt {
  const { nextAt } = knownDelivery(world, id)
  const last = world.attempts.where('delivery', id).last()
  if (last) return last
  const when = nextAt === undefined ? '' : ` Its first attempt is due at ${new Date(nextAt).toISOString()}.`
  throw new WorldError('delivery.never-sent', `Delivery ${id} was not sent yet, so there is nothing to send again.${when}`)
}

/** The address may have been set anew since. */
function addressNow(world: World, { id, addressId, sellerId, use, about }: Delivery): SellerAddress {
  const found = world.addresses.get(addressId) ?? addressFor(world, sellerId, use, String(about?.['productId'] ?? ''))
  if (found && keyFor(world, sellerId, use)) return found
  throw new WorldError(
    'delivery.address',
    `The seller of ${id} has no ${found ? 'key' : 'address'} for ${use} calls any more; set one first.`,
  )
}

function startOf(world: World, delay: string | undefined): number {
  const now = world.clock.now()
  if (delay === undefined) return now
  const { ms, months } = parseDuration(delay)
  if (ms < 0 || months < 0) throw new WorldError('delivery.resend', `A call cannot be sent ${delay} from now. Write a delay such as 30s.`)
  return addPeriod(now, delay)
}

/** In random order (Fisher and Yates). */
function shuffled<T>(all: readonly T[], seed: string): readonly T[] {
  const next = seededNumbers(seed)
  const order = [...all]
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[order[i], order[j]] = [order[j] as T, order[i] as T]
  }
  return order
}

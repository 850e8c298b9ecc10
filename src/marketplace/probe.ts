import { addPeriod, compact, inShanghai } from '../world/engine/calendar.ts'
import type { Delivery, Product, SellerAddress } from '../world/entities/entities.ts'
import { offeringsOf } from '../world/entities/goods.ts'
import type { FactListeners, SomeWork, World } from '../world/world-api.ts'
import { openDelivery } from './open-delivery.ts'

/** Days of failures in a row after which a product is frozen (koogallery.md 1.2). */
const DAYS = 5

/** The first saved case of a world starts the life-cycle monitoring (拨测). */
export const probeListeners = {
  'address.debugged'(world) {
    if (!world.upcoming().some(({ work }) => work === 'probe.round')) planRound(world)
  },
} satisfies FactListeners

/**
 * The saved cases of debugging pages are called again each morning and each afternoon; after five days of failures in a row the products of
 * the address are frozen and hidden (CN/zh-cn_topic_0070649414). The hours are settings, since no page states them. Only cases that were
 * saved by a real call can be called again.
 */
export const probeWork = {
  'probe.round'(world) {
    const watched = [...world.addresses.all()].filter(({ cases = [] }) => cases.length > 0)
    if (watched.length === 0) return undefined
    if (world.setting('production.probes') === 'on') for (const address of watched) probe(world, address)
    planRound(world)
    world.plan(addPeriod(world.clock.now(), { ms: 3_600_000 }), 'probe.judge', {})
    return undefined
  },
  'probe.judge'(world) {
    for (const address of world.addresses.all()) {
      if ((address.cases ?? []).length > 0 && failedFor(world, address, DAYS))
        for (const product of productsOf(world, address)) freeze(world, product)
    }
    return undefined
  },
} satisfies SomeWork

/** Products that are off the shelf are not probed. */
function productsOf(world: World, { sellerId, productId }: SellerAddress): readonly Product[] {
  const set = productId === undefined ? undefined : world.products.get(productId)
  const own = set ? offeringsOf(world, set) : productId === undefined ? [...world.products.where('seller', sellerId)] : []
  return own.filter((product) => product.status === 'on-sale' && product.kind === 'saas' && product.delivery !== 'implemented')
}

function probe(world: World, address: SellerAddress): void {
  if (productsOf(world, address).length === 0) return
  for (const { interface: name } of address.cases ?? []) {
    const saved = savedCase(world, address, name)
    if (!saved) continue
    const { operation, use, orderId, orderLineId, resourceId, licenceId, about } = saved
    const target = {
      ...(orderId === undefined ? {} : { orderId }),
      ...(orderLineId === undefined ? {} : { orderLineId }),
      ...(resourceId === undefined ? {} : { resourceId }),
      ...(licenceId === undefined ? {} : { licenceId }),
    }
    openDelivery(world, { operation, use, address, timetable: 'by-hand', cause: 'probe', target, about: { ...about }, debugging: true })
  }
}

/** The call that saved the case. */
function savedCase(world: World, { id }: SellerAddress, name: string): Delivery | undefined {
  return [...world.deliveries.where('address', id)].findLast(
    ({ operation, status, debugging, cause }) =>
      debugging === true && cause === 'hand' && status === 'succeeded' && operation.endsWith(`.${name}`),
  )
}

/** Whether a probe of the address failed on each of that many days, today included. Days are in UTC+8. */
function failedFor(world: World, { id }: SellerAddress, days: number): boolean {
  const dayOf = (at: number) => compact(inShanghai(at)).slice(0, 8)
  const failed = new Set<string>()
  for (const { cause, status, createdAt } of world.deliveries.where('address', id))
    if (cause === 'probe' && status === 'given-up') failed.add(dayOf(createdAt))
  return Array.from({ length: days }, (_, back) => dayOf(world.clock.now() - back * 86_400_000)).every((day) => failed.has(day))
}

function freeze(world: World, { id, sellerId }: Product): void {
  if (!world.can('products', id, 'freeze')) return
  world.transition('products', id, 'freeze')
  world.emit({ type: 'product.frozen', productId: id, ...(sellerId === undefined ? {} : { sellerId }), reason: 'probes' })
  if (sellerId !== undefined)
    world.emit({ type: 'seller.notified', sellerId, about: 'product-frozen', by: ['mail', 'sms', 'site'], productId: id })
}

/** The next of the two hours of a day. */
function planRound(world: World): void {
  const now = world.clock.now()
  const local = inShanghai(now)
  const midnight = now - (local % 86_400_000)
  const hours = (['production.probeMorning', 'production.probeAfternoon'] as const).map((name) => world.setting(name) * 3_600_000)
  const moments = [0, 86_400_000].flatMap((day) => hours.map((hour) => midnight + day + hour)).sort((a, b) => a - b)
  world.plan(moments.find((at) => at > now) ?? now + 86_400_000, 'probe.round', {})
}

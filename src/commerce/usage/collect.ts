import { inShanghai } from '../../world/engine/calendar.ts'
import type { Product, Resource, UsageRecord } from '../../world/entities/entities.ts'
import type { WorkTable, World } from '../../world/world-api.ts'
import { split } from '../ordering/amounts.ts'
import { DAY } from '../ordering/periods.ts'
import { charge } from '../payment/account.ts'
import { deduct, packageNamed, packagesOf } from './packages.ts'

const HOUR = DAY / 24
const MINUTE = HOUR / 60

/**
 * When a product's records are next collected after a moment, and up to where: by the hour at minute 15 what ended with the hour before, by
 * the day at 01:00 of China's clock what ended with the day before (S-30). What comes later waits for the next time.
 */
function nextCollection(
  { collected = 'hourly' }: Pick<Product, 'collected'>,
  after: number,
): { readonly at: number; readonly upTo: number } {
  const [length, delay] = collected === 'daily' ? [DAY, HOUR] : [HOUR, 15 * MINUTE]
  const offset = inShanghai(0)
  const upTo = Math.floor((after - delay + offset) / length) * length + length - offset
  return { at: upTo + delay, upTo }
}

/**
 * Whether a record came later than it may (S-30): by the hour two hours after its end, by the day 01:00 of the next day on China's clock. Its
 * deduction then waits for the collection after its arrival, by the day that of the next day.
 */
export function isLate(
  { collected = 'hourly' }: Pick<Product, 'collected'>,
  { endAt, receivedAt }: Pick<UsageRecord, 'endAt' | 'receivedAt'>,
): boolean {
  if (collected === 'hourly') return receivedAt > endAt + 2 * HOUR
  const offset = inShanghai(0)
  // What ends at midnight belongs to the day that ends there.
  const dayEnds = Math.ceil((endAt + offset) / DAY) * DAY - offset
  return receivedAt > dayEnds + HOUR
}

/** Plans the collection that a resource's accepted records wait for, once: the next one after a moment, by default one that is due right now. */
export function planCollection(world: World, resource: Resource, after = world.clock.now() - 1): void {
  const product = world.products.get(resource.productId)
  if (!product) return
  world.unplan({ work: 'usage.collect', about: { resourceId: resource.id } })
  // What comes at the very moment of a collection is still in time for it.
  const { at } = nextCollection(product, after)
  world.plan(at, 'usage.collect', { resourceId: resource.id })
}

/** What `planCollection` plans. */
export const collectionWork: WorkTable = {
  'usage.collect'(world, about) {
    const { resourceId } = about as { readonly resourceId: string }
    const resource = world.resources.get(resourceId)
    const product = resource && world.products.get(resource.productId)
    if (!resource || !product) return undefined
    const waiting = [...world.usage.by('resource-status', `${resourceId}|accepted`)]
    const { upTo } = nextCollection(product, world.clock.now() - 1)
    const due = waiting.filter(({ endAt }) => endAt <= upTo)
    if (due.length > 0) bill(world, resource, product, due)
    if (due.length < waiting.length) planCollection(world, resource, world.clock.now())
    return undefined
  },
}

/**
 * Puts records into a bill: packages first, the rest at the product's price, rounded to the fen once for the whole bill (how the vendor rounds
 * is not published) and shared out over the records. What a package that stops when used up no longer holds is not charged (inferred).
 */
function bill(world: World, resource: Resource, product: Product, records: readonly UsageRecord[]): void {
  const billedAt = world.clock.now()
  const ordered = [...records].sort((a, b) => a.beginAt - b.beginAt || a.endAt - b.endAt || (a.id < b.id ? -1 : 1))
  const paid = ordered.map((record) => fromPackages(world, resource, record))
  const rest = ordered.map(({ value }, i) => (paid[i]!.stops ? 0 : value - paid[i]!.taken))
  const total = Math.round((rest.reduce((all, one) => all + one, 0) * product.price) / 10_000)
  const shares = split(total, rest)
  for (const [i, { id, sellerId }] of ordered.entries()) {
    world.transition('usage', id, 'bill', { billedAt, deducted: paid[i]!.taken, charged: shares[i]! })
    world.tell({ type: 'usage.billed', usageId: id, sellerId })
  }
  charge(world, resource.customerId, total)
}

/** The package that a record names pays before the others; one that stops when used up pays for those alone who name it, and alone. */
function fromPackages(world: World, resource: Resource, { value, packageInstanceId }: UsageRecord): { taken: number; stops: boolean } {
  const named = packageInstanceId === undefined ? undefined : packageNamed(world, resource, packageInstanceId)
  const stops = named?.product.stopsWhenUsedUp === true
  const others = packagesOf(world, resource).filter((one) => one.resource.id !== named?.resource.id && !one.product.stopsWhenUsedUp)
  const payers = [...(named?.resource.status === 'in-use' ? [named] : []), ...(stops ? [] : others)]
  const left = payers.reduce((wanted, owned) => (wanted === 0 ? 0 : wanted - deduct(world, owned, wanted)), value)
  return { taken: value - left, stops }
}

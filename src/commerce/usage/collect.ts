import { inShanghai } from '../../world/engine/calendar.ts'
import type { Product, Resource, UsageRecord } from '../../world/entities/entities.ts'
import type { SomeWork, World } from '../../world/world-api.ts'
import { split } from '../ordering/amounts.ts'
import { DAY } from '../ordering/periods.ts'
import { charge } from '../payment/account.ts'
import { deduct, packageNamed, packagesOf } from './packages.ts'

const HOUR = DAY / 24
const MINUTE = HOUR / 60

/**
 * The next collection of a product's records after a moment, and the end of the records it covers: hourly at minute 15, for records that
 * ended in the hour before; daily at 01:00 in UTC+8, for records that ended on the day before (S-30). Later records wait for the next
 * collection.
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
 * Whether a record came too late (S-30): hourly, two hours after its end; daily, after 01:00 of the next day in UTC+8. It is then deducted
 * by the collection after its arrival, for daily ones that of the next day.
 */
export function isLate(
  { collected = 'hourly' }: Pick<Product, 'collected'>,
  { endAt, receivedAt }: Pick<UsageRecord, 'endAt' | 'receivedAt'>,
): boolean {
  if (collected === 'hourly') return receivedAt > endAt + 2 * HOUR
  const offset = inShanghai(0)
  // A record that ends at midnight belongs to the day that ends then.
  const dayEnds = Math.ceil((endAt + offset) / DAY) * DAY - offset
  return receivedAt > dayEnds + HOUR
}

/**
 * Plans the one collection that a resource's accepted records wait for: the next after a moment, by default including one that is due right
 * now.
 */
export function planCollection(world: World, resource: Resource, after = world.clock.now() - 1): void {
  const product = world.products.get(resource.productId)
  if (!product) return
  world.unplan({ work: 'usage.collect', about: { resourceId: resource.id } })
  // A record that arrives exactly at a collection is still in time for it.
  const { at } = nextCollection(product, after)
  world.plan(at, 'usage.collect', { resourceId: resource.id })
}

/** The work that `planCollection` plans. */
export const collectionWork = {
  'usage.collect'(world, about) {
    const { resourceId } = about
    const resource = world.resources.get(resourceId)
    const product = resource && world.products.get(resource.productId)
    if (!resource || !product) return undefined
    const waiting = [...world.usage.where('resource-status', `${resourceId}|accepted`)]
    const { upTo } = nextCollection(product, world.clock.now() - 1)
    const due = waiting.filter(({ endAt }) => endAt <= upTo)
    if (due.length > 0) bill(world, resource, product, due)
    if (due.length < waiting.length) planCollection(world, resource, world.clock.now())
    return undefined
  },
} satisfies SomeWork

/**
 * Bills records: packages first, the rest at the product's price. The bill is rounded to the fen once (the vendor's rounding is not
 * published) and divided among the records. Use beyond a package that stops when used up is not charged (inferred).
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
    world.emit({ type: 'usage.billed', usageId: id, sellerId })
  }
  charge(world, resource.customerId, total)
}

/**
 * The package that a record names pays before the others. A package that stops when used up pays only for records that name it, and no
 * other package pays for those.
 */
function fromPackages(world: World, resource: Resource, { value, packageInstanceId }: UsageRecord): { taken: number; stops: boolean } {
  const named = packageInstanceId === undefined ? undefined : packageNamed(world, resource, packageInstanceId)
  const stops = named?.product.stopsWhenUsedUp === true
  const others = packagesOf(world, resource).filter((one) => one.resource.id !== named?.resource.id && !one.product.stopsWhenUsedUp)
  const payers = [...(named?.resource.status === 'in-use' ? [named] : []), ...(stops ? [] : others)]
  const left = payers.reduce((wanted, owned) => (wanted === 0 ? 0 : wanted - deduct(world, owned, wanted)), value)
  return { taken: value - left, stops }
}

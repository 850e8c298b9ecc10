import { addPeriod, formatUtc } from './calendar.ts'
import { hashText } from './chance.ts'
import type { Collection } from './collection.ts'
import { CAPITALS, issuePairs, type Pair } from './credentials.ts'
import type { Amounts, Entities, Kind, Order, OrderLine } from './entities.ts'
import { SHAPES, type Shape } from './entity-shapes.ts'
import { INDEXES } from './indexes.ts'
import { inheritStart, type Starts } from './inherited-start.ts'
import type { Json } from './json.ts'
import { malformed, objectOf, type Raw, readShape, type StartReading } from './start-reader.ts'
import type { Collections, World } from './world.ts'
import { didYouMean } from './world-error.ts'

interface Item {
  readonly raw: Raw
  readonly where: string
  readonly id: string
}

const KINDS = Object.keys(INDEXES) as Kind[]

/**
 * Fills a world from a starting world (`fixtures/worlds/*.yaml`, parsed): `about`, `settings`, and lists of entities by
 * collection. Times count from the world's present; money is yuan in quotation marks; an entity may carry a `ref` and be meant
 * by `@ref` wherever an id is wanted; ids that are not written are derived. `extends` and `only` begin from one of `starts`.
 * A resource takes what it does not say from the order line that names it. Printed accounts get their key pairs and tokens.
 *
 * All or nothing. Throws `start.malformed` naming collection, position and member. Tells no facts: this is how things are.
 */
export function populate(world: World, data: unknown, starts: Starts = {}): Pair[] {
  // A starting world comes from a file; from here on every member of it is looked at.
  const raw = inheritStart(objectOf((data ?? {}) as Json, 'start'), starts)
  for (const name of Object.keys(raw)) {
    const known = ['about', 'settings', ...KINDS]
    if (!known.includes(name)) throw malformed('start', `"${name}" is no collection.${didYouMean(name, known)}`)
  }
  return world.transaction(() => {
    for (const [name, value] of Object.entries(raw['settings'] === undefined ? {} : objectOf(raw['settings'], 'settings'))) {
      world.set(name, value)
    }
    const refs = new Map<string, string>()
    const items = new Map(KINDS.map((kind) => [kind, listItems(world, kind, raw[kind], refs)]))
    const reading: StartReading = {
      start: world.clock.now(),
      resolve(kind, text, where) {
        const id = text.startsWith('@') ? refs.get(`${kind} ${text.slice(1)}`) : text
        if (id !== undefined && (world[kind].has(id) || refs.has(`${kind}#${id}`))) return id
        const known = [...refs.keys()].filter((key) => key.startsWith(`${kind} `)).map((key) => `@${key.slice(kind.length + 1)}`)
        throw malformed(where, `there is no "${text}" among the ${kind}.${didYouMean(text, known)}`)
      },
    }
    // In the order of the collections: accounts and products are there before the orders that speak of them.
    for (const [kind, list] of items) for (const item of list) putItem(world, kind, item, reading)
    return issuePairs(world)
  })
}

function listItems(world: World, kind: Kind, raw: Json | undefined, refs: Map<string, string>): Item[] {
  if (raw === undefined || raw === null) return []
  if (!Array.isArray(raw)) throw malformed(kind, 'a list of entities is wanted here.')
  return raw.map((one: Json, index) => {
    const where = `${kind}[${index}]`
    const { ref, ...rest } = objectOf(one, where)
    if (ref !== undefined && typeof ref !== 'string') throw malformed(`${where}.ref`, 'a text is wanted.')
    const given = rest['id']
    if (given !== undefined && typeof given !== 'string') throw malformed(`${where}.id`, 'a text is wanted. Put it in quotation marks.')
    const id = given ?? deriveId(world, kind, ref ?? `${index}`, rest)
    for (const key of [`${kind}#${id}`, ...(ref === undefined ? [] : [`${kind} ${ref}`])]) {
      if (refs.has(key) || world[kind].has(id)) throw malformed(where, `"${ref ?? id}" is there already.`)
      refs.set(key, id)
    }
    return { raw: rest, where, id }
  })
}

function putItem<K extends Kind>(world: World, kind: K, { raw, where, id }: Item, reading: StartReading): void {
  const shape: Shape = SHAPES[kind]
  const start = formatUtc(reading.start)
  const defaults: Record<string, Json> = {}
  for (const time of ['createdAt', 'updatedAt', 'issuedAt']) if (shape[time] === 'time') defaults[time] = start
  if (kind === 'accounts') Object.assign(defaults, { userId: world.ids.hex('users', id), displayName: raw['name'], balance: '0.00' })
  if (kind === 'products') defaults['status'] = 'on-sale'
  if (kind === 'orders') Object.assign(defaults, { currency: 'CNY' })
  if (kind === 'resources')
    Object.assign(defaults, { instanceId: world.ids.uuid('instances', id) }, boughtWith(world, id, raw, where, reading))
  // An order has one supervision at most, under its own number.
  const { orderId } = raw
  const own = kind === 'supervisions' && typeof orderId === 'string' ? reading.resolve('orders', orderId, `${where}.orderId`) : id
  const read = readShape({ ...defaults, ...raw, id: own }, shape, where, reading)
  // The shape has just been held against every member, and the compiler holds the shape against the type.
  const entity = (kind === 'orders' ? completeOrder(world, read, raw, where) : read) as unknown as Entities[K]
  const collections: Collections = world
  const collection: Collection<K> = collections[kind]
  collection.put(entity)
}

/** What the order line that made a resource says about it; anything else has to be written on the resource itself. */
function boughtWith(world: World, id: string, raw: Raw, where: string, reading: StartReading): Record<string, Json> {
  if (typeof raw['orderId'] !== 'string') return {}
  const order = world.orders.get(reading.resolve('orders', raw['orderId'], `${where}.orderId`))
  const line = order?.lines.find((one) => one.resourceIds.includes(id))
  if (!order || !line) return {}
  const { productId, effectiveAt = order.createdAt, expireAt } = line
  const expiry = expireAt === undefined ? {} : { expireAt: formatUtc(expireAt) }
  return { customerId: order.customerId, orderLineId: line.id, productId, effectiveAt: formatUtc(effectiveAt), ...expiry }
}

/** Ids in the vendor's form, from what does not change when the file grows: the `ref`, else the position. */
function deriveId(world: World, kind: Kind, key: string, raw: Raw): string {
  const digits = (n: number) => hashText(n, '0123456789', world.seed, kind, key)
  switch (kind) {
    case 'orders': {
      const written = raw['createdAt']
      const now = world.clock.now()
      // A wrong time is refused later, with its place.
      const at = typeof written === 'string' && /^[+-]?P/.test(written) ? addPeriod(now, written) : Date.parse(String(written ?? ''))
      return world.ids.order(Number.isNaN(at) ? now : at)
    }
    case 'products':
      return `OFFI${digits(18)}`
    case 'certificates':
      return `scs${digits(13)}`
    case 'keys':
      return hashText(20, CAPITALS, world.seed, world.name, kind, key)
    case 'tokens':
    case 'grants':
      return world.ids.hex(kind)
    case 'resources':
    case 'workspace':
      return world.ids.uuid(kind, key)
    default:
      return world.ids.hex(kind, key)
  }
}

const SUMS = ['cashCoupon', 'voucher', 'storedCard', 'commission', 'consumed'] as const

/** Line numbers and sums that were not written: a line costs price × quantity × periods, an order the sum of its lines. */
function completeOrder(world: World, read: Record<string, unknown>, raw: Raw, where: string): Order {
  const order = read as unknown as Order
  const lines = order.lines.map((line, index): OrderLine => {
    const product = world.products.get(line.productId)
    const official = (product?.price ?? 0) * line.quantity * (line.periodNum ?? 1)
    const id = line.id ?? `${order.id}-${`${index + 1}`.padStart(6, '0')}`
    return { ...line, id, amounts: completeAmounts(line.amounts, official) }
  })
  if (raw['amounts'] !== undefined) return { ...order, lines, amounts: completeAmounts(order.amounts, 0) }
  if (lines.length === 0) throw malformed(`${where}.amounts`, 'is missing, and there are no lines to add up.')
  const sum = (name: (typeof SUMS)[number] | 'official' | 'afterDiscount') => lines.reduce((all, line) => all + line.amounts[name], 0)
  const amounts: Amounts = {
    official: sum('official'),
    afterDiscount: sum('afterDiscount'),
    discounts: lines.flatMap((line) => line.amounts.discounts),
    cashCoupon: sum('cashCoupon'),
    voucher: sum('voucher'),
    storedCard: sum('storedCard'),
    commission: sum('commission'),
    consumed: sum('consumed'),
  }
  return { ...order, lines, amounts }
}

function completeAmounts(given: Partial<Amounts> | undefined, price: number): Amounts {
  const official = given?.official ?? price
  const discounts = given?.discounts ?? []
  const reduced = discounts.reduce((all, { amount }) => all + amount, 0)
  const none = { cashCoupon: 0, voucher: 0, storedCard: 0, commission: 0, consumed: 0 }
  return { official, afterDiscount: official - reduced, ...none, ...given, discounts }
}

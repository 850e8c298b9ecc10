import { addPeriod, formatUtc } from '../world/engine/calendar.ts'
import { hashText } from '../world/engine/chance.ts'
import type { Collection } from '../world/engine/collection.ts'
import type { Json } from '../world/engine/json.ts'
import { CAPITALS } from '../world/entities/credentials.ts'
import type { Entities, Kind } from '../world/entities/entities.ts'
import { SHAPES, type Shape } from '../world/entities/shapes/entity-shapes.ts'
import { malformed, objectOf, type Raw, readShape, type StartReading } from '../world/entities/shapes/read-shape.ts'
import type { Collections, World } from '../world/world-api.ts'
import { completeOrder } from './complete-amounts.ts'

/** One entity of a document, not read yet, with the id it will have. */
export interface StartItem {
  readonly raw: Raw
  readonly where: string
  readonly id: string
}

/**
 * The entities of one collection of a document, and their names into `refs`.
 * @param prefix tells derived ids of this document from those of others that go into the same world
 */
export function listItems(world: World, kind: Kind, raw: Json | undefined, refs: Map<string, string>, prefix: string): StartItem[] {
  if (raw === undefined || raw === null) return []
  if (!Array.isArray(raw)) throw malformed(kind, 'a list of entities is wanted here.')
  return raw.map((one: Json, index) => {
    const where = `${kind}[${index}]`
    const { ref, ...rest } = objectOf(one, where)
    if (ref !== undefined && typeof ref !== 'string') throw malformed(`${where}.ref`, 'a text is wanted.')
    const given = rest['id']
    if (given !== undefined && typeof given !== 'string') throw malformed(`${where}.id`, 'a text is wanted. Put it in quotation marks.')
    const id = given ?? deriveId(world, kind, ref ?? `${prefix}${index}`, rest)
    for (const key of [`${kind}#${id}`, ...(ref === undefined ? [] : [`${kind} ${ref}`])]) {
      if (refs.has(key) || world[kind].has(id)) throw malformed(where, `"${ref ?? id}" is there already.`)
      refs.set(key, id)
    }
    return { raw: rest, where, id }
  })
}

/** Reads one entity and puts it into the world. Throws `start.malformed`. */
export function putItem<K extends Kind>(world: World, kind: K, { raw, where, id }: StartItem, reading: StartReading): void {
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

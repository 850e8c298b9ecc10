import { addPeriod, formatUtc } from '../world/engine/calendar.ts'
import { hashText } from '../world/engine/chance.ts'
import type { Collection } from '../world/engine/collection.ts'
import type { Json } from '../world/engine/json.ts'
import { CAPITALS } from '../world/entities/credentials.ts'
import type { Entities, Kind } from '../world/entities/entities.ts'
import { SHAPES } from '../world/entities/shapes/entity-shapes.ts'
import { malformed, objectOf, type Raw, readShape, type StartReading } from '../world/entities/shapes/read-shape.ts'
import type { Shape } from '../world/entities/shapes/shape.ts'
import type { Collections, World } from '../world/world-api.ts'
import { completeOrder } from './complete-amounts.ts'

/** One entity of a document before it is read, with its future id. */
export interface StartItem {
  readonly raw: Raw
  readonly where: string
  readonly id: string
}

/**
 * Lists the entities of one collection of a document and adds their names to `refs`.
 * @param prefix separates derived ids of this document from those of other documents for the same world
 */
export function listItems(world: World, kind: Kind, raw: Json | undefined, refs: Map<string, string>, prefix: string): StartItem[] {
  if (raw === undefined || raw === null) return []
  if (!Array.isArray(raw)) throw malformed(kind, 'must be a list of entities.')
  return raw.map((one: Json, index) => {
    const where = `${kind}[${index}]`
    const { ref, ...rest } = objectOf(one, where)
    if (ref !== undefined && typeof ref !== 'string') throw malformed(`${where}.ref`, 'must be a text.')
    const given = rest['id']
    if (given !== undefined && typeof given !== 'string') throw malformed(`${where}.id`, 'must be a text. Put it in quotation marks.')
    const id = given ?? deriveId(world, kind, ref ?? `${prefix}${index}`, rest)
    for (const key of [`${kind}#${id}`, ...(ref === undefined ? [] : [`${kind} ${ref}`])]) {
      if (refs.has(key) || world[kind].has(id)) throw malformed(where, `"${ref ?? id}" exists already.`)
      refs.set(key, id)
    }
    return { raw: rest, where, id }
  })
}

/**
 * Reads one entity and stores it in the world.
 * @throws StartFault `start.malformed`
 */
export function putItem<K extends Kind>(world: World, kind: K, { raw, where, id }: StartItem, reading: StartReading): void {
  const shape: Shape = SHAPES[kind]
  const start = formatUtc(reading.start)
  const defaults: Record<string, Json> = { id }
  for (const time of ['createdAt', 'updatedAt', 'issuedAt']) if (shape[time] === 'time') defaults[time] = start
  if (kind === 'accounts') Object.assign(defaults, { userId: world.ids.hex('users', id), displayName: raw['name'], balance: '0.00' })
  if (kind === 'products') defaults['status'] = 'on-sale'
  if (kind === 'orders') Object.assign(defaults, { currency: 'CNY' })
  if (kind === 'resources')
    Object.assign(defaults, { instanceId: world.ids.uuid('instances', id) }, boughtWith(world, id, raw, where, reading))
  // An order has at most one supervision, whose id is the order's number.
  const { orderId } = raw
  const supervised = kind === 'supervisions' && typeof orderId === 'string'
  const given = supervised ? { ...raw, id: reading.resolve('orders', orderId, `${where}.orderId`) } : raw
  const read = readShape(given, shape, where, reading, defaults)
  // Every member was just checked against the shape, and the compiler checks the shape against the type.
  const entity = (kind === 'orders' ? completeOrder(world, read, raw, where) : read) as unknown as Entities[K]
  const collections: Collections = world
  const collection: Collection<K> = collections[kind]
  collection.put(entity)
}

/** Values for a resource from the order line that created it. Everything else has to be given on the resource itself. */
function boughtWith(world: World, id: string, raw: Raw, where: string, reading: StartReading): Record<string, Json> {
  if (typeof raw['orderId'] !== 'string') return {}
  const order = world.orders.get(reading.resolve('orders', raw['orderId'], `${where}.orderId`))
  const line = order?.lines.find((one) => one.resourceIds.includes(id))
  if (!order || !line) return {}
  const { productId, effectiveAt = order.createdAt, expireAt } = line
  const expiry = expireAt === undefined ? {} : { expireAt: formatUtc(expireAt) }
  return { customerId: order.customerId, orderLineId: line.id, productId, effectiveAt: formatUtc(effectiveAt), ...expiry }
}

/** Ids in the vendor's formats, derived from something that stays the same when the file grows: the `ref`, else the position. */
function deriveId(world: World, kind: Kind, key: string, raw: Raw): string {
  const digits = (n: number) => hashText(n, '0123456789', world.seed, kind, key)
  switch (kind) {
    case 'orders': {
      const written = raw['createdAt']
      const now = world.clock.now()
      // An invalid time is refused later, with its place.
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

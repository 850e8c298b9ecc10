import type { Rows } from '../../world/engine/collection.ts'
import type { Kind } from '../../world/entities/entities.ts'
import { byName } from '../../world/entities/named-entities.ts'
import type { World } from '../../world/world-api.ts'

/** Filters of a list. */
export interface EntityFilter {
  readonly status?: string | undefined
  readonly account?: string | undefined
  readonly type?: string | undefined
  readonly text?: string | undefined
  /** Begin with the newest. */
  readonly newest?: boolean | undefined
}

type Loose = Readonly<Record<string, unknown>> & { readonly id: string }

/** The matching entities of a kind in their natural order, or the newest first. Filters read all entities; without one, a page is enough. */
export function listedEntities(world: World, kind: Kind, filter: EntityFilter): Pick<Rows<Loose>, 'count' | 'slice'> {
  const { status, account, type, text, newest = false } = filter
  const owner =
    account === undefined ? undefined : (world.accounts.get(account)?.id ?? byName(world, 'accounts', account.replace(/^@/, '')) ?? account)
  const all = world[kind].all() as unknown as Rows<Loose>
  const rows = newest ? all.reversed() : all
  if (status === undefined && owner === undefined && type === undefined && text === undefined) return rows
  const fits = (entity: Loose) =>
    (status === undefined || entity.status === status) &&
    (owner === undefined || OWNERS.some((member) => entity[member] === owner)) &&
    (type === undefined || entity.type === type || entity.kind === type) &&
    (text === undefined || JSON.stringify(entity).includes(text))
  const found = [...rows].filter(fits)
  return { count: found.length, slice: (from, to) => found.slice(from, to) }
}

/** Members that name the owner of an entity. */
const OWNERS = ['customerId', 'accountId', 'sellerId', 'partnerId', 'claimedBy']

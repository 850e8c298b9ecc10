import type { Kind } from '../world/entities/entities.ts'
import { byName } from '../world/entities/named-entities.ts'
import type { World } from '../world/world-api.ts'

/** Filters of a list. */
export interface EntityFilter {
  readonly status?: string | undefined
  readonly account?: string | undefined
  readonly type?: string | undefined
  readonly text?: string | undefined
}

type Loose = Readonly<Record<string, unknown>> & { readonly id: string }

/** The matching entities of a kind in their natural order. Reads all entities; there is no index for these filters. */
export function listedEntities(world: World, kind: Kind, { status, account, type, text }: EntityFilter): readonly Loose[] {
  const owner =
    account === undefined ? undefined : (world.accounts.get(account)?.id ?? byName(world, 'accounts', account.replace(/^@/, '')) ?? account)
  const fits = (entity: Loose) =>
    (status === undefined || entity.status === status) &&
    (owner === undefined || OWNERS.some((member) => entity[member] === owner)) &&
    (type === undefined || entity.type === type || entity.kind === type) &&
    (text === undefined || JSON.stringify(entity).includes(text))
  return [...(world[kind].all() as unknown as Iterable<Loose>)].filter(fits)
}

/** Members that name the owner of an entity. */
const OWNERS = ['customerId', 'accountId', 'sellerId', 'partnerId', 'claimedBy']

import type { Kind } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'

/** Which index of which collection holds the id of an entity. */
const NAMED_BY: { readonly [K in Kind]?: readonly (readonly [kind: Kind, index: string, member: string])[] } = {
  orders: [
    ['resources', 'order', 'orderId'],
    ['licences', 'order', 'orderId'],
    ['orders', 'base', 'baseOrderId'],
    ['deliveries', 'order', 'orderId'],
    ['coupons', 'order', 'usedByOrderId'],
    ['certificates', 'order', 'orderId'],
  ],
  resources: [
    ['orders', 'resource', 'resourceIds'],
    ['resources', 'main', 'mainResourceId'],
    ['licences', 'resource', 'resourceId'],
    ['deliveries', 'resource', 'resourceId'],
    ['sellerKeys', 'resource', 'resourceId'],
    ['filingCodes', 'resource', 'resourceId'],
    ['filings', 'resource', 'resourceId'],
    ['workspace', 'resource', 'resourceId'],
  ],
  supervisions: [
    ['resources', 'order', 'orderId'],
    ['licences', 'order', 'orderId'],
    ['deliveries', 'order', 'orderId'],
  ],
  accounts: [
    ['orders', 'customer', 'customerId'],
    ['resources', 'customer', 'customerId'],
    ['licences', 'customer', 'customerId'],
    ['coupons', 'customer', 'customerId'],
    ['products', 'seller', 'sellerId'],
    ['addresses', 'seller', 'sellerId'],
    ['deliveries', 'seller', 'sellerId'],
    ['applications', 'seller', 'sellerId'],
    ['supervisions', 'customer', 'customerId'],
    ['accounts', 'partner', 'partnerId'],
    ['filings', 'account', 'accountId'],
    ['departments', 'account', 'accountId'],
    ['people', 'account', 'accountId'],
  ],
  products: [
    ['orders', 'product', 'productId'],
    ['resources', 'product', 'productId'],
    ['products', 'packages', 'packageOf'],
    ['addresses', 'product', 'productId'],
    ['sellerRequests', 'product', 'productId'],
  ],
  addresses: [['deliveries', 'address', 'addressId']],
  applications: [['kitUses', 'application', 'applicationId']],
  deliveries: [['attempts', 'delivery', 'deliveryId']],
  licences: [['licenceUses', 'licence', 'licenceId']],
}

/** Members that name an entity of another collection. */
const NAMES: Readonly<Record<string, Kind>> = {
  customerId: 'accounts',
  sellerId: 'accounts',
  accountId: 'accounts',
  partnerId: 'accounts',
  payerId: 'accounts',
  orderId: 'orders',
  baseOrderId: 'orders',
  usedByOrderId: 'orders',
  resourceId: 'resources',
  resourceIds: 'resources',
  mainResourceId: 'resources',
  serverId: 'resources',
  productId: 'products',
  packageOf: 'products',
  licenceId: 'licences',
  couponIds: 'coupons',
  addressId: 'addresses',
  applicationId: 'applications',
  deliveryId: 'deliveries',
  filingId: 'filings',
}

/** At most so many of one collection; `total` says how many there are. */
const MOST = 20

/** Entities of one collection that belong to another entity. */
export interface Related {
  readonly kind: Kind
  /** The member that names the other one. */
  readonly member: string
  /** `names`: the entity itself names them; `named`: they name the entity. */
  readonly direction: 'names' | 'named'
  readonly total: number
  readonly entities: readonly { readonly id: string; readonly status?: string; readonly name?: string; readonly type?: string }[]
}

type Loose = Readonly<Record<string, unknown>> & { readonly id: string }

/** What an entity names and what names it, the newest first. Found by indexes, so that it costs the same in a large world. */
export function relatedTo(world: World, kind: Kind, id: string): Related[] {
  const entity = world[kind].get(id) as unknown as Loose
  const named: Related[] = Object.entries(NAMES).flatMap(([member, other]) => {
    const ids = [entity[member]].flat().filter((one): one is string => typeof one === 'string' && one !== '')
    const found = ids.flatMap((one) => (world[other].has(one) ? [summary(world[other].get(one) as unknown as Loose)] : []))
    return found.length > 0 ? [{ kind: other, member, direction: 'names', total: found.length, entities: found.slice(0, MOST) }] : []
  })
  // A supervision has the number of its order.
  const watching = kind === 'orders' ? world.supervisions.get(id) : undefined
  const same: Related[] = watching
    ? [{ kind: 'supervisions', member: 'orderId', direction: 'named', total: 1, entities: [summary(watching as unknown as Loose)] }]
    : []
  const naming: Related[] = (NAMED_BY[kind] ?? []).flatMap(([other, index, member]) => {
    const rows = world[other].where(index as never, id)
    const entities = rows.reversed().slice(0, MOST) as unknown as readonly Loose[]
    return rows.count > 0 ? [{ kind: other, member, direction: 'named', total: rows.count, entities: entities.map(summary) }] : []
  })
  return [...same, ...named, ...naming]
}

function summary({ id, status, name, type, kind }: Loose): Related['entities'][number] {
  const text = (key: string, value: unknown) => (typeof value === 'string' ? { [key]: value } : {})
  return { id, ...text('status', status), ...text('name', name), ...text('type', type ?? kind) }
}

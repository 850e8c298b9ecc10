import { type Index, indexBy } from '../engine/index-keys.ts'
import type { Json } from '../engine/json.ts'
import type { PlannedWork } from '../engine/planned-work.ts'
import type { Entities, Kind, Order, Resource } from './entities.ts'
import type { NumberedFact } from './facts/facts.ts'
import { KOOGALLERY_INDEXES } from './koogallery-indexes.ts'

/** Collections of the store beside the entities: facts and plans. They are layered and undone in the same way. */
export interface StoreKinds {
  facts: NumberedFact & { readonly id: string }
  plans: PlannedWork
}

const orders = (keys: Index<Order>['keys'], sort: Index<Order>['sort'] = (order) => order.createdAt) => indexBy(keys, sort)
const resources = (keys: Index<Resource>['keys'], sort: Index<Resource>['sort'] = (resource) => resource.effectiveAt) => indexBy(keys, sort)

type Indexes = { readonly [K in Kind]: Readonly<Record<string, Index<Entities[K]>>> }

/** The indexes of each collection, by name. Every collection has `all` (key ''): its natural order. */
export const INDEXES = {
  accounts: {
    all: indexBy(() => '', byCreation),
    role: indexBy((account) => account.role, byCreation),
    /** Key `${account name}/${user name}`, as the token call sends them. */
    userName: indexBy((account) => `${account.name}/${account.userName}`, byCreation),
    name: indexBy((account) => account.name, byCreation),
    partner: indexBy((account) => account.partnerId, byCreation),
  },
  keys: { all: indexBy(() => ''), account: indexBy((key) => key.accountId), securityToken: indexBy((key) => key.securityToken) },
  tokens: { all: indexBy(() => '', byIssue), account: indexBy((token) => token.accountId, byIssue) },
  failures: { all: indexBy(() => '') },
  sellerKeys: {
    all: indexBy(() => ''),
    account: indexBy((key) => key.accountId),
    use: indexBy((key) => `${key.accountId}|${key.use}`),
    secret: indexBy((key) => key.secret),
    resource: indexBy((key) => key.resourceId),
  },
  clients: { all: indexBy(() => ''), account: indexBy((client) => client.accountId), app: indexBy((client) => client.appId) },
  grants: { all: indexBy(() => ''), client: indexBy((grant) => grant.clientId) },
  people: { all: indexBy(() => ''), account: indexBy((person) => person.accountId) },
  departments: { all: indexBy(() => ''), account: indexBy((department) => department.accountId) },
  products: {
    all: indexBy(() => ''),
    seller: indexBy((product) => product.sellerId),
    serviceType: indexBy((product) => product.serviceType.toLowerCase()),
    sku: indexBy((product) => product.skuCode),
    packages: indexBy((product) => product.packageOf),
  },
  serviceTypes: { all: indexBy(() => '') },
  orders: {
    all: orders(() => ''),
    customer: orders((order) => order.customerId),
    /** Key `${customerId}|${status}`. */
    'customer-status': orders((order) => `${order.customerId}|${order.status}`),
    /** Key `${customerId}|${type}`. */
    'customer-type': orders((order) => `${order.customerId}|${order.type}`),
    /** Key `${customerId}|${service type code in lower case}`. */
    'customer-service': orders((order) => `${order.customerId}|${order.serviceType.toLowerCase()}`),
    /** Paid orders only, sorted by payment time. */
    'customer-paid': orders(
      (order) => (order.paidAt === undefined ? undefined : order.customerId),
      (order) => order.paidAt ?? 0,
    ),
    combined: orders((order) => order.combinedId),
    base: orders((order) => order.baseOrderId),
    product: orders((order) => order.lines.map((line) => line.productId)),
    resource: orders((order) => order.resourceIds),
  },
  resources: {
    all: resources(() => ''),
    customer: resources((resource) => resource.customerId),
    /** Key `${customerId}|${status}`. */
    'customer-status': resources((resource) => `${resource.customerId}|${resource.status}`),
    /** Sorted by expiry. Pay-per-use resources are not listed. */
    'customer-expiry': resources(
      (resource) => (resource.expireAt === undefined ? undefined : resource.customerId),
      (resource) => resource.expireAt ?? 0,
    ),
    order: resources((resource) => resource.orderId),
    line: resources((resource) => resource.orderLineId),
    main: resources((resource) => resource.mainResourceId),
    instance: resources((resource) => resource.instanceId),
    product: resources((resource) => resource.productId),
    /** The seller's own instance id. */
    'seller-instance': resources((resource) => resource.instance?.id),
    server: resources((resource) => resource.serverId),
    bundle: resources((resource) => resource.bundleId),
  },
  coupons: {
    all: indexBy(() => '', byCreation),
    customer: indexBy((coupon) => coupon.customerId, byCreation),
    order: indexBy((c) => c.usedByOrderId),
  },
  discounts: { all: indexBy(() => ''), customer: indexBy((discount) => discount.customerId) },
  certificates: {
    all: indexBy(() => '', byCreation),
    customer: indexBy((certificate) => certificate.customerId, byCreation),
    order: indexBy((certificate) => certificate.orderId, byCreation),
  },
  privateImages: { all: indexBy(() => '', byCreation), seller: indexBy((image) => image.sellerId, byCreation) },
  workspace: {
    all: indexBy(() => ''),
    customer: indexBy((item) => item.customerId),
    pool: indexBy((item) => item.poolId),
    owner: indexBy((item) => item.ownerId),
    resource: indexBy((item) => item.resourceId),
  },
  items: {
    all: indexBy(() => ''),
    collection: indexBy(
      (item) => item.collection,
      (item) => item.number,
    ),
  },
  callbacks: { all: indexBy(() => '', byCreation) },
  ...KOOGALLERY_INDEXES,
} as const satisfies Indexes

/** Indexes of facts (in order of their numbers) and plans (in order of their moments). */
export const STORE_INDEXES = {
  facts: { all: indexBy(() => '', byNumber), type: indexBy((fact) => fact.type, byNumber) },
  plans: {
    all: indexBy(() => '', byMoment),
    subject: indexBy((plan) => subjects(plan.about), byMoment),
  },
} as const satisfies { readonly [B in keyof StoreKinds]: Readonly<Record<string, Index<StoreKinds[B]>>> }

/** The indexes of a collection. */
export type IndexName<K extends Kind> = keyof (typeof INDEXES)[K] & string

/**
 * The keys a plan can be cancelled by: each text at the top level of its payload. Not joined with the name of the work: texts of entities
 * are found in a large map several times faster than texts that are put together for the search.
 */
export function subjects(about: Json): readonly string[] {
  if (typeof about === 'string') return [about]
  if (about === null || typeof about !== 'object' || Array.isArray(about)) return []
  return Object.values(about).filter((value) => typeof value === 'string')
}

function byCreation(entity: { readonly createdAt: number }): number {
  return entity.createdAt
}

function byIssue(entity: { readonly issuedAt: number }): number {
  return entity.issuedAt
}

function byNumber(fact: { readonly n: number }): number {
  return fact.n
}

function byMoment(plan: { readonly at: number }): number {
  return plan.at
}

import type { Entities, Kind } from './entities.ts'

/**
 * How one member is written in a starting world. A question mark makes it optional. `fen` is written as yuan (`"128.00"`),
 * `time` as a distance from the world's start (`-P3D`) or as a UTC moment, `@accounts` as an id, or `@` and a `ref`.
 */
export type Field = Scalar | `${Scalar}?` | Nested
type Scalar = 'text' | 'number' | 'flag' | 'fen' | 'time' | 'open' | `@${Kind}`
/** A member with parts: one of some values, a list, an object. */
export type Nested = { readonly optional?: true } & (
  | { readonly oneOf: readonly (string | number)[] }
  | { readonly list: Field }
  | { readonly object: Shape }
)
/** How the members of one object are written. */
export type Shape = Readonly<Record<string, Field>>

/** Members of every kind. The compiler holds this against the entities: a new member that is not described here does not build. */
type Shapes = { readonly [K in Kind]: { readonly [F in keyof Required<Entities[K]>]: Field } }

const named: Field = { list: { object: { id: 'text', name: 'text' } } }
const texts: Field = { list: 'text' }
const role = ['buyer', 'partner', 'seller'] as const
const periodType: Field = { oneOf: ['day', 'week', 'month', 'year', 'hour', 'one-off'], optional: true }

const amounts: Shape = {
  official: 'fen',
  afterDiscount: 'fen?',
  discounts: { list: { object: { type: 'text', amount: 'fen' } } },
  cashCoupon: 'fen?',
  voucher: 'fen?',
  storedCard: 'fen?',
  commission: 'fen?',
  consumed: 'fen?',
}

const line: Shape = {
  id: 'text?',
  productId: '@products',
  quantity: 'number',
  periodType,
  periodNum: 'number?',
  effectiveAt: 'time?',
  expireAt: 'time?',
  amounts: { object: amounts, optional: true },
  baseProductId: '@products?',
  resourceIds: { list: '@resources' },
  extendParams: { list: { object: { name: 'text', value: 'text' } }, optional: true },
}

/** How every kind is written. */
export const SHAPES = {
  accounts: {
    id: 'text',
    role: { oneOf: role },
    name: 'text',
    displayName: 'text',
    userId: 'text',
    userName: 'text',
    password: 'text',
    projects: named,
    partnerId: '@accounts?',
    enterpriseProjects: { ...named, optional: true },
    mobile: 'text?',
    email: 'text?',
    balance: 'fen',
    denied: { ...texts, optional: true },
    createdAt: 'time',
    print: { oneOf: role, optional: true },
  },
  keys: { id: 'text', secret: 'text', accountId: '@accounts', securityToken: 'text?', expiresAt: 'time?' },
  tokens: { id: 'text', accountId: '@accounts', scope: 'open', methods: texts, issuedAt: 'time', expiresAt: 'time' },
  failures: { id: 'text', count: 'number', lockedUntil: 'time?' },
  sellerKeys: {
    id: 'text',
    accountId: '@accounts',
    use: { oneOf: ['basic', 'kit', 'licence', 'notification', 'appcode'] },
    secret: 'text',
  },
  clients: { id: 'text', secret: 'text', accountId: '@accounts', appId: 'text', redirectUris: texts },
  grants: {
    id: 'text',
    kind: { oneOf: ['code', 'access', 'refresh'] },
    clientId: '@clients',
    userId: 'text',
    scope: 'text',
    expiresAt: 'time',
    redirectUri: 'text?',
    usedAt: 'time?',
  },
  people: {
    id: 'text',
    accountId: '@accounts',
    userName: 'text',
    name: 'text',
    email: 'text',
    mobile: 'text',
    role: { oneOf: ['user', 'admin'] },
    organizationName: 'text',
    organizationCode: 'text',
  },
  products: {
    id: 'text',
    skuCode: 'text',
    name: 'text',
    specDesc: 'text',
    kind: {
      oneOf: [
        ...['cloud-service', 'saas', 'licence', 'licence-v1', 'image', 'hardware'],
        ...['manual-service', 'api', 'orchestration', 'data-file'],
      ],
    },
    chargingMode: { oneOf: ['period', 'one-time', 'on-demand', 'on-demand-package'] },
    periodType,
    price: 'fen',
    serviceType: 'text',
    resourceType: 'text',
    resourceTypeName: 'text',
    resourceSpec: 'text',
    categoryCode: 'text?',
    sellerId: '@accounts?',
    regionCode: 'text?',
    testOf: 'text?',
  },
  serviceTypes: { id: 'text', name: 'text', nameEn: 'text', abbreviation: 'text', marketplace: 'flag?' },
  orders: {
    id: 'text',
    customerId: '@accounts',
    type: {
      oneOf: [
        ...['new', 'renewal', 'change', 'unsubscribe', 'to-on-demand', 'to-period'],
        ...['gift', 'trial', 'to-commercial', 'fee-adjustment'],
      ],
    },
    status: {
      oneOf: [
        ...['initialised', 'to-review', 'to-refund', 'processing', 'cancelled', 'completed', 'pending-payment', 'compensating'],
        ...['to-approve', 'to-confirm', 'to-ship', 'to-receive', 'to-pick-up', 'exchanging', 'seller-to-receive'],
      ],
    },
    serviceType: 'text',
    source: 'number',
    createdBy: 'text',
    lines: { list: { object: line } },
    amounts: { object: amounts, optional: true },
    currency: { oneOf: ['CNY'] },
    createdAt: 'time',
    paidAt: 'time?',
    paymentDeadline: 'time?',
    completedAt: 'time?',
    contractId: 'text?',
    enterpriseProjects: named,
    combinedId: 'text?',
    baseOrderId: '@orders?',
    resourceIds: { list: '@resources' },
    couponIds: { list: '@coupons' },
    discountIds: { list: '@discounts' },
    unsubscribe: { object: { type: { oneOf: [1, 2] }, reasonType: 'number?', reason: 'text?' }, optional: true },
    autoPay: 'flag?',
    indirectPartnerId: '@accounts?',
  },
  resources: {
    id: 'text',
    instanceId: 'text',
    name: 'text',
    customerId: '@accounts',
    orderId: '@orders',
    orderLineId: 'text',
    productId: '@products',
    status: { oneOf: ['creating', 'in-use', 'closed', 'frozen', 'expired'] },
    mainResourceId: '@resources?',
    regionCode: 'text',
    projectId: 'text?',
    effectiveAt: 'time',
    expireAt: 'time?',
    expirePolicy: { oneOf: [0, 1, 2, 3, 4, 5] },
    autoRenewTimes: 'number?',
    specSize: 'number?',
    specSizeMeasure: 'number?',
    updatedAt: 'time',
    enterpriseProject: { object: { id: 'text', name: 'text' }, optional: true },
  },
  coupons: {
    id: 'text',
    code: 'text',
    customerId: '@accounts',
    type: { oneOf: [300, 301, 302, 303] },
    faceValue: 'fen',
    balance: 'fen',
    planName: 'text',
    planDesc: 'text',
    effectiveAt: 'time',
    expireAt: 'time',
    createdAt: 'time',
    activeAt: 'time?',
    lastUsedAt: 'time?',
    usedByOrderId: '@orders?',
    status: { oneOf: ['usable', 'used', 'expired'] },
    version: { oneOf: [1, 2] },
    usage: 'text',
    limits: { list: { object: { key: 'text', value1: 'text?', value2: 'text?', unit: 'text?', type: 'text?' } } },
  },
  discounts: {
    id: 'text',
    customerId: '@accounts',
    type: { oneOf: [0, 1, 2, 3, 609] },
    ratio: 'number?',
    off: 'fen?',
    fixed: 'fen?',
    endsAt: 'time?',
    serviceTypes: { ...texts, optional: true },
  },
  certificates: {
    id: 'text',
    customerId: '@accounts',
    orderId: '@orders',
    status: { oneOf: ['paid', 'issued', 'unsubscribed', 'cancelled'] },
    brand: 'text',
    type: 'text',
    domainType: 'text',
    createdAt: 'time',
  },
  workspace: {
    id: 'text',
    kind: { oneOf: ['bandwidth', 'desktop', 'desktop-pool'] },
    customerId: '@accounts',
    projectId: 'text',
    name: 'text',
    resourceId: '@resources',
    poolId: '@workspace?',
    state: { oneOf: ['running', 'stopped'] },
    attributes: 'open',
  },
} as const satisfies Shapes

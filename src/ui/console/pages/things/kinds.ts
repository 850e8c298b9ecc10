import { href, pagePaths } from '../../place.ts'
import type { t } from './texts.ts'

type TextKey = Parameters<typeof t>[0]

/** One column of a list: the member that it shows, and how. */
export interface KindColumn {
  readonly member: string
  readonly head: TextKey
  readonly width?: string
  readonly as?: 'time' | 'money' | 'state' | 'account' | 'product' | 'code' | 'number'
}

/** What the console shows of a collection. */
export interface KindRow {
  readonly columns: readonly KindColumn[]
  /** Where paths of `specs/console` name one of these: `/orders/{orderId}`. */
  readonly paths: readonly string[]
  /** Operations that have a button of their own; all others are in a list. */
  readonly first?: readonly string[]
  /** Paths of `specs/console` that make one. */
  readonly makes?: readonly string[]
  /** Values of the filter by type. */
  readonly types?: readonly string[]
}

const status = { member: 'status', head: 'state', width: '9.5rem', as: 'state' } as const
const customer = { member: 'customerId', head: 'customer', width: '10rem', as: 'account' } as const
const seller = { member: 'sellerId', head: 'seller', width: '10rem', as: 'account' } as const
const product = { member: 'productId', head: 'product', as: 'product' } as const
const created = { member: 'createdAt', head: 'created', width: '11rem', as: 'time' } as const

const ORDER_TYPES = [
  'new',
  'renewal',
  'change',
  'unsubscribe',
  'to-on-demand',
  'to-period',
  'gift',
  'trial',
  'to-commercial',
  'fee-adjustment',
]

/** Collections with columns of their own. Of all others the list shows what most things have. */
const KIND_ROWS: Readonly<Record<string, KindRow>> = {
  orders: {
    columns: [
      status,
      { member: 'type', head: 'type', width: '7rem' },
      { member: 'lines.0.productId', head: 'product', as: 'product' },
      customer,
      { member: 'amounts.afterDiscount', head: 'amount', width: '7.5rem', as: 'money' },
      created,
    ],
    paths: ['/orders/{orderId}'],
    first: ['PayOrders', 'AskRefund'],
    makes: ['/orders', '/combined-orders'],
    types: ORDER_TYPES,
  },
  resources: {
    columns: [
      status,
      { member: 'name', head: 'name' },
      product,
      customer,
      { member: 'effectiveAt', head: 'begins', width: '11rem', as: 'time' },
      { member: 'expireAt', head: 'ends', width: '11rem', as: 'time' },
    ],
    paths: ['/resources/{resourceId}'],
    first: ['RenewResource', 'ChangeResource', 'UnsubscribeResource'],
  },
  licences: {
    columns: [
      status,
      { member: 'kind', head: 'type', width: '8rem' },
      { member: 'orderId', head: 'order', width: '12rem', as: 'code' },
      customer,
      seller,
      { member: 'issuedAt', head: 'created', width: '11rem', as: 'time' },
    ],
    paths: [],
  },
  supervisions: {
    columns: [
      status,
      { member: 'kind', head: 'type', width: '8rem' },
      customer,
      seller,
      { member: 'openedAt', head: 'created', width: '11rem', as: 'time' },
    ],
    paths: ['/supervisions/{orderId}'],
    first: ['SubmitRequirement', 'DeliverService', 'AcceptDelivery'],
  },
  filings: {
    columns: [
      status,
      { member: 'siteName', head: 'name' },
      { member: 'accountId', head: 'customer', width: '10rem', as: 'account' },
      created,
    ],
    paths: ['/filings/{filingId}'],
    makes: ['/filings'],
  },
  accounts: {
    columns: [
      { member: 'role', head: 'role', width: '6rem' },
      { member: 'name', head: 'name' },
      { member: 'displayName', head: 'display-name' },
      { member: 'balance', head: 'balance', width: '9rem', as: 'money' },
    ],
    paths: ['/accounts/{account}', '/sellers/{seller}'],
    first: ['RechargeAccount', 'PublishProduct'],
  },
  products: {
    columns: [
      status,
      { member: 'kind', head: 'type', width: '7rem' },
      { member: 'name', head: 'name' },
      { member: 'specDesc', head: 'spec' },
      { member: 'price', head: 'price', width: '7rem', as: 'money' },
      seller,
    ],
    paths: ['/products/{productId}'],
  },
  coupons: {
    columns: [
      status,
      { member: 'type', head: 'type', width: '8rem' },
      customer,
      { member: 'balance', head: 'balance', width: '7rem', as: 'money' },
      { member: 'expireAt', head: 'ends', width: '11rem', as: 'time' },
    ],
    paths: [],
  },
  deliveries: {
    columns: [
      status,
      { member: 'operation', head: 'type', width: '14rem' },
      { member: 'orderId', head: 'order', width: '12rem', as: 'code' },
      seller,
      created,
    ],
    paths: ['/kit-calls/{deliveryId}'],
  },
  addresses: {
    columns: [{ member: 'use', head: 'type', width: '8rem' }, { member: 'url', head: 'name' }, seller],
    paths: ['/addresses/{addressId}'],
  },
  applications: { columns: [{ member: 'name', head: 'name' }, seller, created], paths: ['/applications/{applicationId}'] },
  notifications: {
    columns: [{ member: 'accessType', head: 'type' }, product, seller, created],
    paths: ['/notifications/{notificationId}'],
  },
  sellerRequests: { columns: [status, { member: 'type', head: 'type' }, seller, created], paths: ['/requests/{requestId}'] },
  keys: { columns: [{ member: 'accountId', head: 'customer', as: 'account' }], paths: ['/access-keys/{accessKey}'] },
  sellerKeys: {
    columns: [
      { member: 'use', head: 'type' },
      { member: 'accountId', head: 'seller', as: 'account' },
    ],
    paths: ['/keys/{keyId}'],
  },
}

/** What the list of any other collection shows. */
const PLAIN: KindRow = {
  columns: [
    { member: 'status', head: 'state', width: '9.5rem', as: 'state' },
    { member: 'name', head: 'name' },
    { member: 'customerId', head: 'customer', width: '10rem', as: 'account' },
    { member: 'createdAt', head: 'created', width: '11rem', as: 'time' },
  ],
  paths: [],
}

export const rowOf = (kind: string): KindRow => KIND_ROWS[kind] ?? PLAIN

/** Members that name a thing of another collection. */
const NAMES: Readonly<Record<string, string>> = {
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
  couponId: 'coupons',
  couponIds: 'coupons',
  addressId: 'addresses',
  applicationId: 'applications',
  deliveryId: 'deliveries',
  filingId: 'filings',
}

/** The collection that a member names a thing of. */
export const kindNamed = (member: string): string | undefined => NAMES[member]

/** The address of a collection: its own page, or the one of all data. */
export const placeOf = (kind: string): string => (pagePaths.has(`/${kind}`) ? `/${kind}` : `/data/${kind}`)

export const thingHref = (kind: string, id: string, tab = ''): string =>
  href(`${placeOf(kind)}/${encodeURIComponent(id)}${tab === '' ? '' : `/${tab}`}`)

/** A member at the end of a path: `lines.0.productId`. */
export function memberOf(thing: unknown, path: string): unknown {
  let value = thing
  for (const part of path.split('.'))
    value = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[part] : undefined
  return value
}

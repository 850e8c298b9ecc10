import { type Index, indexBy } from '../engine/index-keys.ts'
import type { Entities, Kind } from './entities.ts'

/** Indexes of what only KooGallery has, and of ICP filing. */
export const KOOGALLERY_INDEXES = {
  licences: {
    all: indexBy(
      () => '',
      (licence) => licence.issuedAt,
    ),
    seller: indexBy(
      (licence) => licence.sellerId,
      (licence) => licence.issuedAt,
    ),
    customer: indexBy(
      (licence) => licence.customerId,
      (licence) => licence.issuedAt,
    ),
    order: indexBy((licence) => licence.orderId),
    resource: indexBy((licence) => licence.resourceId),
  },
  usage: {
    all: indexBy(
      () => '',
      (record) => record.receivedAt,
    ),
    seller: indexBy(
      (record) => record.sellerId,
      (record) => record.receivedAt,
    ),
    /** Key `${resourceId}|${status}`: finds unbilled records without reading billed ones. */
    'resource-status': indexBy(
      (record) => (record.resourceId === undefined ? undefined : `${record.resourceId}|${record.status}`),
      (record) => record.beginAt,
    ),
    /** Key `${sellerId}|${metering_sn}`. */
    sn: indexBy((record) => (record.meteringSn === undefined ? undefined : `${record.sellerId}|${record.meteringSn}`)),
    /** Key `${instanceId}|${beginAt}|${endAt}`: records of the same time span of one instance. */
    span: indexBy(
      (record) => `${record.instanceId}|${record.beginAt}|${record.endAt}`,
      (record) => record.receivedAt,
    ),
    status: indexBy(
      (record) => record.status,
      (record) => record.receivedAt,
    ),
  },
  uploads: {
    all: indexBy(
      () => '',
      (upload) => upload.at,
    ),
    event: indexBy(
      (upload) => upload.eventId,
      (upload) => upload.at,
    ),
  },
  licenceUses: { all: indexBy(() => ''), licence: indexBy((use) => use.licenceId) },
  marketEvents: {
    all: indexBy(
      () => '',
      (event) => event.at,
    ),
    seller: indexBy(
      (event) => event.sellerId,
      (event) => event.at,
    ),
  },
  orderRequests: {
    all: indexBy(
      () => '',
      (request) => request.at,
    ),
  },
  agreements: { all: indexBy(() => '') },
  supervisions: {
    all: indexBy(
      () => '',
      (supervision) => supervision.openedAt,
    ),
    seller: indexBy(
      (supervision) => supervision.sellerId,
      (supervision) => supervision.openedAt,
    ),
    customer: indexBy(
      (supervision) => supervision.customerId,
      (supervision) => supervision.openedAt,
    ),
    status: indexBy(
      (supervision) => supervision.status,
      (supervision) => supervision.openedAt,
    ),
  },
  addresses: {
    all: indexBy(() => ''),
    seller: indexBy((address) => address.sellerId),
    /** Key `${sellerId}|${use}`. */
    use: indexBy((address) => `${address.sellerId}|${address.use}`),
    product: indexBy((address) => address.productId),
  },
  notifications: {
    all: indexBy(() => ''),
    seller: indexBy((notification) => notification.sellerId),
    address: indexBy((notification) => notification.addressId),
    product: indexBy((notification) => notification.productId),
    /** Key `${sellerId}|${access type}`. */
    accessType: indexBy((notification) =>
      notification.accessType === undefined ? undefined : `${notification.sellerId}|${notification.accessType}`,
    ),
  },
  applications: {
    all: indexBy(() => ''),
    seller: indexBy((application) => application.sellerId),
    client: indexBy((application) => application.clientId),
  },
  kitUses: { all: indexBy(() => ''), application: indexBy((use) => use.applicationId), customer: indexBy((use) => use.customerId) },
  sellerRequests: {
    all: indexBy(
      () => '',
      (request) => request.createdAt,
    ),
    seller: indexBy(
      (request) => request.sellerId,
      (request) => request.createdAt,
    ),
    product: indexBy(
      (request) => request.productId,
      (request) => request.createdAt,
    ),
  },
  filings: {
    all: indexBy(
      () => '',
      (filing) => filing.createdAt,
    ),
    account: indexBy(
      (filing) => filing.accountId,
      (filing) => filing.createdAt,
    ),
    certificate: indexBy(
      (filing) => filing.certificateNumber,
      (filing) => filing.createdAt,
    ),
    site: indexBy(
      (filing) => filing.siteName.toLowerCase(),
      (filing) => filing.createdAt,
    ),
    resource: indexBy(
      (filing) => filing.resourceId,
      (filing) => filing.createdAt,
    ),
  },
  organisers: {
    all: indexBy(() => ''),
    account: indexBy((organiser) => organiser.accountId),
    certificate: indexBy((organiser) => organiser.certificateNumber),
  },
  filingCodes: { all: indexBy(() => ''), account: indexBy((code) => code.accountId), resource: indexBy((code) => code.resourceId) },
  domains: { all: indexBy(() => '') },
  deliveries: {
    all: indexBy(
      () => '',
      (delivery) => delivery.createdAt,
    ),
    order: indexBy((delivery) => delivery.orderId),
    resource: indexBy((delivery) => delivery.resourceId),
    seller: indexBy((delivery) => delivery.sellerId),
    status: indexBy((delivery) => delivery.status),
    address: indexBy((delivery) => delivery.addressId),
    'held-back': indexBy((delivery) => (delivery.heldBack ? delivery.sellerId : undefined)),
  },
  attempts: {
    all: indexBy(
      () => '',
      (attempt) => attempt.at,
    ),
    delivery: indexBy(
      (attempt) => attempt.deliveryId,
      (attempt) => attempt.number,
    ),
  },
  formerFilings: { all: indexBy(() => ''), certificate: indexBy((former) => former.certificateNumber) },
} as const satisfies { readonly [K in Kind]?: Readonly<Record<string, Index<Entities[K]>>> }

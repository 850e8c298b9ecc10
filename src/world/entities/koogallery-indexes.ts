import { by, type Index } from '../engine/index-keys.ts'
import type { Entities, Kind } from './entities.ts'

/** Indexes of what only KooGallery has, and of ICP filing. */
export const GALLERY_INDEXES = {
  licences: {
    all: by(
      () => '',
      (licence) => licence.issuedAt,
    ),
    seller: by(
      (licence) => licence.sellerId,
      (licence) => licence.issuedAt,
    ),
    customer: by(
      (licence) => licence.customerId,
      (licence) => licence.issuedAt,
    ),
    order: by((licence) => licence.orderId),
    resource: by((licence) => licence.resourceId),
  },
  usage: {
    all: by(
      () => '',
      (record) => record.receivedAt,
    ),
    seller: by(
      (record) => record.sellerId,
      (record) => record.receivedAt,
    ),
    /** Key `${resourceId}|${status}`: what waits for its bill is found without what was billed. */
    'resource-status': by(
      (record) => (record.resourceId === undefined ? undefined : `${record.resourceId}|${record.status}`),
      (record) => record.beginAt,
    ),
    /** Key `${sellerId}|${metering_sn}`. */
    sn: by((record) => (record.meteringSn === undefined ? undefined : `${record.sellerId}|${record.meteringSn}`)),
    /** Key `${instanceId}|${beginAt}|${endAt}`: records of the same span of one instance. */
    span: by(
      (record) => `${record.instanceId}|${record.beginAt}|${record.endAt}`,
      (record) => record.receivedAt,
    ),
    status: by(
      (record) => record.status,
      (record) => record.receivedAt,
    ),
  },
  uploads: {
    all: by(
      () => '',
      (upload) => upload.at,
    ),
    event: by(
      (upload) => upload.eventId,
      (upload) => upload.at,
    ),
  },
  licenceUses: { all: by(() => ''), licence: by((use) => use.licenceId) },
  marketEvents: {
    all: by(
      () => '',
      (event) => event.at,
    ),
    seller: by(
      (event) => event.sellerId,
      (event) => event.at,
    ),
  },
  orderRequests: {
    all: by(
      () => '',
      (request) => request.at,
    ),
  },
  agreements: { all: by(() => '') },
  supervisions: {
    all: by(
      () => '',
      (supervision) => supervision.openedAt,
    ),
    seller: by(
      (supervision) => supervision.sellerId,
      (supervision) => supervision.openedAt,
    ),
    customer: by(
      (supervision) => supervision.customerId,
      (supervision) => supervision.openedAt,
    ),
    status: by(
      (supervision) => supervision.status,
      (supervision) => supervision.openedAt,
    ),
  },
  addresses: {
    all: by(() => ''),
    seller: by((address) => address.sellerId),
    /** Key `${sellerId}|${use}`. */
    use: by((address) => `${address.sellerId}|${address.use}`),
    product: by((address) => address.productId),
  },
  notifications: {
    all: by(() => ''),
    seller: by((notification) => notification.sellerId),
    address: by((notification) => notification.addressId),
    product: by((notification) => notification.productId),
    /** Key `${sellerId}|${access type}`. */
    accessType: by((notification) =>
      notification.accessType === undefined ? undefined : `${notification.sellerId}|${notification.accessType}`,
    ),
  },
  applications: { all: by(() => ''), seller: by((application) => application.sellerId), client: by((application) => application.clientId) },
  kitUses: { all: by(() => ''), application: by((use) => use.applicationId), customer: by((use) => use.customerId) },
  sellerRequests: {
    all: by(
      () => '',
      (request) => request.createdAt,
    ),
    seller: by(
      (request) => request.sellerId,
      (request) => request.createdAt,
    ),
    product: by(
      (request) => request.productId,
      (request) => request.createdAt,
    ),
  },
  filings: {
    all: by(
      () => '',
      (filing) => filing.createdAt,
    ),
    account: by(
      (filing) => filing.accountId,
      (filing) => filing.createdAt,
    ),
    certificate: by(
      (filing) => filing.certificateNumber,
      (filing) => filing.createdAt,
    ),
    site: by(
      (filing) => filing.siteName.toLowerCase(),
      (filing) => filing.createdAt,
    ),
    resource: by(
      (filing) => filing.resourceId,
      (filing) => filing.createdAt,
    ),
  },
  organisers: {
    all: by(() => ''),
    account: by((organiser) => organiser.accountId),
    certificate: by((organiser) => organiser.certificateNumber),
  },
  filingCodes: { all: by(() => ''), account: by((code) => code.accountId), resource: by((code) => code.resourceId) },
  domains: { all: by(() => '') },
  deliveries: {
    all: by(
      () => '',
      (delivery) => delivery.createdAt,
    ),
    order: by((delivery) => delivery.orderId),
    resource: by((delivery) => delivery.resourceId),
    seller: by((delivery) => delivery.sellerId),
    status: by((delivery) => delivery.status),
    address: by((delivery) => delivery.addressId),
  },
  attempts: {
    all: by(
      () => '',
      (attempt) => attempt.at,
    ),
    delivery: by(
      (attempt) => attempt.deliveryId,
      (attempt) => attempt.number,
    ),
  },
  formerFilings: { all: by(() => ''), certificate: by((former) => former.certificateNumber) },
} as const satisfies { readonly [K in Kind]?: Readonly<Record<string, Index<Entities[K]>>> }

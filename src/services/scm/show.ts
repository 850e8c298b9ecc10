import { paidFor, resourceOf } from '../../commerce/ordering/certificates.ts'
import type { components, operations } from '../../spec/generated/scm.ts'
import type { Certificate } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour } from '../behaviour.ts'
import { ownCertificate } from './own.ts'

type Status = components['schemas']['CertificateStatus']

/** One certificate. Unpaid and returned ones are not found (inferred). */
export const showCertificate: Behaviour<operations['ShowCertificate']> = (context) => {
  const { input, world, fail } = context
  const certificate = ownCertificate(context, input.path.certificate_id)
  if (!isListed(world, certificate)) return fail('404')
  const { expireAt, issuedAt } = validity(world, certificate)
  const { deploy_support, expire_time: _, description: __, ...shared } = detail(world, certificate)
  return {
    ...shared,
    order_id: certificate.orderId,
    push_support: deploy_support ? 'ON' : 'OFF',
    ...(certificate.domainType === 'MULTI_DOMAIN'
      ? { multi_domain_type: certificate.mainWildcard ? ('primary_wildcard' as const) : ('primary_single' as const) }
      : {}),
    revoke_reason: '',
    issue_time: moment(issuedAt),
    not_before: moment(issuedAt),
    not_after: moment(issuedAt === undefined ? undefined : expireAt),
    validation_method: '',
    authentification: [],
  }
}

/** A page of the caller's certificates. */
export const listCertificates: Behaviour<operations['ListCertificates']> = ({ input, caller, world }) => {
  const {
    limit = 10,
    offset = 0,
    sort_dir = 'DESC',
    sort_key = 'certUpdateTime',
    status = 'ALL',
    enterprise_project_id,
    deploy_support,
  } = input.query
  const key = (certificate: Certificate): string | number =>
    ({
      certUpdateTime: certificate.createdAt,
      certStatus: statusOf(world, certificate),
      certExpiredTime: validity(world, certificate).expireAt ?? 0,
    })[sort_key]
  const found = listed(world, caller.account.id)
    .filter((one) => status === 'ALL' || statusOf(world, one) === status)
    .filter(
      (one) => enterprise_project_id === undefined || enterprise_project_id === 'all' || projectOf(world, one) === enterprise_project_id,
    )
    .filter((one) => deploy_support === undefined || (one.status === 'issued') === deploy_support)
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id < b.id ? -1 : 1) * (sort_dir === 'ASC' ? 1 : -1))
  return { total_count: found.length, certificates: found.slice(offset, offset + limit).map((one) => detail(world, one)) }
}

/** The certificates of an account that the service shows. */
export function listed(world: World, customerId: string): Certificate[] {
  return [...world.certificates.where('customer', customerId)].filter((one) => isListed(world, one))
}

/** The name of a certificate (inferred from the form of its id; no page documents it). */
export const nameOf = ({ id }: Pick<Certificate, 'id'>): string => `scm-${id.slice(-6)}`

/** One certificate in the form of lists. */
function detail(world: World, certificate: Certificate): components['schemas']['CertificateDetail'] {
  const { id, type, brand, domainType, domains = 1, wildcards = 0, mainWildcard, status } = certificate
  const { issuedAt, expireAt } = validity(world, certificate)
  const issued = issuedAt !== undefined
  return {
    id,
    name: nameOf(certificate),
    domain: '',
    sans: '',
    signature_algorithm: issued ? 'SHA256withRSA' : '',
    deploy_support: status === 'issued',
    type,
    brand,
    expire_time: moment(issued ? expireAt : undefined),
    domain_type: domainType as 'SINGLE_DOMAIN',
    validity_period: months(world, certificate),
    status: statusOf(world, certificate),
    domain_count: domains,
    wildcard_count: (domainType === 'WILDCARD' || mainWildcard ? 1 : 0) + wildcards,
    description: '',
    enterprise_project_id: projectOf(world, certificate),
  }
}

/** One certificate in the form of the search by tags. Members that only an application or a renewal by SCM would set are left out. */
export function taggedDetail(world: World, certificate: Certificate): components['schemas']['TaggedCertificate'] {
  const shown = detail(world, certificate)
  const { issuedAt, expireAt } = validity(world, certificate)
  const milliseconds = (at: number | undefined) => (at === undefined ? '' : String(at))
  return {
    cert_id: shown.id,
    cert_name: shown.name,
    domain: shown.domain,
    cert_type: shown.type,
    cert_brand: shown.brand,
    domain_type: shown.domain_type,
    purchase_period: shown.validity_period / 12,
    expired_time: milliseconds(issuedAt === undefined ? undefined : expireAt),
    order_status: shown.status,
    domain_num: shown.domain_count,
    wildcard_number: shown.wildcard_count,
    sans: shown.sans,
    cert_des: shown.description,
    signature_algorithm: shown.signature_algorithm,
    push_support: shown.deploy_support,
    cert_issued_time: milliseconds(issuedAt),
    resource_id: resourceOf(world, certificate)?.id ?? shown.id,
    unsubscribe_support: world.can('certificates', certificate.id, 'unsubscribe'),
    enterprise_project_id: shown.enterprise_project_id,
  }
}

function isListed(world: World, { status, orderId }: Certificate): boolean {
  return status !== 'unsubscribed' && paidFor(world.orders.get(orderId))
}

/** That a withdrawn application shows as CANCELCHECKING is inferred. */
function statusOf(world: World, certificate: Certificate): Status {
  const { expireAt } = validity(world, certificate)
  if (certificate.status === 'issued') return expireAt !== undefined && expireAt <= world.clock.now() ? 'EXPIRED' : 'ISSUED'
  return certificate.status === 'cancelled' ? 'CANCELCHECKING' : 'PAID'
}

/** Epoch milliseconds. That a certificate is issued when its resource begins is inferred: applying for one is not simulated. */
function validity(world: World, certificate: Certificate): { readonly issuedAt?: number; readonly expireAt?: number } {
  const resource = resourceOf(world, certificate)
  const issuedAt = certificate.status === 'issued' ? (resource?.effectiveAt ?? certificate.createdAt) : undefined
  return { ...(issuedAt === undefined ? {} : { issuedAt }), ...(resource?.expireAt === undefined ? {} : { expireAt: resource.expireAt }) }
}

function months(world: World, { orderId, id }: Certificate): number {
  const lines = world.orders.get(orderId)?.lines ?? []
  const line = lines.find(({ resourceIds }) => resourceIds.includes(id)) ?? lines[0]
  return 12 * (line?.periodNum ?? 1)
}

function projectOf(world: World, { orderId }: Certificate): string {
  return world.orders.get(orderId)?.enterpriseProjects[0]?.id ?? '0'
}

/** `2026-01-01 08:00:00.0`: Beijing time, in the form of the examples on the service's pages (inferred for these fields). */
function moment(at: number | undefined): string {
  return at === undefined ? '' : `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')}.0`
}

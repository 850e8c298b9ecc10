import { parseDuration } from '../../world/engine/calendar.ts'
import type { Account, FilingCode, FilingResource, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { DAY, endOf } from '../ordering/periods.ts'

/** Resources that sites run on. A code stands for a server of another account; an exclusive customer needs none. */
export type ServerKind = Exclude<FilingResource, 'code' | 'exclusive'>

/** Services whose resources count as servers. The codes of Flexus L and the enterprise portal are inferred. */
const KIND_OF_SERVICE: Readonly<Record<string, ServerKind>> = {
  'hws.service.type.ec2': 'ecs', // includes Flexus X
  'hws.service.type.hcss': 'flexus-l',
  'hws.service.type.cloudsite': 'portal',
  'hws.service.type.natgateway': 'nat',
  'hws.service.type.deh': 'dedicated-cloud',
}

/** Months that have to be bought, including renewals (S-19). */
const MONTHS: Readonly<Record<ServerKind, number>> = { ecs: 3, 'flexus-l': 3, portal: 3, nat: 3, 'dedicated-cloud': 12 }

/** Sites per server (S-19, S-20). For the other kinds see the setting `console.filingQuota`. */
const SITES: Readonly<Partial<Record<ServerKind, number>>> = { ecs: 5, 'flexus-l': 5, portal: 3 }

/** The kind of server that a resource is for filing; undefined when sites cannot run on it. */
export function serverKind(world: World, resource: Resource): ServerKind | undefined {
  return KIND_OF_SERVICE[world.products.get(resource.productId)?.serviceType ?? '']
}

/** Why a resource cannot be used for a filing of an account (S-19), as a sentence; undefined when it can. */
export function unfitness(world: World, resource: Resource, owner: Pick<Account, 'id' | 'name'>): string | undefined {
  const { id, status, regionCode, effectiveAt, expireAt } = resource
  const kind = serverKind(world, resource)
  if (resource.customerId !== owner.id)
    return `${id} belongs to another account than ${owner.name}: that account issues a code (CreateFilingCode).`
  if (kind === undefined || resource.mainResourceId !== undefined) return `${resource.name} (${id}) is no server that carries sites.`
  if (kind === 'nat' && isPrivateNat(world, resource))
    return `${resource.name} (${id}) is a private NAT gateway: 使用“公网NAT网关”备案时,选择“NAT网关”。`
  if (status !== 'in-use') return `${resource.name} (${id}) is ${status}.`
  if (!regionCode.startsWith('cn-')) return `${resource.name} (${id}) runs in ${regionCode}, outside of the mainland.`
  if (world.products.get(resource.productId)?.chargingMode !== 'period' || expireAt === undefined)
    return `${resource.name} (${id}) is charged by use: 按需购买云服务器,暂不支持备案。`
  const wanted = endOf(effectiveAt, 'month', MONTHS[kind]) ?? effectiveAt
  if (expireAt < wanted)
    return `${resource.name} (${id}) is bought until ${new Date(expireAt).toISOString()}: ${MONTHS[kind]} months together count, until ${new Date(wanted).toISOString()}.`
  return undefined
}

/** Private gateways have the same service code as public ones; the product tells them apart (inferred). */
function isPrivateNat(world: World, { productId }: Resource): boolean {
  const product = world.products.get(productId)
  if (!product) return false
  const { resourceType, resourceTypeName, resourceSpec, skuCode, name, specDesc } = product
  return [resourceType, resourceTypeName, resourceSpec, skuCode, name, specDesc].some((text) => /private|私网/i.test(text ?? ''))
}

/** Maximum number of sites on a server. */
export function sitesOf(world: World, kind: ServerKind): number {
  return SITES[kind] ?? world.setting('console.filingQuota')
}

/**
 * The number of used places: filings and usable codes (the latter inferred). A filing abandoned before submission uses none; one that was
 * submitted keeps its place.
 */
export function placesTaken(world: World, resourceId: string): number {
  let taken = 0
  for (const filing of world.filings.where('resource', resourceId))
    if (filing.status !== 'abandoned' || filing.submittedAt !== undefined) taken++
  for (const code of world.filingCodes.where('resource', resourceId)) if (codeStatus(world, code) === 'usable') taken++
  return taken
}

/**
 * When an unused code expires, epoch ms: with its server, unless `console.filingCodeLife` sets a duration. Undefined for a server without
 * an end.
 */
export function codeEnd(world: World, { createdAt, resourceId }: FilingCode): number | undefined {
  const life = world.setting('console.filingCodeLife')
  const serverEnd = world.resources.get(resourceId)?.expireAt
  if (life === 'server') return serverEnd
  const { months, ms } = parseDuration(life)
  return Math.min(createdAt + months * 30 * DAY + ms, serverEnd ?? Number.POSITIVE_INFINITY)
}

/** Whether a code can still be used. It can be used once, even if the filing was abandoned (S-19). */
export function codeStatus(world: World, code: FilingCode): 'usable' | 'used' | 'expired' {
  if (code.filingId !== undefined) return 'used'
  const server = world.resources.get(code.resourceId)
  const end = codeEnd(world, code)
  return server?.status === 'in-use' && (end === undefined || end > world.clock.now()) ? 'usable' : 'expired'
}

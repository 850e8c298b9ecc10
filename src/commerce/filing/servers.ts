import { parseDuration } from '../../world/engine/calendar.ts'
import type { Account, FilingCode, FilingResource, Resource } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { DAY, endOf } from '../ordering/periods.ts'

/** What can carry a site; a code stands for a server of another account, an exclusive customer needs none. */
export type ServerKind = Exclude<FilingResource, 'code' | 'exclusive'>

/** Which servers count, by the code of their service. The codes of Flexus L and the enterprise portal are inferred. */
const KIND_OF_SERVICE: Readonly<Record<string, ServerKind>> = {
  'hws.service.type.ec2': 'ecs', // Flexus X is one of them
  'hws.service.type.hcss': 'flexus-l',
  'hws.service.type.cloudsite': 'portal',
  'hws.service.type.natgateway': 'nat',
  'hws.service.type.deh': 'dedicated-cloud',
}

/** Months that have to be bought, renewals counted together (S-19). */
const MONTHS: Readonly<Record<ServerKind, number>> = { ecs: 3, 'flexus-l': 3, portal: 3, nat: 3, 'dedicated-cloud': 12 }

/** Sites that one carries (S-19, S-20); for the others the setting `console.filingQuota` says it. */
const SITES: Readonly<Partial<Record<ServerKind, number>>> = { ecs: 5, 'flexus-l': 5, portal: 3 }

/** Which kind of server a resource is for filing; undefined for what carries no sites. */
export function serverKind(world: World, resource: Resource): ServerKind | undefined {
  return KIND_OF_SERVICE[world.products.get(resource.productId)?.serviceType ?? '']
}

/** Why a resource does not count for a filing of an account (S-19), in words; undefined when it does. */
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

/** Private gateways share the code of their service with public ones; the product says which it is (inferred). */
function isPrivateNat(world: World, { productId }: Resource): boolean {
  const product = world.products.get(productId)
  if (!product) return false
  const { resourceType, resourceTypeName, resourceSpec, skuCode, name, specDesc } = product
  return [resourceType, resourceTypeName, resourceSpec, skuCode, name, specDesc].some((text) => /private|私网/i.test(text ?? ''))
}

/** How many sites a server carries in all. */
export function sitesOf(world: World, kind: ServerKind): number {
  return SITES[kind] ?? Number(world.setting('console.filingQuota'))
}

/**
 * How many of its places are taken: filings, and codes that are still good (the latter inferred). A filing that was given up before it
 * was handed in took none; one that was handed in keeps its place.
 */
export function placesTaken(world: World, resourceId: string): number {
  let taken = 0
  for (const filing of world.filings.by('resource', resourceId))
    if (filing.status !== 'abandoned' || filing.submittedAt !== undefined) taken++
  for (const code of world.filingCodes.by('resource', resourceId)) if (codeStatus(world, code) === 'usable') taken++
  return taken
}

/**
 * When a code is no good any more if nobody used it, epoch ms: with its server, unless `console.filingCodeLife` names a length.
 * Undefined for a server without an end.
 */
export function codeEnd(world: World, { createdAt, resourceId }: FilingCode): number | undefined {
  const life = String(world.setting('console.filingCodeLife'))
  const serverEnd = world.resources.get(resourceId)?.expireAt
  if (life === 'server') return serverEnd
  const { months, ms } = parseDuration(life)
  return Math.min(createdAt + months * 30 * DAY + ms, serverEnd ?? Number.POSITIVE_INFINITY)
}

/** Whether a code can still be used; once is once, even if the filing was abandoned (S-19). */
export function codeStatus(world: World, code: FilingCode): 'usable' | 'used' | 'expired' {
  if (code.filingId !== undefined) return 'used'
  const server = world.resources.get(code.resourceId)
  const end = codeEnd(world, code)
  return server?.status === 'in-use' && (end === undefined || end > world.clock.now()) ? 'usable' : 'expired'
}

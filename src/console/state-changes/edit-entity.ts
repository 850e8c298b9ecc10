import { charge, recharge } from '../../commerce/payment/account.ts'
import { didYouMean } from '../../language/did-you-mean.ts'
import { readingOf } from '../../starts/start.ts'
import type { Collection, Patch } from '../../world/engine/collection.ts'
import type { Json } from '../../world/engine/json.ts'
import { WorldError } from '../../world/engine/world-error.ts'
import type { Account, Entities, Kind } from '../../world/entities/entities.ts'
import { SHAPES } from '../../world/entities/shapes/entity-shapes.ts'
import { malformed, readShape } from '../../world/entities/shapes/read-shape.ts'
import type { Shape } from '../../world/entities/shapes/shape.ts'
import type { Collections, World } from '../../world/world-api.ts'
import { replan } from './replan.ts'

/** Members that can be edited, by collection. All others follow from what happened: they change by states and services. */
export const EDITABLE: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  accounts: [
    ...['displayName', 'password', 'mobile', 'email', 'balance', 'budget', 'taxRate', 'paymentsPerDay', 'contractParty'],
    ...['operationProtection', 'contractProducts', 'customerType', 'denied', 'enterpriseProjects', 'partnerId', 'frozen'],
    ...['level', 'deductionDays', 'commonEndDay', 'realName', 'exclusiveFiling', 'baseCloud'],
  ],
  keys: ['secret', 'expiresAt'],
  tokens: ['expiresAt'],
  sellerKeys: ['secret'],
  clients: ['secret', 'appId', 'redirectUris'],
  grants: ['expiresAt'],
  people: ['name', 'email', 'mobile', 'role', 'organizationName', 'organizationCode'],
  products: [
    ...['skuCode', 'name', 'specDesc', 'price', 'categoryCode', 'regionCode', 'delivery', 'needs', 'stock', 'collected'],
    ...['packageSize', 'packageResets', 'stopsWhenUsedUp', 'unreturnable', 'joint'],
  ],
  orders: ['paymentDeadline', 'startsAt', 'autoPay', 'contractId', 'overlapsContract', 'outsideContract', 'invoiced', 'paying'],
  resources: [
    ...[
      'name',
      'effectiveAt',
      'expireAt',
      'expirePolicy',
      'autoRenewTimes',
      'autoRenewPeriod',
      'specSize',
      'specSizeMeasure',
      'enterpriseProject',
    ],
    ...['instance', 'frozenFor', 'packageUsed', 'packageSince', 'serverId', 'regionCode', 'projectId', 'bundleId'],
  ],
  coupons: [
    'balance',
    'effectiveAt',
    'expireAt',
    'limits',
    'planName',
    'planDesc',
    'usage',
    'marketplace',
    'dedicated',
    'enablement',
    'baseCloud',
  ],
  discounts: ['ratio', 'off', 'fixed', 'endsAt', 'serviceTypes'],
  workspace: ['name', 'state', 'attributes'],
  licences: ['heartbeatAt', 'effectiveAt'],
  supervisions: ['enablement', 'baseCloud', 'requirement', 'proof', 'logistics', 'appeal'],
  addresses: ['url', 'version', 'debuggedAt'],
  deliveries: ['nextAt'],
  filings: ['region', 'nature', 'organiserName', 'certificateType', 'certificateNumber', 'siteName', 'identityChecked', 'representative'],
  domains: ['ownerName', 'ownerCertificate', 'verified', 'resolving', 'expireAt'],
  formerFilings: ['moved'],
}

/**
 * Writes members of one entity in the form of configurations; `null` removes an optional one. Work planned from these members is planned
 * again. All or nothing. Records `entity.put`, and `account.recharged` or `account.charged` for a balance.
 * @throws WorldError `start.malformed` naming the member, `entity.unknown`
 */
export function editEntity<K extends Kind>(world: World, kind: K, id: string, edits: Readonly<Record<string, Json>>): Entities[K] {
  const collections: Collections = world
  const collection: Collection<K> = collections[kind]
  const before = collection.get(id)
  if (!before) throw new WorldError('entity.unknown', `There is no "${id}" among the ${kind}.`)
  const shape: Shape = SHAPES[kind]
  const free: readonly string[] = EDITABLE[kind] ?? []
  for (const name of Object.keys(edits)) {
    if (free.includes(name)) continue
    const where = `${kind}.${name}`
    if (name === 'status') throw malformed(where, 'is a state: put it there by PUT …/state, which finds the way.')
    if (Object.hasOwn(shape, name))
      throw malformed(where, `follows from what happened and cannot be changed. Members that can be changed: ${free.join(', ') || 'none'}.`)
    throw malformed(kind, `there is no member "${name}".${didYouMean(name, free)}`, name)
  }
  const gone = Object.keys(edits).filter((name) => edits[name] === null)
  const given = Object.fromEntries(Object.entries(edits).filter(([, value]) => value !== null))
  const part: Shape = Object.fromEntries(Object.keys(given).map((name) => [name, shape[name]!]))
  for (const name of gone) if (!isOptional(shape, name)) throw malformed(`${kind}.${name}`, 'cannot be taken away, only changed.')
  return world.transaction(() => {
    const { balance, ...read } = readShape(given, part, kind, readingOf(world)) as Patch<Account> & Record<string, unknown>
    const patch = {
      ...read,
      ...Object.fromEntries(gone.map((name) => [name, undefined])),
      ...('balance' in given && kind !== 'accounts' ? { balance } : {}),
    }
    const entity = collection.change(id, patch as Patch<Entities[K]>)
    refuseNonsense(kind, entity as unknown as Readonly<Record<string, unknown>>, world.clock.now())
    if (kind === 'accounts' && balance !== undefined) setBalance(world, id, balance)
    replan(world, kind, id, Object.keys(edits))
    world.emit({ type: 'entity.put', kind, entityId: id })
    return collection.get(id) as Entities[K]
  })
}

function setBalance(world: World, id: string, balance: number): void {
  const more = balance - (world.accounts.get(id)?.balance ?? 0)
  if (more > 0) recharge(world, id, more)
  else charge(world, id, -more)
}

function isOptional(shape: Shape, name: string): boolean {
  const field = shape[name]
  return typeof field === 'string' ? field.endsWith('?') : field?.optional === true
}

/** Refuses well-formed values that contradict each other. */
function refuseNonsense(kind: Kind, entity: Readonly<Record<string, unknown>>, now: number): void {
  const { effectiveAt, expireAt, paymentDeadline, createdAt, status, balance, faceValue } = entity as Readonly<Record<string, number>>
  if (effectiveAt !== undefined && expireAt !== undefined && expireAt < effectiveAt)
    throw malformed(`${kind}.expireAt`, `lies before effectiveAt (${new Date(effectiveAt).toISOString()}).`)
  if (paymentDeadline !== undefined && paymentDeadline < (createdAt ?? 0))
    throw malformed(`${kind}.paymentDeadline`, 'lies before the order was placed.')
  if (kind === 'orders' && String(status) === 'pending-payment' && paymentDeadline !== undefined && paymentDeadline <= now)
    throw malformed('orders.paymentDeadline', 'is past: put the order to cancelled instead, or let its deadline come.')
  if (kind === 'coupons' && ((balance ?? 0) < 0 || (balance ?? 0) > (faceValue ?? 0)))
    throw malformed('coupons.balance', 'must be from 0 to the face value.')
}

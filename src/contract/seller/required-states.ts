import type { Operation } from '../../spec/operation.ts'
import type { Members } from '../read-body.ts'
import type { CallForm } from './call-forms.ts'
import type { StateName } from './states.ts'

/** The states that a call needs before it can succeed. */
export function statesFor({ id }: Operation, { members }: CallForm): readonly StateName[] {
  const wants = WANTS[id]
  if (!wants) throw new Error(`The required states of ${id} are not defined.`)
  return wants(members)
}

const open = (): readonly StateName[] => ['an instance is open']
const ordered = (): readonly StateName[] => ['an instance is open', 'an order is paid']
const freezing = (status: unknown): readonly StateName[] => [
  status === 'UNFREEZE' || status === 'NORMAL' ? 'an instance is frozen' : 'an instance is open',
]
const kit =
  (adding: StateName, there: StateName) =>
  ({ flag = 1 }: Members): readonly StateName[] => [flag === 1 ? adding : there]
/** Some forms name an order in addition to the instance. */
const withOrder = (members: Members): readonly StateName[] => ('orderId' in members ? ordered() : open())
const withCode = (members: Members): readonly StateName[] => [
  members['status'] === 'UNFREEZE' ? 'a licence code is frozen' : 'a licence code is sold',
  ...('orderId' in members ? (['an order is paid'] as const) : []),
]

const WANTS: Readonly<Record<string, (members: Members) => readonly StateName[]>> = {
  newInstance: () => ['an order is paid'],
  queryInstance: ({ instanceId }) => [String(instanceId).includes(',') ? 'two instances are open' : 'an instance is open'],
  refreshInstance: ordered,
  updateInstanceStatus: ({ status }) => freezing(status),
  instanceStatus: ({ instanceStatus }) => freezing(instanceStatus),
  expireInstance: open,
  releaseInstance: withOrder,
  upgradeInstance: ordered,
  changeInstanceCheck: open,
  orderNotify: () => ['an order is paid'],
  getLicenseAsync: () => ['an instance is open', 'a licence is applied for'],
  getLicense: () => ['an order is paid'],
  refreshLicense: () => ['a licence was handed out', 'an order is paid'],
  expireLicense: () => ['a licence was handed out'],
  releaseLicense: () => ['a licence was handed out'],
  tenantSync: kit('a tenant buys', 'a tenant is synchronised'),
  applicationSync: kit('a tenant is synchronised', 'an application is synchronised'),
  authSync: kit('an application is synchronised', 'users are authorised'),
  singleOrgSync: kit('a tenant is synchronised', 'a department is synchronised'),
  allOrgSync: () => ['a tenant is synchronised'],
  refreshLicenseCode: withCode,
  updateLicenseCodeStatus: withCode,
  releaseLicenseCode: withCode,
}

/** Calls whose orderId is the purchase; in the others it is the order that caused the call. */
const OF_THE_PURCHASE: ReadonlySet<string> = new Set([
  'production-v1.releaseInstance',
  'production-v1.expireInstance',
  'production-v1.expireLicense',
  'production-v1.releaseLicense',
  'production.tenantSync',
  'production-v1.tenantSync',
])

/** The name of the provider state's value that fills a member; usually the member's own name, such as `orderLineId`. */
export function valueFor({ ref }: Operation, member: string): string {
  return member === 'orderId' && OF_THE_PURCHASE.has(ref) ? 'purchaseOrderId' : member
}

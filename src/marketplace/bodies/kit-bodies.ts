import { encryptClientSecret } from '../../signing/index.ts'
import { compact, inShanghai } from '../../world/engine/calendar.ts'
import { hashHex } from '../../world/engine/chance.ts'
import type { Json } from '../../world/engine/json.ts'
import { departmentsOf } from '../../world/entities/departments.ts'
import type { Application, Person } from '../../world/entities/entities.ts'
import type { Members } from './bodies.ts'
import type { Particulars } from './particulars.ts'

/**
 * Bodies of the joint-operations kit (koogallery.md 5). What a delivery is `about` names the tenant (a buyer's account), the
 * application and the flag: 0 delete, 1 add, 2 modify, 3 withdraw. V1.0 writes lists as JSON text and calls `orgInfoList` `orgInfo`.
 */
export function kitBody(about: Particulars, operation: string, systemNow: number, edition: 'v1' | 'v2' = 'v2'): Members {
  const { delivery } = about
  const common = {
    instanceId: about.instanceId,
    tenantId: tenantOf(about),
    flag: Number(delivery.about?.['flag'] ?? 1),
    testFlag: delivery.debugging ? 1 : 0,
    timeStamp: beijing(systemNow),
  }
  switch (operation) {
    case 'tenantSync':
      return { ...common, orderId: delivery.orderId ?? '', ...tenantMembers(about) }
    case 'applicationSync':
      return { ...common, ...applicationMembers(about) }
    case 'authSync': {
      const users = usersOf(about)
      return {
        ...common,
        appId: applicationOf(about)?.id,
        userList: edition === 'v1' ? JSON.stringify(users) : users,
        currentSyncTime: beijing(systemNow),
      }
    }
    case 'singleOrgSync':
      return {
        ...common,
        orgCode: String(delivery.about?.['orgCode'] ?? '10000'),
        orgName: String(delivery.about?.['orgName'] ?? ''),
        parentCode: String(delivery.about?.['parentCode'] ?? ''),
      }
    default: {
      const { flag: _flag, ...rest } = common
      return edition === 'v1' ? { ...rest, orgInfo: JSON.stringify(orgList(about, 'name')) } : { ...rest, orgInfoList: orgInfoList(about) }
    }
  }
}

/** `yyyyMMddHHmmssSSS` in UTC+8, as the kit wants it. */
function beijing(at: number): string {
  return `${compact(inShanghai(at))}${`${at % 1000}`.padStart(3, '0')}`
}

function tenantOf({ world, delivery }: Particulars): string {
  return hashHex(32, world.seed, 'tenants', String(delivery.about?.['customerId'] ?? ''))
}

function tenantMembers({ world, delivery }: Particulars): Members {
  const customer = world.accounts.get(String(delivery.about?.['customerId'] ?? ''))
  const code = customer?.name.replaceAll('_', '-') ?? 'tenant'
  return {
    tenantCode: code,
    name: customer?.displayName ?? '',
    domainName: String(delivery.about?.['domainName'] ?? `https://${code}.tenantaccount.example.com`),
  }
}

function applicationOf({ world, delivery }: Particulars): Application | undefined {
  return world.applications.get(String(delivery.about?.['applicationId'] ?? ''))
}

/** The OAuth secret, encrypted for the seller; its padding depends on the delivery alone. */
function applicationMembers(about: Particulars): Members {
  const { world, delivery } = about
  const application = applicationOf(about)
  const client = application && world.clients.get(application.clientId)
  if (!application || !client) return { appId: '', clientId: '', clientSecret: '' }
  const hash = world.setting('production.clientSecretHash') === 'sha1' ? 'sha1' : 'sha256'
  const hex = hashHex(hash === 'sha1' ? 40 : 64, world.seed, 'oaep', delivery.id)
  const seed = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  return {
    appId: application.id,
    clientId: client.id,
    clientSecret: encryptClientSecret(client.secret, application.publicKey, { seed, hash }),
  }
}

function usersOf(about: Particulars): Json[] {
  const wanted = about.delivery.about?.['users']
  const names = Array.isArray(wanted) ? wanted.map(String) : undefined
  const people = [...about.world.people.where('account', String(about.delivery.about?.['customerId'] ?? ''))]
  return people.filter(({ userName }) => !names || names.includes(userName)).map(userMembers)
}

function userMembers({ userName, name, organizationCode, role, mobile, email }: Person): Json {
  return { userName, name, orgCode: organizationCode, role, enable: 'true', mobile, email }
}

function orgList({ world, delivery }: Particulars, nameMember: 'name' | 'orgName'): Json[] {
  const departments = departmentsOf(world, String(delivery.about?.['customerId'] ?? ''))
  return [...departments.values()].map(({ orgCode, orgName, parentCode }) => ({ orgCode, [nameMember]: orgName, parentCode }))
}

/** The form differs between the table and the example of one page (setting). */
function orgInfoList(about: Particulars): Json {
  const list = orgList(about, 'orgName')
  const form = about.world.setting('production.orgInfoListForm')
  if (form === 'array') return list
  const text = JSON.stringify(list)
  return form === 'string' ? text : text.replace(/"(orgCode|orgName|parentCode)":/g, '$1:')
}

import { decryptField, type EncryptType } from '../signing/index.ts'
import type { Operation } from '../spec/operation.ts'
import type { Delivery, SellerSaid } from '../world/entities/entities.ts'

type Body = Readonly<Record<string, unknown>>

const CREDENTIALS = ['userName', 'password']
const MEMBERS = ['frontEndUrl', 'adminUrl', 'userName', 'password', 'memo'] as const

/**
 * What a good answer says about the requested instance or licence: id, address, credentials. V1.0 encrypts user
 * name and password with the access key; what that key cannot decrypt is left out. Undefined if the answer names none.
 */
export function sellerSaid(operation: Operation, delivery: Delivery, body: Body | undefined, key: string): SellerSaid | undefined {
  const about = instanceIn(delivery, body)
  if (!body || !about) return undefined
  const appInfo = (typeof about['appInfo'] === 'object' ? about['appInfo'] : undefined) as Body | undefined
  const said: Record<string, string> = {}
  for (const name of ['instanceId', 'license'] as const) if (isText(about[name])) said[name] = about[name]
  for (const name of MEMBERS) {
    const value = appInfo?.[name]
    if (!isText(value)) continue
    const encrypted = operation.service === 'production-v1' && CREDENTIALS.includes(name)
    const plain = encrypted ? decryptField(value, key, typeOf(body)) : value
    if (plain !== undefined) said[name] = plain
  }
  return Object.keys(said).length > 0 ? said : undefined
}

/** newInstance and getLicense answer one instance, queryInstance a list. */
function instanceIn(delivery: Delivery, body: Body | undefined): Body | undefined {
  if (!Array.isArray(body?.['info'])) return body
  const list = body['info'].filter((one): one is Body => typeof one === 'object' && one !== null)
  const asked = delivery.about?.['instanceId']
  return list.find((one) => one['instanceId'] === asked) ?? (asked === undefined ? list[0] : undefined)
}

const typeOf = (body: Body): EncryptType => (String(body['encryptType']) === '2' ? 2 : 1)

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

import { decryptField, type EncryptType } from '../signing/index.ts'
import type { Operation } from '../spec/operation.ts'
import type { Delivery, SellerAnswer } from '../world/entities/entities.ts'

type Body = Readonly<Record<string, unknown>>

const CREDENTIALS = ['userName', 'password']
const MEMBERS = ['frontEndUrl', 'adminUrl', 'userName', 'password', 'memo'] as const

/**
 * What a good answer says about the requested instance or licence: id, address, credentials. V1.0 encrypts user
 * name and password with the access key; what that key cannot decrypt is left out. Undefined if the answer names none.
 */
export function sellerAnswer(operation: Operation, delivery: Delivery, body: Body | undefined, key: string): SellerAnswer | undefined {
  const about = instanceIn(delivery, body)
  if (!body || !about) return undefined
  const appInfo = (typeof about['appInfo'] === 'object' ? about['appInfo'] : undefined) as Body | undefined
  const answer: Record<string, string> = {}
  for (const name of ['instanceId', 'license'] as const) if (isText(about[name])) answer[name] = about[name]
  for (const name of MEMBERS) {
    const value = appInfo?.[name]
    if (!isText(value)) continue
    const encrypted = operation.service === 'production-v1' && CREDENTIALS.includes(name)
    const plain = encrypted ? decryptField(value, key, typeOf(body)) : value
    if (plain !== undefined) answer[name] = plain
  }
  return Object.keys(answer).length > 0 ? answer : undefined
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

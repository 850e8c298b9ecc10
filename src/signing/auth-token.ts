import { createHmac } from 'node:crypto'
import { sameText } from './same-text.ts'

/** A signature of V1.0 with the text that it covers. */
export interface AuthToken {
  /** `name=value` of every parameter but authToken, sorted by name, joined by `&`, values decoded. */
  readonly canonical: string
  /** Base64. Travels URL-encoded in a query: a `+` that is not becomes a blank. */
  readonly value: string
}

/**
 * Signs a call of V1.0 by GET (CN/zh-cn_topic_0070649061): Base64 HMAC-SHA256 with key + `timeStamp` over all query parameters,
 * decoded, empty ones too.
 * @throws TypeError without a `timeStamp`: it is part of the key
 */
export function signAuthToken(query: Readonly<Record<string, string>>, key: string): AuthToken {
  return sign(Object.entries(query), key)
}

/**
 * Signs a call of the kit V1.0 by POST (CN/zh-cn_topic_0070649159): the same over the top-level members of the JSON body, those that
 * are blank left out; the token travels in the header `authToken`.
 * @throws SyntaxError for a text that is not JSON; TypeError without a `timeStamp`
 */
export function signKitAuthToken(body: string | Readonly<Record<string, unknown>>, key: string): AuthToken {
  const value: unknown = typeof body === 'string' ? JSON.parse(body) : body
  const members = Object.entries(value as Record<string, unknown>).map(([name, member]): [string, string] => [name, textOf(member)])
  return sign(
    members.filter(([, text]) => text.trim() !== ''),
    key,
  )
}

/** Whether a seller was called by GET by who has the key, in constant time. */
export function verifyAuthToken(query: Readonly<Record<string, string>>, token: string, key: string): boolean {
  return sameText(signAuthToken(query, key).value, token)
}

/** The same for the kit. */
export function verifyKitAuthToken(body: string | Readonly<Record<string, unknown>>, token: string, key: string): boolean {
  return sameText(signKitAuthToken(body, key).value, token)
}

function sign(parameters: readonly (readonly [string, string])[], key: string): AuthToken {
  const given = parameters.filter(([name]) => name !== 'authToken')
  const stamp = given.find(([name]) => name === 'timeStamp')?.[1]
  if (stamp === undefined) throw new TypeError('A call of V1.0 is signed with its timeStamp, and there is none.')
  const canonical = [...given]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  return { canonical, value: createHmac('sha256', `${key}${stamp}`).update(canonical, 'utf8').digest('base64') }
}

function textOf(member: unknown): string {
  if (member === null || member === undefined) return ''
  return typeof member === 'object' ? JSON.stringify(member) : String(member)
}

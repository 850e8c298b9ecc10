import type { InWorld } from '../../sandbox/sandbox-api.ts'
import { formatSdkDate, parseAuthorization, signAkSk, signUsagePush } from '../../signing/index.ts'
import type { Call } from '../../spec/call.ts'
import type { Operation } from '../../spec/operation.ts'
import type { Role } from '../../world/entities/kinds-api.ts'

/** A request to be sent. Header names are in lower case. */
export interface Request extends Omit<Call, 'host' | 'headers'> {
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Replaces a pact's placeholder credentials by real ones: the token, the AppCode, the access token, and new signatures over the bytes
 * that are sent. Missing credentials are not added and malformed ones are not repaired, because both must be refused.
 * @param now machine time, epoch milliseconds
 * @returns the headers to send
 */
export function presentCredentials(
  request: Request,
  operation: Operation | undefined,
  world: InWorld,
  role: Role | undefined,
  now: number,
  values: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const headers = { ...request.headers }
  const who = world.credentials[role ?? operation?.roles?.[0] ?? 'buyer']
  if (!who) return headers
  if (headers['x-auth-token'] !== undefined) headers['x-auth-token'] = who.token
  if (headers['x-apig-appcode'] !== undefined && who.appcode !== undefined) headers['x-apig-appcode'] = who.appcode
  const bearer = /^bearer (.*)$/i.exec(headers.authorization ?? '')?.[1]
  // A token that the pact takes from a state is already real.
  const isReal = bearer !== undefined && Object.values(values).includes(bearer)
  if (bearer !== undefined && !isReal && typeof values['accessToken'] === 'string')
    headers.authorization = `Bearer ${values['accessToken']}`
  const parsed = headers.authorization === undefined ? { problem: true } : parseAuthorization(headers.authorization)
  if (!('problem' in parsed) && headers['x-sdk-date'] !== undefined && parsed.signedHeaders.includes('x-sdk-date')) {
    headers['x-sdk-date'] = formatSdkDate(now)
    const signedHeaders = parsed.signedHeaders.filter((name) => headers[name] !== undefined)
    headers.authorization = signAkSk({ ...request, headers, signedHeaders }, { access: who.ak, secret: who.sk }).authorization
  }
  const key = world.credentials.seller?.keys?.['basic']
  if (operation?.auth.includes('usage') && key !== undefined && headers.signature !== undefined && headers.ts !== undefined) {
    headers.ts = String(now)
    const body = new TextDecoder().decode(request.body)
    headers.signature = signUsagePush({ ts: headers.ts, nonce: headers.nonce ?? '', body }, key).value
  }
  return headers
}

/**
 * Fills the placeholders of a form, because Pact does not put values of a state into forms. A member takes the value that its
 * placeholder names, such as `{code2}`, else the value of the same name: `code`, or clientId for `client_id`.
 */
export function fillForm({ headers, body }: Request, values: Readonly<Record<string, unknown>>): Uint8Array {
  if (!/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')) return body
  const form = new URLSearchParams(new TextDecoder().decode(body))
  for (const [name, given] of [...form]) {
    const named = /^\{(\w+)\}$/.exec(given)?.[1]
    const value = values[named ?? name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())]
    if (typeof value === 'string') form.set(name, value)
  }
  return new TextEncoder().encode(form.toString())
}

import { type AkSkAuthorization, parseAuthorization } from '../signing/index.ts'
import type { Call } from '../spec/call.ts'
import type { Operation } from '../spec/operation.ts'
import { decodeText } from '../spec/request/query.ts'

/** The credential of a call, not yet verified. `id` finds the world that issued it. */
export type Credential =
  | { readonly kind: 'aksk'; readonly id: string; readonly parsed: AkSkAuthorization }
  | { readonly kind: 'token'; readonly id: string; readonly pointer: string }
  | { readonly kind: 'appcode' | 'bearer' | 'client'; readonly id: string }
  | { readonly kind: 'usage'; readonly id: undefined }
  | { readonly kind: 'malformed'; readonly id: undefined; readonly problem: string }
  | { readonly kind: 'none'; readonly id: undefined }

/** Where an operation takes its token from, besides the header. The page of temporary keys names this place (DEF/IAM). */
const TOKEN_IN_BODY = '/body/auth/identity/token/id'

/**
 * Reads the credential of a call.
 * A token counts before a signature where the operation takes tokens (inferred: no page speaks of both at once).
 * A token in the header counts before one in the body, which is about to be retired. An AppCode counts only alone.
 */
export function readCredential(call: Call, { auth, doc }: Pick<Operation, 'auth' | 'doc'>): Credential {
  const token = call.headers['x-auth-token'] ?? ''
  const authorization = call.headers.authorization?.trim() ?? ''
  if (/^bearer /i.test(authorization)) return { kind: 'bearer', id: authorization.slice(7).trim() }
  if (token !== '' && (authorization === '' || auth.includes('token'))) return { kind: 'token', id: token, pointer: '/header/X-Auth-Token' }
  if (authorization !== '') {
    const parsed = parseAuthorization(authorization)
    return 'problem' in parsed ? { kind: 'malformed', id: undefined, problem: parsed.message } : { kind: 'aksk', id: parsed.access, parsed }
  }
  const code = call.headers['x-apig-appcode']
  if (code !== undefined && code !== '') return { kind: 'appcode', id: code }
  if (call.headers.signature !== undefined && call.headers.nonce !== undefined) return { kind: 'usage', id: undefined }
  const inBody = doc['x-token-in-body'] ? tokenInBody(call) : undefined
  if (inBody !== undefined) return { kind: 'token', id: inBody, pointer: TOKEN_IN_BODY }
  const client = clientId(call)
  return client === undefined ? { kind: 'none', id: undefined } : { kind: 'client', id: client }
}

/** A body that is not JSON has no token; the error is reported later, when the body is read. */
function tokenInBody(call: Call): string | undefined {
  if (call.body.length > 65_536) return undefined
  try {
    const id: unknown = JSON.parse(new TextDecoder().decode(call.body))?.auth?.identity?.token?.id
    return typeof id === 'string' && id !== '' ? id : undefined
  } catch {
    return undefined
  }
}

/** The OAuth calls show their client in the query or the form; it is no proof, but it tells the world. */
function clientId(call: Call): string | undefined {
  const form = call.headers['content-type']?.startsWith('application/x-www-form-urlencoded') && call.body.length < 65_536
  for (const text of [call.query, form ? new TextDecoder().decode(call.body) : '']) {
    const raw = /(?:^|&)client_id=([^&]*)/.exec(text)?.[1]
    if (raw !== undefined) return decodeText(raw)
  }
  return undefined
}

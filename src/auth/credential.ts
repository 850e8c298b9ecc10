import { type AkSkAuthorization, parseAuthorization } from '../signing/index.ts'
import type { Call } from '../spec/call.ts'
import { decodeText } from '../spec/query.ts'

/** What a call shows of itself, before anybody believed it. `id` finds the world that issued it. */
export type Credential =
  | { readonly kind: 'aksk'; readonly id: string; readonly parsed: AkSkAuthorization }
  | { readonly kind: 'token' | 'appcode' | 'bearer' | 'client'; readonly id: string }
  | { readonly kind: 'usage'; readonly id: undefined }
  | { readonly kind: 'malformed'; readonly id: undefined; readonly problem: string }
  | { readonly kind: 'none'; readonly id: undefined }

/**
 * Reads the credential of a call. A signature beats a token beside it (inferred: the SDKs never send both),
 * an AppCode counts only alone.
 */
export function readCredential(call: Call): Credential {
  const authorization = call.headers.authorization
  if (authorization !== undefined && /^bearer /i.test(authorization)) return { kind: 'bearer', id: authorization.slice(7).trim() }
  if (authorization !== undefined && authorization.trim() !== '') {
    const parsed = parseAuthorization(authorization)
    return 'problem' in parsed ? { kind: 'malformed', id: undefined, problem: parsed.message } : { kind: 'aksk', id: parsed.access, parsed }
  }
  const token = call.headers['x-auth-token']
  if (token !== undefined && token !== '') return { kind: 'token', id: token }
  const code = call.headers['x-apig-appcode']
  if (code !== undefined && code !== '') return { kind: 'appcode', id: code }
  if (call.headers.signature !== undefined && call.headers.nonce !== undefined) return { kind: 'usage', id: undefined }
  const client = clientId(call)
  return client === undefined ? { kind: 'none', id: undefined } : { kind: 'client', id: client }
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

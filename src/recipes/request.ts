import { formatSdkDate, signAkSk, signUsagePush } from '../signing/index.ts'
import type { Operation } from '../spec/operation.ts'
import type { Signing } from './recipe.ts'

/** What a caller can authenticate with: a token, a pair of keys, an AppCode, the keys of production interfaces. */
export interface Identity {
  readonly token: string
  readonly ak: string
  readonly sk: string
  readonly project_id: string
  readonly appcode?: string
  readonly keys?: Readonly<Record<string, string>>
}

/** The input of a request, by the names of its operation. */
export interface Asked {
  readonly path?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>> | string
  readonly headers?: Readonly<Record<string, unknown>>
  /** A text is sent unchanged, anything else as JSON. */
  readonly body?: unknown
}

/** The request as it is sent. Header names are in lower case. */
export interface Request {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * Composes a call of an operation with the token of a caller.
 * @param world named in the request; absent: the request names no world
 */
export function requestOf(operation: Operation, asked: Asked, caller: Identity | undefined, world?: string): Request {
  const headers: Record<string, string> = {}
  if (caller) headers['x-auth-token'] = caller.token
  if (caller?.appcode && operation.auth.includes('appcode') && !operation.auth.includes('token')) headers['x-apig-appcode'] = caller.appcode
  if (world !== undefined) headers['x-sandbox-world'] = world
  const body = asked.body === undefined ? '' : typeof asked.body === 'string' ? asked.body : JSON.stringify(asked.body)
  if (body !== '') headers['content-type'] = Object.keys(operation.doc.requestBody?.content ?? {})[0] ?? 'application/json'
  for (const [name, value] of Object.entries(asked.headers ?? {})) headers[name.toLowerCase()] = String(value)
  const path = operation.path.replace(/\{([^/}]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(asked.path?.[name] ?? (name === 'project_id' ? (caller?.project_id ?? '') : ''))),
  )
  const query = typeof asked.query === 'string' ? asked.query : queryText(asked.query ?? {})
  return { method: operation.method, path, query, headers, body }
}

/** Composes the same request with a signature instead of a token: with AK and SK, or as a usage push if the operation accepts only that. */
export function signed(operation: Operation, request: Request, caller: Identity, now: number, wrong: Signing = {}): Request {
  const { 'x-auth-token': _, ...headers } = request.headers
  const at = now + 1000 * (wrong.late ?? 0)
  const body = wrong.body ?? request.body
  if (operation.auth.includes('usage')) {
    const [ts, nonce] = [String(at), `sandbox-${at}`]
    const { value } = signUsagePush({ ts, nonce, body }, wrong.secret ?? caller.keys?.basic ?? '')
    return { ...request, headers: { ...headers, ts, nonce, signature: value } }
  }
  // Besides the mandatory headers only the date is signed, so that headers which a proxy adds or changes do not break the signature.
  const date = { 'x-sdk-date': formatSdkDate(at) }
  const hash = headers['x-sdk-content-sha256']
  const under = { ...date, ...(hash === undefined ? {} : { 'x-sdk-content-sha256': hash }) }
  const keys = { access: wrong.access ?? caller.ak, secret: wrong.secret ?? caller.sk }
  const { authorization } = signAkSk({ ...request, body, headers: under }, keys)
  return { ...request, headers: { ...headers, ...date, authorization } }
}

function queryText(query: Readonly<Record<string, unknown>>): string {
  return Object.entries(query)
    .flatMap(([name, values]) => [values].flat().map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`))
    .join('&')
}

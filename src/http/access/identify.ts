import { createHash, timingSafeEqual } from 'node:crypto'
import type { Holder } from '../../access/access-api.ts'
import { headerMeant } from '../sandbox-headers.ts'
import type { ServerContext } from '../server-context.ts'
import type { IncomingHead, Refusal } from './guard-api.ts'
import { LOGIN_PATH } from './sessions.ts'

/** Who shows the control token of the whole sandbox. */
const OPERATOR: Holder = { name: 'control token', role: 'admin' }

/** A token in an address ends up in logs, histories and links. */
const IN_QUERY = /(?:^|[&;])(?:(?:x-sandbox-|access_|control[-_])?token)=/i

/** Whether nobody may use the control API without a token. */
export const needsToken = ({ access, options }: ServerContext): boolean => access?.active === true || options.controlToken !== undefined

/**
 * Who calls the control API of a sandbox that needs a token, from the headers alone. A browser sends a session by itself, so pages of other
 * sites have to be kept out as well (`bySession`).
 */
export function identify(
  { headers, query = '' }: Pick<IncomingHead, 'headers' | 'query'>,
  server: ServerContext,
): { readonly holder: Holder; readonly bySession?: boolean } | { readonly refusal: Refusal } {
  const { controlToken } = server.options
  const token = (headers['x-sandbox-token'] ?? /^bearer (.+)$/i.exec(headers.authorization ?? '')?.[1])?.trim()
  if (IN_QUERY.test(query))
    return refused(
      server,
      'A token in the address is not accepted: addresses are logged. Send it as X-Sandbox-Token, or as Authorization: Bearer.',
      'a token in the address',
    )
  if (token === undefined) {
    const session = server.logins?.holderOf(headers.cookie)
    if (typeof session === 'object') return { holder: session, bySession: true }
    if (session === 'expired') return refused(server, 'Your login has expired. Log in again.', 'an expired login')
    const meant = headerMeant(headers)
    return refused(
      server,
      server.access?.active
        ? `This sandbox needs a token. Send yours as X-Sandbox-Token${server.logins ? `, or log in with a browser at ${LOGIN_PATH}` : ''}.${meant}`
        : `This sandbox needs its control token. Send the token of its ready line as X-Sandbox-Token.${meant}`,
      'nothing',
    )
  }
  const isControlToken = controlToken !== undefined && same(token, controlToken)
  if (!server.access?.active) {
    return isControlToken
      ? { holder: OPERATOR }
      : refused(server, 'That is not the control token of this sandbox. Send the token of its ready line.', 'another')
  }
  const shown = server.access.holderOf(token)
  if (isControlToken) return { holder: OPERATOR }
  if ('holder' in shown) return shown
  return shown.refused === 'expired'
    ? refused(server, `The token "${shown.name}" has expired. Ask for a new one: \`koosandbox tokens create\`.`, 'an expired token')
    : refused(server, 'That is no token of this sandbox, or no longer. Ask for one: `koosandbox tokens create`.', 'another')
}

function refused({ access, logins }: ServerContext, detail: string, got: string): { readonly refusal: Refusal } {
  const error = got === 'nothing' ? '' : ', error="invalid_token"'
  const expected = access?.active ? 'a token of this sandbox' : 'the control token'
  return {
    refusal: {
      key: 'unauthorized',
      detail,
      finding: { code: 'request.token.unknown', pointer: '/header/X-Sandbox-Token', expected, got },
      headers: { 'WWW-Authenticate': `Bearer realm="koosandbox"${error}` },
      ...(logins ? { more: { login: LOGIN_PATH } } : {}),
    },
  }
}

/** Compares hashes, so that the time taken reveals neither content nor length. */
function same(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(a), hash(b))
}

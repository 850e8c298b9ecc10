import { createHash, timingSafeEqual } from 'node:crypto'
import { otherSite } from '../gate/cross-site.ts'
import { isOwnHost, type ListenerNames } from '../gate/hosts.ts'
import type { Finding } from '../spec/finding.ts'
import { headerMeant } from './sandbox-headers.ts'
import type { ServerContext } from './server-context.ts'

/** Why a call is refused: key of the problem, what to do about it, and the parts of the finding. */
export interface Refusal {
  readonly key: 'unauthorized' | 'forbidden'
  readonly detail: string
  readonly finding: Pick<Finding, 'code' | 'pointer' | 'expected' | 'got'>
}

/** What is known about a request before its body is read. */
export interface IncomingHead {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | undefined>>
  /** The path is a page for people. */
  readonly page: boolean
}

const OURS = /^\/_sandbox(\/|$)/

/** Paths of the sandbox itself: control API, console, pages. */
export const isOurs = (path: string): boolean => OURS.test(path)

/**
 * Decides from the headers alone whether a call is allowed. `Host` has to name this sandbox, or a page in a browser could use a host name
 * of its own that resolves to this machine. A page of another site may not use paths of the sandbox. A sandbox with a control token requires it, and
 * a caller with the token may use any host name.
 */
export function refusalOf({ method, path, headers, page }: IncomingHead, server: ServerContext): Refusal | undefined {
  const ours = isOurs(path)
  const wanted = server.options.controlToken
  if (ours && !page && wanted !== undefined) return checkToken(headers, wanted)
  const { host = '' } = headers
  const { addresses } = server
  // A browser always sends its origin; a caller that sends none is not a browser.
  if ((host !== '' || ours) && !isOwnHost(host, namesOf(server))) {
    const called = addresses[0] ?? 'localhost'
    return {
      key: 'forbidden',
      detail: `Host "${host.slice(0, 80)}" is not an address of this sandbox. Call it as ${called}, or name the host at its start: --own-host NAME.`,
      finding: { code: 'request.host.unknown', pointer: '/header/Host', expected: called, got: host.slice(0, 80) },
    }
  }
  const other = ours ? otherSite(headers, host, { pages: page, method }) : undefined
  if (other === undefined) return undefined
  return {
    key: 'forbidden',
    detail: `${other[0]?.toUpperCase()}${other.slice(1)} may not control this sandbox.`,
    finding: { code: 'request.site.foreign', pointer: '/header/Origin', expected: 'a page of the sandbox, or no page', got: other },
  }
}

/** The names of each sandbox, as long as its addresses stay the same. */
const known = new WeakMap<ServerContext, ListenerNames>()

function namesOf(server: ServerContext): ListenerNames {
  const before = known.get(server)
  const { addresses, options, specs } = server
  if (before?.addresses.length === addresses.length) return before
  const names = {
    addresses: addresses.map((address) => address.replace(/^https?:\/\//, '')),
    names: [...specs.hosts, ...options.ownHosts],
    shared: options.shared,
  }
  known.set(server, names)
  return names
}

function checkToken(headers: IncomingHead['headers'], wanted: string): Refusal | undefined {
  const shown = headers['x-sandbox-token'] ?? /^bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]
  if (shown !== undefined && same(shown.trim(), wanted)) return undefined
  const detail =
    shown === undefined
      ? `This sandbox needs its control token. Send the token of its ready line as X-Sandbox-Token.${headerMeant(headers)}`
      : 'That is not the control token of this sandbox. Send the token of its ready line.'
  const got = shown === undefined ? 'nothing' : 'another'
  return {
    key: 'unauthorized',
    detail,
    finding: { code: 'request.token.unknown', pointer: '/header/X-Sandbox-Token', expected: 'the control token', got },
  }
}

/** Compares hashes, so that the time taken reveals neither content nor length. */
function same(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(a), hash(b))
}

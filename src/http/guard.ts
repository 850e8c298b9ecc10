import type { Holder } from '../access/access-api.ts'
import { otherSite } from '../gate/cross-site.ts'
import { isOwnHost, type ListenerNames } from '../gate/hosts.ts'
import { decodeSegment } from '../spec/request/query.ts'
import type { IncomingHead, Refusal } from './access/guard-api.ts'
import { identify, needsToken } from './access/identify.ts'
import { loginStep } from './access/sessions.ts'
import type { ServerContext } from './server-context.ts'

const OURS = /^\/_sandbox(\/|$)/

/** Paths of the sandbox itself: control API, console, pages. An encoded letter means the same path: `/%5fsandbox`. */
export const isOurs = (path: string): boolean => OURS.test(path) || (path.includes('%') && OURS.test(decodedPath(path)))

/** A path whose segments are decoded, each by itself. */
export const decodedPath = (path: string): string =>
  path
    .split('/')
    .map((part) => decodeSegment(part) ?? part)
    .join('/')

/** Probes come by whatever address a machine has, and carry no token. The answer says nothing but yes or no. */
const PROBES = /^\/_sandbox\/health\/(?:live|ready)$/
export const isProbe = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  PROBES.test(path) && /^(?:GET|HEAD)$/.test(method)

/**
 * Decides from the headers alone whether a call is allowed. `Host` has to name this sandbox, or a page in a browser could use a host name
 * of its own that resolves to this machine. A page of another site may not use paths of the sandbox. A sandbox with a control token, or with
 * tokens of people, requires one, and a caller with a token may use any host name: no page sends it without knowing it.
 * @param admitted called with who shows a token that is known
 */
export function refusalOf(head: IncomingHead, server: ServerContext, admitted?: (holder: Holder) => void): Refusal | undefined {
  const { method, path, headers } = head
  const page = head.page || loginStep(server, head) !== undefined
  if (isProbe(head)) return undefined
  const ours = isOurs(path)
  if (ours && !page && needsToken(server)) {
    const shown = identify(head, server)
    if ('refusal' in shown) return shown.refusal
    admitted?.(shown.holder)
    if (!shown.bySession) return undefined
  }
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

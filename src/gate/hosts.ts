import type { IncomingMessage } from 'node:http'
import { isLoopbackName } from './loopback.ts'

/** Host names of a listener, besides those of loopback. */
export interface ListenerNames {
  /** `host:port` as listened at. */
  readonly addresses: readonly string[]
  /** Host names beyond this machine's: the vendor's, or named by an option. May hold variables: `scm.{region}.myhuaweicloud.com`. */
  readonly names: readonly string[]
  /** Listens beyond loopback: any IP address that leads here is accepted. */
  readonly shared?: boolean
}

/**
 * Whether a `Host` names this listener. A web page can make a name of its own resolve to this machine (DNS rebinding), and its requests
 * then count as its own; it cannot make one of these names do so. An IP address is no name, so a shared listener takes any.
 */
export function isOwnHost(host: string, { addresses, names, shared = false }: ListenerNames): boolean {
  const given = host.toLowerCase()
  if (addresses.includes(given)) return true
  const name = nameOf(given)
  return isLoopbackName(name) || (shared && isAddress(name)) || names.some((own) => fits(own.toLowerCase(), name))
}

/** A host without its port and the dot that may end it. */
function nameOf(host: string): string {
  return host.replace(/:\d*$/, '').replace(/\.$/, '')
}

function isAddress(name: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(name) || /^\[[0-9a-f:.]+\]$/.test(name)
}

function fits(own: string, name: string): boolean {
  if (!own.includes('{')) return own === name
  const parts = own.split(/\{[^}]+\}/)
  const start = parts[0] as string
  const end = parts.at(-1) as string
  // A name that consists of variables only would accept every name.
  return /\.[^.]+\./.test(`.${end}`) && name.length > start.length + end.length && name.startsWith(start) && name.endsWith(end)
}

/** The `Host` of a request; of several all, and such a list names nobody. Node keeps the first, others the last. */
export function hostOf({ headers, rawHeaders }: Pick<IncomingMessage, 'headers' | 'rawHeaders'>): string | undefined {
  const all: string[] = []
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string
    if (name.length === 4 && name.toLowerCase() === 'host') all.push(rawHeaders[i + 1] as string)
  }
  return all.length > 1 ? all.join(', ') : headers.host
}

import { isIP } from 'node:net'

/** Host names of a sandbox's certificate: loopback, and the names that the options give. Never the vendor's. */
export function certifiedNames({
  host,
  ownHosts = [],
}: {
  readonly host?: string
  readonly ownHosts?: readonly string[]
}): readonly string[] {
  const told = [...ownHosts, ...(host === undefined ? [] : [host])].map((name) => name.toLowerCase())
  const named = told.filter((name) => isIP(name) > 0 || /^(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(name))
  return [...new Set(['localhost', '127.0.0.1', '::1', ...named])]
}

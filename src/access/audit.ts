import { appendFileSync, renameSync, statSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import { SpecFault } from '../spec/document/fault.ts'
import type { Audit } from './audit-api.ts'

/** Bytes of a file; then it is renamed, and the one before it goes. */
const LARGEST = 64 * 1024 * 1024

/** Where to write, and which proxies to believe. */
export interface AuditOptions {
  /** A file, or `-` for standard output. */
  readonly target: string
  /** Addresses or networks: `10.0.0.0/8`. */
  readonly trustedProxies: readonly string[]
  readonly failed: (error: unknown) => void
  /** Default: 64 MB. */
  readonly largest?: number
}

/**
 * Writes calls of the control API as lines of JSON.
 * @throws SpecFault for a network that is none
 */
export function openAudit({ target, trustedProxies, failed, largest = LARGEST }: AuditOptions): Audit {
  const trusted = networksOf(trustedProxies)
  let size = target === '-' ? 0 : sizeOf(target)
  let told = false

  const append = (line: string) => {
    if (size + line.length > largest && size > 0) {
      renameSync(target, `${target}.1`)
      size = 0
    }
    appendFileSync(target, line, { mode: 0o600 })
    size += line.length
  }

  return {
    write(entry) {
      // What JSON leaves alone may still steer a terminal.
      const line = `${JSON.stringify(entry).replace(/[\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, escaped)}\n`
      if (target === '-') {
        process.stdout.write(line)
        return
      }
      try {
        append(line)
        told = false
      } catch (error) {
        // Once, not with every call of a full disk.
        if (!told) failed(error)
        told = true
      }
    },
    addressOf(remote, forwarded) {
      const hops = [...(forwarded ?? '').split(',').map((one) => plain(one.trim())), plain(remote)].filter((one) => isIP(one) !== 0)
      // From the nearest one: each is believed as long as all behind it are proxies that were named.
      let at = hops.length - 1
      while (at > 0 && isTrusted(trusted, hops[at] as string)) at--
      return hops[at] ?? remote
    },
  }
}

function networksOf(names: readonly string[]): BlockList {
  const list = new BlockList()
  for (const name of names) {
    const [address = '', bits] = name.split('/')
    const version = isIP(address)
    const length = bits === undefined ? (version === 4 ? 32 : 128) : Number(bits)
    if (version === 0 || !Number.isInteger(length) || length < 0 || length > (version === 4 ? 32 : 128))
      throw new SpecFault(`"${name.slice(0, 80)}" is no address or network of a proxy. Write it like 10.0.0.7 or 10.0.0.0/8.`)
    list.addSubnet(address, length, version === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}

const isTrusted = (trusted: BlockList, address: string): boolean => trusted.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')

/** IPv4 in an IPv6 socket is IPv4. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

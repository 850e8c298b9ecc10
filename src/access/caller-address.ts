import { BlockList, isIP } from 'node:net'
import { SpecFault } from '../spec/document/fault.ts'

/**
 * The address of a caller.
 * @param remote the other end of the connection
 * @param forwarded `X-Forwarded-For`, which counts only where the other end is a proxy that was named
 */
export type CallerAddress = (remote: string, forwarded: string | undefined) => string

/**
 * @param trustedProxies addresses or networks: `10.0.0.0/8`
 * @throws SpecFault for a network that is none
 */
export function createCallerAddress(trustedProxies: readonly string[]): CallerAddress {
  const trusted = networksOf(trustedProxies)
  return (remote, forwarded) => {
    const hops = [...(forwarded ?? '').split(',').map((one) => plain(one.trim())), plain(remote)].filter((one) => isIP(one) !== 0)
    // From the nearest one: each is believed as long as all behind it are proxies that were named.
    let at = hops.length - 1
    while (at > 0 && isTrusted(trusted, hops[at] as string)) at--
    return hops[at] ?? remote
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

import type { SystemClock } from '../world/engine/system-clock.ts'

/** Addresses that are remembered. Whoever sends little is forgotten first. */
const MOST_ADDRESSES = 50_000

const MINUTE = 60_000

/** How many requests an address may send. */
export interface RequestRate {
  /** Counts a request. Returns the seconds to wait where it is one too many. */
  count(address: string): number | undefined
}

interface Bucket {
  /** Requests that may come at once. */
  left: number
  /** Machine milliseconds, as of `left`. */
  at: number
}

/**
 * Limits requests by address: `most` at once, and as many in each minute. A network of IPv6 (/64) belongs to one caller and is one address.
 * @param most requests of one address in a minute
 */
export function createRequestRate(most: number, systemClock: SystemClock, mostAddresses = MOST_ADDRESSES): RequestRate {
  const buckets = new Map<string, Bucket>()

  return {
    count(address) {
      const caller = networkOf(address)
      const now = systemClock.monotonic()
      const known = buckets.get(caller)
      const left = known ? Math.min(most, known.left + ((now - known.at) * most) / MINUTE) : most
      // The order of the map is that of the last requests.
      buckets.delete(caller)
      if (buckets.size >= mostAddresses) buckets.delete(buckets.keys().next().value as string)
      if (left < 1) {
        buckets.set(caller, { left, at: now })
        return Math.max(1, Math.ceil(((1 - left) * MINUTE) / most / 1000))
      }
      buckets.set(caller, { left: left - 1, at: now })
      return undefined
    },
  }
}

/** The first four groups of an IPv6 address; an IPv4 address as it is. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('%')[0]!.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const all =
    tail === undefined ? groups : [...groups, ...Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0'), ...after]
  return `${all.slice(0, 4).join(':')}::/64`
}

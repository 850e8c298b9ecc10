import { compact, inShanghai } from './calendar.ts'
import { hash32, hashHex } from './chance.ts'

/**
 * Ids in the vendor's forms. Counted ones follow the order in which things arrive and are taken back with their transaction;
 * keyed ones depend on the seed and the key alone, so they are the same in every world of that seed.
 */
export interface Ids {
  /** `CS` + yyMMddHHmm in UTC+8 + five characters [0-9A-Z], as all order numbers of the vendor's examples look. */
  order(at?: number): string
  /** 1, 2, 3 … for each kind apart. */
  next(kind: string): number
  /** 32 hex digits (or `digits` of them): counted in this world, or the one that belongs to `key`. */
  hex(kind: string, key?: string, digits?: number): string
  /** In the form of a random UUID (version 4). */
  uuid(kind: string, key?: string): string
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const SPACE = 36 ** 5
// Prime to 36, so that multiplying permutes [0, SPACE): order numbers look drawn and never meet.
const STRIDE = 37_622_941

/** Ids of one world; `next` counts, `orderExists` knows the numbers that are taken. */
export function createIds(options: {
  readonly seed: string
  readonly name: string
  readonly now: () => number
  readonly next: (kind: string) => number
  readonly orderExists: (id: string) => boolean
}): Ids {
  const { seed, name, now, next } = options
  const start = hash32(seed, 'orders') % SPACE
  // Counted ids carry the world's name: a fork and its parent count on from the same number and must not meet.
  const hex = (kind: string, key?: string, digits = 32) =>
    key === undefined ? hashHex(digits, seed, name, kind, `${next(kind)}`) : hashHex(digits, seed, 'key', kind, key)
  return {
    order(at = now()) {
      for (;;) {
        let rest = Number((BigInt(next('order')) * BigInt(STRIDE) + BigInt(start)) % BigInt(SPACE))
        let tail = ''
        for (let i = 0; i < 5; i++) {
          tail = ALPHABET[rest % 36] + tail
          rest = Math.floor(rest / 36)
        }
        const id = `CS${compact(inShanghai(at)).slice(2, 12)}${tail}`
        // Only a starting world that spells its order numbers out can be in the way.
        if (!options.orderExists(id)) return id
      }
    },
    next,
    hex,
    uuid(kind, key) {
      const h = hex(kind, key)
      const variant = '89ab'[Number.parseInt(h[16]!, 16) & 3]
      return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-${variant}${h.slice(17, 20)}-${h.slice(20, 32)}`
    },
  }
}

import { compact, inShanghai } from './calendar.ts'
import { hash32, hashHex } from './chance.ts'

/**
 * Ids in the vendor's formats. Counted ids follow the order of creation and are rolled back with their transaction. Keyed ids depend only
 * on the seed and the key, so they are the same in every world with that seed.
 */
export interface Ids {
  /** `CS` + yyMMddHHmm in UTC+8 + five characters [0-9A-Z], the form of all order numbers in the vendor's examples. */
  order(at?: number): string
  /** 1, 2, 3 …, counted separately for each kind. */
  next(kind: string): number
  /** 32 hex digits (or `digits` of them): counted in this world, or derived from `key`. */
  hex(kind: string, key?: string, digits?: number): string
  /** In the form of a random UUID (version 4). */
  uuid(kind: string, key?: string): string
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const SPACE = 36 ** 5
// Coprime to 36, so that multiplying permutes [0, SPACE): order numbers look random and never collide.
const STRIDE = 37_622_941

/** Ids of one world. `next` increments a counter, `orderExists` tells which order numbers are taken. */
export function createIds(options: {
  readonly seed: string
  readonly name: string
  readonly now: () => number
  readonly next: (kind: string) => number
  readonly orderExists: (id: string) => boolean
}): Ids {
  const { seed, name, now, next } = options
  const start = hash32(seed, 'orders') % SPACE
  // Counted ids include the world's name: a fork and its parent continue from the same count and must not produce the same id.
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
        // A collision is only possible with a starting world that sets order numbers explicitly.
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

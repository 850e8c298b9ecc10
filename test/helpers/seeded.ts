/** Chance that can be repeated: the same seed gives the same values on every machine. */
export interface Seeded {
  /** A whole number from 0 to below `limit`. */
  int(limit: number): number
  pick<T>(list: ArrayLike<T>): T
  /** A text of at most `longest` characters of the alphabet. */
  text(alphabet: string, longest: number): string
  bytes(longest: number): Uint8Array
}

export function createSeeded(seed: number): Seeded {
  const next = mulberry32(seed)
  const int = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(list: ArrayLike<T>) => list[int(list.length)]!
  const many = <T>(longest: number, make: () => T) => Array.from({ length: int(longest + 1) }, make)
  return {
    int,
    pick,
    text: (alphabet, longest) => many(longest, () => pick([...alphabet])).join(''),
    bytes: (longest) => Uint8Array.from(many(longest, () => int(256))),
  }
}

/** Runs a property once for each seed from 1 to `count`; a failure names its seed, to be given to `createSeeded`. */
export function forSeeds(count: number, property: (random: Seeded) => void): void {
  for (let seed = 1; seed <= count; seed++) {
    try {
      property(createSeeded(seed))
    } catch (cause) {
      throw new Error(`Seed ${seed}: ${cause instanceof Error ? cause.message : cause}`, { cause })
    }
  }
}

/** Tommy Ettinger's small generator, public domain: 32 bits of state are plenty for test data. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

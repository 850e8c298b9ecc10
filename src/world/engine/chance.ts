/**
 * Repeatable randomness: every value is a pure function of its inputs. None of this is cryptography; it only has to be stable, fast and
 * well mixed.
 */

/** An unsigned 32-bit hash. The boundaries between parts count: ('ab','c') and ('a','bc') differ. */
export function hash32(...parts: readonly string[]): number {
  return mix128(parts)[0]!
}

/** `n` lower-case hex digits. The first 32 come from one 128-bit hash; longer texts continue with numbered blocks. */
export function hashHex(n: number, ...parts: readonly string[]): string {
  let text = ''
  for (let block = 0; text.length < n; block++) {
    const words = mix128(block === 0 ? parts : [...parts, `#${block}`])
    for (const word of words) text += word.toString(16).padStart(8, '0')
  }
  return text.slice(0, n)
}

/** `n` characters of `alphabet`, chosen by the hash of the parts. */
export function hashText(n: number, alphabet: string, ...parts: readonly string[]): string {
  const begun = absorb(START, parts)
  let text = ''
  for (let i = 0; i < n; i++) text += alphabet[settle(absorb(begun, [`${i}`]))[0]! % alphabet.length]
  return text
}

/** An endless sequence of numbers in [0, 1), the same for the same seed (mulberry32). */
export function seededNumbers(seed: string | number): () => number {
  let state = typeof seed === 'number' ? seed >>> 0 : hash32(seed)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Four multiply-and-rotate lanes over the UTF-16 units, mixed at the end until each input bit affects every lane. */
const mix128 = (parts: readonly string[]): Lanes => settle(absorb(START, parts))

type Lanes = readonly [number, number, number, number]
const START: Lanes = [0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c]

function absorb(from: Lanes, parts: readonly string[]): Lanes {
  let [a, b, c, d] = from
  for (const part of parts) {
    // Hash the length first, so that moving a character from one part to the next changes the result.
    for (let i = -1; i < part.length; i++) {
      const unit = i < 0 ? part.length ^ 0x5bd1e995 : part.charCodeAt(i)
      a = Math.imul(a ^ unit, 0x85ebca6b) ^ (b >>> 15)
      b = Math.imul(b ^ unit, 0xc2b2ae35) ^ (c >>> 13)
      c = Math.imul(c ^ unit, 0x27d4eb2f) ^ (d >>> 16)
      d = Math.imul(d ^ unit, 0x165667b1) ^ (a >>> 14)
    }
  }
  return [a, b, c, d]
}

function settle([a, b, c, d]: Lanes): Lanes {
  for (let round = 0; round < 3; round++) {
    a = finish(a + b)
    b = finish(b + c)
    c = finish(c + d)
    d = finish(d + a)
  }
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0]
}

function finish(word: number): number {
  let h = word | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

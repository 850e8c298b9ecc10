/** Largest body that the gateway accepts, in bytes (bss-and-auth.md 7). */
export const BODY_LIMIT = 12 * 1024 * 1024

/** Largest number of members and items of one JSON body. The longest documented body, a thousand usage records, has some twelve thousand. */
export const MOST_MEMBERS = 50_000

/** Largest number of fields of one form or query. */
export const MOST_FIELDS = 1_000

/**
 * Whether JSON contains more than so many members and items. Scans the bytes once and stops when there are too many (depth is checked elsewhere): listing,
 * parsing and sorting them would take seconds. For bytes that are not JSON the result is arbitrary, but the scan always ends.
 */
export function hasManyMembers(bytes: Uint8Array, most = MOST_MEMBERS): boolean {
  // A member takes at least two bytes.
  if (bytes.length <= 2 * most) return false
  let count = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (byte === 0x22) {
      for (i++; i < bytes.length && bytes[i] !== 0x22; i++) if (bytes[i] === 0x5c) i++
    } else if (byte === 0x2c && ++count >= most) return true
  }
  return false
}

/** Whether a form or query, as bytes or text, contains more than `MOST_FIELDS` fields. */
export function hasManyFields(form: Uint8Array | string): boolean {
  if (form.length <= MOST_FIELDS) return false
  const next = (from: number) => (typeof form === 'string' ? form.indexOf('&', from) : form.indexOf(0x26, from))
  let count = 0
  for (let at = next(0); at >= 0; at = next(at + 1)) if (++count >= MOST_FIELDS) return true
  return false
}

/** Deepest JSON body that the sandbox reads: no documented body has more than six levels. */
export const DEEPEST_BODY = 64

/** Largest body that the signing and the checking proxy pass on, in either direction. */
export const SIGNED_BODY = 16 * 1024 * 1024
export const PASSED_BODY = 32 * 1024 * 1024

/** Deepest JSON body: recursive code exceeds the stack somewhere above this depth. */
export const DEEPEST = 500

/** Whether JSON is nested deeper than `DEEPEST` levels. Scans the bytes once. */
export function isDeep(bytes: Uint8Array): boolean {
  if (bytes.length <= DEEPEST) return false
  let depth = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (byte === 0x22) {
      for (i++; i < bytes.length && bytes[i] !== 0x22; i++) if (bytes[i] === 0x5c) i++
    } else if (byte === 0x7b || byte === 0x5b) {
      if (++depth > DEEPEST) return true
    } else if (byte === 0x7d || byte === 0x5d) depth--
  }
  return false
}

/** Bytes in a run file: text if they are valid UTF-8, so that people can read them, else Base64. */
export type Packed = string | { readonly base64: string }

/** Packs bytes; `undefined` when there are none. */
export function pack(bytes: Uint8Array): Packed | undefined {
  if (bytes.length === 0) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { base64: Buffer.from(bytes).toString('base64') }
  }
}

/** The reverse of `pack`. */
export function unpack(packed: Packed | undefined): Uint8Array {
  if (packed === undefined) return new Uint8Array(0)
  return typeof packed === 'string' ? new TextEncoder().encode(packed) : new Uint8Array(Buffer.from(packed.base64, 'base64'))
}

/** Packs a body that is a text with one character for each byte. */
export const packWire = (bytes: string | null): Packed | undefined => pack(Buffer.from(bytes ?? '', 'latin1'))

/** The text of a body; `undefined` if the body is not text. */
export const printable = (packed: Packed | undefined): string => (typeof packed === 'string' ? packed : '')

/**
 * Percent-encoding as signatures need it: on bytes, never throwing. A "byte text" below is a string
 * with one character (U+0000 to U+00FF) per byte, so that ordinary string comparison is byte order.
 */

/**
 * Text as its author meant it. HTTP libraries hand the bytes of headers and paths over one character per byte;
 * where these bytes are UTF-8 they are put together again. Text that is neither is left as it is.
 */
export function fromWire(text: string): string {
  if (isPlain(text) || /[\u0100-\uffff]/.test(text)) return text
  try {
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return text
  }
}

/** Undoes percent-encoding into a byte text. What is no valid escape (`%zz`, a lone `%`) stands for itself. */
export function decodeBytes(raw: string): string {
  return utf8(fromWire(raw)).replace(/%([0-9A-Fa-f]{2})/g, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Percent-encodes a byte text after RFC 3986: all but letters, digits and `-._~`, in capital hex digits. */
export function encodeBytes(bytes: string): string {
  return bytes.replace(/[^A-Za-z0-9\-._~]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

function utf8(text: string): string {
  if (isPlain(text)) return text
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')
}

const isPlain = (text: string) => /^[ -~]*$/.test(text)

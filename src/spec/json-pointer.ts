/** Escapes one key for use in a JSON pointer. */
export function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** The key that one part of a JSON pointer means. */
export function keyOf(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~')
}

/**
 * Headers of a page for people: what it may load, and that no other page puts it in a frame.
 * @param sources directives beyond "nothing"
 */
export function pageHeaders(sources: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': `default-src 'none'; ${sources}; base-uri 'none'; frame-ancestors 'none'`,
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }
}

/**
 * Headers of a page: what it may load, and that other pages may not frame it.
 * @param sources directives in addition to `default-src 'none'`
 */
export function pageHeaders(sources: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': `default-src 'none'; ${sources}; base-uri 'none'; frame-ancestors 'none'`,
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }
}

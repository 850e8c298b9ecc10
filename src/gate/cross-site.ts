type Headers = Readonly<Record<string, string | undefined>>

/**
 * The page of another site that sent a request, if one did; browsers say so themselves (`Origin`, `Sec-Fetch-Site`), and nothing else does.
 * @param pages the address is a page for people: a link to it may stand anywhere, a frame or a script may not use it
 */
export function otherSite(headers: Headers, host: string, { pages = false, method = 'GET' } = {}): string | undefined {
  const { origin } = headers
  if (origin !== undefined && origin.replace(/^https?:\/\//, '').toLowerCase() !== host.toLowerCase())
    return `a page of ${origin.slice(0, 80)}`
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return undefined
  const isLink = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document' && method === 'GET'
  return pages && isLink ? undefined : 'a page of another site'
}

import { addHeader, readCurl } from './curl-command.ts'
import type { WrittenRequest } from './explanation-api.ts'
import { splitAddress, Unreadable } from './written-address.ts'

/**
 * Reads a request from text: a curl command, JSON of a HAR file (its first entry, one entry, or a request), or raw HTTP.
 * @throws Unreadable
 */
export function readRequest(text: string): WrittenRequest {
  const trimmed = text.trim()
  if (trimmed === '') throw new Unreadable('There is no request. Pass a curl command, an entry of a HAR file, or raw HTTP.')
  if (/^(\$\s+)?curl(\.exe)?\s/.test(trimmed)) return readCurl(trimmed.replace(/^\$\s+/, ''))
  if (trimmed.startsWith('{')) return readHar(trimmed)
  return readRaw(text.replace(/^\s+/, ''))
}

interface HarRequest {
  readonly method?: unknown
  readonly url?: unknown
  readonly path?: unknown
  readonly query?: unknown
  readonly headers?: unknown
  readonly postData?: { readonly text?: unknown }
  readonly body?: unknown
}

/** A HAR file, an entry of one, a request of one, or a request as the sandbox's journal and deliveries show it. */
function readHar(text: string): WrittenRequest {
  let whole: { log?: { entries?: { request?: HarRequest }[] }; request?: HarRequest } & HarRequest
  try {
    whole = JSON.parse(text)
  } catch (error) {
    throw new Unreadable(`The text begins like JSON but is none: ${error instanceof Error ? error.message : error}`)
  }
  const request = whole.log?.entries?.[0]?.request ?? whole.request ?? whole
  const { method, url, path, query, postData, body } = request
  const address = typeof url === 'string' ? url : typeof path === 'string' ? `${path}${query ? `?${query}` : ''}` : undefined
  if (typeof method !== 'string' || address === undefined)
    throw new Unreadable('The JSON is no HAR file and no entry of one: it needs "method" and "url".')
  const headers: Record<string, string> = {}
  for (const [name, value] of headerPairs(request.headers)) addHeader(headers, `${name}: ${value}`)
  const parts = splitAddress(address)
  // HTTP/2 names the host otherwise.
  headers['host'] ??= headers[':authority'] ?? parts.host
  const sent = postData?.text ?? body ?? ''
  return {
    method: method.toUpperCase(),
    path: parts.path,
    query: parts.query,
    headers,
    body: typeof sent === 'string' ? sent : JSON.stringify(sent),
  }
}

function headerPairs(headers: unknown): (readonly [string, string])[] {
  if (Array.isArray(headers))
    return headers.map(({ name, value }: { name?: unknown; value?: unknown }) => [String(name), String(value)] as const)
  return Object.entries((headers ?? {}) as Record<string, unknown>).map(([name, value]) => [name, String(value)] as const)
}

function readRaw(text: string): WrittenRequest {
  const end = /\r?\n\r?\n/.exec(text)
  const head = end ? text.slice(0, end.index) : text.trimEnd()
  const [first = '', ...lines] = head.split(/\r?\n/)
  const [, method, target] = /^([A-Za-z]+)\s+(\S+)(?:\s+HTTP\/[\d.]+)?\s*$/.exec(first) ?? []
  if (method === undefined || target === undefined)
    throw new Unreadable(
      `The request must begin with "curl", "{" (HAR) or a request line such as "POST /isv?signature=… HTTP/1.1", not "${first.slice(0, 60)}".`,
    )
  const headers: Record<string, string> = {}
  for (const line of lines) addHeader(headers, line)
  const { host, path, query } = splitAddress(target)
  if (host !== '') headers['host'] ??= host
  const rest = end ? text.slice(end.index + end[0].length) : ''
  return { method: method.toUpperCase(), path, query, headers, body: bodyOf(rest, Number(headers['content-length'])) }
}

/** Files end with a line end that was not sent; the length of the content tells. */
function bodyOf(rest: string, length: number): string {
  const bytes = new TextEncoder().encode(rest)
  return bytes.length > length ? new TextDecoder().decode(bytes.slice(0, length)) : Number.isNaN(length) ? rest.replace(/\r?\n$/, '') : rest
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { hostOf } from '../gate/hosts.ts'
import type { Call } from '../spec/call.ts'
import type { Operation } from '../spec/operation.ts'
import { hasManyFields, hasManyMembers, MOST_FIELDS } from '../spec/request/request-limits.ts'

/** The gateway's documented limits (bss-and-auth.md 7), but for that of the body: address 32 K, one header 32 K, all headers 128 K. */
export const HEAD_LIMITS = { uri: 32 * 1024, header: 32 * 1024, headers: 128 * 1024 } as const

/** Why a request was not read. The key names the gateway's error. */
export interface RefusedRequest {
  readonly refused: 'APIGW.0201:entity' | 'APIGW.0201:uri' | 'APIGW.0201:headers'
  readonly call: Call
  readonly expected: string
  readonly got: string
}

const NOTHING = new Uint8Array(0)

/** The request as far as its head goes; the body is still to be read. */
export function readHead(incoming: IncomingMessage): Call {
  // A client that uses the sandbox as its HTTP proxy sends the whole address.
  const url = (incoming.url ?? '/').replace(/^https?:\/\/[^/?]*/i, '')
  const cut = url.indexOf('?')
  const headers = joinHeaders(incoming)
  const host = hostOf(incoming)
  if (host !== undefined) headers.host = host
  return {
    method: incoming.method ?? 'GET',
    path: cut < 0 ? url : url.slice(0, cut),
    query: cut < 0 ? '' : url.slice(cut + 1),
    host: (headers.host ?? '').toLowerCase(),
    headers,
    body: NOTHING,
  }
}

/**
 * Reads the whole request before any other stage: every body, that of a GET too, once, as bytes.
 * No other code reads the stream. A body that is too large, or has too many members, is refused here.
 * Rejects if the client disconnects before the request is complete.
 * @param limits of the called operation; looked up only if there is a body
 */
export function readCall(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  head: Call,
  limits: () => Operation['limits'],
): Call | RefusedRequest | Promise<Call | RefusedRequest> {
  const turned = (refused: RefusedRequest['refused'], expected: string, got: string): RefusedRequest => ({
    refused,
    call: shortened(head),
    expected,
    got,
  })
  const { headers, path, query } = head
  const size = path.length + (query === '' ? 0 : query.length + 1)
  if (size > HEAD_LIMITS.uri) return turned('APIGW.0201:uri', `an address of at most ${HEAD_LIMITS.uri} bytes`, `${size} bytes`)
  if (hasManyFields(query)) return turned('APIGW.0201:uri', `a query of at most ${MOST_FIELDS} parameters`, 'more')
  const sizes = headerSizes(incoming)
  if (sizes.largest > HEAD_LIMITS.header || sizes.all > HEAD_LIMITS.headers) {
    return turned(
      'APIGW.0201:headers',
      `one header of at most ${HEAD_LIMITS.header} bytes, all of at most ${HEAD_LIMITS.headers}`,
      `${sizes.largest} and ${sizes.all} bytes`,
    )
  }
  const length = headers['content-length']
  if (length === '0' || (length === undefined && headers['transfer-encoding'] === undefined)) return head
  const { bytes, members } = limits()
  if (length !== undefined && Number(length) > bytes)
    return turned('APIGW.0201:entity', `a body of at most ${bytes} bytes`, `${length} bytes`)
  if (/^100-continue$/i.test(headers.expect ?? '')) outgoing.writeContinue()
  return readBody(incoming, bytes).then((body) => {
    if (!body) return turned('APIGW.0201:entity', `a body of at most ${bytes} bytes`, 'more')
    const type = headers['content-type'] ?? ''
    if (/^application\/x-www-form-urlencoded/i.test(type)) {
      if (hasManyFields(body)) return turned('APIGW.0201:entity', `a form of at most ${MOST_FIELDS} fields`, 'more')
    } else if (!/^multipart\//i.test(type) && hasManyMembers(body, members))
      return turned('APIGW.0201:entity', `a body of at most ${members} members and items`, 'more')
    return { method: head.method, path, query, host: head.host, headers, body }
  })
}

/** A call that was too large is not kept whole for the journal. */
function shortened(call: Call): Call {
  const headers = Object.entries(call.headers).slice(0, 100)
  return {
    ...call,
    path: call.path.slice(0, 1024),
    query: call.query.slice(0, 1024),
    headers: Object.fromEntries(headers.map(([name, value]) => [name.slice(0, 100), value?.slice(0, 1024)])),
  }
}

/** The bytes of the body; nothing when there are more than the limit (the rest is then left unread). */
function readBody(incoming: IncomingMessage, most: number): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    let chunks: Uint8Array[] = []
    let size = 0
    const take = (chunk: Uint8Array) => {
      size += chunk.length
      if (size <= most) {
        chunks.push(chunk)
        return
      }
      incoming.off('data', take).pause()
      chunks = []
      resolve(undefined)
    }
    incoming.on('data', take)
    incoming.once('end', () => resolve(chunks.length === 1 ? chunks[0] : concat(chunks, size)))
    incoming.once('error', reject)
    incoming.once('aborted', () => reject(new Error('The client closed the connection before its request was complete.')))
  })
}

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** Repeated headers joined as HTTP does. Node already lower-cases names and joins most; what it splits is joined here. */
function joinHeaders(incoming: IncomingMessage): Record<string, string | undefined> {
  const joined = incoming.headers as Record<string, string | string[] | undefined>
  for (const name in joined) {
    const value = joined[name]
    if (Array.isArray(value)) joined[name] = value.join(', ')
  }
  return joined as Record<string, string | undefined>
}

function headerSizes(incoming: IncomingMessage): { largest: number; all: number } {
  let largest = 0
  let all = 0
  const raw = incoming.rawHeaders
  for (let i = 0; i < raw.length; i += 2) {
    const size = (raw[i]?.length ?? 0) + (raw[i + 1]?.length ?? 0) + 4
    all += size
    if (size > largest) largest = size
  }
  return { largest, all }
}

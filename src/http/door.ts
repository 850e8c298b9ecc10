import type { IncomingMessage } from 'node:http'
import type { Call } from '../spec/call.ts'

/** The gateway's documented limits (bss-and-auth.md 7): body 12 MB, address 32 K, one header 32 K, all headers 128 K. */
const LIMITS = { body: 12 * 1024 * 1024, uri: 32 * 1024, header: 32 * 1024, headers: 128 * 1024 } as const

/** Why a request was not read. The key names the gateway's error. */
export interface Turned {
  readonly refused: 'APIGW.0201:entity' | 'APIGW.0201:uri' | 'APIGW.0201:headers'
  readonly call: Call
  readonly expected: string
  readonly got: string
}

/** A whole world comes in by one path of our own. */
const WORLD_FILE = /^\/_sandbox\/worlds\/[^/]+\/file$/
const WORLD_LIMIT = 256 * 1024 * 1024

const NOTHING = new Uint8Array(0)

/**
 * Reads the whole request before anybody else looks at it: every body, that of a GET too, once, as bytes.
 * Nothing else in the house touches the stream. Rejects when the peer goes away half-way.
 */
export async function readCall(incoming: IncomingMessage): Promise<Call | Turned> {
  // A client that was told to use the sandbox as its proxy sends the whole address.
  const url = (incoming.url ?? '/').replace(/^https?:\/\/[^/?]*/i, '')
  const cut = url.indexOf('?')
  const headers = joinHeaders(incoming)
  const call = (body: Uint8Array): Call => ({
    method: incoming.method ?? 'GET',
    path: cut < 0 ? url : url.slice(0, cut),
    query: cut < 0 ? '' : url.slice(cut + 1),
    host: (headers.host ?? '').toLowerCase(),
    headers,
    body,
  })
  const turned = (refused: Turned['refused'], expected: string, got: string): Turned => ({
    refused,
    call: shortened(call(NOTHING)),
    expected,
    got,
  })

  if (url.length > LIMITS.uri) return turned('APIGW.0201:uri', `an address of at most ${LIMITS.uri} bytes`, `${url.length} bytes`)
  const sizes = headerSizes(incoming)
  if (sizes.largest > LIMITS.header || sizes.all > LIMITS.headers) {
    return turned(
      'APIGW.0201:headers',
      `one header of at most ${LIMITS.header} bytes, all of at most ${LIMITS.headers}`,
      `${sizes.largest} and ${sizes.all} bytes`,
    )
  }
  const length = headers['content-length']
  const most = WORLD_FILE.test(cut < 0 ? url : url.slice(0, cut)) ? WORLD_LIMIT : LIMITS.body
  if (length !== undefined && Number(length) > most)
    return turned('APIGW.0201:entity', `a body of at most ${most} bytes`, `${length} bytes`)
  if (length === '0' || (length === undefined && headers['transfer-encoding'] === undefined)) return call(NOTHING)
  const body = await readBody(incoming, most)
  return body ? call(body) : turned('APIGW.0201:entity', `a body of at most ${most} bytes`, 'more')
}

/** What was too large is not kept whole for the journal. */
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
    const chunks: Uint8Array[] = []
    let size = 0
    incoming.on('data', (chunk: Uint8Array) => {
      size += chunk.length
      if (size > most) {
        incoming.pause()
        resolve(undefined)
      } else chunks.push(chunk)
    })
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

import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { connect } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { gunzipSync } from 'node:zlib'
import { type createHttpClient, LARGEST_ANSWER, mayCall, whyNot } from '../marketplace/http-client.ts'
import type { CallOutcome, OutgoingRequest } from '../marketplace/marketplace-api.ts'
import type { Barrier } from './barrier.ts'

/** A request whose body is exactly these bytes. */
export interface RawRequest extends Omit<OutgoingRequest, 'method' | 'body'> {
  readonly method: string
  readonly body: Uint8Array
}

/** How it is sent. */
export interface Sending {
  /** Machine milliseconds for the whole call. */
  readonly timeout: number
  /** Parts of the body, one after the other, with a pause in machine milliseconds between them. */
  readonly pieces?: { readonly count: number; readonly pause: number }
  /** Without Content-Length. */
  readonly chunked?: boolean
  /** Closes the connection after half of the body. */
  readonly hangsUp?: boolean
  /** The head is sent at once, the body when all calls at the barrier have sent theirs. */
  readonly gate?: Barrier
}

/** Sends requests that the marketplace's own HTTP client cannot send. Each call has its own connection. */
export type SendRaw = (request: RawRequest, sending: Sending) => Promise<CallOutcome>

type SystemClock = Parameters<typeof createHttpClient>[0]['systemClock']
type Answer = NonNullable<CallOutcome['answer']>

/** How long a server may take to notice that a connection broke: machine milliseconds. */
const NOTICED = 150

/** How long "may I send the body?" waits for its answer before the body is sent anyway, as RFC 9110 requires. */
const CONTINUE = 1000

/**
 * @param options.allow hosts that may be called in addition to this machine, as for the marketplace's HTTP client
 * @param options.systemClock time-outs, pauses and measuring
 */
export function createSendRaw({
  systemClock,
  allow = [],
}: {
  readonly systemClock: SystemClock
  readonly allow?: readonly string[]
}): SendRaw {
  return async (request, sending) => {
    const url = new URL(request.url)
    if (!mayCall(url, allow)) return { ms: 0, failure: 'not-allowed', reason: url.host }
    const began = systemClock.monotonic()
    const late = new AbortController()
    const done = new AbortController()
    systemClock.wait(sending.timeout, done.signal).then(
      () => late.abort(new Error('timeout')),
      () => {},
    )
    const ms = () => Math.round(systemClock.monotonic() - began)
    try {
      const answer = await exchange(systemClock, url, request, sending, late.signal)
      if (answer === 'hung-up') return { ms: ms() }
      if (answer === 'too-large') return { ms: ms(), failure: 'too-large' }
      return { ms: ms(), answer, ...(answer.status >= 300 && answer.status < 400 ? { failure: 'redirect' as const } : {}) }
    } catch (error) {
      return { ms: ms(), ...whyNot(error, late.signal.aborted) }
    } finally {
      sending.gate?.leave()
      done.abort()
    }
  }
}

async function exchange(
  systemClock: SystemClock,
  url: URL,
  request: RawRequest,
  sending: Sending,
  late: AbortSignal,
): Promise<Answer | 'hung-up' | 'too-large'> {
  const socket = await connected(url, late)
  try {
    const { method, headers, body } = request
    const length = sending.chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(body.length) }
    const req = (url.protocol === 'https:' ? overHttps : overHttp)(url, {
      method,
      headers: { connection: 'keep-alive', ...(body.length === 0 && method !== 'POST' ? {} : length), ...headers },
      createConnection: () => socket,
      signal: late,
    })
    const answered = answerOf(req)
    if (headers['expect'] !== undefined) await mayContinue(systemClock, req, answered)
    const parts = partsOf(body, sending)
    for (const [i, part] of parts.entries()) {
      if (i > 0 && sending.pieces) await systemClock.wait(sending.pieces.pause)
      await written(req, part, answered)
    }
    if (sending.hangsUp) {
      socket.destroy()
      // Otherwise the next call could be answered before the seller notices that this one broke off.
      await systemClock.wait(NOTICED, late)
      return 'hung-up'
    }
    if (sending.gate) {
      // Without a body, the head waits at the barrier: all connections are open by then.
      if (body.length > 0) req.flushHeaders()
      // A request gets its connection after this turn, and only then its head leaves.
      await Promise.race([new Promise<void>((resolve) => req.once('socket', () => resolve())), settled(answered)])
      await sending.gate.pass()
    }
    req.end(body.subarray(parts.reduce((sum, { length }) => sum + length, 0)))
    return await answered
  } finally {
    socket.destroy()
  }
}

/** What is sent before the end of the body: half of it, pieces, or nothing. */
function partsOf(body: Uint8Array, { pieces, hangsUp }: Sending): readonly Uint8Array[] {
  const most = hangsUp ? Math.ceil(body.length / 2) : pieces ? Math.max(0, body.length - 1) : 0
  if (most === 0) return []
  const size = Math.ceil(most / (pieces?.count ?? 1))
  return Array.from({ length: Math.ceil(most / size) }, (_, i) => body.subarray(i * size, Math.min(most, (i + 1) * size)))
}

async function connected(url: URL, signal: AbortSignal) {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const secure = url.protocol === 'https:'
  const port = Number(url.port || (secure ? 443 : 80))
  const socket = secure ? connectTls({ host, port, servername: host }) : connect({ host, port, noDelay: true })
  try {
    await once(socket, secure ? 'secureConnect' : 'connect', { signal })
  } catch (error) {
    socket.destroy()
    throw error
  }
  return socket
}

/** Resolves when the bytes have left, or when the answer came before they could. */
function written(req: ClientRequest, part: Uint8Array, answered: Promise<unknown>): Promise<unknown> {
  return Promise.race([new Promise<void>((resolve) => req.write(part, () => resolve())), settled(answered)])
}

async function mayContinue(systemClock: SystemClock, req: ClientRequest, answered: Promise<unknown>): Promise<void> {
  const enough = new AbortController()
  req.flushHeaders()
  const continued = new Promise<void>((resolve) => req.once('continue', resolve))
  await Promise.race([continued, settled(answered), settled(systemClock.wait(CONTINUE, enough.signal))])
  enough.abort()
}

const settled = (promise: Promise<unknown>): Promise<void> =>
  promise.then(
    () => {},
    () => {},
  )

function answerOf(req: ClientRequest): Promise<Answer | 'too-large'> {
  const answered = new Promise<Answer | 'too-large'>((resolve, reject) => {
    req.on('error', reject)
    req.on('response', (response) => {
      read(response).then(
        (bytes) =>
          resolve(bytes ? { status: response.statusCode ?? 0, ...headersOf(response), ...unpacked(response, bytes) } : 'too-large'),
        reject,
      )
    })
  })
  // The error reaches the code that waits for the answer. While the body is being sent, no code may be waiting yet.
  answered.catch(() => {})
  return answered
}

async function read(response: IncomingMessage): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > LARGEST_ANSWER) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** The decompressed body. A body that cannot be decompressed stays unchanged. */
function unpacked({ headers }: IncomingMessage, bytes: Uint8Array): Pick<Answer, 'bytes' | 'packed'> {
  if (headers['content-encoding'] !== 'gzip') return { bytes }
  try {
    return { bytes: gunzipSync(bytes, { maxOutputLength: LARGEST_ANSWER }), packed: bytes }
  } catch {
    return { bytes }
  }
}

function headersOf({ headers, rawHeaders }: IncomingMessage): Pick<Answer, 'headers' | 'names'> {
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as const],
  )
  return { headers: Object.fromEntries(pairs), names: rawHeaders.filter((_one, i) => i % 2 === 0) }
}

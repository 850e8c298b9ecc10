import { Agent, type IncomingMessage, request } from 'node:http'
import type { SystemClock } from '../world/engine/system-clock.ts'

/** A request as it arrived: nothing of it is changed, because it may be signed. */
export interface RawRequest {
  readonly method: string
  readonly url: string
  /** Names and values in turn, as they were sent. */
  readonly headers: readonly string[]
  readonly body: Uint8Array
}

/** The other replica has not answered, and the request can be sent again. */
export class Unreached extends Error {
  override readonly name = 'Unreached'
  /** Whether there was a connection to it. */
  readonly connected: boolean
  constructor(message: string, connected: boolean) {
    super(message)
    this.connected = connected
  }
}

/** Tells another replica that one of them sent the call. */
export const PASSED_ON = 'x-sandbox-passed-on'
/** Tells the replica that passed a call on that it belongs elsewhere by now. */
export const ELSEWHERE = 'x-sandbox-elsewhere'
/** Behind the secret: the replica that passed the call on cannot reach the database, and does not know the owner. */
export const TO_ANYBODY = ' to-anybody'

/** Where a request is passed on to. */
export interface PassTo {
  readonly to: string
  /** It need not be the owner. */
  readonly anybody?: boolean
  /** Asked again and again while there is no answer; false ends the waiting. */
  readonly lives: () => boolean
  /** Called once when it has a connection and does not answer for a while: the connection may be an old one that leads nowhere. */
  readonly slow?: () => void
  /** Over a new connection. */
  readonly fresh?: boolean
}

/** Sends requests to other replicas over connections that stay open. */
export interface PassOn {
  /** @throws Unreached when it can be sent again; any other error when the other replica may have done what was asked */
  (request: RawRequest, where: PassTo): Promise<IncomingMessage>
  close(): void
}

/** How often in a lease it is looked whether a replica that does not answer is still there. */
const LOOKS = 15

/** Requests that can be repeated without harm. */
const REPEATABLE = /^(?:GET|HEAD|OPTIONS)$/

/** @param lease milliseconds; a third of it is enough for a connection */
export function createPassOn(secret: string, systemClock: SystemClock, lease: number): PassOn {
  // Shorter than the others keep theirs open: a connection that one side is about to close is not used.
  const agent = new Agent({ keepAlive: true, maxSockets: 256, timeout: 5_000 })
  const passOn = ({ method, url, headers, body }: RawRequest, { to, anybody, lives, slow, fresh }: PassTo) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const { hostname, port } = new URL(to)
      const repeatable = REPEATABLE.test(method)
      const length = body.length > 0 ? ['Content-Length', String(body.length)] : repeatable ? [] : ['Transfer-Encoding', 'chunked']
      // What must not be done twice is only sent to its end once the other side has asked for that: until then it has done nothing.
      const sent = request({
        agent: fresh ? false : agent,
        method,
        path: url,
        host: hostname.replace(/^\[|\]$/g, ''),
        port,
        headers: [
          ...forwarded(headers),
          PASSED_ON,
          anybody ? secret + TO_ANYBODY : secret,
          ...length,
          ...(repeatable ? [] : ['Expect', '100-continue']),
        ],
        setHost: false,
      })
      let connected = false
      let complete = false
      const begun = new AbortController()
      const finish = () => {
        complete = true
        sent.end(body)
      }
      const give = (reason: string) => sent.destroy(complete && !repeatable ? new Error(reason) : new Unreached(reason, connected))
      const watch = async () => {
        await systemClock.wait(lease / 3, begun.signal)
        // Where this process itself was busy, the connection is there and was not looked at yet.
        if (!connected) await systemClock.wait(lease / LOOKS, begun.signal)
        if (!connected) give('It does not accept connections.')
        else slow?.()
        while (lives()) await systemClock.wait(lease / LOOKS, begun.signal)
        give('It did not answer before its lease ended.')
      }
      watch().catch(() => {})
      sent.on('socket', (socket) => {
        if (socket.connecting) socket.once('connect', () => (connected = true))
        else connected = true
      })
      sent.on('continue', finish)
      sent.on('response', (answer) => {
        begun.abort()
        // It was answered without its body, which the connection still waits for.
        if (!complete) answer.once('close', () => sent.destroy())
        resolve(answer)
      })
      sent.on('error', (error: NodeJS.ErrnoException) => {
        begun.abort()
        const again = !complete || repeatable
        reject(again && !(error instanceof Unreached) ? new Unreached(error.message, connected) : error)
      })
      if (repeatable) finish()
      else sent.flushHeaders()
    })
  return Object.assign(passOn, { close: () => agent.destroy() })
}

/** Headers of the connection belong to this hop. The body was read, so its length is known. */
function forwarded(headers: readonly string[]): string[] {
  const kept: string[] = []
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] as string
    if (!HOP.test(name)) kept.push(name, headers[i + 1] as string)
  }
  return kept
}

const HOP = /^(?:connection|keep-alive|transfer-encoding|content-length|expect|upgrade|te|trailer|proxy-connection|x-sandbox-passed-on)$/i

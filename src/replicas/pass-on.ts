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

/** The other replica cannot be reached, and has not seen the request. */
export class Unreached extends Error {
  override readonly name = 'Unreached'
}

/** Tells another replica that one of them sent the call. */
export const PASSED_ON = 'x-sandbox-passed-on'
/** Tells the replica that passed a call on that it belongs elsewhere by now. */
export const ELSEWHERE = 'x-sandbox-elsewhere'

/** Errors before a connection stands. */
const BEFORE = /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENOTFOUND|EADDRNOTAVAIL)$/

/** Sends requests to other replicas over connections that stay open. */
export interface PassOn {
  /**
   * @param wait milliseconds until the answer must begin
   * @throws Unreached when it can be sent again; any other error when the other replica may have answered it
   */
  (request: RawRequest, to: string, wait: number): Promise<IncomingMessage>
  close(): void
}

export function createPassOn(secret: string, systemClock: SystemClock): PassOn {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const passOn = ({ method, url, headers, body }: RawRequest, to: string, wait: number) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const { hostname, port } = new URL(to)
      const sent = request({
        agent,
        method,
        path: url,
        host: hostname.replace(/^\[|\]$/g, ''),
        port,
        headers: [...forwarded(headers), PASSED_ON, secret, ...(body.length > 0 ? ['Content-Length', String(body.length)] : [])],
        setHost: false,
      })
      let connected = false
      const begun = new AbortController()
      systemClock.wait(wait, begun.signal).then(
        () => sent.destroy(connected ? new Error('It did not answer in time.') : new Unreached('It did not answer in time.')),
        () => {},
      )
      sent.on('socket', (socket) => {
        if (socket.connecting) socket.once('connect', () => (connected = true))
        else connected = true
      })
      sent.on('response', (answer) => {
        begun.abort()
        resolve(answer)
      })
      sent.on('error', (error: NodeJS.ErrnoException) => {
        begun.abort()
        // A kept connection that the other side has just closed never took the request.
        const unsent = !connected || BEFORE.test(error.code ?? '') || (sent.reusedSocket && error.code === 'ECONNRESET')
        reject(unsent && !(error instanceof Unreached) ? new Unreached(error.message) : error)
      })
      sent.end(body)
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

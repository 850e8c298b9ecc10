import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cut, WireFault } from '../scenario/scenario-api.ts'
import type { SystemClock } from '../world/engine/system-clock.ts'
import type { Outgoing } from './exchange.ts'

/** What a fault on a connection needs: machine time, and the signal that the sandbox stops. */
export interface WireMeans {
  readonly systemClock: Pick<SystemClock, 'wait'>
  readonly stopping: AbortSignal
}

/**
 * Sends an answer as a rule prescribes: late, slowly, in part, or not at all. Only this connection is affected. A client that closes it, and a
 * sandbox that stops, end every wait.
 */
export async function sendFaulty(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  ready: Outgoing,
  { delay, drip, cut, hang }: WireFault,
  { systemClock, stopping }: WireMeans,
  send: () => void,
): Promise<void> {
  const gone = new AbortController()
  const leave = () => gone.abort()
  outgoing.once('close', leave)
  stopping.addEventListener('abort', leave, { once: true })
  try {
    if (delay !== undefined) await systemClock.wait(delay, gone.signal)
    if (hang) await forever(gone.signal)
    if (cut !== undefined) CUT[cut](incoming, outgoing, ready)
    else if (drip !== undefined && ready.bytes !== null && incoming.method !== 'HEAD')
      await trickle(outgoing, ready, drip, gone.signal, systemClock)
    else send()
  } catch (error) {
    if (!gone.signal.aborted) throw error
    outgoing.destroy()
  } finally {
    stopping.removeEventListener('abort', leave)
  }
}

const forever = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

/** How each cut is made. */
const CUT: Readonly<Record<Cut, (incoming: IncomingMessage, outgoing: ServerResponse, ready: Outgoing) => void>> = {
  reset({ socket }) {
    try {
      socket.resetAndDestroy()
    } catch {
      // Only a TCP socket can be reset; over TLS the connection ends without the farewell that TLS demands.
      socket.destroy()
    }
  },
  empty: ({ socket }) => socket.destroy(),
  half({ socket }, outgoing, { status, headers, bytes }) {
    // An answer without a body is cut within its first line.
    if (bytes === null || bytes.length < 2) {
      socket.write(`HTTP/1.1 ${status} `, () => socket.destroy())
      return
    }
    outgoing.writeHead(status, { ...headers, 'Content-Length': String(bytes.length) })
    outgoing.write(bytes.slice(0, bytes.length >> 1), 'latin1', () => socket.destroy())
  },
  chunk({ socket }, _outgoing, { status, headers, bytes }) {
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    const half = (bytes ?? '').slice(0, (bytes?.length ?? 0) >> 1)
    const first = half === '' ? '' : `${half.length.toString(16)}\r\n${half}\r\n`
    const text = `HTTP/1.1 ${status} \r\n${head.join('')}Transfer-Encoding: chunked\r\n\r\n${first}not a size\r\n`
    socket.write(text, 'latin1', () => socket.destroy())
  },
  garbage: ({ socket }) => {
    socket.write('\u0016\u0003\u0001\u0002\u0000\u0001\u0000 this is not HTTP \r\n\r\n', 'latin1', () => socket.destroy())
  },
}

/** Sends the body in steps of a tenth of a second, or byte by byte where that is slower. */
async function trickle(
  outgoing: ServerResponse,
  { status, headers, bytes }: Outgoing,
  rate: number,
  signal: AbortSignal,
  systemClock: Pick<SystemClock, 'wait'>,
): Promise<void> {
  const body = bytes ?? ''
  outgoing.writeHead(status, { ...headers, 'Content-Length': String(body.length) })
  outgoing.flushHeaders()
  const part = Math.max(1, Math.floor(rate / 10))
  for (let at = 0; at < body.length; at += part) {
    await systemClock.wait((1000 * part) / rate, signal)
    outgoing.write(body.slice(at, at + part), 'latin1')
  }
  outgoing.end()
}

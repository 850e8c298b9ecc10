import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { closable } from '../stopping/close-server.ts'
import { drained, type Stopping } from '../stopping/stop.ts'

/** A proxy that listens on this machine only. */
export interface LocalProxy {
  readonly url: string
  /** Accepts no more requests, and lets running ones continue for the given time; default: ends them at once. */
  close(how?: Stopping): Promise<void>
}

/** The address of a web server that a proxy forwards to. @throws TypeError for anything else */
export function upstreamOf(text: string): URL {
  const upstream = new URL(text)
  if (!/^https?:$/.test(upstream.protocol)) throw new TypeError(`"${text}" is not an address of a web server.`)
  return upstream
}

/**
 * Starts to listen on 127.0.0.1. Rejects with the system's error for a port that cannot be used.
 * @param cut called at the end of a drain: aborts the proxy's own calls
 */
export async function listenLocally(server: Server, port = 0, cut: () => void = () => {}): Promise<LocalProxy> {
  // `closable` listens to these events, so Node does not answer them itself. The listener's guard decides when a body may be sent.
  for (const event of ['checkContinue', 'checkExpectation'])
    server.on(event, (incoming, outgoing) => server.emit('request', incoming, outgoing))
  // Slow and idle clients are ended as at the sandbox itself.
  Object.assign(server, { requestTimeout: 30_000, headersTimeout: 20_000, keepAliveTimeout: 10_000, maxConnections: 1_000 })
  const close = closable(server)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: (how) =>
      drained({ drain: 0, ...how }, (late) => {
        if (late.aborted) cut()
        else late.addEventListener('abort', cut, { once: true })
        return close(late)
      }),
  }
}

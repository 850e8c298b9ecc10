import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { closable } from '../stopping/close-server.ts'
import { drained, type Stopping } from '../stopping/stop.ts'

/** A proxy that listens on this machine alone. */
export interface LocalProxy {
  readonly url: string
  /** Takes no more requests, and lets those under way go on as long as is said; default: not at all. */
  close(how?: Stopping): Promise<void>
}

/** The address of a web server that a proxy forwards to. @throws TypeError for anything else */
export function upstreamOf(text: string): URL {
  const upstream = new URL(text)
  if (!/^https?:$/.test(upstream.protocol)) throw new TypeError(`"${text}" is not an address of a web server.`)
  return upstream
}

/**
 * Begins to listen on 127.0.0.1. Rejects with the system's error for a port that cannot be had.
 * @param cut is called at the end of a drain: what is asked of others is to be given up
 */
export async function listenLocally(server: Server, port = 0, cut: () => void = () => {}): Promise<LocalProxy> {
  // `closable` listens to these events, so Node leaves their answers to us. The guard of the listener says when a body may come.
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

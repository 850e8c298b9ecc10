import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A proxy that listens on this machine alone. */
export interface LocalProxy {
  readonly url: string
  /** Stops at once; open connections are cut. */
  close(): Promise<void>
}

/** The address of a web server that a proxy forwards to. @throws TypeError for anything else */
export function upstreamOf(text: string): URL {
  const upstream = new URL(text)
  if (!/^https?:$/.test(upstream.protocol)) throw new TypeError(`"${text}" is no address of a web server.`)
  return upstream
}

/** Begins to listen on 127.0.0.1. Rejects with the system's error for a port that cannot be had. */
export async function listenLocally(server: Server, port = 0): Promise<LocalProxy> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

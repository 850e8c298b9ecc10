import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { type Listener, oneAtATime } from '../gate/one-at-a-time.ts'
import { closable } from '../stopping/close-server.ts'
import { answerBrokenRequests, answerOddAddress } from './broken-request.ts'

/** Where to listen, and for how long a request may take. */
export interface ListenOptions {
  /** 0 chooses a free port. */
  readonly port: number
  /** Default: 127.0.0.1, and ::1 where the machine has it. */
  readonly host?: string
  /** Milliseconds for a whole request to arrive. */
  readonly requestTimeout?: number
}

/** A running listener. */
export interface Listening {
  /** Addresses that answer, the first one for people. */
  readonly urls: readonly string[]
  readonly port: number
  /** Accepts no more requests; resolves once running ones are answered, or cut off because `late` was aborted. */
  close(late: AbortSignal): Promise<void>
}

/**
 * Listens, with limits on time and headers from the first moment on. Resolves once requests are answered.
 * @throws the system's error (`EADDRINUSE` …) as it came
 */
export async function listen(
  app: { fetch: Parameters<typeof getRequestListener>[0] },
  { port, host, requestTimeout = 30_000 }: ListenOptions,
): Promise<Listening> {
  const open = () => {
    const listener = oneAtATime(getRequestListener(app.fetch, { overrideGlobalObjects: false, errorHandler: answerOddAddress }) as Listener)
    const server = createServer(
      {
        // Larger than the documented limits, so that a documented answer can be given instead of a closed connection.
        maxHeaderSize: 256 * 1024,
        requestTimeout,
        headersTimeout: Math.min(requestTimeout, 20_000),
        connectionsCheckingInterval: Math.max(50, Math.min(requestTimeout / 4, 5_000)),
        keepAliveTimeout: 10_000,
        insecureHTTPParser: false,
        // Node answers a request without Host by itself, and without a body.
        requireHostHeader: false,
      },
      listener,
    )
    // After 2000 headers Node would silently drop the rest, signed ones too; their size is limited anyway.
    server.maxHeadersCount = 0
    answerBrokenRequests(server)
    // The guard decides before the body is sent; a body refused by its head is never sent.
    server.on('checkContinue', listener)
    // Ignore other expectations than the one Node handles; by default Node closes the connection.
    server.on('checkExpectation', listener)
    return { server, close: closable(server) }
  }
  const first = open()
  const bound = await bind(first.server, port, host ?? '127.0.0.1')
  const servers = [first]
  const urls = [urlOf(bound)]
  if (host === undefined) {
    const second = open()
    try {
      urls.push(urlOf(await bind(second.server, bound.port, '::1')))
      servers.push(second)
    } catch {
      // No IPv6 loopback here, or the port is taken on it: the ready line says which addresses there are.
      second.server.close()
    }
  }
  return {
    urls,
    port: bound.port,
    async close(late) {
      await Promise.all(servers.map(({ close }) => close(late)))
    },
  }
}

function bind(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.removeListener('error', reject)
      resolve(server.address() as AddressInfo)
    })
  })
}

function urlOf({ address, port, family }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

import dns from 'node:dns'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Listener, oneAtATime } from '../gate/one-at-a-time.ts'
import { closable } from '../stopping/close-server.ts'
import { answerBrokenRequests, answerOddAddress, type BrokenShape } from './broken-request.ts'
import { answerPlainHttp } from './tls/plain-http.ts'
import type { Certified } from './tls/self-signed.ts'

type Adapter = typeof import('@hono/node-server')

/** Where to listen, and for how long a request may take. */
export interface ListenOptions {
  /** 0 chooses a free port. */
  readonly port: number
  /** Default: 127.0.0.1, and ::1 where the machine has it. */
  readonly host?: string
  /** Milliseconds for a whole request to arrive. */
  readonly requestTimeout?: number
  /** Milliseconds that a connection may stay open between two requests. */
  readonly idleTimeout?: number
  /** Open connections at the same time, for each address; `onCrowded` is called when one is closed for that reason the first time. */
  readonly connections?: number
  readonly onCrowded?: () => void
  /** How requests that are not valid HTTP are answered. Default: as the gateway does. */
  readonly broken?: BrokenShape
  /** Speaks HTTPS with this certificate. */
  readonly tls?: Certified
}

/** Most connections that are open at the same time. */
export const MOST_CONNECTIONS = 10_000

/** Machine milliseconds for a whole request to arrive, and between two requests of a connection. */
export const TIMES = { requestTimeout: 30_000, idleTimeout: 10_000 } as const

/** Where to listen beside the default host. */
const SECOND = '::1'

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
  app: { fetch: Parameters<Adapter['getRequestListener']>[0]; direct?: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean },
  {
    port,
    host,
    requestTimeout = TIMES.requestTimeout,
    idleTimeout = TIMES.idleTimeout,
    connections = MOST_CONNECTIONS,
    onCrowded,
    broken = 'gateway',
    tls,
  }: ListenOptions,
): Promise<Listening> {
  const https = tls && (await import('node:https'))
  const open = () => {
    let framework: Listener | undefined
    const listener = oneAtATime(async (incoming, outgoing) => {
      if (app.direct?.(incoming, outgoing)) return
      framework ??= await frameworkFor(app.fetch, broken)
      await framework(incoming, outgoing)
    })
    const options = {
      // Larger than the documented limits, so that a documented answer can be given instead of a closed connection.
      maxHeaderSize: 256 * 1024,
      requestTimeout,
      headersTimeout: Math.min(requestTimeout, 20_000),
      connectionsCheckingInterval: Math.max(50, Math.min(requestTimeout / 4, 5_000)),
      keepAliveTimeout: idleTimeout,
      // Node adds a second to what it tells the client; a client that keeps to what it was told is never cut off.
      keepAliveTimeoutBuffer: Math.min(1_000, idleTimeout),
      insecureHTTPParser: false,
      // Node answers a request without Host by itself, and without a body.
      requireHostHeader: false,
    }
    const handshake = { handshakeTimeout: options.headersTimeout }
    const server = https ? https.createServer({ ...options, ...tls, ...handshake }, listener) : createServer(options, listener)
    // After 2000 headers Node would silently drop the rest, signed ones too; their size is limited anyway.
    server.maxHeadersCount = 0
    server.maxConnections = connections
    if (onCrowded) server.once('drop', onCrowded)
    answerBrokenRequests(server, broken)
    answerPlainHttp(server)
    // The guard decides before the body is sent; a body refused by its head is never sent.
    server.on('checkContinue', listener)
    // Ignore other expectations than the one Node handles; by default Node closes the connection.
    server.on('checkExpectation', listener)
    return { server, close: closable(server) }
  }
  const first = open()
  const bound = await bind(first.server, port, host ?? '127.0.0.1')
  const servers = [first]
  const scheme = tls ? 'https' : 'http'
  const urls = [urlOf(scheme, bound)]
  if (host === undefined) {
    const second = open()
    try {
      urls.push(urlOf(scheme, await bind(second.server, bound.port, SECOND)))
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

/** The adapter of the framework is loaded when a first request needs it: it takes as long to load as half of the sandbox. */
async function frameworkFor(fetch: Parameters<Adapter['getRequestListener']>[0], broken: BrokenShape): Promise<Listener> {
  const { getRequestListener } = await import('@hono/node-server')
  return getRequestListener(fetch, { overrideGlobalObjects: false, errorHandler: () => answerOddAddress(broken) }) as Listener
}

function bind(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    const listen = () =>
      server.listen(port, host, () => {
        server.removeListener('error', reject)
        resolve(server.address() as AddressInfo)
      })
    if (host === SECOND) unresolved(SECOND, listen)
    else listen()
  })
}

/**
 * Listens at an IPv6 address. Node gives every host to its resolver, even an address, and the first look whether it is one of IPv6 compiles
 * a pattern: one part in thirty of a start. Nothing else runs while the resolver is replaced.
 */
function unresolved(address: string, listen: () => void): void {
  const { lookup } = dns
  const known = (_host: string, done: (error: null, address: string, family: number) => void) => done(null, address, 6)
  dns.lookup = known as typeof lookup
  try {
    listen()
  } finally {
    dns.lookup = lookup
  }
}

function urlOf(scheme: string, { address, port, family }: AddressInfo): string {
  return `${scheme}://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

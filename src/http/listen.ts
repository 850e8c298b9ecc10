import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { wire } from '../world/wire.ts'

export interface ListenOptions {
  /** 0 lets the machine choose. */
  readonly port: number
  /** Absent: 127.0.0.1, and ::1 where the machine has it. */
  readonly host?: string
  /** Milliseconds for a whole request to arrive. */
  readonly requestTimeout?: number
}

export interface Listening {
  /** Addresses that answer, the first one for people. */
  readonly urls: readonly string[]
  readonly port: number
  close(): Promise<void>
}

/** How long open requests may go on after a stop was asked for. */
const GRACE = 200

/**
 * Listens, with limits on time and headers from the first moment on. Resolves once requests are answered.
 * @throws the system's error (`EADDRINUSE` …) as it came
 */
export async function listen(
  app: { fetch: Parameters<typeof getRequestListener>[0] },
  { port, host, requestTimeout = 30_000 }: ListenOptions,
): Promise<Listening> {
  const open = () => {
    const server = createServer(
      {
        // Larger than the documented limits, so that a documented answer can be given instead of a torn line.
        maxHeaderSize: 256 * 1024,
        requestTimeout,
        headersTimeout: Math.min(requestTimeout, 20_000),
        connectionsCheckingInterval: Math.max(50, Math.min(requestTimeout / 4, 5_000)),
        keepAliveTimeout: 10_000,
        insecureHTTPParser: false,
      },
      getRequestListener(app.fetch, { overrideGlobalObjects: false }),
    )
    server.on('clientError', answerBrokenRequest)
    return server
  }
  const first = open()
  const bound = await bind(first, port, host ?? '127.0.0.1')
  const servers = [first]
  const urls = [urlOf(bound)]
  if (host === undefined) {
    const second = open()
    try {
      urls.push(urlOf(await bind(second, bound.port, '::1')))
      servers.push(second)
    } catch {
      // No IPv6 loopback here, or the port is taken on it: the ready line says which addresses there are.
      second.close()
    }
  }
  return {
    urls,
    port: bound.port,
    async close() {
      await Promise.all(servers.map(closeServer))
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

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const closed = new AbortController()
    wire.wait(GRACE, closed.signal).then(
      () => server.closeAllConnections(),
      () => {},
    )
    server.close(() => {
      closed.abort()
      resolve()
    })
    server.closeIdleConnections()
  })
}

const STATUS: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [494, 'Request headers too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'API request error.'],
}

/**
 * Requests that Node's parser gives up on still get JSON in the gateway's shape: nothing is silent, nothing is HTML.
 * For anything but the header limit the vendor documents no answer (400 and 408 inferred).
 */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, message] = STATUS[error.code ?? ''] ?? [400, 'API request error.']
  const id = '0'.repeat(32)
  const body = JSON.stringify({ error_code: 'APIGW.0201', error_msg: message, request_id: id })
  const head = [
    `HTTP/1.1 ${status} ${status === 494 ? 'Request Header Too Large' : status === 408 ? 'Request Timeout' : 'Bad Request'}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${id}`,
    `X-Sandbox-Verdict: request.http.${(error.code ?? 'broken').toLowerCase().replaceAll('_', '-')}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { wire } from '../world/wire.ts'

/** Where and how long is listened. */
export interface ListenOptions {
  /** 0 lets the machine choose. */
  readonly port: number
  /** Absent: 127.0.0.1, and ::1 where the machine has it. */
  readonly host?: string
  /** Milliseconds for a whole request to arrive. */
  readonly requestTimeout?: number
}

/** An open door. */
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
    const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false, errorHandler: answerOddAddress })
    const server = createServer(
      {
        // Larger than the documented limits, so that a documented answer can be given instead of a torn line.
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
    // Past 2000 headers Node would drop the rest in silence, signed ones too; their size is limited anyway.
    server.maxHeadersCount = 0
    server.on('clientError', answerBrokenRequest)
    // No tunnels here, and no expectation but the one that Node itself meets; by default Node hangs up on both.
    server.on('connect', (_request, socket: Socket) =>
      answerBrokenRequest(Object.assign(new Error('CONNECT'), { code: 'CONNECT' }), socket),
    )
    server.on('checkExpectation', listener)
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
  const body = brokenBody(message)
  const head = [
    `HTTP/1.1 ${status} ${status === 494 ? 'Request Header Too Large' : status === 408 ? 'Request Timeout' : 'Bad Request'}`,
    ...Object.entries(brokenHeaders((error.code ?? 'broken').toLowerCase().replaceAll('_', '-'))).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** `Host` or address that no URL can be made of: the framework gives up before our door is reached. */
function answerOddAddress(): Response {
  return new Response(brokenBody('API request error.'), { status: 400, headers: brokenHeaders('address') })
}

const NO_ID = '0'.repeat(32)

function brokenBody(message: string): string {
  return JSON.stringify({ error_code: 'APIGW.0201', error_msg: message, request_id: NO_ID })
}

function brokenHeaders(code: string): Record<string, string> {
  return { 'Content-Type': 'application/json', 'X-Request-Id': NO_ID, 'X-Sandbox-Verdict': `request.http.${code}` }
}

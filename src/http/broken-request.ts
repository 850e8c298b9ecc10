import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { speaksTls } from '../stopping/close-server.ts'

/** The answer to each kind of broken HTTP. The vendor documents one for the header limit only; the others are inferred. */
interface Broken {
  readonly status: number
  readonly reason: string
  readonly code: string
  readonly message: string
  /** Code of the finding: stable, whatever the parser's own code is. */
  readonly finding: string
}

const MALFORMED: Broken = {
  status: 400,
  reason: 'Bad Request',
  code: 'APIGW.0201',
  message: 'API request error.',
  finding: 'request.http.malformed',
}
const BROKEN: Readonly<Record<string, Broken>> = {
  HPE_HEADER_OVERFLOW: {
    ...MALFORMED,
    status: 494,
    reason: 'Request Header Too Large',
    message: 'Request headers too large.',
    finding: 'request.size.refused',
  },
  ERR_HTTP_REQUEST_TIMEOUT: { ...MALFORMED, status: 408, reason: 'Request Timeout', finding: 'request.time.exceeded' },
  HPE_INVALID_METHOD: {
    status: 404,
    reason: 'Not Found',
    code: 'APIGW.0101',
    message: 'The API does not exist.',
    finding: 'request.method.unknown',
  },
}

const NO_ID = '0'.repeat(32)

/** How the body is written: as the gateway does, or as a problem (RFC 9457) where only foreign documents are served. */
export type BrokenShape = 'gateway' | 'problem'

/**
 * Requests that Node's parser rejects still get JSON in the gateway's shape, never silence or HTML. A good
 * request before them on the same connection gets its own answer first.
 */
export function answerBrokenRequests(server: Server, shape: BrokenShape): void {
  const last = new WeakMap<Socket, { readonly request: IncomingMessage; readonly response: ServerResponse }>()
  const remember = (request: IncomingMessage, response: ServerResponse) => last.set(request.socket, { request, response })
  for (const event of ['request', 'checkContinue']) server.on(event, remember)
  // What fails before the two sides agreed on keys comes here as well; nothing can be said to it.
  const greeted = new WeakSet<Socket>()
  server.on('secureConnection', (socket: Socket) => greeted.add(socket))
  // Each further packet of a connection whose parser failed is an error of its own; one refusal is enough.
  const awaiting = new WeakSet<Socket>()
  const answer = (error: NodeJS.ErrnoException, socket: Socket) => {
    if (awaiting.has(socket)) return
    const unheard = speaksTls(server) && !greeted.has(socket)
    if (unheard || error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const broken = brokenBy(error)
    const before = last.get(socket)
    // It was answered already; its body is discarded.
    if (before && !before.request.complete && before.response.headersSent) {
      socket.destroy()
      return
    }
    // A complete request was good; an incomplete one is the broken request itself and gets no other answer.
    if (before?.request.complete && !before.response.writableFinished && !before.response.destroyed) {
      awaiting.add(socket)
      before.response.once('finish', () => refuse(broken, socket, shape))
    } else refuse(broken, socket, shape)
  }
  server.on('clientError', answer)
  // Tunnels are not supported; by default Node closes the connection.
  server.on('connect', (_request, socket: Socket) => {
    // Node hands the socket over without anybody who hears its errors: a client that resets it would end the process.
    socket.on('error', () => socket.destroy())
    refuse({ ...MALFORMED, finding: 'request.http.connect' }, socket, shape)
  })
}

/** A `Host` or address that is not a valid URL: the framework rejects it before the guard is reached. */
export function answerOddAddress(shape: BrokenShape): Response {
  const broken = { ...MALFORMED, finding: 'request.http.address' }
  return new Response(bodyOf(broken, shape), { status: statusOf(broken, shape), headers: headersOf(broken, shape) })
}

/** The parser reports everything with a wrong beginning as a wrong method; a TLS handshake is not one. */
function brokenBy({ code = '', rawPacket }: NodeJS.ErrnoException & { readonly rawPacket?: Uint8Array }): Broken {
  const isWord = /^[A-Za-z]/.test(String.fromCharCode(rawPacket?.[0] ?? 0))
  return (code === 'HPE_INVALID_METHOD' && !isWord ? undefined : BROKEN[code]) ?? MALFORMED
}

function refuse(broken: Broken, socket: Socket, shape: BrokenShape): void {
  const body = bodyOf(broken, shape)
  const head = [
    `HTTP/1.1 ${statusOf(broken, shape)} ${broken.reason}`,
    ...Object.entries(headersOf(broken, shape)).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** 494 is the gateway's own status. */
const statusOf = ({ status }: Broken, shape: BrokenShape): number => (shape === 'problem' && status === 494 ? 431 : status)

function bodyOf(broken: Broken, shape: BrokenShape): string {
  const { code, message, reason } = broken
  if (shape === 'gateway') return JSON.stringify({ error_code: code, error_msg: message, request_id: NO_ID })
  return JSON.stringify({ type: 'about:blank', title: reason, status: statusOf(broken, shape), detail: 'The request is not valid HTTP.' })
}

function headersOf({ finding }: Broken, shape: BrokenShape): Record<string, string> {
  const shaped =
    shape === 'gateway' ? { 'Content-Type': 'application/json', 'X-Request-Id': NO_ID } : { 'Content-Type': 'application/problem+json' }
  return { ...shaped, 'X-Sandbox-Verdict': finding }
}

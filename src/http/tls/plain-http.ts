import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { speaksTls } from '../../stopping/close-server.ts'

/** What OpenSSL says of bytes that are no greeting: it knows some methods of HTTP, and takes the others for an odd version. */
const PLAIN = ['ERR_SSL_HTTP_REQUEST', 'ERR_SSL_HTTPS_PROXY_REQUEST', 'ERR_SSL_WRONG_VERSION_NUMBER']

/** A client that speaks plain HTTP to a port of HTTPS is told so, in plain text: otherwise it sees only that the connection was closed. */
export function answerPlainHttp(server: Server): void {
  if (!speaksTls(server)) return
  // Only the connection below TLS can carry the answer; the two share their remote address.
  const connections = new Map<string, Socket>()
  server.on('connection', (socket: Socket) => {
    const name = nameOf(socket)
    connections.set(name, socket)
    socket.once('close', () => connections.delete(name))
  })
  server.on('secureConnection', (socket: Socket) => connections.delete(nameOf(socket)))
  server.on('tlsClientError', (error: NodeJS.ErrnoException, greeting: Socket) => {
    const socket = connections.get(nameOf(greeting))
    if (!socket?.writable || !PLAIN.includes(error.code ?? '')) return
    // The client may be gone already.
    socket.on('error', () => socket.destroy())
    socket.end(answerFor(socket), () => socket.destroySoon())
  })
}

const nameOf = ({ remoteAddress, remotePort }: Socket) => `${remoteAddress} ${remotePort}`

function answerFor({ localAddress = '127.0.0.1', localPort }: Socket): string {
  const host = localAddress.includes(':') ? `[${localAddress}]` : localAddress
  const text = `This port speaks HTTPS, and this request came over plain HTTP. Use https://${host}:${localPort}.\n`
  const head = ['HTTP/1.1 400 Bad Request', 'Content-Type: text/plain; charset=utf-8', `Content-Length: ${Buffer.byteLength(text)}`]
  return `${[...head, 'Connection: close'].join('\r\n')}\r\n\r\n${text}`
}

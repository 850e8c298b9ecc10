import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { createTurns, systemClock } from '../world/engine/system-clock.ts'

/** Machine milliseconds that a connection without a request stays open at a stop. */
const ARRIVAL = 100

/** Whether a server speaks HTTPS. Asked without Node's TLS, which a sandbox that speaks plain HTTP need not load. */
export const speaksTls = (server: Server): boolean => 'setSecureContext' in server

/**
 * Watches the connections of a server from its beginning. The returned function closes it: no new connections at once, connections without a
 * request go, the others when they are answered; what is open when `late` is aborted is cut off.
 */
export function closable(server: Server): (late: AbortSignal) => Promise<void> {
  const sockets = new Map<Socket, Set<ServerResponse>>()
  let closing = false
  /** Of a server that speaks TLS: connections that have not greeted yet, by the port of the other side. */
  const greeting = new Map<string, Socket>()
  const add = (socket: Socket) => {
    sockets.set(socket, new Set())
    socket.once('close', () => sockets.delete(socket))
  }
  if (speaksTls(server)) {
    const nameOf = ({ remoteAddress, remotePort }: Socket) => `${remoteAddress} ${remotePort}`
    server.on('connection', (socket: Socket) => {
      const name = nameOf(socket)
      greeting.set(name, socket)
      socket.once('close', () => greeting.delete(name))
    })
    server.on('secureConnection', (socket: Socket) => {
      greeting.delete(nameOf(socket))
      add(socket)
    })
  } else server.on('connection', add)
  const watch = ({ socket }: IncomingMessage, response: ServerResponse) => {
    const open = sockets.get(socket)
    open?.add(response)
    if (closing) response.shouldKeepAlive = false
    response.once('close', () => {
      open?.delete(response)
      // What was answered has left: `close` comes after the last byte was handed to the system.
      if (closing && open?.size === 0) socket.destroySoon()
    })
  }
  server.prependListener('request', watch)
  server.prependListener('checkContinue', watch)
  server.prependListener('checkExpectation', watch)
  const turn = createTurns()
  return async (late) => {
    closing = true
    const closed = new Promise<void>((resolve) => {
      const cut = () => server.closeAllConnections()
      server.close(() => {
        late.removeEventListener('abort', cut)
        resolve()
      })
      if (late.aborted) cut()
      else late.addEventListener('abort', cut, { once: true })
    })
    for (const open of sockets.values()) for (const response of open) if (!response.headersSent) response.shouldKeepAlive = false
    await turn()
    // A request that was sent before the stop may still be on its way through the system.
    if ([...sockets.values()].some((open) => open.size === 0)) await systemClock.wait(ARRIVAL, late).catch(() => {})
    for (const socket of greeting.values()) socket.destroy()
    for (const [socket, open] of sockets) if (open.size === 0) socket.destroy()
    await closed
  }
}

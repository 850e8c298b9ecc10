import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { createTurns } from '../world/wire.ts'

/**
 * Watches the connections of a server from its beginning. The returned function closes it: no new connections at once, connections without a
 * request go, the others when they are answered; what is open when `late` is aborted is cut off.
 */
export function closable(server: Server): (late: AbortSignal) => Promise<void> {
  const sockets = new Map<Socket, Set<ServerResponse>>()
  let closing = false
  server.on('connection', (socket: Socket) => {
    sockets.set(socket, new Set())
    socket.once('close', () => sockets.delete(socket))
  })
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
    // What has arrived is taken up before connections without a request are closed.
    await turn()
    await new Promise<void>((resolve) => {
      const cut = () => server.closeAllConnections()
      server.close(() => {
        late.removeEventListener('abort', cut)
        resolve()
      })
      for (const [socket, open] of sockets) {
        if (open.size === 0) socket.destroy()
        for (const response of open) if (!response.headersSent) response.shouldKeepAlive = false
      }
      if (late.aborted) cut()
      else late.addEventListener('abort', cut, { once: true })
    })
  }
}

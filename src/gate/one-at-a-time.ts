import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** What answers the requests of a server. */
export type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown

/**
 * Processes one request of a connection at a time: the next one after the answer before it was sent. Otherwise a thousand small requests sent
 * together, their answers unread, would keep everybody else waiting and fill the memory. While requests wait, no more are read.
 */
export function oneAtATime(listener: Listener): Listener {
  const lines = new WeakMap<Socket, (readonly [IncomingMessage, ServerResponse])[]>()

  const take = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { socket } = incoming
    outgoing.once('close', () => {
      const waiting = lines.get(socket)
      const next = socket.destroyed ? undefined : waiting?.shift()
      if (next && waiting?.length === 0) socket.resume()
      if (next) take(...next)
      else lines.delete(socket)
    })
    listener(incoming, outgoing)
  }

  return (incoming, outgoing) => {
    const { socket } = incoming
    const waiting = lines.get(socket)
    if (waiting) {
      waiting.push([incoming, outgoing])
      socket.pause()
    } else {
      lines.set(socket, [])
      take(incoming, outgoing)
    }
  }
}

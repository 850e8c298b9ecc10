import type { IncomingMessage } from 'node:http'
import { systemClock } from '../world/engine/system-clock.ts'

/** Most that a client may send after it was refused. */
const MOST = 512 * 1024 * 1024
const LONGEST = 5_000

/**
 * Reads the rest of a refused request and discards it: a connection that is closed with unread bytes is reset, and its client never
 * sees the answer. Resolves when the request has ended or the limit of bytes or milliseconds is reached; then the connection can be closed.
 */
export function discard(incoming: IncomingMessage): Promise<void> {
  if (incoming.complete || incoming.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    const over = new AbortController()
    let size = 0
    const done = () => {
      over.abort()
      incoming.off('data', count)
      resolve()
    }
    const count = (chunk: Uint8Array) => {
      size += chunk.length
      if (size > MOST) done()
    }
    incoming.on('data', count)
    for (const event of ['end', 'close', 'error'] as const) incoming.once(event, done)
    systemClock.wait(LONGEST, over.signal).then(done, () => {})
    incoming.resume()
  })
}

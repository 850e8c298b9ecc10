import type { ServerResponse } from 'node:http'
import type { Stream } from './exchange.ts'

/** Sends a stream to a socket until either side ends it. Waits for a slow reader. */
export function pour(outgoing: ServerResponse, stream: Stream): void {
  let ready = () => {}
  outgoing.on('drain', () => ready())
  // Send the head at once, even if nothing follows soon.
  outgoing.flushHeaders()
  const stop = stream.start({
    send: (part) => outgoing.write(part),
    onReady(listener) {
      ready = listener
    },
    end: () => outgoing.end(),
    breakOff: () => outgoing.destroy(),
  })
  outgoing.on('close', stop)
  // The reader disconnected before there was anything to read.
  if (outgoing.destroyed) stop()
}

import type { ServerResponse } from 'node:http'
import type { Stream } from './exchange.ts'

/** Sends a stream down a socket until either side ends it. A reader who does not keep up is waited for. */
export function pour(outgoing: ServerResponse, stream: Stream): void {
  let ready = () => {}
  outgoing.on('drain', () => ready())
  // The head goes at once, whether something follows soon or not.
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
  // The reader went away before there was anything to read.
  if (outgoing.destroyed) stop()
}

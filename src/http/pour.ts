import type { ServerResponse } from 'node:http'
import type { Stream } from './exchange.ts'

/** Sends a stream down a socket until either side ends it. A reader who does not keep up is waited for. */
export function pour(outgoing: ServerResponse, stream: Stream): void {
  let ready = () => {}
  outgoing.on('drain', () => ready())
  // The head goes at once, whether something follows soon or not.
  outgoing.flushHeaders()
  const stop = stream.start({
    send: (text) => outgoing.write(text),
    onReady(listener) {
      ready = listener
    },
    end: () => outgoing.end(),
  })
  outgoing.on('close', stop)
}

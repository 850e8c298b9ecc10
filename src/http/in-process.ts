import { Readable } from 'node:stream'
import type { Call } from '../spec/call.ts'
import type { Connection } from './connection.ts'
import type { Outgoing, Stream } from './exchange.ts'

/**
 * A `Request` without a socket, as `app.request()` and `sandbox.fetch` make them. Its path and query are those of its URL, which `Request` has
 * normalised: a test of a raw request line needs a socket.
 */
export function inProcess(request: Request): Connection {
  const { pathname, search, host } = new URL(request.url)
  const headers: Record<string, string> = { host, ...Object.fromEntries(request.headers) }
  const head: Call = {
    method: request.method,
    path: pathname,
    query: search.slice(1),
    host: headers['host'] ?? host,
    headers,
    body: new Uint8Array(0),
  }
  const answer = ({ status, headers: answered, bytes, stream }: Outgoing) => {
    const body = stream ? partsOf(stream) : bytes === null || request.method === 'HEAD' ? null : Buffer.from(bytes, 'latin1')
    return new Response(body, { status, headers: answered })
  }
  return {
    head,
    async read(limits) {
      const body = new Uint8Array(await request.arrayBuffer())
      const most = limits().bytes
      if (body.length <= most) return { ...head, body }
      return { refused: 'APIGW.0201:entity', call: head, expected: `a body of at most ${most} bytes`, got: `${body.length} bytes` }
    },
    raw: ({ body }) => ({
      method: head.method,
      url: `${pathname}${search}`,
      headers: Object.entries(headers).flat(),
      body,
    }),
    pass: (passed) =>
      new Response(Readable.toWeb(passed) as ReadableStream, {
        status: passed.statusCode ?? 502,
        headers: Object.entries(passed.headersDistinct).flatMap(([name, values = []]) =>
          values.map((value): [string, string] => [name, value]),
        ),
      }),
    send: answer,
    // There is no connection to delay or to cut: a lost answer is a network error, as `fetch` would report it.
    sendFaulty: (ready, { cut, hang }) => (cut === undefined && !hang ? answer(ready) : Response.error()),
    refuse: answer,
    abandon: () => Response.error(),
    onClosed: (listener) => request.signal.addEventListener('abort', listener, { once: true }),
  }
}

function partsOf(stream: Stream): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let stop = () => {}
  let ready = () => {}
  return new ReadableStream<Uint8Array>({
    start(controller) {
      stop = stream.start({
        send(part) {
          controller.enqueue(typeof part === 'string' ? encoder.encode(part) : part)
          return (controller.desiredSize ?? 0) > 0
        },
        onReady(listener) {
          ready = listener
        },
        end: () => controller.close(),
        breakOff: () => controller.error(new TypeError('The answer was cut off.')),
      })
    },
    pull: () => ready(),
    cancel: () => stop(),
  })
}

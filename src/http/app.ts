import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2Bindings, HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import { discard } from '../gate/discard.ts'
import type { Call } from '../spec/call.ts'
import { createTurns } from '../world/engine/system-clock.ts'
import type { Answer } from './answer.ts'
import { bodyText, type Outgoing } from './exchange.ts'
import { refusalOf } from './guard.ts'
import { pour } from './pipe-stream.ts'
import { type RefusedRequest, readCall, readHead } from './read-request.ts'
import { refuseCaller, refuseRequest, turnFull } from './refuse-early.ts'
import { failedByUs } from './render.ts'
import type { ServerContext } from './server-context.ts'

type Bindings = { Bindings: HttpBindings | Http2Bindings }

/** Pages beside the API: the page at a path, if there is one. The query comes without its question mark. */
export type Pages = (path: string, query: string) => Page | undefined

interface Page {
  readonly type: string
  readonly body: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/** The Hono app of one sandbox: pages for people under `/_sandbox`, then everything else through `answer()`. */
export function createApp(
  server: ServerContext,
  answering: Answer,
  pages: Pages = () => undefined,
  onError: (error: unknown) => void = () => {},
): Hono<Bindings> {
  const answer = createSafeAnswer(answering, onError)
  const turn = createTurns()
  const app = new Hono<Bindings>({ router: new TrieRouter() })
  app.onError((error) => {
    onError(error)
    const broken = failedByUs(error)
    return new Response(bodyText(broken), broken)
  })
  app.all('*', async (c) => {
    const incoming = c.env.incoming as IncomingMessage
    const outgoing = c.env.outgoing as ServerResponse
    const head = readHead(incoming)
    const { method, path, query, headers } = head
    const page = /^(GET|HEAD)$/.test(method) && path.startsWith('/_sandbox/') ? pages(path, query) : undefined
    const refused = refusalOf({ method, path, headers, page: page !== undefined }, server)
    if (refused) {
      sendAndClose(incoming, outgoing, refuseCaller(server, head, refused))
      return RESPONSE_ALREADY_SENT
    }
    if (page) return show(c, page)
    const full = adds(head) ? server.memory.short(Number(headers['content-length'] ?? 0)) : undefined
    if (drops(head)) outgoing.once('close', server.memory.freed)
    if (full !== undefined) {
      sendAndClose(incoming, outgoing, turnFull(server, head, full))
      return RESPONSE_ALREADY_SENT
    }
    let read: Call | RefusedRequest
    try {
      read = await readCall(incoming, outgoing, head, () => {
        const route = server.specs.find(head)
        return ('missing' in route ? server.specs.nowhere : route.value).limits
      })
    } catch {
      // The client disconnected before the request was complete: there is nobody to answer.
      outgoing.destroy()
      return RESPONSE_ALREADY_SENT
    }
    if ('refused' in read) {
      sendAndClose(incoming, outgoing, refuseRequest(server, read))
      return RESPONSE_ALREADY_SENT
    }
    // Requests that arrived together are answered together, then sent together: code that has just run is several times
    // faster than code that the network stack has driven out of the processor's caches in between.
    await turn()
    const answered = answer(read)
    const ready = answered instanceof Promise ? await answered : answered
    // Node would insert the machine's time, and the same request would not get the same bytes.
    ready.headers.Date ??= server.httpDate(server.worlds.open('default').clock.now())
    await turn()
    send(incoming, outgoing, ready)
    return RESPONSE_ALREADY_SENT
  })
  return app
}

/** Whether a request frees memory. */
const drops = ({ method, path }: Call): boolean => method === 'DELETE' || /^\/_sandbox\/worlds\/[^/]+\/reset$/.test(path)

/** Whether a request may increase memory use. A request that frees memory is always accepted. */
const adds = (call: Call): boolean => /^(POST|PUT|PATCH)$/.test(call.method) && !drops(call)

function show(c: Context<Bindings>, { type, body, headers }: Page): Response {
  const shown = typeof body === 'string' ? body : new Uint8Array(body)
  return c.body(shown, 200, { ...headers, 'content-type': type, 'x-content-type-options': 'nosniff' })
}

/** `answer()` that never throws: a defect of the sandbox becomes a 500 that says so. */
function createSafeAnswer(answer: Answer, onError: (error: unknown) => void): Answer {
  const broken = (error: unknown): Outgoing => {
    onError(error)
    return failedByUs(error)
  }
  return (call) => {
    try {
      const answered = answer(call)
      return answered instanceof Promise ? answered.catch(broken) : answered
    } catch (error) {
      return broken(error)
    }
  }
}

/**
 * Writes to the socket directly: Hono's response object would cost a third of the throughput and copy the headers twice. The bytes
 * are sent as one-byte text, so that Node joins head and body without encoding either.
 */
function send(incoming: IncomingMessage, outgoing: ServerResponse, { status, headers, bytes, stream }: Outgoing): void {
  if (stream) {
    outgoing.writeHead(status, headers)
    pour(outgoing, stream)
    return
  }
  if (bytes === null) {
    if (status !== 204 && status !== 304) headers['Content-Length'] = '0'
    outgoing.writeHead(status, headers).end()
    return
  }
  headers['Content-Length'] = String(bytes.length)
  outgoing.writeHead(status, headers)
  if (incoming.method === 'HEAD') outgoing.end()
  else outgoing.end(bytes, 'latin1')
}

/** Answers a request whose body was not read to its end. The answer is sent at once; the connection is closed when the client has sent the rest. */
function sendAndClose(incoming: IncomingMessage, outgoing: ServerResponse, { status, headers, bytes }: Outgoing): void {
  outgoing.writeHead(status, { ...headers, Connection: 'close', 'Content-Length': String(bytes?.length ?? 0) })
  outgoing.flushHeaders()
  if (incoming.method !== 'HEAD' && bytes) outgoing.write(bytes, 'latin1')
  discard(incoming).then(() => outgoing.end())
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2Bindings, HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import type { Call } from '../spec/call.ts'
import { createTurns } from '../world/wire.ts'
import { createAnswer } from './answer.ts'
import { readCall, type Turned } from './door.ts'
import { bodyText, type Outgoing } from './exchange.ts'
import type { House } from './house.ts'
import { pour } from './pour.ts'
import { failedByUs } from './send.ts'
import { turnAway } from './turn-away.ts'

type Bindings = { Bindings: HttpBindings | Http2Bindings }

/** Pages beside the API: what stands at a path, if anything does. The query comes without its question mark. */
export type Pages = (path: string, query: string) => { readonly type: string; readonly body: string | Uint8Array } | undefined

/** The Hono app of one house: pages for people under `/_sandbox`, then everything through `answer()`. */
export function createApp(house: House, pages: Pages = () => undefined, onError: (error: unknown) => void = () => {}): Hono<Bindings> {
  const answer = createSafeAnswer(house, onError)
  const turn = createTurns()
  const app = new Hono<Bindings>({ router: new TrieRouter() })
  app.onError((error) => {
    onError(error)
    const broken = failedByUs(error)
    return new Response(bodyText(broken), broken)
  })
  app.get('/_sandbox/*', async (c, next) => {
    const page = pages(c.req.path, c.req.url.split('?', 2)[1] ?? '')
    if (!page) return next()
    const body = typeof page.body === 'string' ? page.body : new Uint8Array(page.body)
    return c.body(body, 200, { 'content-type': page.type })
  })
  app.all('*', async (c) => {
    const incoming = c.env.incoming as IncomingMessage
    const outgoing = c.env.outgoing as ServerResponse
    let read: Call | Turned
    try {
      read = await readCall(incoming)
    } catch {
      // The client went away half-way: there is nobody to answer.
      outgoing.destroy()
      return RESPONSE_ALREADY_SENT
    }
    if ('refused' in read) {
      send(incoming, outgoing, turnAway(house, read), true)
      return RESPONSE_ALREADY_SENT
    }
    // Requests that came in together are answered together, then sent together: code that has just run is several times
    // faster than code that the network stack has driven out of the processor's caches in between.
    await turn()
    const answered = answer(read)
    const ready = answered instanceof Promise ? await answered : answered
    // Node would put the machine's time in, and the same question would not get the same bytes.
    ready.headers.Date ??= house.httpDate(house.worlds.open('default').clock.now())
    await turn()
    send(incoming, outgoing, ready)
    return RESPONSE_ALREADY_SENT
  })
  return app
}

/** `answer()` that never throws: a defect of ours becomes a 500 that says so. */
function createSafeAnswer(house: House, onError: (error: unknown) => void): (call: Call) => Outgoing | Promise<Outgoing> {
  const answer = createAnswer(house)
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
 * Straight to the socket: Hono's response object would cost a third of the throughput and copy the headers twice. The bytes
 * go as the one-byte text they are, so that Node joins head and body without encoding either.
 */
function send(incoming: IncomingMessage, outgoing: ServerResponse, { status, headers, bytes, stream }: Outgoing, close = false): void {
  if (close) {
    headers.Connection = 'close'
    outgoing.once('finish', () => incoming.socket.destroySoon())
  }
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

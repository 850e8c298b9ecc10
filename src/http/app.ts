import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2Bindings, HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { TrieRouter } from 'hono/router/trie-router'
import type { Call } from '../spec/call.ts'
import { createTurns } from '../world/engine/system-clock.ts'
import type { Answer } from './answer.ts'
import { type Connection, overSocket } from './connection.ts'
import { bodyText, type Outgoing } from './exchange.ts'
import { refusalOf } from './guard.ts'
import { inProcess } from './in-process.ts'
import type { Page, Pages } from './pages-api.ts'
import { refuseCaller, refuseRequest, turnFull } from './refuse-early.ts'
import { failedByUs } from './render.ts'
import type { ServerContext } from './server-context.ts'

/** The app of one sandbox. On a socket its requests have bindings; `app.request()` works without. */
export type App = Hono<{ Bindings: Partial<HttpBindings | Http2Bindings>; Variables: Arrived }>

interface Arrived {
  readonly connection: Connection
  readonly page: Page | undefined
}

/** The Hono app of one sandbox: the guard, pages for people under `/_sandbox`, then everything else through `answer`. */
export function createApp(
  server: ServerContext,
  answering: Answer,
  pages: Pages = () => undefined,
  onError: (error: unknown) => void = () => {},
): App {
  const answer = createSafeAnswer(answering, onError)
  const turn = createTurns()
  const app: App = new Hono({ router: new TrieRouter() })
  app.onError((error) => {
    onError(error)
    const broken = failedByUs(error)
    return new Response(bodyText(broken), broken)
  })

  const guard = createMiddleware<{ Bindings: Partial<HttpBindings | Http2Bindings>; Variables: Arrived }>((c, next) => {
    const { incoming, outgoing } = c.env ?? {}
    const connection = incoming && outgoing ? overSocket(incoming as IncomingMessage, outgoing as ServerResponse) : inProcess(c.req.raw)
    const { head } = connection
    const { method, path, query, headers } = head
    const page = /^(GET|HEAD)$/.test(method) && path.startsWith('/_sandbox/') ? pages(path, query) : undefined
    const refused = refusalOf({ method, path, headers, page: page !== undefined }, server)
    if (refused) return Promise.resolve(connection.refuse(refuseCaller(server, head, refused)))
    c.set('connection', connection)
    c.set('page', page)
    return next() as Promise<undefined>
  })
  app.use(guard)

  app.get('/_sandbox/*', (c, next) => {
    const page = c.get('page')
    if (!page) return next()
    const body = typeof page.body === 'string' ? page.body : new Uint8Array(page.body)
    return Promise.resolve(c.body(body, 200, { ...page.headers, 'content-type': page.type, 'x-content-type-options': 'nosniff' }))
  })

  app.all('*', async (c) => {
    const connection = c.get('connection')
    const { head } = connection
    const full = adds(head) ? server.memory.short(Number(head.headers['content-length'] ?? 0)) : undefined
    if (drops(head)) connection.onClosed(server.memory.freed)
    if (full !== undefined) return connection.refuse(turnFull(server, head, full))
    const read = await connection.read(() => limitsOf(server, head)).catch(() => undefined)
    // The client disconnected before the request was complete: there is nobody to answer.
    if (!read) return connection.abandon()
    if ('refused' in read) return connection.refuse(refuseRequest(server, read))
    // Requests that arrived together are answered together, then sent together: code that has just run is several times
    // faster than code that the network stack has driven out of the processor's caches in between.
    await turn()
    const answered = answer(read)
    const ready = answered instanceof Promise ? await answered : answered
    // Node would insert the machine's time, and the same request would not get the same bytes.
    ready.headers.Date ??= server.httpDate(server.worlds.open('default').clock.now())
    await turn()
    return ready.wire ? connection.sendFaulty(ready, ready.wire, server) : connection.send(ready)
  })
  return app
}

/** What the body of a request may be, by its head. */
function limitsOf({ specs }: ServerContext, head: Call) {
  const route = specs.find(head)
  return ('missing' in route ? specs.nowhere : route.value).limits
}

/** Whether a request frees memory. */
const drops = ({ method, path }: Call): boolean => method === 'DELETE' || /^\/_sandbox\/worlds\/[^/]+\/reset$/.test(path)

/** Whether a request may increase memory use. A request that frees memory is always accepted. */
const adds = (call: Call): boolean => /^(POST|PUT|PATCH)$/.test(call.method) && !drops(call)

/** `answer` that never throws: a defect of the sandbox becomes a 500 that says so. */
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

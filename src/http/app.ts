import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2Bindings, HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { TrieRouter } from 'hono/router/trie-router'
import type { Call } from '../spec/call.ts'
import { createTurns } from '../world/engine/system-clock.ts'
import { audited } from './access/audited.ts'
import { holderOf, noteHolder } from './access/holders.ts'
import { needsToken } from './access/identify.ts'
import { refuseHurry } from './access/refuse-hurry.ts'
import { loginStep, takeLoginStep } from './access/sessions.ts'
import type { Answer } from './answer.ts'
import { type Connection, overSocket, type Sent } from './connection.ts'
import { bodyText, type Outgoing } from './exchange.ts'
import { isOurs, isProbe, refusalOf } from './guard.ts'
import { inProcess } from './in-process.ts'
import { inReadersLanguage, readersLanguage } from './language/readers-language.ts'
import type { Page, Pages } from './pages-api.ts'
import { refuseCaller, refuseRequest, turnFull } from './refuse-early.ts'
import { failedByUs } from './render.ts'
import { isPageOfWorld } from './replicas/needed.ts'
import { createPlaces } from './replicas/places.ts'
import type { ServerContext } from './server-context.ts'

/** The app of one sandbox. On a socket its requests have bindings; `app.request()` works without. */
export type App = Hono<{ Bindings: Partial<HttpBindings | Http2Bindings>; Variables: Arrived }> & {
  /** Answers a request on a socket without the framework; false where the framework has to judge its address, or has pages for it. */
  readonly direct: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean
}

interface Arrived {
  readonly connection: Connection
  readonly page: Page | undefined
}

/** The Hono app of one sandbox: the guard, pages for people under `/_sandbox` and for browsers at `/`, messages of assistants, then everything else through `answer`. */
export function createApp(
  server: ServerContext,
  answering: Answer,
  pages: Pages = () => undefined,
  onError: (error: unknown) => void = () => {},
  assistants?: (call: Call) => Promise<Response>,
): App {
  const answer = createSafeAnswer(answering, onError)
  const turn = createTurns()
  const places = server.replicas && createPlaces(server, server.replicas, turn)
  const app: Hono<{ Bindings: Partial<HttpBindings | Http2Bindings>; Variables: Arrived }> = new Hono({ router: new TrieRouter() })
  app.onError((error) => {
    onError(error)
    const broken = failedByUs(error)
    return new Response(bodyText(broken), broken)
  })

  /** The answer to a call that may not come in. */
  const guarded = (connection: Connection, page: Page | undefined): { readonly sent: Sent | Promise<Sent> } | undefined => {
    const { head } = connection
    const hurried = refuseHurry(server, connection)
    if (hurried) return { sent: refuse(connection, hurried) }
    const { method, path, query, headers } = head
    const refused = refusalOf({ method, path, query, headers, page: page !== undefined }, server, (holder) => noteHolder(head, holder))
    if (!refused) return undefined
    const outgoing = refuseCaller(server, head, refused)
    audited(server, connection, outgoing)
    return { sent: refuse(connection, outgoing) }
  }

  /** Refuses in the language of the reader. */
  const refuse = (connection: Connection, outgoing: Outgoing): Sent | Promise<Sent> => {
    const said = inReadersLanguage(connection.head, outgoing)
    return said instanceof Promise ? said.then((one) => connection.refuse(one)) : connection.refuse(said)
  }

  const guard = createMiddleware<{ Bindings: Partial<HttpBindings | Http2Bindings>; Variables: Arrived }>(async (c, next) => {
    const { incoming, outgoing } = c.env ?? {}
    const connection = incoming && outgoing ? overSocket(incoming as IncomingMessage, outgoing as ServerResponse) : inProcess(c.req.raw)
    const { path, query } = connection.head
    if (server.access && isOurs(path)) await server.access.refresh()
    const page = mayBePage(connection.head) ? pages(path, query, readersLanguage(connection.head)) : undefined
    const refused = guarded(connection, page)
    if (refused) return Promise.resolve(refused.sent).then(answered)
    c.set('connection', connection)
    c.set('page', page)
    return next() as Promise<undefined>
  })
  app.use(guard)

  // Where programs look for numbers; a document that is served may have the path.
  app.get('/metrics', (c, next) =>
    'missing' in server.specs.find(c.get('connection').head) ? Promise.resolve(c.redirect('/_sandbox/metrics', 307)) : next(),
  )

  app.get('*', async (c, next) => {
    let page = c.get('page')
    if (!page) return next()
    const connection = c.get('connection')
    const { path, query } = connection.head
    if (isPageOfWorld(path) && places) {
      const place = await places.find(connection, connection.head)
      if ('sent' in place) return answered(place.sent)
      page = pages(path, query, readersLanguage(connection.head)) ?? page
      place.over()
    }
    const body = typeof page.body === 'string' ? page.body : new Uint8Array(page.body)
    return Promise.resolve(c.body(body, 200, { ...page.headers, 'content-type': page.type, 'x-content-type-options': 'nosniff' }))
  })

  /** `/` belongs to a browser, unless a document that is served has an operation there. */
  const mayBePage = (head: Call): boolean =>
    /^(GET|HEAD)$/.test(head.method) &&
    (head.path.startsWith('/_sandbox/') || (head.path === '/' && asksForHtml(head.headers) && 'missing' in server.specs.find(head)))

  /** The whole request, or what was sent because it cannot be had. */
  const receive = async (connection: Connection): Promise<{ readonly call: Call } | { readonly sent: Sent }> => {
    const { head } = connection
    const full = adds(head) ? server.memory.short(Number(head.headers['content-length'] ?? 0)) : undefined
    if (drops(head)) connection.onClosed(server.memory.freed)
    if (full !== undefined) return { sent: await refuse(connection, turnFull(server, head, full)) }
    const reading = connection.read(() => limitsOf(server, head))
    // A request without a body is complete already.
    const read = reading instanceof Promise ? await reading.catch(() => undefined) : reading
    // The client disconnected before the request was complete: there is nobody to answer.
    if (!read) return { sent: connection.abandon() }
    return 'refused' in read ? { sent: await refuse(connection, refuseRequest(server, read)) } : { call: read }
  }

  const { logins } = server
  if (logins)
    app.all('/_sandbox/session/*', async (c, next) => {
      const connection = c.get('connection')
      if (loginStep(server, connection.head) === undefined) return next()
      const outgoing = await inReadersLanguage(connection.head, await takeLoginStep(server, logins, connection.head))
      audited(server, connection, outgoing)
      return answered(connection.send(outgoing))
    })

  if (assistants)
    app.all('/_sandbox/mcp', async (c) => {
      const received = await receive(c.get('connection'))
      return 'sent' in received ? answered(received.sent) : assistants(received.call)
    })

  const serve = async (connection: Connection): Promise<Sent> => {
    const received = await receive(connection)
    if ('sent' in received) return received.sent
    const { call } = received
    const holder = holderOf(connection.head)
    if (holder) noteHolder(call, holder)
    else if (isOurs(call.path) && !isProbe(call) && needsToken(server)) throw new Error(`${call.path} came past the guard.`)
    const place = places && (await places.find(connection, call))
    if (place && 'sent' in place) return place.sent
    // Requests that arrived together are answered together, then sent together: code that has just run is several times
    // faster than code that the network stack has driven out of the processor's caches in between. (`places` has waited for its turn.)
    if (!place) await turn()
    const answering = place ? place.answer(answer) : answer(call)
    const ready = answering instanceof Promise ? await answering : answering
    audited(server, connection, ready)
    // Node would insert the machine's time, and the same request would not get the same bytes.
    ready.headers.Date ??= server.httpDate(server.worlds.open('default').clock.now())
    await turn()
    return ready.wire ? connection.sendFaulty(ready, ready.wire, server) : connection.send(ready)
  }
  app.all('*', async (c) => answered(await serve(c.get('connection'))))

  /** What `app.onError` does, where nothing was sent yet. */
  const failed = (connection: Connection, outgoing: ServerResponse, error: unknown): void => {
    onError(error)
    if (outgoing.headersSent) connection.abandon()
    else connection.send(failedByUs(error))
  }

  const direct: App['direct'] = (incoming, outgoing) => {
    if (!isPlainAddress(incoming) || (/^\/(?:\?|$)/.test(incoming.url ?? '') && asksForHtml(incoming.headers))) return false
    const connection = overSocket(incoming, outgoing)
    try {
      const refused = guarded(connection, undefined)
      const sent = refused ? refused.sent : serve(connection)
      if (sent instanceof Promise) sent.catch((error: unknown) => failed(connection, outgoing, error))
    } catch (error) {
      failed(connection, outgoing, error)
    }
    return true
  }
  return Object.assign(app, { direct })
}

/** A path of a service in characters that need no judgement, asked of a host whose name is a valid one. */
function isPlainAddress({ url = '', headers }: IncomingMessage): boolean {
  return PLAIN_PATH.test(url) && PLAIN_HOST.test(headers.host ?? '')
}

const PLAIN_PATH = /^\/(?!_sandbox|%5f|metrics$)[\w\-.~%!$&'()*+,;=:@/?]*$/i
const PLAIN_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::[1-9]\d{0,3})?$|^(?:127\.0\.0\.1|localhost|\[::1\]):(?:[1-5]\d{4}|6[0-4]\d{3})$/i

/** A browser that opens a page says so; clients of an API take what comes, or JSON. */
const asksForHtml = ({ accept }: { readonly accept?: string | undefined }): boolean => accept?.includes('text/html') ?? false

/** What the framework is told about an answer. Its adapter, and the `Response` of Node, take long to load, and few programs need them. */
async function answered(sent: Sent): Promise<Response> {
  if (sent) return sent
  const { RESPONSE_ALREADY_SENT: marker } = await import('@hono/node-server/utils/response')
  // Another server of Hono in this process may have replaced `Response` by a kind that the adapter sends without a look at its headers. It
  // becomes a real one when its body is read.
  return marker.body === null ? marker : new Response(null, marker)
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
  const broken = (call: Call, error: unknown): Outgoing | Promise<Outgoing> => {
    onError(error)
    return inReadersLanguage(call, failedByUs(error))
  }
  return (call) => {
    try {
      const answered = answer(call)
      return answered instanceof Promise ? answered.catch((error: unknown) => broken(call, error)) : answered
    } catch (error) {
      return broken(call, error)
    }
  }
}

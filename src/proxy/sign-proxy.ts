import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { guardLocal } from '../gate/local-guard.ts'
import { readWithin } from '../spec/request/read-within.ts'
import { DEEPEST, hasManyMembers, isDeep, MOST_MEMBERS, SIGNED_BODY } from '../spec/request/request-limits.ts'
import { firstAbort } from '../stopping/first-abort.ts'
import { type BodySignVerdict, checkBodySign } from './check-body-sign.ts'
import { type LocalProxy, listenLocally, upstreamOf } from './listen-locally.ts'
import { type OutgoingCall, type SignedCall, signCall, unsigned } from './sign-call.ts'

/** Options of a signing proxy. */
export interface SignProxyOptions {
  /** The seller's address; its path and query come first. */
  readonly upstream: string
  readonly key: string
  /** Of the kit; default: `key`. */
  readonly kitKey?: string
  /** 0 chooses a free port. It listens on 127.0.0.1 only. */
  readonly port?: number
  /** Machine time, epoch milliseconds. */
  readonly now: () => number
  /** Random text, new for each call. */
  readonly nonce: () => string
  /** Decides when to give up on the seller; default: never. */
  readonly patience?: () => AbortSignal
  /** Sign calls again that are already signed: a contract verifier sends the signature of an example. */
  readonly again?: boolean
  /** The key of one call, where kinds of interfaces have keys of their own. Without a key the call is refused with this message. */
  readonly keyFor?: (call: OutgoingCall) => { readonly key: string } | { readonly refused: string }
  /** Called before a call is forwarded: whether to sign it wrongly. `marks` as in `ProxiedExchange`. */
  readonly spoil?: (marks: Headers) => boolean
  /** Answers requests to the proxy itself; undefined for all others. */
  readonly own?: (request: Request) => Promise<Response | undefined>
  /** Called after each exchange. */
  readonly onExchange?: (exchange: ProxiedExchange) => void
  /** Called when a call failed: no usable answer, or none in time. */
  readonly onUnanswered?: (marks: Headers) => void
}

/** One forwarded call. */
export interface ProxiedExchange {
  readonly call: SignedCall
  /** Headers `x-sandbox-…` of the received call; they are not forwarded. */
  readonly marks: Headers
  readonly status: number
  readonly answer: string
  readonly bodySign: BodySignVerdict
}

/** Headers for the proxy alone. */
const MARK = 'x-sandbox-'

/** A key that no seller has. */
const WRONG = '-of-somebody-else'

/** Headers that belong to one connection, and headers that the proxy sets itself. */
const OWN = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer', 'host', 'content-length', 'expect']

/**
 * Signs unsigned calls of any HTTP client like the marketplace (V2.0, the kit, V1.0) and forwards them. Answers are returned unchanged,
 * with `X-Sandbox-Signed` (the edition) and `X-Sandbox-Body-Sign` (whether the answer's own signature is right).
 * @throws TypeError for an upstream that is not an address of a web server; the system's error for a port that cannot be used
 */
export async function openSignProxy(options: SignProxyOptions): Promise<LocalProxy> {
  const upstream = upstreamOf(options.upstream)
  const cut = new AbortController()
  const listener = getRequestListener((request) => pass(options, upstream, request, cut.signal), { overrideGlobalObjects: false })
  const server = createServer(guardLocal(listener, CANNOT, [upstream.hostname]))
  return listenLocally(server, options.port, () => cut.abort())
}

async function pass(options: SignProxyOptions, upstream: URL, request: Request, cut: AbortSignal): Promise<Response> {
  const { now, nonce, patience, onExchange, onUnanswered } = options
  const own = await options.own?.(request)
  if (own) return own
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > SIGNED_BODY) return refused(413, 'The body is larger than 16 MB.')
  if (hasManyMembers(new Uint8Array(bytes)) || isDeep(new Uint8Array(bytes)))
    return refused(413, `The body holds more than ${MOST_MEMBERS} members and items, or lies ${DEEPEST} levels deep.`)
  const marks = new Headers([...request.headers].filter(([name]) => name.startsWith(MARK)))
  const came = onwards(upstream, request, new TextDecoder().decode(bytes))
  const going = options.again ? unsigned(came, now()) : came
  const keys = options.keyFor?.(going) ?? options
  if ('refused' in keys) return refused(400, keys.refused)
  const { key, kitKey = key } = { kitKey: undefined, ...keys }
  const signing = options.spoil?.(marks) ? { key: `${key}${WRONG}`, kitKey: `${kitKey}${WRONG}` } : { key, kitKey }
  let call: SignedCall
  try {
    call = signCall(going, { ...signing, now: now(), nonce: nonce() })
  } catch (error) {
    return refused(400, (error as Error).message)
  }
  const stop = firstAbort(patience ? [cut, patience()] : [cut])
  try {
    const response = await fetch(call.url, {
      method: call.method,
      headers: call.headers,
      redirect: 'manual',
      signal: stop.signal,
      ...(call.method === 'GET' || call.method === 'HEAD' ? {} : { body: call.body }),
    })
    const answer = await readWithin(response.body, SIGNED_BODY)
    if (!answer) throw new Error('its answer is larger than 16 MB')
    const text = new TextDecoder().decode(answer)
    const used = call.edition === 'kit-v1' || call.edition === 'kit' ? kitKey : key
    const bodySign = checkBodySign(call.edition, response.headers.get('body-sign') ?? undefined, text, used)
    onExchange?.({ call, marks, status: response.status, answer: text, bodySign })
    const headers = new Headers([...response.headers].filter(([name]) => !OWN.includes(name) && name !== 'content-encoding'))
    headers.set('x-sandbox-signed', call.edition)
    headers.set('x-sandbox-body-sign', bodySign.state)
    return new Response([204, 205, 304].includes(response.status) ? null : answer, { status: response.status, headers })
  } catch (error) {
    onUnanswered?.(marks)
    const cause = (error as Error).cause as { code?: string } | undefined
    return refused(502, `No usable answer came from ${upstream.origin} (${cause?.code ?? (error as Error).message}).`)
  } finally {
    stop.release()
  }
}

/** The seller's own path and query come first, as the marketplace keeps them. */
function onwards(upstream: URL, request: Request, body: string) {
  const asked = new URL(request.url)
  const url = new URL(upstream)
  url.pathname = asked.pathname === '/' ? upstream.pathname : `${upstream.pathname.replace(/\/$/, '')}${asked.pathname}`
  for (const [name, value] of asked.searchParams) url.searchParams.append(name, value)
  const headers = new Headers([...request.headers].filter(([name]) => !OWN.includes(name) && !name.startsWith(MARK)))
  if (!headers.has('content-type') && body !== '') headers.set('content-type', 'application/json;charset=utf8')
  return { method: request.method, url, headers, body }
}

const CANNOT = 'The signing proxy cannot forward this'

function refused(status: number, detail: string): Response {
  const body = JSON.stringify({ title: CANNOT, status, detail })
  return new Response(body, { status, headers: { 'content-type': 'application/problem+json' } })
}

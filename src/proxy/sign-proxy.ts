import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { guardLocal } from '../gate/local-guard.ts'
import { readWithin } from '../spec/request/read-within.ts'
import { DEEPEST, hasManyMembers, isDeep, MOST_MEMBERS, SIGNED_BODY } from '../spec/request/request-limits.ts'
import { type BodySignVerdict, checkBodySign } from './check-body-sign.ts'
import { type LocalProxy, listenLocally, upstreamOf } from './listen-locally.ts'
import { type OutgoingCall, type SignedCall, signCall, unsigned } from './sign-call.ts'

/** How a signing proxy is opened. */
export interface SignProxyOptions {
  /** The seller's address; its path and query come first. */
  readonly upstream: string
  readonly key: string
  /** Of the kit; default: `key`. */
  readonly kitKey?: string
  /** 0 lets the machine choose. It listens on 127.0.0.1 alone. */
  readonly port?: number
  /** Machine time, epoch milliseconds. */
  readonly now: () => number
  /** Random text, another one for each call. */
  readonly nonce: () => string
  /** Gives up on the seller; default: never. */
  readonly patience?: () => AbortSignal
  /** Signs again what comes signed: the signature that a contract verifier sends is an example's. */
  readonly again?: boolean
  /** The key of one call, where kinds of interfaces have keys of their own. Without one the call is refused, with these words. */
  readonly keyFor?: (call: OutgoingCall) => { readonly key: string } | { readonly refused: string }
  /** Asked before a call goes on: is its signature to be wrong? `marks` as in `ProxiedExchange`. */
  readonly spoil?: (marks: Headers) => boolean
  /** Answers what is meant for the proxy itself, and nothing else. */
  readonly own?: (request: Request) => Promise<Response | undefined>
  /** Hears what went through. */
  readonly onExchange?: (exchange: ProxiedExchange) => void
  /** Hears that a call came to nothing: no usable answer, or not in time. */
  readonly onUnanswered?: (marks: Headers) => void
}

/** One call that went through. */
export interface ProxiedExchange {
  readonly call: SignedCall
  /** Headers `x-sandbox-…` that came with the call; they do not go on. */
  readonly marks: Headers
  readonly status: number
  readonly answer: string
  readonly bodySign: BodySignVerdict
}

/** Headers for the proxy alone. */
const MARK = 'x-sandbox-'

/** A key that is nobody's. */
const WRONG = '-of-somebody-else'

/** Headers that belong to one connection, and what the proxy sets itself. */
const OWN = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer', 'host', 'content-length', 'expect']

/**
 * Signs unsigned calls of any HTTP client as the marketplace does and sends them on: V2.0, the kit, V1.0. Answers come back as they are,
 * with `X-Sandbox-Signed` (which edition) and `X-Sandbox-Body-Sign` (what the answer's own signature is worth).
 * @throws TypeError for an upstream that is not an address of a web server; the system's error for a port that cannot be had
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
  try {
    const response = await fetch(call.url, {
      method: call.method,
      headers: call.headers,
      redirect: 'manual',
      signal: AbortSignal.any(patience ? [cut, patience()] : [cut]),
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

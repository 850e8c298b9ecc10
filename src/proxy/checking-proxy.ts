import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { guardLocal } from '../gate/local-guard.ts'
import type { Call } from '../spec/call.ts'
import type { Specs } from '../spec/catalogue.ts'
import type { Finding } from '../spec/finding.ts'
import { createMask } from '../spec/mask.ts'
import type { Operation } from '../spec/operation.ts'
import { PASSED_BODY } from '../spec/request/request-limits.ts'
import { askUpstream, joined, readAll, reasonOf, type UpstreamAnswer } from './ask-upstream.ts'
import { type Answered, checkExchange, textOf } from './check-exchange.ts'
import { type LocalProxy, listenLocally, upstreamOf } from './listen-locally.ts'

/** Options of a checking proxy. */
export interface CheckingProxyOptions {
  /** Address of the real service; its path is put before every path. */
  readonly upstream: string
  readonly specs: Specs
  /** 0 chooses a free port. It listens on 127.0.0.1 only. */
  readonly port?: number
  /** Time limit for an answer of the service, machine milliseconds. */
  readonly timeout: number
  /** The machine's time and timers. */
  readonly systemClock: { now(): number; wait(ms: number, signal?: AbortSignal): Promise<void> }
  /** Called after each exchange. */
  readonly onExchange?: (exchange: CheckedThrough) => void
  /** Called with defects of the checks; they do not affect the forwarded exchange. */
  readonly onError?: (error: unknown) => void
}

/** One forwarded exchange, secrets masked. */
export interface CheckedThrough {
  readonly n: number
  /** Machine time, ISO 8601, UTC. */
  readonly at: string
  readonly method: string
  readonly path: string
  readonly operation: Operation | undefined
  /** The status that the client got; 502 when the service did not answer. */
  readonly status: number
  /** Why the service did not answer. */
  readonly failed?: string
  readonly ms: number
  readonly findings: readonly Finding[]
}

/**
 * Forwards every request to a real service and compares request and answer with the specs. Bodies, header names and their order are
 * forwarded unchanged in both directions; only `Host` is changed, and only if it names the proxy itself.
 * @throws TypeError for an upstream that is not an address of a web server; the system's error for a port that cannot be used
 */
export async function openCheckingProxy(options: CheckingProxyOptions): Promise<LocalProxy> {
  const upstream = upstreamOf(options.upstream)
  let count = 0
  const cut = new AbortController()
  const listener = (incoming: IncomingMessage, outgoing: ServerResponse) =>
    pass({ ...options, cut: cut.signal }, upstream, incoming, outgoing, ++count).catch((error: unknown) => {
      options.onError?.(error)
      outgoing.destroy()
    })
  const names = [upstream.hostname, ...options.specs.hosts]
  const server = createServer({ maxHeaderSize: 256 * 1024, requireHostHeader: false }, guardLocal(listener, CANNOT, names))
  return listenLocally(server, options.port, () => cut.abort())
}

async function pass(
  options: CheckingProxyOptions & { readonly cut: AbortSignal },
  upstream: URL,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  n: number,
): Promise<void> {
  const { systemClock, onExchange } = options
  const began = systemClock.now()
  // A client that uses this as its HTTP proxy sends the whole address.
  const target = (incoming.url ?? '/').replace(/^https?:\/\/[^/?]*/i, '') || '/'
  // The client disconnected before its request was complete: there is nothing to forward.
  const bytes = await readAll(incoming).catch(() => 'gone' as const)
  if (bytes === 'gone') {
    outgoing.destroy()
    return
  }
  const [path = '/', query = ''] = target.split(/\?(.*)/s)
  const base = { n, at: new Date(began).toISOString(), method: incoming.method ?? 'GET', path }
  if (!bytes) {
    refuse(outgoing, 413, `The body is larger than ${PASSED_BODY / 1024 / 1024} MB, the limit of the proxy.`)
    return
  }
  const { headers, host, signed } = onwards(incoming, upstream)
  let upstreamAnswer: UpstreamAnswer
  try {
    upstreamAnswer = await askUpstream(options, upstream, { method: base.method, target, headers, bytes })
  } catch (error) {
    const failed = `No usable answer came from ${upstream.origin}: ${reasonOf(error, options.timeout)}.`
    refuse(outgoing, 502, failed)
    onExchange?.({ ...base, operation: undefined, status: 502, failed, ms: systemClock.now() - began, findings: [] })
    return
  }
  outgoing.sendDate = false
  outgoing.writeHead(upstreamAnswer.status, upstreamAnswer.message, upstreamAnswer.rawHeaders)
  outgoing.end(upstreamAnswer.bytes)
  const call: Call = { method: base.method, path, query, host, headers: joined(incoming.headers), body: bytes }
  const { findings, ...more } = checked(options, call, upstreamAnswer)
  onExchange?.({ ...base, ...more, status: upstreamAnswer.status, ms: systemClock.now() - began, findings: [...signed, ...findings] })
}

/** The differences, with all credentials masked. */
function checked(
  { specs, onError }: CheckingProxyOptions,
  call: Call,
  upstreamAnswer: UpstreamAnswer,
): Pick<CheckedThrough, 'operation' | 'path' | 'findings'> {
  const route = specs.find(call)
  const mask = createMask({
    headers: [call.headers, upstreamAnswer.headers],
    texts: [call.query, new TextDecoder().decode(call.body), readable(upstreamAnswer)],
    names: ('missing' in route ? undefined : route.value.foreign?.keyNames) ?? [],
  })
  try {
    const { operation, findings } = checkExchange(specs, call, upstreamAnswer)
    return { operation, path: mask.text(call.path), findings: findings.map(mask.finding) }
  } catch (error) {
    onError?.(error)
    return { operation: undefined, path: mask.text(call.path), findings: [] }
  }
}

function readable(answered: Answered): string {
  try {
    return textOf(answered)
  } catch {
    return ''
  }
}

/** The received headers. A `Host` of 127.0.0.1 is replaced, because a service with several host names could not use it. */
function onwards({ rawHeaders, headers, socket }: IncomingMessage, upstream: URL): Onwards {
  const own = [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`]
  const replace = headers.host === undefined || own.includes(headers.host.toLowerCase())
  const passed = [...rawHeaders]
  if (replace) {
    const at = passed.findIndex((name, i) => i % 2 === 0 && name.toLowerCase() === 'host')
    if (at < 0) passed.unshift('Host', upstream.host)
    else passed[at + 1] = upstream.host
  }
  const covered = replace && /SignedHeaders=[^,]*\bhost\b/i.test(headers.authorization ?? '')
  return {
    headers: passed,
    host: replace ? upstream.host : (headers.host ?? '').toLowerCase(),
    signed: covered ? [signedHost(upstream, headers.host)] : [],
  }
}

interface Onwards {
  readonly headers: string[]
  readonly host: string
  readonly signed: readonly Finding[]
}

/** Reports that the service will reject a signature that was made for the proxy's address. */
function signedHost({ host }: URL, sent: string | undefined): Finding {
  return {
    code: 'request.host.signed',
    level: 'warning',
    pointer: '/header/Host',
    expected: host,
    got: sent ?? 'nothing',
    hint: `The signature covers Host. Let the client sign for ${host} and only connect here: curl --connect-to, or this address as its HTTP proxy.`,
  }
}

const CANNOT = 'The checking proxy cannot forward this'

function refuse(outgoing: ServerResponse, status: number, detail: string): void {
  const body = JSON.stringify({ title: CANNOT, status, detail })
  const length = Buffer.byteLength(body)
  outgoing.writeHead(status, { 'content-type': 'application/problem+json', 'content-length': length, connection: 'close' }).end(body)
}

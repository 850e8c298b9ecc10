import { systemClock } from '../../index.ts'
import { eventsOf } from '../world/events-of.ts'
import { worldName } from './arguments.ts'
import { EXIT, ExitError, misused } from './exit-codes.ts'
import { explainProblem, type Problem } from './explain-problem.ts'
import { fetchTrusting } from './fetch-trusting.ts'
import { barred } from './print.ts'

type Query = Readonly<Record<string, string | number | undefined>>

/** A running sandbox, called through its control API. */
export interface Remote {
  readonly url: string
  /** The body of the answer. @throws ExitError with the reason and what to do */
  ask<T>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    more?: { readonly query?: Query; readonly body?: unknown },
  ): Promise<T>
  /** Server-sent events, until the signal or the sandbox ends the stream. @throws ExitError as `ask` */
  follow<T>(path: string, query: Query, signal: AbortSignal): AsyncGenerator<T>
}

/** No server answered: trying again may help. */
export class Unreachable extends ExitError {}

/** Milliseconds until an answer must have begun. Advancing the clock may take longer, because planned work is done. */
const TIMEOUT = 120_000

export function connect(args: { readonly url: string; readonly 'control-token'?: string | undefined }): Remote {
  const url = addressOf(args.url)
  const token = args['control-token'] ?? process.env.KOOSANDBOX_CONTROL_TOKEN
  const addressFor = (path: string, query: Query) => {
    if (typeof query.world === 'string') worldName(query.world)
    const parameters = new URLSearchParams()
    for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value))
    return `${url}/_sandbox${path}${parameters.size > 0 ? `?${parameters}` : ''}`
  }
  return {
    url,
    async *follow<T>(path: string, query: Query, signal: AbortSignal) {
      const response = await reach(addressFor(path, query), url, { headers: token ? { 'x-sandbox-token': token } : {} }, signal)
      if (!response.ok || !response.body) throw await read(response, url).then(() => new ExitError(`${url} sent no events.`))
      try {
        yield* eventsOf(response.body) as AsyncGenerator<T>
      } catch (error) {
        if (signal.aborted) throw error
        throw new ExitError(`${url} ended the stream (${reasonOf(error)}): the sandbox stopped.`)
      }
    },
    async ask<T>(method: string, path: string, { query = {}, body }: { readonly query?: Query; readonly body?: unknown } = {}) {
      const response = await reach(addressFor(path, query), url, {
        method,
        headers: {
          ...(token ? { 'x-sandbox-token': token } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      // A cast of external data: the sandbox checks its answers against the spec from which these types are generated.
      return (await read(response, url)) as T
    },
  }
}

async function reach(address: string, url: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
  const late = new AbortController()
  signal?.addEventListener('abort', () => late.abort(signal.reason), { once: true })
  const answered = new AbortController()
  systemClock.wait(TIMEOUT, answered.signal).then(
    () => late.abort(new Error(`no answer within ${TIMEOUT / 1000} s`)),
    () => {},
  )
  try {
    return await fetchTrusting(address, { ...init, redirect: 'manual', signal: late.signal })
  } catch (error) {
    // The list of bad ports belongs to the platform, so waiting does not help.
    if (reasonOf(error) === 'bad port')
      throw misused(`HTTP clients refuse to call port ${new URL(url).port} (bad port). Use another port, such as 4100.`)
    const reason = reasonOf(error)
    // A sandbox that speaks TLS ends what begins otherwise.
    if (url.startsWith('http:') && /ECONNRESET|socket hang up|other side closed|UND_ERR_SOCKET/.test(reason))
      throw new Unreachable(`${url} ended the connection (${reason}). If that sandbox was started with --tls, write https://.`)
    if (/SELF_SIGNED|CERT|altnames/i.test(reason))
      throw new ExitError(`The certificate of ${url} is not trusted (${reason}). Set NODE_EXTRA_CA_CERTS to its file.`)
    throw new Unreachable(
      `Nothing answers at ${url} (${reason}). Start a sandbox with \`koosandbox serve\`, or pass its address with --url or KOOSANDBOX_URL.`,
    )
  } finally {
    answered.abort()
  }
}

async function read(response: Response, url: string): Promise<unknown> {
  const text = await response.text()
  if (response.status === 204) return undefined
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    const [secure] = /https:\/\/\S+(?=\.\s*$)/.exec(text) ?? []
    if (url.startsWith('http:') && response.status === 400 && secure)
      throw new Unreachable(`${url} speaks HTTPS, not plain HTTP. Write ${secure}.`)
    throw new ExitError(`The server at ${url} is not koogallery-sandbox: it sent ${response.status} without JSON.`)
  }
  if (response.ok) return body
  const problem = body as Partial<Problem>
  if (problem.detail === undefined)
    throw new ExitError(`The server at ${url} is not koogallery-sandbox, or a much older version: it sent ${response.status}.`)
  const code = response.status === 400 || response.status === 404 ? EXIT.misused : EXIT.wrong
  throw new ExitError(barred(explainProblem({ ...problem, detail: problem.detail }, new URL(response.url).pathname)), code)
}

/** Accepts `4100`, `localhost:4100` and `http://127.0.0.1:4100/`. */
export function addressOf(text: string): string {
  const whole = /^\d+$/.test(text) ? `http://127.0.0.1:${text}` : text.includes('://') ? text : `http://${text}`
  const { origin, protocol, hostname } = URL.canParse(whole) ? new URL(whole) : { origin: '', protocol: '', hostname: '' }
  // A single word is hardly ever a host. For a host, write `http://word` or `word:4100`.
  const bare = !/[.:]/.test(text) && hostname !== 'localhost' && !/^\d+$/.test(text)
  if (/^https?:$/.test(protocol) && !bare) return origin
  throw misused(`"${text}" is not an address of a sandbox. Write it like http://127.0.0.1:4100.`)
}

/** The network error, without the wrapper of `fetch`. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  const { code, message } = cause as { code?: string; message?: string }
  return code === 'ECONNREFUSED' ? 'connection refused' : (code ?? message ?? String(cause))
}

import { isLoopbackName } from '../gate/loopback.ts'
import { readWithin } from '../spec/request/read-within.ts'
import type { SystemClock } from '../world/engine/system-clock.ts'
import type { CallFailure } from '../world/entities/entities.ts'
import type { CallOutcome, CallTerms, OutgoingCall } from './marketplace-api.ts'

/** The only place where the sandbox calls other servers. One client per sandbox: it remembers addresses that do not answer. */
export type HttpClient = (request: OutgoingCall, terms: CallTerms) => Promise<CallOutcome>

/** Most simultaneous calls to one address; further calls wait in order. */
export const AT_ONCE = 16
/** An address with this many time-outs in a row is not called again at the same world time. */
const MAX_TIMEOUTS = 5
/** Most bytes of an answer; larger ones are refused. A documented answer has some kilobytes. */
export const LARGEST_ANSWER = 1024 * 1024

/** Machine milliseconds that a call waits for the answer which it does not read. */
const ABORT_AFTER = 1000

/** How calls are made. */
export interface HttpClientOptions {
  /** For time-outs and measurements. */
  readonly systemClock: SystemClock
  /** Hosts (`name` or `name:port`) that may be called besides this machine. */
  readonly allow?: readonly string[]
  /** Further ones for the calls of one world. */
  readonly allowIn?: (world: string) => readonly string[]
  /** Aborted: no new calls are made; running ones continue. */
  readonly stop?: AbortSignal
  /** Aborted: running calls are cut off. */
  readonly cut?: AbortSignal
}

export function createHttpClient({ systemClock, allow = [], allowIn = () => [], stop, cut }: HttpClientOptions): HttpClient {
  const busy = new Map<string, { running: number; readonly waiting: (() => void)[] }>()
  const silent = new Map<string, { instant: number; times: number }>()

  const enter = async (origin: string) => {
    const line = busy.get(origin) ?? { running: 0, waiting: [] }
    busy.set(origin, line)
    if (line.running >= AT_ONCE) await new Promise<void>((resolve) => line.waiting.push(resolve))
    else line.running++
  }
  const leave = (origin: string) => {
    const line = busy.get(origin)
    const next = line?.waiting.shift()
    if (next) next()
    else if (line && --line.running === 0) busy.delete(origin)
  }
  const note = (origin: string, instant: number, timedOut: boolean) => {
    const before = silent.get(origin)
    if (!timedOut) silent.delete(origin)
    else silent.set(origin, { instant, times: (before?.instant === instant ? before.times : 0) + 1 })
  }
  const isSilent = (origin: string, instant: number) => {
    const known = silent.get(origin)
    return known !== undefined && known.instant === instant && known.times >= MAX_TIMEOUTS
  }

  return async (request, how) => {
    const { instant } = how
    const url = new URL(request.url)
    if (!mayCall(url, allow) && !(how.about && mayCall(url, allowIn(how.about.world))))
      return { ms: 0, failure: 'not-allowed', reason: url.host }
    await enter(url.origin)
    try {
      if (stop?.aborted) return { ms: 0, stopped: true }
      if (isSilent(url.origin, instant)) return { ms: 0, failure: 'not-dialled' }
      const outcome = await call(systemClock, request, how, cut)
      if (outcome.stopped) return outcome
      note(url.origin, instant, outcome.failure === 'timeout')
      return outcome
    } finally {
      leave(url.origin)
    }
  }
}

/** Whether a host is this machine or was allowed. */
export function mayCall({ hostname, host }: URL, allow: readonly string[]): boolean {
  return isLoopbackName(hostname) || allow.includes(hostname) || allow.includes(host)
}

async function call(
  systemClock: SystemClock,
  { method, url, headers, body, encoding }: OutgoingCall,
  { timeout, taker, left, abort, readRate }: CallTerms,
  cut: AbortSignal | undefined,
): Promise<CallOutcome> {
  const began = systemClock.monotonic()
  const late = new AbortController()
  let done = new AbortController()
  const limit = () => {
    done.abort()
    done = new AbortController()
    systemClock.wait(timeout, done.signal).then(
      () => late.abort(new Error('timeout')),
      () => {},
    )
  }
  limit()
  const gone = new AbortController()
  const hangUp = () => gone.abort(new Error('stopped'))
  for (const signal of [cut, left]) signal?.addEventListener('abort', hangUp, { once: true })
  const ms = () => Math.round(systemClock.monotonic() - began)
  const quit = new AbortController()
  if (abort)
    systemClock.wait(ABORT_AFTER, gone.signal).then(
      () => quit.abort(),
      () => {},
    )
  try {
    const signal = AbortSignal.any([late.signal, gone.signal, quit.signal])
    const sent = encoding === undefined ? body : Buffer.from(`\uFEFF${body}`, 'utf16le')
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal,
      ...(/^(GET|HEAD)$/.test(method) ? {} : { body: sent }),
    })
    if (abort) return { ms: ms(), failure: 'aborted' }
    const head = { status: response.status, headers: Object.fromEntries(response.headers) }
    const take = taker?.(head)
    if (take) {
      limit()
      for await (const part of response.body ?? []) {
        // Time spent waiting for a slow reader does not count as the seller's.
        done.abort()
        await take(part)
        limit()
      }
    }
    const unread = readRate === undefined ? response.body : slowly(response.body, readRate)
    const bytes = take ? new Uint8Array() : await readWithin(unread, LARGEST_ANSWER)
    const answer = { ...head, bytes: bytes ?? new Uint8Array() }
    if (bytes === undefined) return { ms: ms(), failure: 'too-large', answer }
    return { ms: ms(), answer, ...(response.status >= 300 && response.status < 400 ? { failure: 'redirect' as const } : {}) }
  } catch (error) {
    if (cut?.aborted) return { ms: ms(), stopped: true }
    if (quit.signal.aborted) return { ms: ms(), failure: 'aborted' }
    return { ms: ms(), ...whyNot(error, late.signal.aborted) }
  } finally {
    for (const signal of [cut, left]) signal?.removeEventListener('abort', hangUp)
    done.abort()
    late.abort()
    gone.abort()
    quit.abort()
  }

  /** The parts of a body, each after the time that a slow reader takes for it. */
  async function* slowly(parts: AsyncIterable<Uint8Array> | null, rate: number): AsyncGenerator<Uint8Array> {
    for await (const part of parts ?? []) {
      done.abort()
      await systemClock.wait((part.length / rate) * 1000, gone.signal)
      limit()
      yield part
    }
  }
}

/** The network error as text. */
export function whyNot(error: unknown, timedOut: boolean): { readonly failure: CallFailure; readonly reason: string } {
  if (timedOut) return { failure: 'timeout', reason: 'timeout' }
  const cause = (error instanceof Error ? (error.cause ?? error) : error) as { code?: string; message?: string }
  const reason = cause.code ?? cause.message ?? String(cause)
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT|ETIMEDOUT|CERT|TLS|SSL/.test(reason))
    return { failure: 'unreachable', reason }
  if (/ECONNRESET|EPIPE|UND_ERR_SOCKET|terminated|other side closed/.test(reason)) return { failure: 'reset', reason }
  return { failure: 'broken', reason }
}

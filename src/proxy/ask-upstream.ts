import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { PASSED_BODY } from '../spec/request/request-limits.ts'
import { firstAbort } from '../stopping/first-abort.ts'
import type { Answered } from './check-exchange.ts'

/** Time limit of the call, and the signal that ends it. */
interface CallOptions {
  /** Machine milliseconds. */
  readonly timeout: number
  /** Aborted when the proxy stops. */
  readonly cut: AbortSignal
  readonly systemClock: { wait(ms: number, signal?: AbortSignal): Promise<void> }
}

/** The service's answer, byte for byte. */
export interface UpstreamAnswer extends Answered {
  readonly message: string
  readonly rawHeaders: string[]
}

/** Calls the service over a new connection. Rejects when no usable answer arrives. */
export async function askUpstream(
  { timeout, cut, systemClock }: CallOptions,
  upstream: URL,
  sent: { readonly method: string; readonly target: string; readonly headers: string[]; readonly bytes: Uint8Array },
): Promise<UpstreamAnswer> {
  const slow = new AbortController()
  const stop = firstAbort([slow.signal, cut])
  const done = new AbortController()
  systemClock.wait(timeout, done.signal).then(
    () => slow.abort(new Error(SLOW)),
    () => {},
  )
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const send = upstream.protocol === 'https:' ? requestHttps : requestHttp
      const path = `${upstream.pathname.replace(/\/$/, '')}${sent.target}`
      const { hostname, port } = upstream
      const where = { hostname: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? undefined : port }
      const asking = send(
        { ...where, path, method: sent.method, headers: sent.headers as never, signal: stop.signal, agent: false },
        resolve,
      )
      asking.once('error', reject)
      asking.end(sent.bytes)
    })
    const bytes = await readAll(response)
    if (!bytes) throw new Error(`its answer is larger than ${PASSED_BODY / 1024 / 1024} MB`)
    const { statusCode: status = 0, statusMessage: message = '', rawHeaders } = response
    return { status, message, rawHeaders, headers: joined(response.headers), bytes }
  } finally {
    done.abort()
    stop.release()
  }
}

const SLOW = 'slow'

/** A short reason why no answer came. */
export function reasonOf(error: unknown, timeout: number): string {
  const { code, message, cause } = error as NodeJS.ErrnoException
  if (code === 'ABORT_ERR' || (cause as Error | undefined)?.message === SLOW || message === SLOW)
    return `no answer within ${timeout / 1000} s`
  return code ?? message
}

/** All bytes of a message; undefined when there are too many. Rejects when the message breaks off. */
export function readAll(message: IncomingMessage): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = []
    let size = 0
    message.on('data', (part: Uint8Array) => {
      size += part.length
      if (size > PASSED_BODY) {
        message.pause()
        resolve(undefined)
      } else parts.push(part)
    })
    message.once('end', () => resolve(Buffer.concat(parts)))
    message.once('error', reject)
    message.once('close', () => reject(new Error('it broke off')))
  })
}

/** Repeated headers joined as HTTP does. */
export function joined(headers: IncomingMessage['headers']): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]))
}

import type { CallOutcome, OutgoingRequest } from '../marketplace/marketplace-api.ts'
import type { Barrier } from './barrier.ts'
import type { Case, Travel } from './case.ts'
import type { RawRequest, SendRaw } from './send-raw.ts'
import { signedAgain } from './tamper.ts'

/** A signed request and how it is sent. */
export interface Unusual {
  readonly request: OutgoingRequest
  readonly key: string
  /** Machine milliseconds. */
  readonly timeout: number
  readonly travels: Travel | undefined
  /** See Case. */
  readonly body: string | undefined
  readonly gate: Barrier | undefined
  /** The identical request was sent before. */
  readonly twice: boolean
}

const HUGE = 1024 * 1024

/** Whether the marketplace's own HTTP client can send it. */
export function isUsual(
  { travels, tamper }: Pick<Case, 'travels' | 'tamper'>,
  { body, gate: barrier }: Partial<Pick<Unusual, 'body' | 'gate'>>,
): boolean {
  return travels === undefined && tamper !== 'sent-before' && body === undefined && barrier === undefined
}

/** The result of an unusual call, and its request as it was sent. */
export interface SentUnusually {
  readonly outcome: CallOutcome
  readonly sent: RawRequest
}

/** Sends the preceding request, if any, then the request that is judged. */
export async function sendUnusually(send: SendRaw, unusual: Unusual): Promise<SentUnusually> {
  const { request, key, timeout, travels = {}, body, gate: barrier, twice } = unusual
  const { method = request.method, path = '', headers = {}, before, ...sending } = travels
  const bytes = body === undefined ? new TextEncoder().encode(request.body) : bytesOf(body)
  const signed = body === undefined ? request : signedAgain(request, key, (stamp) => stamp, bytes)
  const url = new URL(signed.url)
  if (path !== '') url.pathname = `${url.pathname.replace(/\/$/, '')}${path}`
  const one: RawRequest = {
    method,
    url: path === '' ? signed.url : url.toString(),
    headers: { ...request.headers, ...headers },
    body: method === 'POST' ? bytes : new Uint8Array(),
  }

  if (twice) await send(one, { timeout })
  if (before === 'broken-off') await send(one, { timeout, hangsUp: true })
  if (before === 'huge') {
    const large = new TextEncoder().encode(request.body.replace('{', `{"aFillerOfOneMegabyte":"${'x'.repeat(HUGE)}",`))
    const { failure } = await send({ ...one, url: signedAgain(request, key, freshen, large).url, body: large }, { timeout })
    // Any answer, or a closed connection, is accepted; no answer in time is not.
    if (failure === 'timeout') return { outcome: { ms: timeout, failure }, sent: one }
  }
  // The preceding request had the same nonce, except the huge one. Whether a seller counts that nonce as used is open.
  const last = before === 'broken-off' ? { ...one, url: signedAgain(signed, key, freshen, bytes).url } : one
  return { outcome: await send(last, { timeout, ...sending, ...(barrier ? { gate: barrier } : {}) }), sent: last }
}

/** Another nonce of the same length. */
function freshen<Stamp extends { readonly nonce: string }>(stamp: Stamp): Stamp {
  return { ...stamp, nonce: [...stamp.nonce].reverse().join('') }
}

/** The text as UTF-8, except that `\\xNN` becomes one byte. */
function bytesOf(text: string): Uint8Array {
  const parts = text
    .split(/(\\x[0-9A-F]{2})/)
    .map((part) => (/^\\x[0-9A-F]{2}$/.test(part) ? Uint8Array.of(Number.parseInt(part.slice(2), 16)) : new TextEncoder().encode(part)))
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

import type { OutgoingCall } from '../marketplace/marketplace-api.ts'
import { isSignedBy } from '../record/placeholders.ts'
import type { Secrets } from '../record/secrets.ts'
import { backendToken, signAuthToken, signKit, signKitAuthToken, signProduction } from '../signing/index.ts'
import { compact, parseMoment } from '../world/engine/calendar.ts'
import { hashText } from '../world/engine/chance.ts'
import type { SystemClock } from '../world/engine/system-clock.ts'

/** Members of bodies that say when the call was made. */
const MOMENT_MEMBER = /("(?:timeStamp|currentSyncTime)":")(\d{17})"/g
const NONCE_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/**
 * Makes calls of a replay acceptable to a real seller, who refuses old timestamps and nonces that it has seen before. The world keeps the recorded
 * call, so that nothing of this shows in a comparison. Faults keep their effect: a stale timestamp stays as stale as it was, a reused nonce is
 * reused, a wrong signature stays wrong, and the same bytes give the same bytes.
 * @param machine the real time
 * @param recorded the time of the recording
 */
export function createFreshCalls(
  secrets: Pick<Secrets, 'sellerKeys'>,
  machine: Pick<SystemClock, 'now'>,
  recorded: Pick<SystemClock, 'now'>,
): (request: OutgoingCall) => OutgoingCall {
  const made = new Map<string, OutgoingCall>()
  const replay = String(machine.now())
  const nonceFor = (nonce: string) => hashText(nonce.length, NONCE_LETTERS, 'nonce', replay, nonce)
  return (request) => {
    const name = JSON.stringify([request.url, request.headers, request.body])
    const known = made.get(name)
    if (known) return known
    const stamped = withStamps(request, machine.now() - recorded.now(), nonceFor)
    const key = secrets.sellerKeys().find(([, one]) => isSignedBy(request, one))?.[1]
    const fresh = key === undefined ? withBackendToken(stamped, secrets, machine) : signed(stamped, key)
    made.set(name, fresh)
    return fresh
  }
}

/** The call with its moments shifted by some milliseconds, and another nonce. */
function withStamps(request: OutgoingCall, shift: number, nonceFor: (nonce: string) => string): OutgoingCall {
  const url = new URL(request.url)
  const query = (name: string, change: (value: string) => string) => {
    const value = url.searchParams.get(name)
    if (value !== null) url.searchParams.set(name, change(value))
  }
  const later = (value: string) => shifted(value, shift)
  // Without a signature, members of these names are the seller's own.
  if (url.searchParams.has('signature')) {
    query('timestamp', later)
    query('nonce', nonceFor)
  }
  if (url.searchParams.has('authToken')) query('timeStamp', later)
  const { 'x-timestamp': timestamp, 'x-nonce': nonce, 'x-sign': sign, authToken } = request.headers
  const headers = {
    ...request.headers,
    ...(timestamp === undefined ? {} : { 'x-timestamp': later(timestamp) }),
    ...(nonce === undefined ? {} : { 'x-nonce': nonceFor(nonce) }),
  }
  const isKit = sign !== undefined || authToken !== undefined
  const body = isKit ? request.body.replace(MOMENT_MEMBER, (_, start, moment) => `${start}${later(moment)}"`) : request.body
  return { ...request, url: url.toString(), headers, body }
}

/** A moment as seconds, as milliseconds or as `yyyyMMddHHmmssSSS`; any other text stays. */
function shifted(moment: string, shift: number): string {
  if (/^\d{10}$/.test(moment)) return String(Number(moment) + Math.round(shift / 1000))
  if (/^\d{13}$/.test(moment)) return String(Number(moment) + shift)
  const [, date, hour, minute, second, ms] = /^(\d{8})(\d\d)(\d\d)(\d\d)(\d{3})$/.exec(moment) ?? []
  const day = date?.replace(/^(....)(..)/, '$1-$2-')
  const at = parseMoment(`${day}T${hour}:${minute}:${second}.${ms}Z`)
  return at === undefined ? moment : `${compact(at + shift)}${String((at + shift) % 1000).padStart(3, '0')}`
}

/** The call with a signature of the same scheme. */
function signed(request: OutgoingCall, key: string): OutgoingCall {
  const { headers, body } = request
  const url = new URL(request.url)
  const { signature, timestamp = '', nonce = '', authToken } = Object.fromEntries(url.searchParams)
  if (signature !== undefined) {
    const { value } = signProduction(JSON.parse(body), { timestamp, nonce }, key)
    url.searchParams.set('signature', signature === signature.toUpperCase() ? value.toUpperCase() : value)
    return { ...request, url: url.toString() }
  }
  if (authToken !== undefined) {
    url.searchParams.set('authToken', signAuthToken(Object.fromEntries(url.searchParams), key).value)
    return { ...request, url: url.toString() }
  }
  if (headers['authToken'] !== undefined) return { ...request, headers: { ...headers, authToken: signKitAuthToken(body, key).value } }
  const stamp = { timestamp: headers['x-timestamp'] ?? '', nonce: headers['x-nonce'] ?? '' }
  return { ...request, headers: { ...headers, 'x-sign': signKit(JSON.parse(body), stamp, key).value } }
}

/** A new token for the backend of an API product, if the call has one. */
function withBackendToken(request: OutgoingCall, secrets: Pick<Secrets, 'sellerKeys'>, { now }: Pick<SystemClock, 'now'>): OutgoingCall {
  const { authorization = '' } = request.headers
  const payload = payloadOf(authorization)
  if (!payload) return request
  const { api_key: id, timestamp } = payload
  const secret = secrets.sellerKeys().find(([, one]) => backendToken(id, one, timestamp) === authorization)?.[1]
  return secret === undefined ? request : { ...request, headers: { ...request.headers, authorization: backendToken(id, secret, now()) } }
}

function payloadOf(token: string): { readonly api_key: string; readonly timestamp: number } | undefined {
  try {
    const { api_key, timestamp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
    return typeof api_key === 'string' && typeof timestamp === 'number' ? { api_key, timestamp } : undefined
  } catch {
    return undefined
  }
}

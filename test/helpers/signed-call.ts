import { formatSdkDate, signAkSk } from '../../src/signing/index.ts'
import { type RawAnswer, type RawRequest, rawHttp } from './raw-http.ts'

/** A signed request: what is sent, and what the client put under its signature where that differs. */
export interface SignedCall extends RawRequest {
  readonly headers?: Readonly<Record<string, string>>
  /** Names in `SignedHeaders`; absent = all headers sent. `x-sdk-date` is added by itself. */
  readonly signedHeaders?: readonly string[]
  /** What the client signs instead of the target it sends. */
  readonly signAs?: { readonly path?: string; readonly query?: string; readonly body?: string | Uint8Array }
  /** Milliseconds by which the client's clock is wrong. */
  readonly clockOff?: number
}

export interface Keys {
  readonly ak: string
  readonly sk: string
}

/** The request with `X-Sdk-Date`, `Host` and `Authorization`, signed as an SDK does it. */
export function signedRequest(call: SignedCall, { ak, sk }: Keys, host = '127.0.0.1'): RawRequest & { headers: Record<string, string> } {
  const cut = call.target.indexOf('?')
  const headers: Record<string, string> = { Host: host, ...call.headers, 'X-Sdk-Date': formatSdkDate(Date.now() + (call.clockOff ?? 0)) }
  const { authorization } = signAkSk(
    {
      method: call.method ?? 'GET',
      path: call.signAs?.path ?? (cut < 0 ? call.target : call.target.slice(0, cut)),
      query: call.signAs?.query ?? (cut < 0 ? '' : call.target.slice(cut + 1)),
      headers,
      ...(call.signedHeaders ? { signedHeaders: [...call.signedHeaders, 'x-sdk-date'] } : {}),
      body: call.signAs?.body ?? call.body ?? '',
    },
    { access: ak, secret: sk },
  )
  return { ...call, headers: { ...headers, Authorization: authorization } }
}

/** Signs and sends. */
export function sendSigned(url: string, call: SignedCall, keys: Keys): Promise<RawAnswer> {
  return rawHttp(url, signedRequest(call, keys))
}

import { createHmac } from 'node:crypto'
import { schemeOf } from '../marketplace/faults/signature-place.ts'
import type { CallOutcome } from '../marketplace/marketplace-api.ts'
import { type ShownExchange, showExchange } from '../report/exchange.ts'
import { signAuthToken, signKit, signKitAuthToken, signProduction } from '../signing/index.ts'
import type { Operation } from '../spec/operation.ts'

/** A request as it was sent. */
export interface SentRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/**
 * A call for the report: the request as it was sent, the text that its right signature covers, and the answer.
 * @param key masked; `[key]` in the signed text
 */
export function showCall(operation: Operation, sent: SentRequest, outcome: CallOutcome, key: string): ShownExchange {
  const { answer, failure, reason } = outcome
  const request = { ...sent, body: textOf(sent.body) }
  const signed = signedTextOf(operation, request, sent.body, key)
  return showExchange(
    {
      request,
      ...(signed === undefined ? {} : { signed }),
      ...(answer === undefined ? {} : { answer: { status: answer.status, headers: answer.headers, body: textOf(answer.bytes) } }),
      ...(failure === undefined ? {} : { failure: reason ?? failure }),
    },
    [key],
  )
}

/** A body as text. */
export const textOf = (body: string | Uint8Array) => (typeof body === 'string' ? body : new TextDecoder().decode(body))

/** Undefined for a request that no scheme can sign: its body is not a JSON object, or its signature has no place. */
function signedTextOf(
  operation: Operation,
  { url, headers, body }: { readonly url: string; readonly headers: SentRequest['headers']; readonly body: string },
  bytes: string | Uint8Array,
  key: string,
): string | undefined {
  const { searchParams } = new URL(url)
  try {
    switch (schemeOf(operation)) {
      case 'v2': {
        const stamp = { timestamp: searchParams.get('timestamp') ?? '', nonce: searchParams.get('nonce') ?? '' }
        // The bytes of a body that the marketplace would never send are signed as they are.
        if (typeof bytes !== 'string')
          return `[key]${stamp.nonce}${stamp.timestamp}${createHmac('sha256', key).update(bytes).digest('hex')}`
        return `[key]${signProduction(body, stamp, key).canonical.slice(key.length)}`
      }
      case 'kit': {
        const stamp = { timestamp: headers['x-timestamp'] ?? '', nonce: headers['x-nonce'] ?? '' }
        return `[key]${signKit(body, stamp, key).canonical.slice(key.length)}`
      }
      case 'v1':
        return signAuthToken(Object.fromEntries([...searchParams].filter(([name]) => name !== 'authToken')), key).canonical
      default:
        return signKitAuthToken(JSON.parse(body) as Record<string, unknown>, key).canonical
    }
  } catch {
    return undefined
  }
}

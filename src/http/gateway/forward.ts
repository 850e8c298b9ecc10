import type { AnswerHead, CallOutcome } from '../../marketplace/marketplace-api.ts'
import type { Reply } from '../../spec/call.ts'
import type { Caller } from '../../world/caller.ts'
import type { ApiBackend, Product } from '../../world/entities/entities.ts'
import type { Opened } from '../exchange.ts'
import type { ServerContext } from '../server-context.ts'
import { backendCall, customerHeaders } from './backend-call.ts'
import type { Relay } from './relay.ts'

/** Headers of an answer that are written again on the way back. */
const MADE_ANEW = /^(connection|keep-alive|transfer-encoding|content-length|content-encoding|date|x-request-id)$/

/** Where a call goes, and for whom. */
export interface Forwarded {
  readonly backend: ApiBackend
  readonly kind: Product['kind']
  /** Below the product's own. */
  readonly path: string
  readonly caller: Caller | undefined
}

/** A backend's whole answer, its body as text and exactly as received. */
export interface BackendReply {
  readonly reply: Reply
  readonly bytes: string
}

/**
 * Forwards a call to the seller's backend. Resolves to its answer, or to nothing if that was passed on part by part: then the caller is answered
 * before this ends.
 * @throws VendorError 502 or 504 APIGW.0201, as the gateway says that a backend did not answer
 */
export async function forward(
  server: ServerContext,
  { call, operation, world, findings, requestId }: Opened,
  { backend, kind, path, caller }: Forwarded,
  relay: Relay,
): Promise<BackendReply | undefined> {
  const added = {
    'X-Request-Id': requestId,
    ...(kind === 'agents-gateway' && caller ? customerHeaders(caller.account) : {}),
  }
  const result = await server.sellers.callBackend(backendCall(backend, { ...call, path }, added), {
    timeout: backend.timeout,
    instant: world.clock.now(),
    left: relay.left,
    taker: (head) => (comesInParts(head, backend) ? relay.open(replyOf(head)) : undefined),
  })
  if (relay.opened) {
    relay.close(whyBroken(result))
    return undefined
  }
  const { answer, failure, reason } = result
  if (!answer || failure === 'too-large') {
    findings.push({
      code: failure === 'timeout' ? 'gateway.backend.late' : 'gateway.backend.unreachable',
      level: 'error',
      pointer: '',
      expected: `an answer of ${backend.url} within ${backend.timeout} ms`,
      got: [failure, reason].filter((word) => word !== undefined).join(' ') || 'nothing',
      ...(failure === 'not-allowed' ? { hint: 'Start the sandbox with --allow-host HOST. Otherwise it calls this machine only.' } : {}),
    })
    return operation.fail(failure === 'timeout' ? 'APIGW.0201:timeout' : 'APIGW.0201:unavailable')
  }
  return {
    reply: { ...replyOf(answer), body: new TextDecoder().decode(answer.bytes) },
    bytes: Buffer.from(answer.bytes).toString('latin1'),
  }
}

/**
 * Server-sent events, JSON lines and products that the seller registered as streamed are passed on as they come; everything else is read whole, so
 * that its length is known.
 */
export function comesInParts({ headers }: AnswerHead, { answers }: Pick<ApiBackend, 'answers'>): boolean {
  const type = headers['content-type'] ?? ''
  return (
    /^(text\/event-stream|application\/(x-ndjson|jsonl|stream\+json))\b/i.test(type) || (answers === 'streamed' && !/json\b/i.test(type))
  )
}

const whyBroken = ({ answer, failure, reason }: CallOutcome): string | undefined =>
  answer ? undefined : [failure, reason].filter((word) => word !== undefined).join(' ') || 'nothing more'

const replyOf = ({ status, headers }: AnswerHead): Reply => ({ status, headers: returned(headers) })

function returned(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !MADE_ANEW.test(name))
  return Object.fromEntries(kept.map(([name, value]) => [name === 'content-type' ? 'Content-Type' : name, value]))
}

import type { ApiBackend, Product } from '../../world/entities/entities.ts'
import type { Exchange } from '../exchange.ts'
import type { BackendAnswer, BackendHead } from '../sellers.ts'
import type { ServerContext } from '../server-context.ts'
import { backendCall, customerHeaders } from './backend-call.ts'
import type { Relay } from './relay.ts'

/** Headers of an answer that are written again on the way back. */
const MADE_ANEW = /^(connection|keep-alive|transfer-encoding|content-length|content-encoding|date|x-request-id)$/

/**
 * Forwards a call to the seller's backend and makes its answer the reply; returns the bytes as received, or nothing if they were passed on part
 * by part: then the caller is answered before this ends.
 * @throws VendorError 502 or 504 APIGW.0201, as the gateway says that a backend did not answer
 */
export async function forward(
  server: ServerContext,
  exchange: Exchange,
  product: Pick<Product, 'kind' | 'backend'>,
  path: string,
  relay: Relay,
): Promise<string | undefined> {
  const { call, operation, world, findings, requestId, caller } = exchange
  const backend = product.backend!
  const told = {
    'X-Request-Id': requestId,
    ...(product.kind === 'agents-gateway' && caller ? customerHeaders(caller.account) : {}),
  }
  const heard = await server.sellers.forward(backendCall(backend, { ...call, path }, told), {
    timeout: backend.timeout,
    instant: world.clock.now(),
    left: relay.left,
    taker(head) {
      if (!comesInParts(head, backend)) return undefined
      answerWith(exchange, head)
      return relay.open()
    },
  })
  if (relay.opened) {
    relay.close(whyBroken(heard))
    return undefined
  }
  const { answer, failure, reason } = heard
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
  answerWith(exchange, answer)
  exchange.reply = { ...exchange.reply, body: new TextDecoder().decode(answer.bytes) }
  return Buffer.from(answer.bytes).toString('latin1')
}

/**
 * Server-sent events, JSON lines and products that the seller registered as streamed are passed on as they come; everything else is read whole, so
 * that its length is known.
 */
export function comesInParts({ headers }: BackendHead, { answers }: Pick<ApiBackend, 'answers'>): boolean {
  const type = headers['content-type'] ?? ''
  return (
    /^(text\/event-stream|application\/(x-ndjson|jsonl|stream\+json))\b/i.test(type) || (answers === 'streamed' && !/json\b/i.test(type))
  )
}

const whyBroken = ({ answer, failure, reason }: BackendAnswer): string | undefined =>
  answer ? undefined : [failure, reason].filter((word) => word !== undefined).join(' ') || 'nothing more'

function answerWith(exchange: Exchange, { status, headers }: BackendHead): void {
  exchange.origin = 'behaviour'
  exchange.reply = { status, headers: returned(headers) }
}

function returned(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !MADE_ANEW.test(name))
  return Object.fromEntries(kept.map(([name, value]) => [name === 'content-type' ? 'Content-Type' : name, value]))
}

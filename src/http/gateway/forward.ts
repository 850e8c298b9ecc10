import type { Product } from '../../world/entities.ts'
import type { Exchange } from '../exchange.ts'
import type { House } from '../house.ts'

/** What a gateway keeps to itself: of one connection, or meant for it alone. */
const OWN =
  /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|host|content-length|accept-encoding|expect|x-apig-appcode|x-sandbox-.*)$/
/** Of an answer: what the way back makes anew. */
const MADE_ANEW = /^(connection|keep-alive|transfer-encoding|content-length|content-encoding|date|x-request-id)$/

/**
 * Hands a call on to the seller's backend and makes its answer the reply; gives the bytes as they came.
 * @throws VendorError 502 or 504 APIGW.0201, as the gateway says that a backend did not answer
 */
export async function forward(house: House, exchange: Exchange, product: Pick<Product, 'kind' | 'backend'>, path: string): Promise<string> {
  const { call, operation, world, findings } = exchange
  const backend = product.backend!
  const { answer, failure, reason } = await house.sellers.forward(
    {
      method: call.method === 'POST' ? 'POST' : 'GET',
      url: below(backend.url, path, call.query),
      headers: { ...forwarded(exchange), ...(product.kind === 'agents-gateway' ? customer(exchange) : {}) },
      body: new TextDecoder().decode(call.body),
    },
    { timeout: backend.timeout, instant: world.clock.now() },
  )
  if (!answer || failure === 'too-large') {
    findings.push({
      code: failure === 'timeout' ? 'gateway.backend.late' : 'gateway.backend.unreachable',
      level: 'error',
      pointer: '',
      expected: `an answer of ${backend.url} within ${backend.timeout} ms`,
      got: [failure, reason].filter((word) => word !== undefined).join(' ') || 'nothing',
      ...(failure === 'not-allowed' ? { hint: 'Start with --allow-host HOST: only this machine is called otherwise.' } : {}),
    })
    return operation.fail(failure === 'timeout' ? 'APIGW.0201:timeout' : 'APIGW.0201:unavailable')
  }
  exchange.origin = 'behaviour'
  exchange.reply = { status: answer.status, body: new TextDecoder().decode(answer.bytes), headers: returned(answer.headers) }
  return Buffer.from(answer.bytes).toString('latin1')
}

/** The address of the backend with the path of the call after its own, and both queries. */
function below(url: string, path: string, query: string): string {
  const { origin, pathname, search } = new URL(url)
  const asked = [search.slice(1), query].filter((one) => one !== '').join('&')
  return `${origin}${pathname.replace(/\/+$/, '')}${path}${asked === '' ? '' : `?${asked}`}`
}

function forwarded({ call, requestId }: Exchange): Record<string, string> {
  const kept = Object.entries(call.headers).flatMap(([name, value]) => (value === undefined || OWN.test(name) ? [] : [[name, value]]))
  return { ...Object.fromEntries(kept), 'X-Request-Id': requestId }
}

/** Who calls, as backends of Agents gateways are told (UM/sp_topic_0000236). */
function customer({ caller }: Exchange): Record<string, string> {
  return caller ? { 'X-Customer-Id': caller.account.id, 'X-Customer-Name': encodeURIComponent(caller.account.name) } : {}
}

function returned(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !MADE_ANEW.test(name))
  return Object.fromEntries(kept.map(([name, value]) => [name === 'content-type' ? 'Content-Type' : name, value]))
}

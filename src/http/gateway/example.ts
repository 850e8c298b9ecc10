import type { Product } from '../../world/entities/entities.ts'
import type { Exchange } from '../exchange.ts'

/** Answers for a seller whose backend is not set: echoes the request as JSON. The journal calls it an example. */
export function exampleOf(exchange: Exchange, { id, name }: Product, path: string): void {
  const { call, requestId } = exchange
  exchange.origin = 'example'
  exchange.reply = {
    status: 200,
    body: { request_id: requestId, product_id: id, product_name: name, path: path === '' ? '/' : path, method: call.method },
  }
  exchange.findings.push({
    code: 'gateway.backend.absent',
    level: 'info',
    pointer: '',
    expected: "an answer of the seller's backend",
    got: 'an example of the sandbox',
    evidence: 'inferred',
    hint: `Set the backend: POST /_sandbox/console/products/${id}/backend with its "url".`,
  })
}

import type { Product } from '../../world/entities/entities.ts'
import type { Opened, Outcome } from '../exchange.ts'

/** Answers for a seller whose backend is not set: echoes the request as JSON. The journal calls it an example. */
export function exampleOf({ call, requestId, findings }: Opened, { id, name }: Product, path: string): Outcome {
  const reply = {
    status: 200,
    body: { request_id: requestId, product_id: id, product_name: name, path: path === '' ? '/' : path, method: call.method },
  }
  findings.push({
    code: 'gateway.backend.absent',
    level: 'info',
    pointer: '',
    expected: "an answer of the seller's backend",
    got: 'an example of the sandbox',
    evidence: 'inferred',
    hint: `Set the backend: POST /_sandbox/console/products/${id}/backend with its "url".`,
  })
  return { origin: 'example', reply }
}

import type { Finding } from '../spec/finding.ts'
import type { Operation } from '../spec/operation.ts'
import { VendorError } from '../spec/vendor-error.ts'
import type { Exchange } from './exchange.ts'

/** A documented error becomes the reply; anything else is thrown on. */
export function refuse(exchange: Exchange, thrown: unknown): void {
  const { operation, world, origin } = exchange
  if (!(thrown instanceof VendorError)) throw thrown
  const chosen = origin === 'forced' ? thrown.key : operation.inTable(thrown.key, world.settingByName)
  const error = chosen === thrown.key ? thrown : errorOf(operation, chosen)
  exchange.error = error.key
  const told = exchange.origin === 'forced' || exchange.findings.some(({ level }) => level === 'error')
  if (!told) exchange.findings.push(meaningOf(exchange.operation, error.key))
  const body = error.body(exchange.requestId)
  exchange.reply = {
    status: error.status,
    ...(body === undefined ? {} : { body: prefixed(exchange, error.key, body) }),
  }
}

/** The error under that key, not thrown. */
function errorOf(operation: Operation, key: string): VendorError {
  try {
    return operation.fail(key)
  } catch (error) {
    if (error instanceof VendorError) return error
    throw error
  }
}

/** A refusal caused by the state of the world gets a hint from the catalogue: what the error means, and its cause. */
function meaningOf(operation: Operation, key: string): Finding {
  const entry = operation.errors.get(key) ?? operation.gatewayErrors.get(key)
  return {
    code: 'request.state.refused',
    level: 'error',
    pointer: '',
    expected: 'a state that allows the call',
    got: entry?.meaning ?? entry?.message ?? key,
    ...(entry?.cause ? { hint: `Cause: ${entry.cause}.` } : {}),
    evidence: entry?.['x-evidence'] ?? operation.evidence,
    ...(entry?.['x-source']?.[0] ? { source: entry['x-source'][0] } : {}),
  }
}

/** The sources disagree on the gateway's prefix (APIGW in the signing guide, APIG in texts of BSS): a setting. */
function prefixed(exchange: Exchange, key: string, body: unknown): unknown {
  const prefix = exchange.world.setting('gateway.prefix')
  if (!key.startsWith('APIGW.') || prefix === 'APIGW') return body
  return { ...(body as object), error_code: `${prefix}.${(key.split(':')[0] ?? '').slice('APIGW.'.length)}` }
}

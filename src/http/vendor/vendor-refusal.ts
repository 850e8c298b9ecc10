import type { Finding } from '../../spec/finding.ts'
import type { Operation } from '../../spec/operation.ts'
import { VendorError } from '../../spec/vendor-error.ts'
import type { World } from '../../world/world-api.ts'
import type { Opened, Origin, Outcome } from '../exchange.ts'

/**
 * The answer with a documented error.
 * @param origin `forced` and `scenario`: exactly that error, unexplained; else the table of errors chosen in this world decides
 */
export function refusedByVendor(opened: Opened, thrown: VendorError, origin: Origin): Outcome {
  const { operation, world, findings, requestId } = opened
  const natural = origin !== 'forced' && origin !== 'scenario'
  const chosen = natural ? operation.inTable(thrown.key, world.settingByName) : thrown.key
  const error = chosen === thrown.key ? thrown : errorOf(operation, chosen)
  if (natural && !findings.some(({ level }) => level === 'error')) findings.push(meaningOf(operation, error.key))
  const body = error.body(requestId)
  const reply = { status: error.status, ...(body === undefined ? {} : { body: prefixed(world, error.key, body) }) }
  return { origin, error: error.key, reply }
}

/** The answer with a documented error that somebody asked for. */
export function forcedError(
  opened: Opened,
  key: string,
  origin: 'forced' | 'scenario',
  params: Readonly<Record<string, unknown>> = {},
): Outcome {
  const now = opened.world.clock.iso()
  // What a real refusal would quote. Times are world time, so that the same call gives the same bytes.
  const quoted = { policy: 'forced', limit: 1, canonicalRequest: 'forced', expires_at: now, signature_time: now, server_time: now }
  return refusedByVendor(opened, errorOf(opened.operation, key, { ...quoted, protocol: 'https', ...params }), origin)
}

/** The error under that key, not thrown. */
function errorOf(operation: Operation, key: string, params?: Readonly<Record<string, unknown>>): VendorError {
  try {
    return operation.fail(key, params)
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
function prefixed(world: World, key: string, body: unknown): unknown {
  const prefix = world.setting('gateway.prefix')
  if (!key.startsWith('APIGW.') || prefix === 'APIGW') return body
  return { ...(body as object), error_code: `${prefix}.${(key.split(':')[0] ?? '').slice('APIGW.'.length)}` }
}

import type { Specs } from '../spec/catalogue.ts'
import type { ErrorDoc } from '../spec/document/model.ts'
import type { Evidence } from '../spec/finding.ts'
import type { Operation } from '../spec/operation.ts'

/** One error that `X-Sandbox-Error` can request. */
export interface ForcedError {
  readonly key: string
  readonly code: string
  readonly status: number
  readonly message: string
  readonly meaning?: string
  /** How to cause it without forcing it. */
  readonly cause?: string
  readonly evidence: Evidence
  readonly source: string[]
}

export interface ErrorsOfOperation {
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly errors: ForcedError[]
}

export interface ForcedErrorList {
  readonly format: 1
  readonly count: number
  readonly operations: ErrorsOfOperation[]
  /** Accepted by every vendor operation. */
  readonly gateway: ForcedError[]
}

/**
 * Every error that can be forced, by operation. Needs no running sandbox.
 * @param filter `operation` is a full reference
 */
export function listErrors(
  specs: Specs,
  filter: { readonly operation?: string; readonly service?: string; readonly status?: number } = {},
): ForcedErrorList {
  const wanted = ({ status }: ForcedError) => filter.status === undefined || status === filter.status
  const operations = specs.operations
    .filter(({ ref, service, ours }) => (filter.operation === undefined ? !ours || filter.service === service : ref === filter.operation))
    .filter(({ service }) => filter.service === undefined || service === filter.service)
    .map((operation) => ({
      operation: operation.ref,
      method: operation.method,
      path: operation.path,
      summary: operation.doc.summary ?? operation.id,
      errors: errorsOf(operation).filter(wanted),
    }))
    .filter(({ errors }) => errors.length > 0)
  const gateway = [...specs.nowhere.gatewayErrors].map(([key, entry]) => forcedError(key, entry, 'doc')).filter(wanted)
  return { format: 1, count: operations.reduce((all, { errors }) => all + errors.length, 0), operations, gateway }
}

/** The errors documented for one operation. */
export function errorsOf(operation: Operation): ForcedError[] {
  const listed = new Map(operation.doc['x-errors'].map((item) => [item.code, item['x-evidence']]))
  return [...operation.errors].map(([key, entry]) => forcedError(key, entry, operation.evidence, listed.get(key)))
}

function forcedError(key: string, entry: ErrorDoc, inherited: Evidence, listed?: Evidence): ForcedError {
  const { status, message, meaning, cause } = entry
  return {
    key,
    code: key.split(':')[0] ?? key,
    status,
    message,
    ...(meaning === undefined ? {} : { meaning }),
    ...(cause === undefined ? {} : { cause }),
    evidence: listed ?? entry['x-evidence'] ?? inherited,
    source: [...(entry['x-source'] ?? [])],
  }
}

import type { Call } from '../../src/spec/call.ts'
import { createSpecs, type Specs } from '../../src/spec/catalogue.ts'
import type { Bundle, FamilyDoc, OperationDoc, Schema, ServiceDocument } from '../../src/spec/document/model.ts'
import type { Finding } from '../../src/spec/finding.ts'
import type { Input, Operation } from '../../src/spec/operation.ts'
import { VendorError } from '../../src/spec/vendor-error.ts'

/** A family in which each kind of violation has a code of its own. */
export const family: FamilyDoc = {
  envelope: { schema: { type: 'object', required: ['code'] }, body: { code: '{code}', text: '{message}', status: '{status}' } },
  violations: { missing: 'X.1', malformed: 'X.2', range: 'X.3', unsupported: 'X.4', span: 'X.5', unparsable: 'X.6', otherwise: 'X.9' },
  errors: Object.fromEntries(['X.1', 'X.2', 'X.3', 'X.4', 'X.5', 'X.6', 'X.9'].map((code) => [code, { status: 400, message: code }])),
}

export const bundleOf = (services: Record<string, ServiceDocument>, families: Bundle['families'] = { s: { x: family } }): Bundle => ({
  format: 1,
  services,
  families,
  settings: {},
  sources: {},
  machines: {},
  deliveries: {},
  scenarios: {},
  places: {},
  worlds: {},
})

export const specsWith = (services: Record<string, ServiceDocument>): Specs => createSpecs(bundleOf(services))

export const plainDoc = (change: Partial<OperationDoc> = {}): OperationDoc => ({
  operationId: 'Op',
  responses: { '200': { content: { 'application/json': { schema: { type: 'object' } } } } },
  'x-auth': ['none'],
  'x-error-family': 'x',
  'x-errors': Object.keys(family.errors).map((code) => ({ code })),
  'x-source': ['S-06'],
  'x-evidence': 'doc',
  ...change,
})

/** One operation at `/a/{id}`, compiled as the engine does. */
export function makeOperation(change: Partial<OperationDoc> = {}, schemas: Record<string, Schema> = {}): Operation {
  const document: ServiceDocument = {
    openapi: '3.1.0',
    info: { title: 's', version: '1' },
    paths: { '/a/{id}': { post: plainDoc(change) } },
    components: { schemas },
  }
  return specsWith({ s: document }).operation('s.Op')
}

export const withQuery = (...parameters: (Partial<NonNullable<OperationDoc['parameters']>[number]> & { name: string })[]): Operation =>
  makeOperation({ parameters: parameters.map((p) => ({ in: 'query', schema: { type: 'string' }, ...p })) })

export const withBody = (schema: Schema, schemas: Record<string, Schema> = {}, type = 'application/json'): Operation =>
  makeOperation({ requestBody: { required: true, content: { [type]: { schema } } } }, schemas)

export interface Outcome {
  readonly input: Input | undefined
  /** Key of the error that refused the request. */
  readonly error: string | undefined
  /** `code pointer` of every finding. */
  readonly told: readonly string[]
  readonly findings: readonly Finding[]
}

type Given = {
  query?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
  path?: Record<string, string>
  lenient?: boolean
}

/** Reads one request and says what came of it. */
export function read(operation: Operation, { query = '', headers, body = '', path = { id: '1' }, lenient = false }: Given = {}): Outcome {
  const call: Call = {
    method: 'POST',
    path: '/a/1',
    query,
    host: 'here',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  }
  const findings: Finding[] = []
  const outcome = (input: Input | undefined, error?: string): Outcome => ({
    input,
    error,
    findings,
    told: findings.map((finding) => `${finding.code} ${finding.pointer}`),
  })
  try {
    return outcome(operation.read(call, path, findings, lenient))
  } catch (error) {
    if (error instanceof VendorError) return outcome(undefined, error.key)
    throw error
  }
}

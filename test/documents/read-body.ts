import type { MediaDoc, Schema } from '../../src/spec/document/model.ts'
import type { Finding } from '../../src/spec/finding.ts'
import { UploadedFile } from '../../src/spec/request/multipart-body.ts'
import { createBodyReader } from '../../src/spec/request/read-body.ts'
import { createComplaints } from '../../src/spec/request/report-problem.ts'
import { createChecks } from '../../src/spec/schema/checks.ts'

/** Compiling the first check takes long, so rows without shared schemas share one. */
const PLAIN = createChecks({ components: { schemas: {} } }, true)

export interface Sent {
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly schemas?: Readonly<Record<string, Schema>>
  readonly required?: boolean
}

/** What a foreign operation with these media types makes of one body: the typed value, and one line for each finding. */
export function readBody(content: Readonly<Record<string, MediaDoc>>, body: string | Uint8Array, sent: Sent = {}) {
  const { schemas = {}, type, required = true } = sent
  const doc = { operationId: 'Op', responses: {}, 'x-auth': [], 'x-errors': [], 'x-source': [], 'x-evidence': 'doc', 'x-foreign': true, requestBody: { required, content } } as const // biome-ignore format: one thought
  const checks = Object.keys(schemas).length === 0 ? PLAIN : createChecks({ components: { schemas } }, true, 'readOnly')
  const read = createBodyReader(doc, schemas, checks.of)
  const findings: Finding[] = []
  const { complain, first } = createComplaints(findings, { source: undefined, evidence: 'doc' }, () => false, true)
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const headers = { ...(type === undefined ? {} : { 'content-type': type }), ...sent.headers }
  const value = read({ method: 'POST', path: '/', query: '', host: 'here', headers, body: bytes }, complain)
  const told = findings.map(({ level, pointer, rule }) => `${level === 'error' ? '' : `${level} `}${pointer} ${rule}`)
  return { value, told, findings, first: first() }
}

/** The value of a body, or the lines about it. Files are shown by name and content, other bytes as text. */
export function bodyOf(content: Readonly<Record<string, MediaDoc>>, body: string | Uint8Array, sent: Sent = {}): unknown {
  const { value, told } = readBody(content, body, sent)
  return told.length > 0 ? told : plain(value)
}

function plain(value: unknown): unknown {
  if (value instanceof UploadedFile) return `file ${value.fileName ?? ''}: ${new TextDecoder().decode(value.bytes)}`
  if (value instanceof Uint8Array) return `bytes: ${new TextDecoder().decode(value)}`
  if (Array.isArray(value)) return value.map(plain)
  if (!value || typeof value !== 'object') return value === undefined ? 'nothing' : value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
}

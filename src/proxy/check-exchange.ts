import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { Call } from '../spec/call.ts'
import type { Specs } from '../spec/catalogue.ts'
import { codeIn } from '../spec/envelope.ts'
import type { Finding } from '../spec/finding.ts'
import { jsonOf } from '../spec/negotiate.ts'
import type { Operation } from '../spec/operation.ts'
import { VendorError } from '../spec/vendor-error.ts'
import { undocumented } from './undocumented.ts'

/** The unchanged answer of a real service. */
export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly bytes: Uint8Array
}

/** One exchange compared with the specs. */
export interface CheckedExchange {
  /** Undefined where no service of the specs has this path. */
  readonly operation: Operation | undefined
  readonly findings: readonly Finding[]
}

/**
 * All differences of a request and its answer from the specs. If the service accepts a request that the specs refuse, the specs are wrong
 * or the service is lenient: this gets its own finding.
 */
export function checkExchange(specs: Specs, call: Call, answered: Answered): CheckedExchange {
  const route = specs.find(call)
  if ('missing' in route) {
    const byMethod = route.missing === 'method'
    const expected = byMethod ? route.methods.join(' or ') : 'a path that some service documents'
    const got = `${call.method} ${call.path.slice(0, 120)}`
    return {
      operation: undefined,
      findings: [{ code: `request.${route.missing}.unknown`, level: 'warning', pointer: `/${route.missing}`, expected, got }],
    }
  }
  const operation = route.value
  const request = readRequest(operation, call, route.path)
  const wrong = request.filter(({ level }) => level === 'error')
  const findings = [
    ...request,
    ...(wrong.length > 0 && answered.status < 400 ? [taken(wrong, answered)] : []),
    ...checkAnswer(specs, operation, answered),
  ]
  const { bundle } = specs
  return {
    operation,
    findings: onePerPlace(findings).map((finding) => {
      const [, part, name] = finding.pointer.split('/')
      const of = finding.code.startsWith('reply.')
        ? part === 'status'
          ? 'errors'
          : String(answered.status)
        : part === 'body'
          ? 'body'
          : `${part}/${name}`
      const place = finding.place ?? bundle.places[`${operation.ref}/${of}`] ?? bundle.places[operation.ref]
      return { ...finding, ...(place === undefined ? {} : { place }) }
    }),
  }
}

/** A value of the wrong type is often also not a listed value: only the first finding is kept. */
function onePerPlace(findings: readonly Finding[]): readonly Finding[] {
  const merged = new Map<string, Finding>()
  for (const finding of findings) {
    const id = `${finding.code} ${finding.pointer}`
    if (!merged.has(id)) merged.set(id, finding)
  }
  return [...merged.values()]
}

function readRequest(operation: Operation, call: Call, values: Readonly<Record<string, string>>): readonly Finding[] {
  const findings: Finding[] = []
  try {
    operation.read(call, values, findings)
  } catch (error) {
    if (!(error instanceof VendorError)) throw error
  }
  return findings
}

function taken([first]: readonly Finding[], { status }: Answered): Finding {
  return {
    code: 'request.service.accepts',
    level: 'warning',
    pointer: first?.pointer ?? '',
    expected: `a refusal: ${first?.expected}`,
    got: `${status}, although it was ${first?.got}`,
    hint: 'The specs are stricter than the service, or the service is lenient.',
  }
}

function checkAnswer(specs: Specs, operation: Operation, answered: Answered): readonly Finding[] {
  const say = (code: string, level: Finding['level'], pointer: string, expected: string, got: string): Finding => ({
    code: `reply.${code}`,
    level,
    pointer,
    expected,
    got,
    evidence: operation.evidence,
    ...(operation.source === undefined ? {} : { source: operation.source }),
  })
  const read = readBody(answered)
  if ('broken' in read) return [say('body.unreadable', 'error', '/body', 'a body that can be read', read.broken)]
  const { body } = read
  const { status } = answered
  const { foreign } = operation
  const response = foreign ? foreign.answerAt(status)?.response : operation.doc.responses[String(status)]
  const schemas = specs.bundle.services[operation.service]?.components?.schemas ?? {}
  const findings: Finding[] = [
    ...operation.check({ status, ...typed(foreign !== undefined, answered), ...(body === undefined ? {} : { body }) }),
  ]
  for (const [name, { required }] of Object.entries(response?.headers ?? {}))
    if (required && answered.headers[name.toLowerCase()] === undefined)
      findings.push(say('header.missing', 'error', `/header/${name}`, `a header ${name}`, 'none'))
  if (findings.length === 0)
    for (const pointer of undocumented(jsonOf(response, answered.headers['content-type']).media?.schema, schemas, body, '/body'))
      findings.push(say('body.undocumented', 'info', pointer, 'nothing of that name', 'a member'))
  if (status >= 400 && !foreign) findings.push(...checkCode(specs, operation, status, body, say))
  return findings
}

/** A foreign answer is checked by the schema of its media type. */
function typed(foreign: boolean, { headers }: Answered): { readonly headers?: Readonly<Record<string, string>> } {
  const type = headers['content-type']
  return foreign && type !== undefined ? { headers: { 'Content-Type': type } } : {}
}

type Say = (code: string, level: Finding['level'], pointer: string, expected: string, got: string) => Finding

/** An error code that the specs do not list for the operation, or list with another status. */
function checkCode({ bundle }: Specs, operation: Operation, status: number, body: unknown, say: Say): readonly Finding[] {
  const family = bundle.families[operation.service]?.[operation.doc['x-error-family'] ?? '']
  const gateway = Object.values(bundle.families['gateway'] ?? {})[0]
  const found = [family, gateway].map((one) => one && codeIn(one.envelope.body, body)).find(Boolean)
  if (!found || operation.errors.size === 0) return []
  const listed = [...operation.errors, ...operation.gatewayErrors].filter(([key]) => key.split(':')[0] === found.code)
  if (listed.some(([, entry]) => entry.status === status)) return []
  const expected =
    listed.length > 0
      ? `${found.code} with ${[...new Set(listed.map(([, entry]) => entry.status))].join(' or ')}`
      : `a code that ${operation.id} documents`
  return [say('error.undocumented', 'error', `/body${found.pointer}`, expected, `${found.code} with ${status}`)]
}

const UNPACK = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync, br: brotliDecompressSync } as const
/** Maximum bytes of a decompressed body: a small compressed one may expand without end. */
const MOST = 64 * 1024 * 1024

/** The decompressed text of an answer's body; undefined if there is none. */
export function textOf({ headers, bytes }: Answered): string {
  const packed = headers['content-encoding']?.trim().toLowerCase() as keyof typeof UNPACK | undefined
  const unpack = packed && Object.hasOwn(UNPACK, packed) ? UNPACK[packed] : undefined
  return new TextDecoder().decode(unpack && bytes.length > 0 ? unpack(bytes, { maxOutputLength: MOST }) : bytes)
}

function readBody(answered: Answered): { readonly body: unknown } | { readonly broken: string } {
  let text: string
  try {
    text = textOf(answered)
  } catch (error) {
    return { broken: `${answered.headers['content-encoding']}: ${(error as Error).message}` }
  }
  if (text === '') return { body: undefined }
  if (!/json/i.test(answered.headers['content-type'] ?? '')) return { body: text }
  try {
    return { body: JSON.parse(text) as unknown }
  } catch (error) {
    return { broken: `invalid JSON (${(error as Error).message})` }
  }
}

import type { OperationDoc, ParameterDoc, Schema } from '../../spec/document/model.ts'
import type { Finding } from '../../spec/finding.ts'
import type { Operation } from '../../spec/operation.ts'
import { createChecks } from '../../spec/schema/checks.ts'
import type { NumbersFrom } from '../../spec/schema/faker.ts'
import { sample } from '../../spec/schema/sample.ts'
import { VendorError } from '../../spec/vendor-error.ts'
import { mediaOf, type RequestValues, writeRequest } from './write-request.ts'

/** What an operation does with requests that were made from its own description. */
export type Acceptance =
  | { readonly kind: 'refuses'; readonly mutations: number }
  /** Nothing in the description could be violated. */
  | { readonly kind: 'free' }
  /** `plain`: texts without any rule, so that there is hardly anything to refuse. */
  | { readonly kind: 'accepts-all'; readonly tried: readonly string[]; readonly plain: boolean }
  | { readonly kind: 'refuses-valid'; readonly findings: readonly Finding[] }

/** Sends a valid request to an operation, then the same one with one mistake each. Nothing is called: the operation only reads. */
export function acceptanceOf(operation: Operation, schemas: Readonly<Record<string, Schema>>, numbersFrom: NumbersFrom): Acceptance {
  const { doc } = operation
  const { of } = createChecks({ components: { schemas } }, true, 'readOnly')
  const make = (schema: Schema, place: string) =>
    sample(schema, schemas, {
      seedAt: (pointer) => seedOf(`${operation.ref}${place}${pointer}`),
      numbersFrom,
      now: Date.UTC(2026, 0, 1),
      language: 'en',
      direction: 'request',
      check: of,
    })
  const valid = validOf(doc, make)
  const problems = refusalOf(operation, valid)
  if (problems.length > 0) return { kind: 'refuses-valid', findings: problems }
  const tried: string[] = []
  for (const { what, values } of mutationsOf(doc, valid)) {
    if (refusalOf(operation, values).length > 0) return { kind: 'refuses', mutations: tried.length + 1 }
    tried.push(what)
  }
  const plain = valid.body === undefined && (doc.parameters ?? []).every(({ schema, content }) => !content && isPlain(schema))
  return tried.length === 0 ? { kind: 'free' } : { kind: 'accepts-all', tried, plain }
}

const RULES = 'enum const pattern format minLength maxLength allOf anyOf oneOf not $ref'.split(' ')
const isPlain = (schema: Schema) => [schema.type ?? 'string'].flat().includes('string') && !RULES.some((key) => key in schema)

function refusalOf({ read, method, doc }: Operation, values: RequestValues): readonly Finding[] {
  const findings: Finding[] = []
  const { call, values: path } = writeRequest(method, doc, values)
  try {
    read(call, path, findings)
  } catch (error) {
    if (!(error instanceof VendorError)) throw error
    return findings.filter(({ level }) => level === 'error')
  }
  return []
}

function validOf(doc: OperationDoc, make: (schema: Schema, place: string) => unknown): RequestValues {
  const needed = (doc.parameters ?? []).filter(({ required }) => required)
  const media = mediaOf(doc)
  const schema = media === undefined ? undefined : doc.requestBody?.content[media]?.schema
  const schemaOf = (one: ParameterDoc) => Object.values(one.content ?? {})[0]?.schema ?? one.schema
  return {
    parameters: new Map(needed.map((one) => [one, filledIn(one, () => make(schemaOf(one), `/${one.in}/${one.name}`))])),
    ...(media === undefined ? {} : { body: schema === undefined ? 'text' : make(schema, '/body') }),
  }
}

/** A text in a path must not be empty, or it would be another path. */
function filledIn(one: ParameterDoc, make: () => unknown): unknown {
  const value = make()
  return one.in === 'path' && value === '' ? 'a' : value
}

/** What is valid for no number, boolean, list of values, format, pattern or length that is usual. */
const WRONG = ['no such value', '-1e400', '', 'x'.repeat(5_000)] as const

function* mutationsOf(doc: OperationDoc, { parameters, body }: RequestValues): Generator<{ what: string; values: RequestValues }> {
  const withBody = body === undefined ? {} : { body }
  for (const one of parameters.keys()) {
    if (one.in === 'path') continue
    yield { what: `without ${one.in} parameter ${one.name}`, values: { parameters: new Map([...parameters].filter(([other]) => other !== one)), ...withBody } }
  }
  for (const one of doc.parameters ?? []) {
    if (Object.keys(one.schema).length === 0 && !one.content) continue
    for (const wrong of WRONG) if (wrong !== '' || one.in !== 'path') yield { what: `wrong ${one.in} parameter ${one.name}`, values: { parameters: new Map([...parameters, [one, wrong]]), ...withBody } }
  }
  if (body === undefined) return
  if (doc.requestBody?.required) yield { what: 'without a body', values: { parameters } }
  const media = mediaOf(doc) ?? ''
  if (!/json|urlencoded|\*/i.test(media)) return
  for (const wrong of [[[]], 12.5, 'text', { 'no-such-member': [null] }, null]) yield { what: 'another body', values: { parameters, body: wrong } }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return
  for (const name of Object.keys(body)) {
    const { [name]: _, ...rest } = body as Record<string, unknown>
    yield { what: `without member ${name}`, values: { parameters, body: rest } }
    for (const wrong of [{ wrong: [true] }, 'no such value', 12.5]) yield { what: `wrong member ${name}`, values: { parameters, body: { ...rest, [name]: wrong } } }
  }
} // biome-ignore format: one mutation a line

/** A 32-bit number from a text (FNV-1a). */
function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash
}

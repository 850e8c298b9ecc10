import { answerAt, type DocumentedAnswer, mediaTypesOf, successOf } from './answers/documented.ts'
import { examplesOf } from './answers/examples.ts'
import { STATUS_TEXTS } from './answers/status-texts.ts'
import type { Reply } from './call.ts'
import type { ErrorDoc, OperationDoc, Schema, SecuritySchemeDoc, Violation } from './document/model.ts'
import type { Finding } from './finding.ts'
import type { ForeignSide, SecurityWay } from './foreign-side.ts'
import { bareType, chooseMedia, isJsonType } from './negotiate.ts'
import type { Example, Operation } from './operation.ts'
import { createBodyReader } from './request/read-body.ts'
import { createParameterReader } from './request/read-parameters.ts'
import { type ComplaintKind, createComplaints } from './request/report-problem.ts'
import { BODY_LIMIT, MOST_MEMBERS } from './request/request-limits.ts'
import { type Check, shorten } from './schema/checks.ts'
import { VendorError } from './vendor-error.ts'

/** The parts from which an operation of a foreign document is made. */
export interface ForeignParts {
  readonly service: string
  readonly id: string
  readonly method: string
  readonly path: string
  readonly title: string
  readonly doc: OperationDoc
  readonly schemas: Readonly<Record<string, Schema>>
  readonly schemes: Readonly<Record<string, SecuritySchemeDoc>>
  readonly compile: (schema: Schema) => Check
  readonly compileAsked: (schema: Schema) => Check
}

/** Creates one operation of a foreign document; its checks are compiled at first use. The keys of its errors are statuses. */
export function createForeignOperation(parts: ForeignParts): Operation & { readonly foreign: ForeignSide } {
  const { service, id, method, path, title, doc, schemas, compile, compileAsked } = parts
  const ref = `${service}.${id}`
  const evidence = doc['x-evidence']
  const ways = waysOf(doc, parts.schemes)
  const success = successOf(doc)
  const errors = new Map<string, ErrorDoc>(
    Object.entries(doc.responses)
      .filter(([status]) => /^[45]/.test(status))
      .map(([status, { description }]) => [status, { status: Number(status), message: description ?? textOf(status) }]),
  )
  const limit = typeof doc['x-body-limit'] === 'number' ? doc['x-body-limit'] : BODY_LIMIT
  const readParameters = createParameterReader([...(doc.parameters ?? []), ...keysInQuery(doc, ways)], compileAsked, schemas, {
    foreign: true,
  })
  const readBody = createBodyReader(doc, schemas, compileAsked, MOST_MEMBERS)

  // The same object for the same status: what follows from it is kept with it.
  const answers = new Map<number, DocumentedAnswer | undefined>()
  const described = (status: number): DocumentedAnswer | undefined => {
    if (!answers.has(status)) answers.set(status, answerAt(doc, status))
    return answers.get(status)
  }

  const fail: Operation['fail'] = (key) => {
    throw new VendorError(key, errors.get(key) ?? { status: Number(key), message: textOf(key) }, () => undefined)
  }
  const invalid = errors.has('422') || !errors.has('400') ? '422' : '400'
  const errorFor = (kind: Violation): string => (kind === 'unparsable' ? '400' : kind === 'media' ? '415' : invalid)

  return {
    ref,
    service,
    id,
    method,
    path,
    doc,
    ours: false,
    auth: ['none'],
    roles: undefined,
    evidence,
    source: undefined,
    errors,
    gatewayErrors: new Map(),
    success: success?.status ?? 200,
    limits: { bytes: limit, members: MOST_MEMBERS },
    successSchema: jsonSchemaOf(success),
    foreign: {
      title,
      language: /\p{Script=Han}/u.test(title) ? 'zh' : 'en',
      schemas,
      success,
      answerAt: described,
      ways,
      keyNames: ways.flat().flatMap(({ type, name }) => (type === 'apiKey' && name ? [name] : [])),
      compile,
    },
    fail,
    errorFor,
    inTable: (key) => key,

    read(call, pathValues, findings, lenientPresence = false, strictQuery = false) {
      const complaints = createComplaints(
        findings,
        { source: undefined, evidence },
        strictQuery ? refusesUnknownQuery : refusesNothing,
        true,
      )
      const values = readParameters(call, pathValues, lenientPresence, complaints.complain)
      const body = readBody(call, complaints.complain)
      const first = complaints.first()
      if (first) fail(errorFor(first))
      return { ...values, body }
    },

    check(reply) {
      const answer = answerAt(doc, reply.status)
      if (!answer) return [difference('reply.status.unknown', '/status', Object.keys(doc.responses).join(', '), String(reply.status))]
      return checkBody(answer, reply)
    },

    example: (choice = {}) => exampleFor(choice),
  }

  function checkBody({ response, status }: DocumentedAnswer, { body, headers }: Reply): readonly Finding[] {
    const types = mediaTypesOf(response)
    if (types.length === 0)
      return body === undefined || status >= 400 ? [] : [difference('reply.body.unexpected', '/body', 'no body', shorten(body))]
    const sent = headers?.['Content-Type']
    const declared = sent === undefined ? types.find(isJsonType) : chooseMedia(types, sent)?.declared
    const schema = declared === undefined ? undefined : response.content?.[declared]?.schema
    if (!schema || (sent !== undefined && !isJsonType(sent))) return []
    return compile(schema)(body).map((c) => difference('reply.body.differs', `/body${c.pointer}`, c.expected, c.got))
  }

  function difference(code: string, pointer: string, expected: string, got: string): Finding {
    return { code, level: 'error', pointer, expected, got, evidence }
  }

  function exampleFor({ name, status, accept }: NonNullable<Parameters<Operation['example']>[0]>): Example | undefined {
    const statuses =
      status !== undefined ? [status] : [success?.status ?? 200, ...(name === undefined ? [] : Object.keys(doc.responses).map(Number))]
    for (const code of statuses) {
      const answer = code === success?.status ? success : answerAt(doc, code)
      if (!answer) continue
      const types = mediaTypesOf(answer.response)
      const chosen = chooseMedia(types, accept) ?? chooseMedia(types, undefined)
      const examples = examplesOf(chosen && answer.response.content?.[chosen.declared], schemas)
      const found = name === undefined ? examples[0] : examples.find((one) => one.name === name)
      const headers: Record<string, string> = chosen && bareType(chosen.type) !== 'application/json' ? { 'Content-Type': chosen.type } : {}
      if (found) return { name: found.name ?? 'example', status: code, value: found.value, headers }
      if (name === undefined && types.length === 0) return { name: answer.key, status: code, value: undefined, headers: {} }
    }
    return undefined
  }
}

const refusesUnknownQuery = (kind: ComplaintKind, pointer: string): boolean => kind === 'unknown' && pointer.startsWith('/query/')

const refusesNothing = (_kind: ComplaintKind): boolean => false

const textOf = (status: string): string => STATUS_TEXTS[status] ?? `Status ${status}`

function jsonSchemaOf(answer: DocumentedAnswer | undefined): Schema | undefined {
  const type = answer && mediaTypesOf(answer.response).find(isJsonType)
  return type === undefined ? undefined : answer?.response.content?.[type]?.schema
}

/** The ways of proof with their schemes. A scheme that the document does not describe cannot be asked for. */
function waysOf({ security }: OperationDoc, schemes: Readonly<Record<string, SecuritySchemeDoc>>): readonly SecurityWay[] {
  if (!Array.isArray(security)) return []
  return security.map((requirement) =>
    Object.keys(requirement ?? {}).flatMap((title) => {
      const scheme = Object.hasOwn(schemes, title) ? schemes[title] : undefined
      return typeof scheme === 'object' && scheme !== null ? [{ ...scheme, title }] : []
    }),
  )
}

/** Keys that are sent in the query: the document describes them as a proof, not as parameters. */
function keysInQuery(doc: OperationDoc, ways: readonly SecurityWay[]) {
  const known = new Set((doc.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name))
  const keys = ways.flat().flatMap(({ type, in: where, name }) => (type === 'apiKey' && where === 'query' && name ? [name] : []))
  return [...new Set(keys)].filter((name) => !known.has(name)).map((name) => ({ name, in: 'query', schema: {} }) as const)
}

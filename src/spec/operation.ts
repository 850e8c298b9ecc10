import { didYouMean } from '../language/did-you-mean.ts'
import type { Role } from '../world/entities/kinds-api.ts'
import type { Call, Reply } from './call.ts'
import { withDerived } from './document/derived.ts'
import type { AuthKind, ErrorDoc, FamilyDoc, OperationDoc, Schema, Violation } from './document/model.ts'
import { renderEnvelope } from './envelope.ts'
import type { Evidence, Finding } from './finding.ts'
import type { ForeignSide } from './foreign-side.ts'
import { jsonOf } from './negotiate.ts'
import { createBodyReader } from './request/read-body.ts'
import { createParameterReader } from './request/read-parameters.ts'
import { type ComplaintKind, createComplaints } from './request/report-problem.ts'
import { BODY_LIMIT, MOST_MEMBERS } from './request/request-limits.ts'
import { checkSpans } from './request/spans.ts'
import { type Check, shorten } from './schema/checks.ts'
import { VendorError } from './vendor-error.ts'

/** The content of one request, typed as its spec requires. `body` is `undefined` where none was sent or none is documented. */
export interface Input {
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly header: Readonly<Record<string, unknown>>
  readonly body: unknown
}

/** One documented success answer. */
export interface Example {
  readonly name: string
  readonly status: number
  readonly value: unknown
  readonly headers: Readonly<Record<string, string>>
}

/** One operation of a service; reads requests and checks answers. Immutable; shared by all worlds. */
export interface Operation {
  /** `bss.ListCustomerOrders` */
  readonly ref: string
  readonly service: string
  readonly id: string
  readonly method: string
  readonly path: string
  readonly doc: OperationDoc
  /** Whether the operation belongs to the sandbox itself (control API, console), not to the vendor. */
  readonly ours: boolean
  readonly auth: readonly AuthKind[]
  readonly roles: readonly Role[] | undefined
  readonly evidence: Evidence
  readonly source: string | undefined
  /** Errors documented for this operation, by key, followed by those of the gateway. */
  readonly errors: ReadonlyMap<string, ErrorDoc>
  readonly gatewayErrors: ReadonlyMap<string, ErrorDoc>
  /** Status of the plain success. */
  readonly success: number
  /** Reads a request. A violation that refuses it is thrown as the family's error; all violations are added to `findings`. */
  read(
    call: Call,
    pathValues: Readonly<Record<string, string>>,
    findings: Finding[],
    lenientPresence?: boolean,
    strictQuery?: boolean,
  ): Input
  /** Throws a documented error of this operation or of the gateway. */
  fail(key: string, params?: Readonly<Record<string, unknown>>, members?: Readonly<Record<string, unknown>>): never
  /** The key of the error that this operation answers one kind of violation with. */
  errorFor(kind: Violation): string
  /** The key of an error in the table that this world uses; the same key where that table does not list the error. */
  inTable(key: string, setting: (name: string) => unknown): string
  /** Every difference between the answer and the spec. */
  check(reply: Reply): readonly Finding[]
  /** The documented example of that name or status, else that of the first success. */
  example(choice?: { readonly name?: string; readonly status?: number; readonly accept?: string | undefined }): Example | undefined
  /** Limits of a body: its bytes, and the members and items of its JSON. */
  readonly limits: { readonly bytes: number; readonly members: number }
  /** The schema of the success answer's JSON body, if it has one. */
  readonly successSchema: Schema | undefined
  /** Of an operation of a foreign document, which answers as that document says and not as the vendor does. */
  readonly foreign?: ForeignSide | undefined
}

/** The parts from which an operation is made. */
export interface OperationParts {
  readonly service: string
  readonly method: string
  readonly path: string
  readonly doc: OperationDoc
  readonly ours?: boolean
  readonly family: FamilyDoc | undefined
  readonly gateway: FamilyDoc
  readonly schemas: Readonly<Record<string, Schema>>
  readonly compile: (schema: Schema) => Check
  /** The same for requests, where they are checked differently from answers. */
  readonly compileAsked?: (schema: Schema) => Check
}

/** Creates one operation; its checks are compiled at first use. */
export function createOperation({
  service,
  method,
  path,
  doc,
  ours = false,
  family,
  gateway,
  schemas,
  compile,
  compileAsked = compile,
}: OperationParts): Operation {
  const ref = `${service}.${doc.operationId}`
  const errors = new Map<string, ErrorDoc>()
  for (const { code } of doc['x-errors']) {
    const entry = family?.errors[code]
    if (entry) errors.set(code, entry)
  }
  const gatewayErrors = new Map(Object.entries(gateway.errors))
  const gatewayStatuses = new Set([...gatewayErrors.values()].map((entry) => entry.status).filter((status) => status >= 400))
  const limits = limitsOf(doc, ours)
  const readParameters = createParameterReader(doc.parameters ?? [], compileAsked, schemas, { foreign: doc['x-foreign'] === true })
  const readBody = createBodyReader(doc, schemas, compileAsked, limits.members)
  const success = Number(Object.keys(doc.responses).find((status) => /^[23]/.test(status)) ?? 200)
  const evidence = doc['x-evidence']
  const source = doc['x-source'][0]

  const made = new Map<string, object | null>()
  const fail: Operation['fail'] = (key, params = {}, members = {}) => {
    const own = errors.get(key)
    const entry = own ?? gatewayErrors.get(key)
    if (!entry) {
      throw new Error(`${ref} has no error "${key}".${didYouMean(key, [...errors.keys(), ...gatewayErrors.keys()])}`)
    }
    const envelope = own ? (own.body ?? family?.envelope.body) : gateway.envelope.body
    throw new VendorError(key, entry, (requestId) => {
      if (entry.body === null) return undefined
      const same = Object.keys(members).length === 0 ? unchanging(key, entry, envelope) : undefined
      if (same) return same
      const body = renderEnvelope(envelope, key, entry, { ...params, request_id: requestId })
      return Object.keys(members).length > 0 ? { ...(body as object), ...members } : body
    })
  }

  /** Most error bodies never vary: such a body is made once. `undefined` where a part of it varies. */
  const unchanging = (key: string, entry: ErrorDoc, envelope: unknown): object | undefined => {
    const known = made.get(key)
    if (known !== undefined) return known ?? undefined
    const varies = entry.message.includes('{') || JSON.stringify(envelope).includes('{request_id}')
    const body = varies ? null : withDerived(renderEnvelope(envelope, key, entry, {}) as object)
    made.set(key, body)
    return body ?? undefined
  }

  const codes = new Map<Violation, string>()
  /** The first code of the family's table that this operation documents; else the gateway's error (inferred). */
  const errorFor = (kind: Violation): string => {
    const known = codes.get(kind)
    if (known !== undefined) return known
    const table = family?.violations ?? {}
    const documented = [table[kind] ?? [], kind === 'forbidden' ? [] : (table.otherwise ?? [])].flat().find((code) => errors.has(code))
    const code = documented ?? (kind === 'forbidden' ? 'APIGW.0302' : 'APIGW.0201')
    codes.set(kind, code)
    return code
  }

  const refuses = (kind: ComplaintKind) => kind === 'unknown' && family?.violations?.unknown !== undefined

  return {
    ref,
    service,
    id: doc.operationId,
    method,
    path,
    doc,
    ours,
    auth: doc['x-auth'],
    roles: doc['x-roles'],
    evidence,
    source,
    errors,
    gatewayErrors,
    success,
    limits,
    successSchema: doc.responses[success]?.content?.['application/json']?.schema,
    fail,
    errorFor,

    inTable(key, setting) {
      const { tables } = family ?? {}
      const instead = tables && errors.has(key) ? tables.values[String(setting(tables.setting))]?.[key] : undefined
      return instead !== undefined && errors.has(instead) ? instead : key
    },

    read(call, pathValues, findings, lenientPresence = false) {
      const complaints = createComplaints(findings, { source, evidence }, refuses, doc['x-foreign'] === true)
      const values = readParameters(call, pathValues, lenientPresence, complaints.complain)
      checkSpans(doc, values.query, complaints.complain)
      const body = readBody(call, complaints.complain)
      const first = complaints.first()
      if (first) fail(errorFor(first))
      return { ...values, body }
    },

    check(reply) {
      const documented = doc.responses[String(reply.status)]
      const gatewayStatus = gatewayStatuses.has(reply.status)
      if (!documented) {
        if (gatewayStatus) return checkBody(compile(gateway.envelope.schema), reply.body)
        return [finding('reply.status.unknown', '/status', Object.keys(doc.responses).join(', '), String(reply.status))]
      }
      const { media } = jsonOf(documented, reply.headers?.['Content-Type'])
      if (!media?.schema) {
        const empty = reply.body === undefined || documented.content !== undefined || reply.status >= 400
        return empty ? [] : [finding('reply.body.unexpected', '/body', 'no body', shorten(reply.body))]
      }
      const wrong = checkBody(compile(media.schema), reply.body)
      return wrong.length > 0 && gatewayStatus ? (checkBody(compile(gateway.envelope.schema), reply.body).length === 0 ? [] : wrong) : wrong
    },

    example(choice = {}) {
      for (const [status, response] of Object.entries(doc.responses)) {
        const code = Number(status)
        if (choice.status !== undefined ? code !== choice.status : code >= 400 && choice.name === undefined) continue
        const { media, type } = jsonOf(response, choice.accept)
        const examples = Object.entries(media?.examples ?? {})
        const chosen = choice.name === undefined ? examples[0] : examples.find(([name]) => name === choice.name)
        const headers = Object.fromEntries(
          Object.entries(response.headers ?? {}).map(([name, header]) => [name, String(header.example ?? header.schema?.default ?? '')]),
        )
        if (type !== undefined) headers['Content-Type'] = type
        if (chosen) return { name: chosen[0], status: code, value: chosen[1].value, headers }
        if (choice.name === undefined && examples.length === 0 && !response.content)
          return { name: status, status: code, value: undefined, headers }
      }
      return undefined
    },
  }

  function checkBody(check: Check, body: unknown): readonly Finding[] {
    return check(body).map((c) => finding('reply.body.differs', `/body${c.pointer}`, c.expected, c.got))
  }

  function finding(code: string, pointer: string, expected: string, got: string): Finding {
    return { code, level: 'error', pointer, expected, got, evidence, ...(source ? { source } : {}) }
  }
}

/** The gateway's documented 12 MB, unless the operation declares another limit. Our own operations accept states of worlds, which are larger. */
function limitsOf(doc: OperationDoc, ours: boolean): Operation['limits'] {
  // A foreign document may contain any value here.
  const limit = typeof doc['x-body-limit'] === 'number' ? doc['x-body-limit'] : undefined
  const members = ours ? (limit === undefined ? 4 * MOST_MEMBERS : Number.POSITIVE_INFINITY) : MOST_MEMBERS
  return { bytes: limit ?? BODY_LIMIT, members }
}

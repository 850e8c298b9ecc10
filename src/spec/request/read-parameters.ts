import type { Call } from '../call.ts'
import type { ParameterDoc, Schema } from '../document/model.ts'
import { escapeKey } from '../json-pointer.ts'
import { type Check, shorten } from '../schema/checks.ts'
import { createField, type Field, MANDATORY, type Reading, readContent, readingsOf, takeBest, takeText } from './field.ts'
import { createFieldsReader, type FieldRules } from './fields.ts'
import { decodeSegment } from './query.ts'
import type { Complain } from './report-problem.ts'
import { cookiesOf, fieldsOf } from './sent-fields.ts'
import { plainPairs } from './styles.ts'
import { createTyping } from './typing.ts'

/** Values of one request by location, typed by their schemas. Cookies are read where a document describes one. */
export interface ParameterValues {
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly header: Readonly<Record<string, unknown>>
  readonly cookie?: Readonly<Record<string, unknown>>
}

/** Headers that `auth` reads: documented on many operations, but checked only there. */
const AUTH_HEADERS = new Set([
  'x-auth-token',
  'authorization',
  'x-sdk-date',
  'x-security-token',
  'content-type',
  'accept',
  'host',
  'x-apig-appcode',
])

/** Header parameters of these names mean nothing by the OpenAPI standard: other parts of a document describe them. */
const STANDARD_HEADERS = new Set(['accept', 'content-type', 'authorization'])

export interface ParameterOptions {
  /** Whether a foreign document describes the operation: numbers as JSON writes them, no headers of ours. */
  readonly foreign?: boolean
}

type Read = (call: Call, raw: Readonly<Record<string, string>>, lenient: boolean, complain: Complain) => ParameterValues

/**
 * Reads the parameters of one operation. Prepared at its first call, used for each request: a request without query, headers of the document and
 * cookies costs no more than its path.
 */
export function createParameterReader(
  parameters: readonly ParameterDoc[],
  compile: (schema: Schema) => Check,
  schemas: Readonly<Record<string, Schema>> = {},
  options: ParameterOptions = {},
): Read {
  let read: Read | undefined
  return (call, raw, lenient, complain) => {
    read ??= prepare(parameters, compile, schemas, options)
    return read(call, raw, lenient, complain)
  }
}

const NONE: Readonly<Record<string, unknown>> = Object.freeze(Object.create(null))
const NO_FIELDS = new Map<string, never>()

function prepare(
  parameters: readonly ParameterDoc[],
  compile: (schema: Schema) => Check,
  schemas: Readonly<Record<string, Schema>>,
  { foreign = false }: ParameterOptions,
): Read {
  const loose = foreign
  const reading: Reading = { typing: createTyping(schemas, compile, loose), compile, loose }
  const of = (where: ParameterDoc['in']) =>
    parameters.filter((p) => p.in === where && typeof p.name === 'string').map((p) => createField(p, where, reading))
  const ignored = foreign ? STANDARD_HEADERS : AUTH_HEADERS
  const inPath = of('path')
  const inHeader = of('header').flatMap((field) => {
    const key = field.p.name.toLowerCase()
    return ignored.has(key) ? [] : [{ ...field, key }]
  })
  const inQuery = of('query')
  const inCookie = of('cookie')
  const idle = [inQuery, inCookie].map((fields) => !fields.some(({ p, byDefault }) => p.required || byDefault !== undefined))
  const [idleQuery, idleCookie] = idle

  const readQuery = createFieldsReader(inQuery, reading, {
    ...COMMON,
    unknown: ({ name, value }, _values, complain) =>
      complain('unknown', `/query/${escapeKey(name)}`, 'a documented parameter', shorten(value), undefined, 'unknown'),
    open: true,
  })
  const readCookies = createFieldsReader(inCookie, reading, {
    ...COMMON,
    unknown: () => undefined,
    otherwise: (field, text) => cookieReadings(field, text, reading),
  })

  const queryOf = (text: string, lenient: boolean, complain: Complain): Readonly<Record<string, unknown>> => {
    const values: Record<string, unknown> = Object.create(null)
    const broken = (name: string, part: string) =>
      complain('malformed', `/query/${escapeKey(name)}`, 'percent-encoded UTF-8', shorten(part), undefined, 'encoding')
    readQuery(text === '' ? NO_FIELDS : fieldsOf(text, broken), values, lenient, complain)
    return values
  }

  /** A value that is one text in a path or a header. `readings` is absent for a single value without style. */
  const takeRaw = (
    values: Record<string, unknown>,
    field: Field,
    text: string,
    readings: (() => readonly unknown[]) | undefined,
    complain: Complain,
  ): void => {
    const { p, pointer } = field
    if (p.deprecated) complain('deprecated', pointer, 'another parameter, this one is deprecated', 'a value', p, 'deprecated')
    if (field.media !== undefined) readContent(field, text, values, complain)
    else if (readings) takeBest(values, field, readings(), text, complain)
    else takeText(values, field, text, loose, complain)
  }

  const readPath = (raw: Readonly<Record<string, string>>, complain: Complain): Readonly<Record<string, unknown>> => {
    const values: Record<string, unknown> = Object.create(null)
    for (const field of inPath) {
      const sent = raw[field.p.name] ?? ''
      const text = decodeSegment(sent)
      if (text === undefined) complain('malformed', field.pointer, 'percent-encoded UTF-8', shorten(sent), field.p, 'encoding')
      else takeRaw(values, field, text, isPlain(field) ? undefined : () => readingsOf(field, sent, decodeSafely, reading), complain)
    }
    return values
  }

  const readHeaders = ({ headers }: Call, complain: Complain): Readonly<Record<string, unknown>> => {
    const values: Record<string, unknown> = Object.create(null)
    for (const field of inHeader) {
      const sent = headers[field.key]
      if (sent !== undefined) {
        // A header is not encoded, but some clients encode it all the same.
        const encoded = loose && sent.includes('%')
        const readings = () => [
          ...readingsOf(field, sent, (one) => one, reading),
          ...(encoded ? readingsOf(field, sent, decodeSafely, reading) : []),
        ]
        const text = encoded && field.media !== undefined ? jsonOf(sent) : sent
        takeRaw(values, field, text, isPlain(field) && !encoded ? undefined : readings, complain)
      } else if (field.p.required) complain('missing', field.pointer, MANDATORY, 'nothing', field.p, 'required')
      else if (field.byDefault !== undefined) values[field.p.name] = field.byDefault
    }
    return values
  }

  return (call, raw, lenient, complain) => {
    const path = inPath.length === 0 ? NONE : readPath(raw, complain)
    const query = call.query === '' && idleQuery ? NONE : queryOf(call.query, lenient, complain)
    const header = inHeader.length === 0 ? NONE : readHeaders(call, complain)
    if (inCookie.length === 0) return { path, query, header }
    const sent = call.headers.cookie
    if (sent === undefined && idleCookie) return { path, query, header, cookie: NONE }
    const cookie: Record<string, unknown> = Object.create(null)
    readCookies(sent === undefined ? NO_FIELDS : cookiesOf(sent), cookie, lenient, complain)
    return { path, query, header, cookie }
  }
}

const COMMON: Pick<FieldRules, 'repeated'> = {
  repeated: ({ p, pointer }, count, complain) =>
    complain('repeated', pointer, 'one value', `${count} values; the last counts`, p, 'repeated'),
}

/** Whether a field is a single value of one type, written as it is. */
const isPlain = ({ scalar, p }: Field) => scalar !== undefined && (p.style ?? 'simple') === 'simple'

const decodeSafely = (raw: string): string => decodeSegment(raw) ?? raw

/** The text of a JSON header that was encoded as a whole. */
function jsonOf(sent: string): string {
  return /^\s*["[{]/.test(sent) ? sent : decodeSafely(sent)
}

/** A list or an object in one cookie whose commas are encoded, or that is written without `explode`. */
function cookieReadings({ cases }: Field, text: string, { typing }: Reading): readonly unknown[] {
  if (!/[,=]/.test(text)) return []
  return cases.flatMap(({ kind, schema }) => {
    if (kind === 'array') return [typing.items(schema, text.split(','))]
    return kind === 'object' ? plainPairs(text).map((pairs) => typing.members(schema, pairs)) : []
  })
}

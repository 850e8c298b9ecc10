import type { Call } from '../call.ts'
import type { ParameterDoc, Schema } from '../document/model.ts'
import { escapeKey } from '../json-pointer.ts'
import { type Check, shorten } from '../schema/checks.ts'
import { coerce, foldCase, REFUSED, resolveSchema, typeOf } from './coerce.ts'
import { decodeQuery, decodeSegment, type QueryItem, readPresence } from './query.ts'
import type { Complain } from './report-problem.ts'
import { delimiterOf, itemsOf, memberNamed, objectOf, put } from './styles.ts'

/** Values of one request by location (path, query, header), typed by their schemas. */
export interface ParameterValues {
  readonly path: Record<string, unknown>
  readonly query: Record<string, unknown>
  readonly header: Record<string, unknown>
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

/** One parameter, prepared once. */
interface Reader {
  readonly p: ParameterDoc
  readonly type: string | undefined
  /** Type and enumeration of a single value: from the schema itself, or from that of a list's items. */
  readonly one: Schema
  readonly check: Check
  readonly pointer: string
}

/**
 * Reads path, query and header parameters of one operation. Created once per operation, used for each request: a request
 * without a query costs no more than its path.
 */
export function createParameterReader(
  parameters: readonly ParameterDoc[],
  compile: (schema: Schema) => Check,
  schemas: Readonly<Record<string, Schema>> = {},
) {
  const ready = (p: ParameterDoc): Reader => {
    const schema = resolveSchema(p.schema, schemas)
    const type = typeOf(schema)
    const one = type === 'array' ? resolveSchema(schema.items ?? {}, schemas) : schema
    return {
      p: schema === p.schema ? p : { ...p, schema },
      type,
      one,
      check: compile(p.schema),
      pointer: `/${p.in}/${escapeKey(p.name)}`,
    }
  }
  const inPath = parameters.filter((p) => p.in === 'path').map(ready)
  const inHeader = parameters
    .filter((p) => p.in === 'header' && !AUTH_HEADERS.has(p.name.toLowerCase()))
    .map((p) => ({ ...ready(p), key: p.name.toLowerCase() }))
  const inQuery = new Map(parameters.filter((p) => p.in === 'query').map((p) => [p.name, ready(p)]))
  const defaults = [...inQuery.values()].filter(({ p }) => p.schema.default !== undefined)
  const spread = [...inQuery.values()].filter(({ type }) => type === 'object')
  const required = [...inQuery.values()].filter(({ p }) => p.required)

  const readQuery = (raw: string, values: Record<string, unknown>, lenient: boolean, complain: Complain): void => {
    const { items, faults } = decodeQuery(raw)
    for (const fault of faults) complain('malformed', `/query/${escapeKey(fault.name)}`, 'percent-encoded UTF-8', shorten(fault.raw))
    const given = byName(items)
    const objects = new Map<Reader, Record<string, unknown>>()
    for (const [name, all] of given) {
      const reader = inQuery.get(name)
      const last = all[all.length - 1] as QueryItem
      const owner = reader ? undefined : spread.find(({ p }) => memberNamed(p, name) !== undefined)
      if (owner) {
        const made = objects.get(owner) ?? Object.create(null)
        put(made, memberNamed(owner.p, name) ?? [], last.value, owner.p.schema, schemas)
        objects.set(owner, made)
        continue
      }
      if (!reader) complain('unknown', `/query/${escapeKey(name)}`, 'a documented parameter', shorten(last.value))
      else if (reader.type === 'array') {
        const texts = delimiterOf(reader.p) === undefined ? all.map((item) => item.value) : itemsOf(reader.p, last.value)
        take(values, reader, texts, complain)
      } else if (reader.type === 'object') keep(values, reader, objectOf(reader.p, last.value, schemas), complain)
      else {
        const { p, pointer } = reader
        if (all.length > 1) complain('repeated', pointer, 'one value', `${all.length} values; the last counts`, p)
        const meaning = readPresence(last, p['x-presence'])
        if (meaning.kind === 'value') take(values, reader, meaning.text, complain)
        else if (meaning.kind === 'unsupported' && !lenient) complain('unsupported', pointer, 'no special form here', meaning.form, p)
        else if (p.required) complain('missing', pointer, MANDATORY, last.value === '' ? 'an empty value' : shorten(last.value), p)
      }
    }
    for (const [reader, made] of objects) keep(values, reader, { ...made }, complain)
    for (const reader of required)
      if (!given.has(reader.p.name) && !objects.has(reader)) complain('missing', reader.pointer, MANDATORY, 'nothing', reader.p)
  }

  /** A list or an object that is written as one text in a path or a header. */
  const takeText = (values: Record<string, unknown>, reader: Reader, text: string, complain: Complain): void => {
    if (reader.type === 'array') take(values, reader, itemsOf(reader.p, text), complain)
    else if (reader.type === 'object') keep(values, reader, objectOf(reader.p, text, schemas), complain)
    else take(values, reader, text, complain)
  }

  return (call: Call, raw: Readonly<Record<string, string>>, lenient: boolean, complain: Complain): ParameterValues => {
    const values: ParameterValues = { path: Object.create(null), query: Object.create(null), header: Object.create(null) }
    for (const reader of inPath) {
      const sent = raw[reader.p.name] ?? ''
      const text = decodeSegment(sent)
      if (text === undefined) complain('malformed', reader.pointer, 'percent-encoded UTF-8', shorten(sent), reader.p)
      else takeText(values.path, reader, text, complain)
    }
    if (call.query !== '' || required.length > 0) readQuery(call.query, values.query, lenient, complain)
    for (const { p } of defaults) if (!(p.name in values.query)) values.query[p.name] = p.schema.default
    for (const reader of inHeader) {
      const { p, pointer, key } = reader
      const text = call.headers[key]
      if (text !== undefined) takeText(values.header, reader, text, complain)
      else if (p.required) complain('missing', pointer, MANDATORY, 'nothing', p)
      else if (p.schema.default !== undefined) values.header[p.name] = p.schema.default
    }
    return values
  }
}

const MANDATORY = 'a value, it is mandatory'

/** Groups repeated names, in the order of each name's first occurrence. */
function byName(items: readonly QueryItem[]): Map<string, QueryItem[]> {
  const given = new Map<string, QueryItem[]>()
  for (const item of items) {
    const before = given.get(item.name)
    if (before) before.push(item)
    else given.set(item.name, [item])
  }
  return given
}

/** Converts text to a value and keeps it, or reports a complaint. */
function take(values: Record<string, unknown>, reader: Reader, text: string | readonly string[], complain: Complain): void {
  const { p, type, pointer } = reader
  const value = typeof text === 'string' ? read(text, reader) : text.map((item) => read(item, reader))
  if (value === REFUSED || (Array.isArray(value) && value.includes(REFUSED))) {
    complain('malformed', pointer, type ?? 'a value', shorten(text), p)
    return
  }
  keep(values, reader, value, complain)
}

/** Checks a value and keeps it, or reports a complaint. */
function keep(values: Record<string, unknown>, { p, check, pointer }: Reader, value: unknown, complain: Complain): void {
  const complaints = check(value)
  for (const c of complaints) complain(c.kind, pointer + c.pointer, c.expected, c.got, p, c.rule)
  if (complaints.length === 0) values[p.name] = value
}

function read(text: string, { p, one }: Reader): unknown {
  return coerce(p['x-caseless'] ? foldCase(text, one) : text, one)
}

import type { Call } from './call.ts'
import { type Check, shorten } from './checks.ts'
import { coerce, foldCase, REFUSED, typeOf } from './coerce.ts'
import type { Complain } from './complain.ts'
import type { ParameterDoc, Schema } from './model.ts'
import { decodeQuery, decodeSegment, type QueryItem, readPresence } from './query.ts'

/** Values of one request by place, typed as their schemas say. */
export interface ParameterValues {
  readonly path: Record<string, unknown>
  readonly query: Record<string, unknown>
  readonly header: Record<string, unknown>
}

/** Headers that `auth` reads: documented on many operations, never checked twice. */
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

/** Reads path, query and header parameters of one operation. Made once per operation, used per request. */
export function createParameterReader(parameters: readonly ParameterDoc[], compile: (schema: Schema) => Check) {
  const inPath = parameters.filter((p) => p.in === 'path')
  const inQuery = new Map(parameters.filter((p) => p.in === 'query').map((p) => [p.name, p]))
  const inHeader = parameters.filter((p) => p.in === 'header' && !AUTH_HEADERS.has(p.name.toLowerCase()))
  const defaults = [...inQuery.values()].filter((p) => p.schema.default !== undefined)
  const required = [...inQuery.values()].filter((p) => p.required)

  const take = (
    values: Record<string, unknown>,
    p: ParameterDoc,
    text: string | readonly string[],
    place: string,
    complain: Complain,
  ): void => {
    const value = typeof text === 'string' ? read(text, p, p.schema) : text.map((item) => read(item, p, p.schema.items ?? {}))
    if (value === REFUSED || (Array.isArray(value) && value.includes(REFUSED))) {
      complain('malformed', place, typeOf(p.schema) ?? 'a value', shorten(text), p)
      return
    }
    const complaints = compile(p.schema)(value)
    for (const c of complaints) complain(c.kind, place + c.pointer, c.expected, c.got, p)
    if (complaints.length === 0) values[p.name] = value
  }

  const readQuery = (call: Call, values: Record<string, unknown>, lenient: boolean, complain: Complain): void => {
    const { items, faults } = decodeQuery(call.query)
    for (const fault of faults) complain('malformed', `/query/${fault.name}`, 'percent-encoded UTF-8', shorten(fault.raw))
    const given = new Map<string, QueryItem[]>()
    for (const item of items) given.set(item.name, [...(given.get(item.name) ?? []), item])
    for (const [name, all] of given) {
      const p = inQuery.get(name)
      const place = `/query/${name}`
      const last = all[all.length - 1]
      if (!p || !last) {
        complain('unknown', place, 'a documented parameter', shorten(last?.value ?? ''))
        continue
      }
      if (typeOf(p.schema) === 'array') {
        take(values, p, all.map((item) => item.value), place, complain) // biome-ignore format: one thought
        continue
      }
      if (all.length > 1) complain('repeated', place, 'one value', `${all.length} values; the last counts`, p)
      const meaning = readPresence(last, p['x-presence'])
      if (meaning.kind === 'value') take(values, p, meaning.text, place, complain)
      else if (meaning.kind === 'unsupported' && !lenient) complain('unsupported', place, 'no special form here', meaning.form, p)
    }
    for (const p of required) {
      if (!given.has(p.name)) complain('missing', `/query/${p.name}`, 'a value, it is mandatory', 'nothing', p)
      else if (!(p.name in values) && given.get(p.name)?.at(-1)?.value === '' && p['x-presence']?.empty === 'ignore') {
        complain('missing', `/query/${p.name}`, 'a value, it is mandatory', 'an empty value', p)
      }
    }
    for (const p of defaults) if (!(p.name in values)) values[p.name] = p.schema.default
  }

  return (call: Call, raw: Readonly<Record<string, string>>, lenient: boolean, complain: Complain): ParameterValues => {
    const values: ParameterValues = { path: Object.create(null), query: Object.create(null), header: Object.create(null) }
    for (const p of inPath) {
      const text = decodeSegment(raw[p.name] ?? '')
      if (text === undefined) complain('malformed', `/path/${p.name}`, 'percent-encoded UTF-8', shorten(raw[p.name]), p)
      else take(values.path, p, text, `/path/${p.name}`, complain)
    }
    if (call.query !== '' || required.length > 0) readQuery(call, values.query, lenient, complain)
    else for (const p of defaults) values.query[p.name] = p.schema.default
    for (const p of inHeader) {
      const text = call.headers[p.name.toLowerCase()]
      if (text !== undefined) take(values.header, p, text, `/header/${p.name}`, complain)
      else if (p.required) complain('missing', `/header/${p.name}`, 'a value, it is mandatory', 'nothing', p)
    }
    return values
  }
}

function read(text: string, p: ParameterDoc, schema: Schema): unknown {
  return coerce(p['x-caseless'] ? foldCase(text, schema) : text, schema)
}

import type { Call } from '../call.ts'
import type { OperationDoc, Schema } from '../document/model.ts'
import { escapeKey } from '../json-pointer.ts'
import { memberByPattern } from '../patterns/members.ts'
import { type Check, shorten } from '../schema/checks.ts'
import { coerce, REFUSED, resolveSchema } from './coerce.ts'
import { scanJson } from './json-scan.ts'
import { type FormPart, parseMultipart } from './multipart.ts'
import { decodeQuery } from './query.ts'
import type { Complain } from './report-problem.ts'
import { DEEPEST_BODY, hasManyFields, hasManyMembers, MOST_FIELDS, MOST_MEMBERS } from './request-limits.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The content of one body, and the same for the check of its schema: there a file is a text. */
interface Content {
  readonly value: unknown
  readonly checked: unknown
}
type Read = (call: Call, complain: Complain) => Content | undefined

/** One documented kind of body, prepared once. */
interface Medium {
  readonly type: string
  /** Whether a body of another media type is refused. JSON is read as JSON under any media type. */
  readonly strict: boolean
  readonly read: Read
}

/** Reads and checks the body of one operation. Created once per operation, used for each request. */
export function createBodyReader(
  doc: OperationDoc,
  schemas: Readonly<Record<string, Schema>>,
  compile: (schema: Schema) => Check,
  most = MOST_MEMBERS,
) {
  const media = Object.entries(doc.requestBody?.content ?? {}).map(([type, { schema }]) => medium(type, schema, schemas, compile, most))
  const [usual] = media

  return (call: Call, complain: Complain): unknown => {
    if (!doc.requestBody || !usual) {
      // The Node SDK sends `{}` with some GET requests of its own. Only other bodies are reported.
      if (call.body.length > 2) complain('ignored', '/body', 'no body', `${call.body.length} bytes`)
      return undefined
    }
    if (call.body.length === 0) {
      if (doc.requestBody.required) complain('missing', '/body', `a body of type ${usual.type}`, 'nothing')
      return undefined
    }
    const sent = call.headers['content-type'] ?? ''
    const type = bare(sent)
    const chosen = media.find((one) => one.type === type) ?? usual
    if (type !== chosen.type && chosen.type !== '*/*')
      complain(chosen.strict ? 'malformed' : 'ignored', '/header/Content-Type', chosen.type, shorten(sent))
    return chosen.read(call, complain)?.value
  }
}

/** A media type without its parameters. */
function bare(type: string): string {
  return (type.split(';')[0] ?? '').trim().toLowerCase()
}

function medium(
  documented: string,
  schema: Schema | undefined,
  schemas: Readonly<Record<string, Schema>>,
  compile: (schema: Schema) => Check,
  most: number,
): Medium {
  const type = bare(documented)
  const { properties } = schema ? resolveSchema(schema, schemas) : {}
  const partOf = (name: string): Schema =>
    properties && Object.hasOwn(properties, name) ? resolveSchema(properties[name] as Schema, schemas) : {}
  const itemOf = ({ items }: Schema): Schema => (items ? resolveSchema(items, schemas) : {})
  const check = schema ? compile(schema) : undefined
  const checking =
    (read: Read): Read =>
    (call, complain) => {
      const content = read(call, complain)
      if (!content || !schema || !check) return content
      for (const c of check(content.checked)) complain(c.kind, `/body${c.pointer}`, c.expected, c.got, undefined, c.rule)
      reportUnknown(content.checked, schema, schemas, '/body', complain, 0)
      return content
    }
  if (type === 'multipart/form-data')
    return { type, strict: true, read: checking((call, complain) => readParts(call, partOf, complain, most)) }
  if (type === 'application/x-www-form-urlencoded')
    return { type, strict: true, read: checking((call, complain) => readForm(call, partOf, itemOf, complain)) }
  if (type === '*/*' || type.includes('json'))
    return { type, strict: false, read: checking((call, complain) => readJson(call, complain, most)) }
  // A media type that only foreign documents have: its bytes are passed on unchanged.
  return { type, strict: false, read: (call) => ({ value: call.body, checked: undefined }) }
}

function readText(bytes: Uint8Array, complain: Complain): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    complain('unparsable', '/body', 'UTF-8', 'bytes that are not UTF-8')
    return undefined
  }
}

function readJson(call: Call, complain: Complain, most: number): Content | undefined {
  if (refuseTooMany(call.body, '/body', complain, most)) return undefined
  const text = readText(call.body, complain)
  const value = text === undefined ? REFUSED : parse(text, '/body', complain)
  return value === REFUSED ? undefined : { value, checked: value }
}

/** The HTTP server has refused bodies that are too long already; a proxy and a contract have no such check. */
function refuseTooMany(bytes: Uint8Array, at: string, complain: Complain, most: number): boolean {
  if (!hasManyMembers(bytes, most)) return false
  complain('malformed', at, `at most ${most} members and items`, 'more')
  return true
}

/** The depth is checked before parsing: a body of twelve million brackets must not become as many lists. */
function parse(text: string, at: string, complain: Complain): unknown {
  const scan = scanJson(text, DEEPEST_BODY)
  if (scan.depth > DEEPEST_BODY) {
    complain('malformed', at, `at most ${DEEPEST_BODY} levels`, 'more')
    return REFUSED
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    complain('unparsable', at, 'JSON', (error as Error).message.slice(0, 120))
    return REFUSED
  }
  for (const duplicate of scan.duplicates) complain('duplicate', at + duplicate, 'one value', 'several; the last counts')
  return value
}

function readForm(call: Call, partOf: (name: string) => Schema, itemOf: (list: Schema) => Schema, complain: Complain): Content | undefined {
  if (hasManyFields(call.body)) {
    complain('malformed', '/body', `at most ${MOST_FIELDS} fields`, 'more')
    return undefined
  }
  const text = readText(call.body, complain)
  if (text === undefined) return undefined
  const { items, faults } = decodeQuery(text)
  for (const fault of faults) complain('malformed', `/body/${escapeKey(fault.name)}`, 'percent-encoded UTF-8', shorten(fault.raw))
  const value: Record<string, unknown> = Object.create(null)
  for (const item of items) {
    const part = partOf(item.name)
    // A list is sent as one field for each item.
    const list = part.type === 'array'
    if (!list) reportRepeated(item.name, value, complain)
    const read = coerce(item.value, list ? itemOf(part) : part)
    const one = read === REFUSED ? item.value : read
    value[item.name] = list ? [...((value[item.name] as unknown[] | undefined) ?? []), one] : one
  }
  return { value: { ...value }, checked: value }
}

/** A file of a multipart body. */
export class UploadedFile {
  readonly fileName: string | undefined
  readonly bytes: Uint8Array

  constructor(part: FormPart) {
    this.fileName = part.fileName
    this.bytes = part.bytes
  }
}

/** Parts that contain JSON become values, files become `UploadedFile`. */
function readParts(call: Call, partOf: (name: string) => Schema, complain: Complain, most: number): Content | undefined {
  const type = call.headers['content-type'] ?? ''
  const parts = parseMultipart(call.body, type)
  if (!parts) {
    complain('unparsable', '/body', 'multipart/form-data with a boundary', shorten(type))
    return undefined
  }
  const value: Record<string, unknown> = Object.create(null)
  const checked: Record<string, unknown> = Object.create(null)
  for (const part of parts) {
    reportRepeated(part.name, value, complain)
    const wanted = partOf(part.name)
    const file = wanted.format === 'binary' ? new UploadedFile(part) : undefined
    const json = wanted.type === 'object' || wanted.type === 'array'
    if (json && refuseTooMany(part.bytes, `/body/${escapeKey(part.name)}`, complain, most)) return undefined
    const read = json ? parse(part.text(), `/body/${escapeKey(part.name)}`, complain) : part.text()
    if (read === REFUSED) return undefined
    value[part.name] = file ?? read
    checked[part.name] = file ? (file.fileName ?? '') : read
  }
  return { value: { ...value }, checked }
}

function reportRepeated(name: string, value: object, complain: Complain): void {
  if (name in value) complain('duplicate', `/body/${escapeKey(name)}`, 'one value', 'several; the last counts')
}

/** Members that no schema names are kept (the vendor may add some) and reported once each. */
function reportUnknown(
  value: unknown,
  schema: Schema,
  schemas: Readonly<Record<string, Schema>>,
  at: string,
  complain: Complain,
  depth: number,
): void {
  if (!value || typeof value !== 'object' || depth > 8) return
  const real = resolveSchema(schema, schemas)
  if (Array.isArray(value)) {
    if (real.items)
      for (const [i, item] of value.slice(0, 20).entries()) reportUnknown(item, real.items, schemas, `${at}/${i}`, complain, depth + 1)
    return
  }
  const { properties = {}, additionalProperties: more } = real
  if (!(real.properties || real.patternProperties) || real.allOf || real.oneOf || real.anyOf) return
  for (const [key, member] of Object.entries(value).slice(0, 100)) {
    const own = Object.hasOwn(properties, key) ? properties[key] : memberByPattern(real, key)
    const known = own ?? (more === true ? {} : (more as Schema | false | undefined))
    if (known) reportUnknown(member, known, schemas, `${at}/${escapeKey(key)}`, complain, depth + 1)
    else complain('unknown', `${at}/${escapeKey(key)}`, 'a documented member', shorten(member))
  }
}

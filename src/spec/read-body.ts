import type { Call } from './call.ts'
import { type Check, shorten } from './checks.ts'
import { coerce, REFUSED } from './coerce.ts'
import type { Complain } from './complain.ts'
import { escapePointer, scanJson } from './json-scan.ts'
import type { OperationDoc, Schema } from './model.ts'
import { type FormPart, parseMultipart } from './multipart.ts'
import { decodeQuery } from './query.ts'

/** Deeper bodies are refused: no documented body nests past six levels. */
const DEEPEST = 64

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Reads and checks the body of one operation. Made once per operation, used per request. */
export function createBodyReader(doc: OperationDoc, schemas: Readonly<Record<string, Schema>>, compile: (schema: Schema) => Check) {
  const contents = Object.entries(doc.requestBody?.content ?? {})
  const [firstType = '', firstMedia] = contents[0] ?? []
  const schema = firstMedia?.schema
  const form = firstType.startsWith('application/x-www-form-urlencoded')
  const multipart = firstType.startsWith('multipart/form-data')
  const check = schema ? compile(schema) : undefined
  const partOf = (name: string): Schema | undefined => {
    const properties = schema && resolve(schema, schemas).properties
    const part = properties && Object.hasOwn(properties, name) ? properties[name] : undefined
    return part && resolve(part, schemas)
  }

  return (call: Call, complain: Complain): unknown => {
    if (!doc.requestBody) {
      // The Node SDK's own look-ups send `{}` on a GET; only more than that is worth a word.
      if (call.body.length > 2) complain('ignored', '/body', 'no body', `${call.body.length} bytes`)
      return undefined
    }
    if (call.body.length === 0) {
      if (doc.requestBody.required) complain('missing', '/body', `a body of type ${firstType}`, 'nothing')
      return undefined
    }
    const type = call.headers['content-type'] ?? ''
    if (!sameType(type, firstType)) complain(form || multipart ? 'malformed' : 'ignored', '/header/Content-Type', firstType, shorten(type))
    const value = multipart ? readParts(call, type, partOf, complain) : form ? readForm(call, partOf, complain) : readJson(call, complain)
    if (value === REFUSED) return undefined
    if (check) for (const c of check(value)) complain(c.kind, `/body${c.pointer}`, c.expected, c.got)
    if (schema) tellUnknown(value, schema, schemas, '/body', complain, 0)
    return value
  }
}

function sameType(sent: string, wanted: string): boolean {
  return (sent.split(';')[0] ?? '').trim().toLowerCase() === wanted
}

function readJson(call: Call, complain: Complain): unknown {
  let text: string
  try {
    text = utf8.decode(call.body)
  } catch {
    complain('unparsable', '/body', 'UTF-8', 'bytes that are not UTF-8')
    return REFUSED
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    complain('unparsable', '/body', 'JSON', (error as Error).message.slice(0, 120))
    return REFUSED
  }
  const scan = scanJson(text)
  if (scan.depth > DEEPEST) {
    complain('malformed', '/body', `at most ${DEEPEST} levels`, `${scan.depth} levels`)
    return REFUSED
  }
  for (const duplicate of scan.duplicates) complain('duplicate', `/body${duplicate}`, 'one value', 'several; the last counts')
  return value
}

function readForm(call: Call, partOf: (name: string) => Schema | undefined, complain: Complain): unknown {
  let text: string
  try {
    text = utf8.decode(call.body)
  } catch {
    complain('unparsable', '/body', 'UTF-8', 'bytes that are not UTF-8')
    return REFUSED
  }
  const { items, faults } = decodeQuery(text)
  for (const fault of faults) complain('malformed', `/body/${fault.name}`, 'percent-encoded UTF-8', shorten(fault.raw))
  const value: Record<string, unknown> = Object.create(null)
  for (const item of items) {
    if (item.name in value) complain('duplicate', `/body/${escapePointer(item.name)}`, 'one value', 'several; the last counts')
    const read = coerce(item.value, partOf(item.name) ?? {})
    value[item.name] = read === REFUSED ? item.value : read
  }
  return { ...value }
}

/** A file of a multipart body: a string to its schema (`format: binary`), bytes to its reader. */
export class UploadedFile extends String {
  readonly fileName: string | undefined
  readonly bytes: Uint8Array

  constructor(part: FormPart) {
    super(part.fileName ?? '')
    this.fileName = part.fileName
    this.bytes = part.bytes
  }
}

/** Parts that hold JSON become values, files become `UploadedFile`. */
function readParts(call: Call, type: string, partOf: (name: string) => Schema | undefined, complain: Complain): unknown {
  const parts = parseMultipart(call.body, type)
  if (!parts) {
    complain('unparsable', '/body', 'multipart/form-data with a boundary', shorten(type))
    return REFUSED
  }
  const value: Record<string, unknown> = {}
  for (const part of parts) {
    const wanted = partOf(part.name)
    value[part.name] =
      wanted?.type === 'object' ? parsePart(part, complain) : wanted?.format === 'binary' ? new UploadedFile(part) : part.text()
  }
  return value
}

function parsePart(part: FormPart, complain: Complain): unknown {
  try {
    return JSON.parse(part.text())
  } catch {
    complain('unparsable', `/body/${escapePointer(part.name)}`, 'JSON', shorten(part.text()))
    return {}
  }
}

/** Members that no schema names are kept (the vendor may add some) and told once each. */
function tellUnknown(
  value: unknown,
  schema: Schema,
  schemas: Readonly<Record<string, Schema>>,
  at: string,
  complain: Complain,
  depth: number,
): void {
  if (!value || typeof value !== 'object' || depth > 8) return
  const real = resolve(schema, schemas)
  if (Array.isArray(value)) {
    if (real.items)
      for (const [i, item] of value.slice(0, 20).entries()) tellUnknown(item, real.items, schemas, `${at}/${i}`, complain, depth + 1)
    return
  }
  if (!real.properties || real.allOf || real.oneOf || real.anyOf || real.additionalProperties) return
  for (const [key, member] of Object.entries(value).slice(0, 100)) {
    const known = Object.hasOwn(real.properties, key) ? real.properties[key] : undefined
    if (known) tellUnknown(member, known, schemas, `${at}/${escapePointer(key)}`, complain, depth + 1)
    else complain('unknown', `${at}/${escapePointer(key)}`, 'a documented member', shorten(member))
  }
}

function resolve(schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema {
  const name = schema.$ref?.split('/').pop()
  return name ? (schemas[name] ?? {}) : schema
}

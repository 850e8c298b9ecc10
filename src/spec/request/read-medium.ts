import type { Call } from '../call.ts'
import type { MediaDoc, Schema } from '../document/model.ts'
import { type Check, shorten } from '../schema/checks.ts'
import { REFUSED } from './coerce.ts'
import type { Reading } from './field.ts'
import { createFormReader } from './form-body.ts'
import { parseJson, refuseTooMany } from './json-text.ts'
import type { MediaKind, MediaType } from './media-type.ts'
import { createPartsReader } from './multipart-body.ts'
import type { Complain } from './report-problem.ts'
import { hasManyFields, MOST_FIELDS } from './request-limits.ts'
import type { createTeller } from './tell-members.ts'
import { xmlFault } from './xml-fault.ts'

/** The content of one body, and the same for the check of its schema: there a file is a text. `checked` is absent where the schema cannot be checked. */
export interface Content {
  readonly value: unknown
  readonly checked?: unknown
}

/** Reads a body of one media type; `undefined` where it cannot be read at all. */
export type ReadMedium = (call: Call, sent: MediaType, complain: Complain) => Content | undefined

/** What the media types of one operation share. */
export interface BodyReading extends Reading {
  readonly tell: ReturnType<typeof createTeller>
  /** Largest number of members and items of JSON. */
  readonly most: number
}

/** Prepares one media type: reads the bytes, checks the value, and reports what is worth knowing about it. */
export function createMediumReader(kind: MediaKind, type: string, doc: MediaDoc, reading: BodyReading): ReadMedium {
  const { schema } = doc
  // Most operations never see a second media type, so the check is compiled for the first body.
  const check = schema === undefined ? undefined : reading.compile(schema)
  const read = readerOf(kind, type, doc, check, reading)
  return (call, sent, complain) => {
    const content = read(call, sent, complain)
    if (content && 'checked' in content && schema !== undefined && check) {
      for (const c of check(content.checked)) complain(c.kind, `/body${c.pointer}`, c.expected, c.got, undefined, c.rule)
      reading.tell(content.checked, schema, complain)
    }
    return content
  }
}

function readerOf(kind: MediaKind, type: string, doc: MediaDoc, check: Check | undefined, reading: BodyReading): ReadMedium {
  const { most } = reading
  switch (kind) {
    case 'json':
      return (call, sent, complain) => {
        if (refuseTooMany(call.body, '/body', complain, most)) return undefined
        const text = decode(call.body, sent, complain)
        const value = text === undefined ? REFUSED : parseJson(text, '/body', complain)
        return value === REFUSED ? undefined : { value, checked: value }
      }
    case 'lines':
      return (call, sent, complain) => readLines(call, sent, doc.schema, reading, complain)
    case 'form': {
      const readForm = createFormReader(doc, reading, check)
      return (call, sent, complain) => {
        if (hasManyFields(call.body)) {
          complain('malformed', '/body', `at most ${MOST_FIELDS} fields`, 'more', undefined, 'size')
          return undefined
        }
        const text = decode(call.body, sent, complain)
        if (text === undefined) return undefined
        const checked = readForm(text, complain)
        return { value: { ...checked }, checked }
      }
    }
    case 'parts': {
      if (type !== 'multipart/form-data') return readBytes(undefined)
      const readParts = createPartsReader(doc, reading, check, most)
      return (call, _sent, complain) => readParts(call.body, call.headers['content-type'] ?? '', complain)
    }
    case 'xml':
      return (call, sent, complain) => {
        const text = decode(call.body, sent, complain)
        const fault = text === undefined ? undefined : xmlFault(text)
        // XML is passed on as text: what is wrong in it is told, and refuses nothing.
        if (fault !== undefined) complain('unread', '/body', 'well-formed XML', fault, undefined, 'encoding')
        if (text === undefined) return undefined
        return doc.schema && !isStructured(doc.schema, reading) ? { value: text, checked: text } : { value: text }
      }
    case 'text':
      return (call, sent, complain) => readText(call, sent, type, doc.schema, reading, complain)
    default:
      return readBytes(doc.schema)
  }
}

/** Whether a schema describes lists or objects alone. */
export const isStructured = (schema: Schema, { typing }: Reading): boolean =>
  typing.alternatives(schema).every(({ kind }) => kind === 'array' || kind === 'object')

/** A text is checked where its schema is a text or a single value. Other schemas of `text/plain` mean JSON; of `text/csv` they describe something else. */
function readText(
  call: Call,
  sent: MediaType,
  type: string,
  schema: Schema | undefined,
  reading: BodyReading,
  complain: Complain,
): Content | undefined {
  const text = decode(call.body, sent, complain)
  if (text === undefined) return undefined
  if (schema === undefined) return { value: text }
  if (!isStructured(schema, reading)) {
    const value = reading.typing.text(schema, text)
    return { value: value === REFUSED ? text : value, checked: value === REFUSED ? text : value }
  }
  if (type !== 'text/plain') return { value: text }
  const value = parseJson(text, '/body', complain)
  return value === REFUSED ? undefined : { value, checked: value }
}

/** JSON texts, one for each line. The schema is that of a line, unless it is one of lists. */
function readLines(
  call: Call,
  sent: MediaType,
  schema: Schema | undefined,
  { typing, compile, most }: BodyReading,
  complain: Complain,
): Content | undefined {
  if (refuseTooMany(call.body, '/body', complain, most)) return undefined
  const text = decode(call.body, sent, complain)
  if (text === undefined) return undefined
  const value: unknown[] = []
  for (const [i, line] of text
    .replaceAll('\x1e', '\n')
    .split('\n')
    .filter((one) => one.trim() !== '')
    .entries()) {
    const one = parseJson(line, `/body/${i}`, complain)
    if (one === REFUSED) return undefined
    value.push(one)
  }
  if (schema === undefined || typing.alternatives(schema).some(({ kind }) => kind === 'array')) return { value, checked: value }
  const check = compile(schema)
  for (const [i, one] of value.entries())
    for (const c of check(one)) complain(c.kind, `/body/${i}${c.pointer}`, c.expected, c.got, undefined, c.rule)
  return { value }
}

/** Bytes are passed on as they are; a schema can limit their number. */
function readBytes(schema: Schema | undefined): ReadMedium {
  return ({ body }, _sent, complain) => {
    const { minLength, maxLength } = schema ?? {}
    if (typeof maxLength === 'number' && body.length > maxLength)
      complain('range', '/body', `at most ${maxLength} bytes`, `${body.length} bytes`, undefined, 'maxLength')
    if (typeof minLength === 'number' && body.length < minLength)
      complain('range', '/body', `at least ${minLength} bytes`, `${body.length} bytes`, undefined, 'minLength')
    return { value: body }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The text of a body in its character set. */
function decode(bytes: Uint8Array, { parameters }: MediaType, complain: Complain): string | undefined {
  const charset = (parameters.charset ?? 'utf-8').toLowerCase()
  let decoder = utf8
  try {
    if (charset !== 'utf-8' && charset !== 'utf8') decoder = new TextDecoder(charset, { fatal: true })
  } catch {
    complain(
      'media',
      '/header/Content-Type',
      'a character set of the WHATWG list, such as utf-8',
      shorten(charset),
      undefined,
      'content-type',
    )
    return undefined
  }
  try {
    return decoder.decode(bytes)
  } catch {
    const name = decoder === utf8 ? 'UTF-8' : charset
    complain('unparsable', '/body', name, `bytes that are not ${name}`, undefined, 'encoding')
    return undefined
  }
}

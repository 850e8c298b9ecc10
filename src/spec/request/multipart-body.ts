import type { EncodingDoc, MediaDoc, Schema } from '../document/model.ts'
import { escapeKey } from '../json-pointer.ts'
import { type Check, shorten } from '../schema/checks.ts'
import type { Alternative } from './alternatives.ts'
import { REFUSED } from './coerce.ts'
import type { Reading } from './field.ts'
import { parseJson, refuseTooMany } from './json-text.ts'
import { fittingType, kindOfMedia, parseMediaType } from './media-type.ts'
import { type FormPart, MOST_PARTS, parseMultipart } from './multipart.ts'
import type { Complain } from './report-problem.ts'

/** A file of a multipart body. */
export class UploadedFile {
  readonly fileName: string | undefined
  readonly bytes: Uint8Array

  constructor(part: FormPart) {
    this.fileName = part.fileName
    this.bytes = part.bytes
  }
}

/** A value, and the same for the check of its schema: there a file is a text. */
interface Read {
  readonly value: unknown
  readonly checked: unknown
}

/**
 * Reads the parts of a `multipart/form-data` body: files, JSON and texts. Several parts of one name are a list.
 * @param most largest number of members of the JSON in one part
 */
export function createPartsReader({ schema = {}, encoding = {} }: MediaDoc, reading: Reading, check: Check | undefined, most: number) {
  const { typing } = reading
  const objects = typing.alternatives(schema).flatMap(({ kind, schema: one }) => (kind === 'object' ? [one] : []))

  /** A single part under one case of its schema; `undefined` where the case does not fit it. */
  const readAs = ({ kind, schema: one }: Alternative, part: FormPart, at: string, complain: Complain): Read | undefined => {
    if (isFile(one, kind, part)) return { value: new UploadedFile(part), checked: surrogate(one, part) }
    const json = kindOfMedia(parseMediaType(part.type ?? '').type) === 'json'
    if (kind === 'object' || kind === 'array' || (kind === 'any' && json)) {
      if (refuseTooMany(part.bytes, at, complain, most)) return undefined
      const value = parseJson(part.text(), at, complain)
      return value === REFUSED ? undefined : { value, checked: value }
    }
    const text = part.text()
    const value = typing.text({ ...one, type: kind === 'any' ? undefined : kind } as Schema, text)
    return value === REFUSED ? undefined : { value, checked: value }
  }

  const readOne = (schemaOf: Schema, part: FormPart, at: string, complain: Complain): Read | undefined => {
    const cases = typing.alternatives(schemaOf)
    const [first] = cases
    if (cases.length === 1 && first) {
      const found = readAs(first, part, at, complain)
      // A text of another type stays a text, and the check reports it.
      return found ?? (first.kind === 'object' || first.kind === 'array' ? undefined : { value: part.text(), checked: part.text() })
    }
    const found = cases.flatMap((one) => readAs(one, part, at, silent) ?? [])
    const checkOne = reading.compile(schemaOf)
    return found.find(({ checked }) => checkOne(checked).length === 0) ?? found[0] ?? { value: part.text(), checked: part.text() }
  }

  /** All parts of one name. */
  const readAll = (schemaOf: Schema, parts: readonly FormPart[], at: string, complain: Complain): Read | undefined => {
    const [first] = parts as [FormPart]
    const list = typing.alternatives(schemaOf).find(({ kind }) => kind === 'array')
    const files = list && typing.alternatives(itemOf(list.schema)).some(({ kind, schema: one }) => isFile(one, kind, first))
    if (list && (parts.length > 1 || files || !looksLikeList(first))) {
      const only = typing.alternatives(schemaOf).length === 1
      if (only || parts.length > 1) {
        const items = parts.map((part, i) => readOne(itemOf(list.schema), part, `${at}/${i}`, complain))
        if (items.some((item) => item === undefined)) return undefined
        return { value: items.map((item) => item?.value), checked: items.map((item) => item?.checked) }
      }
    }
    if (parts.length > 1) complain('duplicate', at, 'one value', 'several; the last counts', undefined, 'repeated')
    return readOne(schemaOf, parts[parts.length - 1] as FormPart, at, complain)
  }

  const itemOf = ({ items }: Schema): Schema => items ?? {}

  const readMembers = (object: Schema, byName: ReadonlyMap<string, FormPart[]>, complain: Complain): Read | undefined => {
    const value: Record<string, unknown> = Object.create(null)
    const checked: Record<string, unknown> = Object.create(null)
    for (const [name, parts] of byName) {
      const at = `/body/${escapeKey(name)}`
      const rule = Object.hasOwn(encoding, name) ? encoding[name] : undefined
      if (rule && reading.loose) for (const part of parts) checkPart(rule, part, at, reading, complain)
      const read = readAll(typing.member(object, name), parts, at, complain)
      if (!read) return undefined
      value[name] = read.value
      checked[name] = read.checked
    }
    return { value: { ...value }, checked }
  }

  return (body: Uint8Array, contentType: string, complain: Complain): Read | undefined => {
    const parts = parseMultipart(body, contentType)
    if (!parts) {
      complain('unparsable', '/body', 'multipart/form-data with a boundary', shorten(contentType), undefined, 'encoding')
      return undefined
    }
    if (parts.length >= MOST_PARTS && reading.loose) {
      complain('malformed', '/body', `fewer than ${MOST_PARTS} parts`, 'more', undefined, 'size')
      return undefined
    }
    const byName = new Map<string, FormPart[]>()
    for (const part of parts) {
      const before = byName.get(part.name)
      if (before) before.push(part)
      else byName.set(part.name, [part])
    }
    if (objects.length < 2 || !check) return readMembers(objects[0] ?? {}, byName, complain)
    const fitting = objects.find((object) => {
      const read = readMembers(object, byName, silent)
      return read && check(read.checked).length === 0
    })
    return readMembers(fitting ?? (objects[0] as Schema), byName, complain)
  }
}

const silent: Complain = () => undefined

/** Whether a part is a file: the schema says so, or the part has a file's name and nothing else is known of it. */
function isFile(schema: Schema, kind: Alternative['kind'], part: FormPart): boolean {
  if (schema.format === 'binary') return true
  if (kind !== 'string' && kind !== 'any') return false
  const media = typeof schema.contentMediaType === 'string' ? schema.contentMediaType : ''
  if (media !== '' && schema.contentEncoding === undefined) return true
  return kind === 'any' && part.fileName !== undefined && Object.keys(schema).every((keyword) => keyword === 'description')
}

/** A text for the check of a file: its name, or one of its length where the schema limits that. */
function surrogate({ minLength, maxLength }: Schema, { fileName = '', bytes }: FormPart): string {
  return minLength === undefined && maxLength === undefined ? fileName : '0'.repeat(bytes.length)
}

/** A single part that contains a whole JSON list. */
function looksLikeList({ type, bytes }: FormPart): boolean {
  const media = type === undefined ? undefined : kindOfMedia(parseMediaType(type).type)
  if (media !== undefined && media !== 'json' && media !== 'text') return false
  let i = 0
  while (bytes[i] === 0x20 || bytes[i] === 0x0a || bytes[i] === 0x0d || bytes[i] === 0x09) i++
  return bytes[i] === 0x5b
}

/** Media type and headers of one part, as `encoding` requires them. A part that says no type has the required one. */
function checkPart(
  { contentType, headers }: EncodingDoc,
  part: FormPart,
  at: string,
  { typing, compile }: Reading,
  complain: Complain,
): void {
  const allowed = (contentType ?? '').split(',').flatMap((one) => (one.trim() === '' ? [] : [{ media: parseMediaType(one) }]))
  if (part.type !== undefined && allowed.length > 0 && !fittingType(parseMediaType(part.type), allowed))
    complain('malformed', at, `a part of type ${contentType}`, part.type, undefined, 'content-type')
  for (const [name, header] of Object.entries(headers ?? {})) {
    const { required, schema = {} } = header ?? {}
    if (name.toLowerCase() === 'content-type') continue
    const sent = part.headers[name.toLowerCase()]
    if (sent === undefined) {
      if (required) complain('missing', at, `the header ${name} of the part`, 'nothing', undefined, 'required')
      continue
    }
    const value = typing.text(schema, sent)
    for (const c of compile(schema)(value === REFUSED ? sent : value))
      complain(c.kind, at, `the header ${name} of the part: ${c.expected}`, c.got, undefined, c.rule)
  }
}

import type { ParameterDoc, Schema } from '../document/model.ts'
import { escapeKey } from '../json-pointer.ts'
import { type Check, shorten } from '../schema/checks.ts'
import type { Alternative, Kind } from './alternatives.ts'
import { coerceTo, foldCase, REFUSED } from './coerce.ts'
import { parseJson } from './json-text.ts'
import type { Complain } from './report-problem.ts'
import { type Style, styleOf } from './styles.ts'
import type { Typing } from './typing.ts'

/** One parameter, or one field of a form, prepared once. */
export interface Field {
  readonly p: ParameterDoc
  readonly pointer: string
  readonly cases: readonly Alternative[]
  /** The type, where the schema has a single one and it is neither a list nor an object: what most parameters are. */
  readonly scalar: Kind | undefined
  readonly style: Style
  readonly check: Check
  /** The media type of its text, where the document describes it by `content`. */
  readonly media: string | undefined
  readonly byDefault: unknown
  /** Of a form: values of any type are kept, because the whole body is checked afterwards. */
  readonly unchecked?: boolean
}

/** What all fields of one operation share. */
export interface Reading {
  readonly typing: Typing
  readonly compile: (schema: Schema) => Check
  /** Numbers as JSON writes them (see `coerceTo`). */
  readonly loose: boolean
}

export const MANDATORY = 'a value, it is mandatory'

export function createField(p: ParameterDoc, part: string, { typing, compile }: Reading): Field {
  const [media, described] = Object.entries(p.content ?? {})[0] ?? [undefined, p]
  const schema = described?.schema ?? {}
  const cases = typing.alternatives(schema)
  const [only] = cases
  const kind = cases.length === 1 ? only?.kind : undefined
  return {
    p: schema === p.schema ? p : { ...p, schema },
    pointer: `/${part}/${escapeKey(p.name)}`,
    cases,
    scalar: media !== undefined || kind === 'array' || kind === 'object' ? undefined : kind,
    style: styleOf(p),
    check: saysMore(only?.schema ?? {}, kind) ? compile(schema) : NO_COMPLAINTS,
    media,
    byDefault: cases.find(({ schema: one }) => one.default !== undefined)?.schema.default,
  }
}

const NO_COMPLAINTS: Check = () => []
const SILENT = new Set(['type', 'description', 'title', 'default', 'example', 'examples', 'deprecated', 'xml', 'externalDocs'])

/** Whether a schema says more than the type that a text was just converted to: most do not, and need no compiled check. */
function saysMore(schema: Schema, kind: Kind | undefined): boolean {
  if (kind !== 'string' && kind !== 'integer' && kind !== 'number' && kind !== 'boolean') return true
  for (const keyword in schema) if (!(SILENT.has(keyword) || keyword.startsWith('x-'))) return true
  return false
}

/** Every value that one raw text may mean under the style of the field, in the order of the schema. */
export function readingsOf(field: Field, raw: string, decode: (raw: string) => string, { typing, loose }: Reading): readonly unknown[] {
  const { style } = field
  const values: unknown[] = []
  for (const { kind, schema } of field.cases) {
    if (kind === 'array') for (const items of style.lists(raw)) values.push(typing.items(schema, items.map(decode)))
    else if (kind === 'object') {
      for (const pairs of style.pairs(raw))
        values.push(
          typing.members(
            schema,
            pairs.map(([name, value]) => [decode(name), decode(value)]),
          ),
        )
    } else {
      const text = style.scalar(raw)
      const value = text === undefined ? REFUSED : coerceTo(kind, decode(text), loose)
      if (value !== REFUSED) values.push(value)
    }
  }
  return values
}

/** The value of a field whose text has a media type: JSON is parsed, other text is a string. */
export function readContent(field: Field, text: string, values: Record<string, unknown>, complain: Complain): void {
  const value = /[/+]json\b/i.test(field.media ?? '') ? parseJson(text, field.pointer, complain, 'malformed') : text
  if (value !== REFUSED) keep(values, field, value, complain)
}

/** Keeps a single value that has the type of its field, or complains. */
export function takeText(values: Record<string, unknown>, field: Field, text: string, loose: boolean, complain: Complain): void {
  const { p, scalar } = field
  const value = coerceTo(scalar, p['x-caseless'] ? foldCase(text, field.cases[0]?.schema ?? {}) : text, loose)
  if (value === REFUSED && field.unchecked) values[p.name] = text
  else if (value === REFUSED) complain('malformed', field.pointer, scalar ?? 'a value', shorten(text), p, 'type')
  else keep(values, field, value, complain)
}

/** Keeps the first of several readings that is valid; else the complaints about the first one are reported. */
export function takeBest(
  values: Record<string, unknown>,
  field: Field,
  readings: readonly unknown[],
  sent: string,
  complain: Complain,
): void {
  if (readings.length === 0 && field.unchecked) {
    values[field.p.name] = sent
    return
  }
  if (readings.length === 0) {
    const kinds = [...new Set(field.cases.map(({ kind }) => kind))].join(' or ')
    const rule = field.cases.some(({ kind }) => kind === 'array' || kind === 'object') ? 'style' : 'type'
    const expected = rule === 'type' ? kinds : `${kinds} in style ${field.p.style ?? (/path|header/.test(field.p.in) ? 'simple' : 'form')}`
    complain('malformed', field.pointer, expected, shorten(sent), field.p, rule)
    return
  }
  const valid = readings.length < 2 ? 0 : Math.max(0, readings.findIndex((value) => field.check(value).length === 0)) // biome-ignore format: one thought
  keep(values, field, readings[valid], complain)
}

/** Checks a value and keeps it, or reports what is wrong with it. */
function keep(values: Record<string, unknown>, field: Field, value: unknown, complain: Complain): void {
  const { p, check, pointer } = field
  if (field.unchecked) {
    values[p.name] = value
    return
  }
  const complaints = check(value)
  for (const c of complaints) complain(c.kind, pointer + c.pointer, c.expected, c.got, p, c.rule)
  if (complaints.length === 0) values[p.name] = value
}

import type { EncodingDoc, MediaDoc, ParameterDoc, Schema } from '../document/model.ts'
import { escapeKey } from '../json-pointer.ts'
import { type Check, shorten } from '../schema/checks.ts'
import { createField, type Field, type Reading } from './field.ts'
import { createFieldsReader, type FieldRules } from './fields.ts'
import type { Complain } from './report-problem.ts'
import { fieldsOf, type SentField } from './sent-fields.ts'

/** Fields to the members of a body; `undefined` where nothing can be made of them. */
export type ReadForm = (text: string, complain: Complain) => Record<string, unknown>

/**
 * Reads a body of type `application/x-www-form-urlencoded`. Each member of the schema is a field in the style that `encoding` gives it. Without one,
 * a list is sent as one field for each item, and names in brackets and JSON are read as well, because clients send both.
 * The whole body is checked afterwards: nothing is refused here but what cannot be decoded.
 */
export function createFormReader({ schema = {}, encoding = {} }: MediaDoc, reading: Reading, check: Check | undefined): ReadForm {
  const { typing } = reading
  const objects = typing.alternatives(schema).flatMap(({ kind, schema: one }) => (kind === 'object' ? [one] : []))
  const readers = (objects.length > 0 ? objects : [{}]).map((object) => readerOf(object, encoding, reading))
  const [first] = readers

  return (text, complain) => {
    const sent = fieldsOf(text, (name, raw) =>
      complain('malformed', `/body/${escapeKey(name)}`, 'percent-encoded UTF-8', shorten(raw), undefined, 'encoding'),
    )
    const read = (reader: typeof first, told: Complain) => {
      const value: Record<string, unknown> = Object.create(null)
      reader?.(sent, value, false, told)
      return value
    }
    // Which branch of a choice is meant shows in the check alone.
    const fitting = readers.length > 1 && check ? readers.find((reader) => check(read(reader, silent)).length === 0) : undefined
    return read(fitting ?? first, complain)
  }
}

const silent: Complain = () => undefined

function readerOf(object: Schema, encoding: Readonly<Record<string, EncodingDoc>>, reading: Reading) {
  const { typing } = reading
  const fields = Object.keys(object.properties ?? {}).map((name): Field => {
    const own = Object.hasOwn(encoding, name) ? encoding[name] : undefined
    const schema = typing.member(object, name)
    const p: ParameterDoc = {
      name,
      in: 'query',
      schema,
      ...(own?.style === undefined ? {} : { style: own.style }),
      ...(own?.explode === undefined ? {} : { explode: own.explode }),
      ...(isJson(own) ? { content: { 'application/json': { schema } } } : {}),
    }
    return { ...createField(p, 'body', reading), unchecked: true, byDefault: undefined }
  })
  const rules: FieldRules = {
    form: true,
    repeated: ({ pointer }, _count, complain) =>
      complain('duplicate', pointer, 'one value', 'several; the last counts', undefined, 'repeated'),
    unknown: (last, values, complain) => {
      if (last.count > 1)
        complain('duplicate', `/body/${escapeKey(last.name)}`, 'one value', 'several; the last counts', undefined, 'repeated')
      values[last.name] = typing.tree(typing.member(object, last.name), { texts: textsOf(last) })
    },
    otherwise: ({ cases }, text) => (cases.some(({ kind }) => kind !== 'string') ? jsonIn(text) : []),
  }
  return createFieldsReader(fields, reading, rules)
}

const isJson = (encoding: EncodingDoc | undefined): boolean => /[/+]json\b/i.test(encoding?.contentType ?? '')

/** The value of a text that is written as a JSON list or object. */
function jsonIn(text: string): readonly unknown[] {
  if (!/^\s*[[{]/.test(text)) return []
  try {
    return [JSON.parse(text)]
  } catch {
    return []
  }
}

function textsOf(last: SentField): string[] {
  const texts: string[] = []
  for (let at: SentField | undefined = last; at; at = at.before) texts.unshift(at.value)
  return texts
}

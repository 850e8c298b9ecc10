import type { Schema } from '../document/model.ts'
import { keyOf } from '../json-pointer.ts'

/** Marks a text that could not be converted to the type of its schema. */
export const REFUSED: unique symbol = Symbol('refused')

const INTEGER = /^-?(0|[1-9]\d*)$/
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/
const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/

/**
 * Converts the text of a parameter to one type, strictly: no `1e1`, no `0x10`, no blanks, no leading zeros, no whole number that a double
 * cannot represent. Strings are not changed.
 * @param loose numbers as JSON writes them: `1e3` and `1.0` are whole numbers, a long one may be rounded. Of a foreign operation we
 * do not know that it is stricter.
 */
export function coerceTo(kind: string | undefined, text: string, loose: boolean): unknown {
  switch (kind) {
    case 'integer':
      return loose ? whole(text) : INTEGER.test(text) ? exact(text) : REFUSED
    case 'number':
      return loose ? finite(text) : NUMBER.test(text) ? exact(text) : REFUSED
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : REFUSED
    case 'null':
      return text === 'null' || text === '' ? null : REFUSED
    default:
      return text
  }
}

function finite(text: string): number | typeof REFUSED {
  const value = JSON_NUMBER.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(value) ? value + 0 : REFUSED
}

function whole(text: string): number | typeof REFUSED {
  const value = finite(text)
  return Number.isInteger(value) ? value : REFUSED
}

/** The number that a text means, unless a double would round it to another whole number. Minus zero is zero. */
function exact(text: string): number | typeof REFUSED {
  const value = Number(text)
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)) ? value + 0 : REFUSED
}

/** The schema that a reference leads to, merged with the keywords beside the reference; the schema itself where it has no reference. */
export function resolveSchema(schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema {
  let found = schema
  for (let steps = 0; typeof found.$ref === 'string' && steps < 20; steps++) {
    const { $ref, ...beside } = found
    const name = keyOf($ref.slice($ref.lastIndexOf('/') + 1))
    found = { ...(Object.hasOwn(schemas, name) ? schemas[name] : {}), ...beside }
  }
  return found
}

/** The type by which a text is converted; of several types, the first that is not null. */
export function typeOf(schema: Schema): string | undefined {
  return Array.isArray(schema.type) ? schema.type.find((type) => type !== 'null') : (schema.type as string | undefined)
}

/** The matching member of a case-insensitive enumeration, else the text itself. */
export function foldCase(text: string, schema: Schema): string {
  const wanted = text.toLowerCase()
  const member = schema.enum?.find((value) => typeof value === 'string' && value.toLowerCase() === wanted)
  return typeof member === 'string' ? member : text
}

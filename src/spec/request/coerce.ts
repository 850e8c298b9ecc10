import type { Schema } from '../document/model.ts'
import { keyOf } from '../json-pointer.ts'

/** A text that could not become what its schema wants. */
export const REFUSED: unique symbol = Symbol('refused')

const INTEGER = /^-?(0|[1-9]\d*)$/
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/

/**
 * Turns the text of a parameter into what its schema says, strictly: no `1e1`, no `0x10`, no blanks, no
 * leading zeros, no whole number that a double cannot hold. Strings stay as they are.
 */
export function coerce(text: string, schema: Schema): unknown {
  switch (typeOf(schema)) {
    case 'integer':
      return INTEGER.test(text) ? exact(text) : REFUSED
    case 'number':
      return NUMBER.test(text) ? exact(text) : REFUSED
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : REFUSED
    default:
      return text
  }
}

/** The number that a text says, unless a double would round it to another whole number. Minus zero is zero. */
function exact(text: string): number | typeof REFUSED {
  const value = Number(text)
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)) ? value + 0 : REFUSED
}

/** The schema a reference leads to, with what stands beside the reference; the schema itself where it holds none. */
export function resolveSchema(schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema {
  let found = schema
  for (let steps = 0; found.$ref !== undefined && steps < 20; steps++) {
    const { $ref, ...beside } = found
    const name = keyOf($ref.slice($ref.lastIndexOf('/') + 1))
    found = { ...(Object.hasOwn(schemas, name) ? schemas[name] : {}), ...beside }
  }
  return found
}

/** The one type that matters for reading text; unions read as their first type that is not null. */
export function typeOf(schema: Schema): string | undefined {
  return Array.isArray(schema.type) ? schema.type.find((type) => type !== 'null') : (schema.type as string | undefined)
}

/** The member of a caseless enumeration that a text means, else the text itself. */
export function foldCase(text: string, schema: Schema): string {
  const wanted = text.toLowerCase()
  const member = schema.enum?.find((value) => typeof value === 'string' && value.toLowerCase() === wanted)
  return typeof member === 'string' ? member : text
}

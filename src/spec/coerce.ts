import type { Schema } from './model.ts'

/** A text that could not become what its schema wants. */
export const REFUSED: unique symbol = Symbol('refused')

const INTEGER = /^-?(0|[1-9]\d*)$/
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/

/**
 * Turns the text of a parameter into what its schema says, strictly: no `1e1`, no `0x10`, no blanks, no
 * leading zeros, no integer that a double cannot hold. Strings stay as they are.
 */
export function coerce(text: string, schema: Schema): unknown {
  switch (typeOf(schema)) {
    case 'integer': {
      const value = Number(text)
      return INTEGER.test(text) && Number.isSafeInteger(value) ? value : REFUSED
    }
    case 'number':
      return NUMBER.test(text) && Number.isFinite(Number(text)) ? Number(text) : REFUSED
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : REFUSED
    default:
      return text
  }
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

import type { ErrorObject } from 'ajv'
import type { Violation } from '../document/model.ts'
import { escapeKey, keyOf } from '../json-pointer.ts'

/** One violation of a schema by a value. */
export interface Complaint {
  readonly kind: Violation
  /** The keyword that the value violates: `minLength`. */
  readonly rule: string
  /** JSON pointer inside the checked value. */
  readonly pointer: string
  readonly expected: string
  readonly got: string
}

const KINDS: Readonly<Record<string, Violation>> = {
  required: 'missing',
  dependentRequired: 'missing',
  type: 'malformed',
  format: 'malformed',
  pattern: 'malformed',
}

/** What an error says about a checked value. */
export function complaintOf(error: ErrorObject, value: unknown): Complaint {
  const missing = (error.params as { missingProperty?: string }).missingProperty
  const got = error.propertyName === undefined ? valueAt(value, error.instancePath) : error.propertyName
  return {
    kind: KINDS[error.keyword] ?? 'range',
    rule: error.keyword,
    pointer: missing === undefined ? error.instancePath : `${error.instancePath}/${escapeKey(missing)}`,
    expected: expectation(error),
    got: missing === undefined ? shorten(got) : 'nothing',
  }
}

/** The part of a value that a pointer leads to. */
export function valueAt(value: unknown, pointer: string): unknown {
  if (pointer === '') return value
  let found = value
  for (const raw of pointer.slice(1).split('/')) found = (found as Record<string, unknown> | null | undefined)?.[keyOf(raw)]
  return found
}

function expectation(error: ErrorObject): string {
  const params = error.params as Record<string, unknown>
  switch (error.keyword) {
    case 'required':
      return 'a value, it is mandatory'
    case 'type':
      return [params.type].flat().join(' or ')
    case 'enum':
      return `one of ${(params.allowedValues as unknown[]).map((value) => JSON.stringify(value)).join(', ')}`
    case 'const':
      return JSON.stringify(params.allowedValue)
    case 'pattern':
      return `text like ${String(params.pattern)}`
    case 'format':
      return `format ${String(params.format)}`
    case 'minLength':
      return `at least ${count(params.limit, 'character')}`
    case 'maxLength':
      return `at most ${count(params.limit, 'character')}`
    case 'minItems':
      return `at least ${count(params.limit, 'item')}`
    case 'maxItems':
      return `at most ${count(params.limit, 'item')}`
    case 'minProperties':
      return `at least ${count(params.limit, 'member')}`
    case 'maxProperties':
      return `at most ${count(params.limit, 'member')}`
    case 'minimum':
      return `at least ${String(params.limit)}`
    case 'maximum':
      return `at most ${String(params.limit)}`
    case 'exclusiveMinimum':
      return `more than ${String(params.limit)}`
    case 'exclusiveMaximum':
      return `less than ${String(params.limit)}`
    case 'multipleOf':
      return `a multiple of ${String(params.multipleOf)}`
    default:
      return error.message ?? error.keyword
  }
}

export function count(limit: unknown, thing: string): string {
  return `${String(limit)} ${thing}${limit === 1 ? '' : 's'}`
}

/** A value as findings quote it: JSON, at most 80 characters. */
export function shorten(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text =
    typeof value === 'object' && value !== null
      ? Array.isArray(value)
        ? `array of ${value.length}`
        : 'object'
      : (JSON.stringify(value) ?? String(value))
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}

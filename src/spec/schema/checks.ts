import type { ErrorObject, ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { allPassed, derivedMember, isDerived, markPassed } from '../document/derived.ts'
import type { Schema, ServiceDocument, Violation } from '../document/model.ts'
import { escapeKey } from '../json-pointer.ts'
import { FOREIGN_PATTERNS } from '../patterns/foreign-patterns.ts'

/** One violation of a schema by a value. */
export interface Complaint {
  readonly kind: Violation
  /** JSON pointer inside the checked value. */
  readonly pointer: string
  readonly expected: string
  readonly got: string
  /** The keyword of the schema that is violated. */
  readonly rule: string
}

/** Checks one schema. An empty list means that the value is valid. */
export type Check = (value: unknown) => readonly Complaint[]

/** For larger bodies only the first complaint is reported, so that a malicious list cannot cost seconds. */
const EXPLAIN_UP_TO = 200

/**
 * Compiles the schemas of one document at first use and keeps the results.
 * Foreign documents (`lenient`) may contain unknown keywords.
 */
export function createChecks(document: Pick<ServiceDocument, 'components'>, lenient = false): { of(schema: Schema): Check } {
  let quick: Ajv2020 | undefined
  let thorough: Ajv2020 | undefined
  const known = new WeakMap<Schema, Check>()

  const open = (allErrors: boolean): Ajv2020 => {
    const ajv = new Ajv2020({
      strict: !lenient,
      // A foreign document may name a member `constructor`. Checking for own properties costs time, so our schemas skip it.
      ...(lenient ? { logger: false as const, ownProperties: true, code: { regExp: FOREIGN_PATTERNS.regExp } } : {}),
      allErrors,
      allowUnionTypes: true,
      strictRequired: false,
      validateFormats: true,
      verbose: true,
    })
    ;((formats as unknown as { default?: typeof formats.default }).default ?? (formats as unknown as typeof formats.default))(ajv)
    if (lenient) FOREIGN_PATTERNS.boundFormats(ajv)
    ajv.addVocabulary(['components', 'xml', 'example', 'externalDocs', 'discriminator', ...extensionsIn(document)])
    const shared = { components: document.components ?? {} }
    ajv.addSchema(lenient ? withoutIds(shared) : shared, 'doc')
    return ajv
  }

  return {
    of(schema) {
      const made = known.get(schema)
      if (made) return made
      const ready = () => absolute(lenient ? withoutIds(schema) : schema)
      let fast: ValidateFunction | undefined
      let slow: ValidateFunction | undefined
      const whole: Check = (value) => {
        quick ??= open(false)
        fast ??= quick.compile(ready())
        if (fast(value)) return []
        if (isLarge(value)) return (fast.errors ?? []).slice(0, 1).map(complaint)
        thorough ??= open(true)
        slow ??= thorough.compile(ready())
        slow(value)
        return (slow.errors ?? []).filter(isTelling).map(complaint)
      }
      const check = remembering(whole)
      known.set(schema, check)
      return check
    },
  }
}

/**
 * A settled value that passed here before is not checked again: a whole body, or the items of a list. Complaints about one item
 * do not depend on the others. Only the number of items is not checked again, and no documented answer limits it.
 */
function remembering(whole: Check): Check {
  const places = new Map<string, object>()
  const placeOf = (name: string) => {
    const place = places.get(name) ?? {}
    places.set(name, place)
    return place
  }
  return (value) => {
    const member = isDerived(value) ? '' : derivedMember(value)
    if (member === undefined) return whole(value)
    const place = placeOf(member)
    const items = member === '' ? [value] : (value as Record<string, readonly unknown[]>)[member]!
    if (allPassed(items, place)) return member === '' ? [] : whole({ ...(value as object), [member]: [] })
    const complaints = whole(value)
    if (complaints.length === 0) markPassed(items, place)
    return complaints
  }
}

/** References inside a document are relative to it. A fragment that is compiled separately needs absolute ones. */
function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replace(/"(\$ref|\$dynamicRef)":"#/g, '"$1":"doc#')) as Schema
}

/** No reference of a document uses an `$id`, and two equal ones would be refused, so they are removed. */
function withoutIds(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$id' && typeof value === 'string' ? undefined : value,
  ) as Schema
}

function isLarge(value: unknown): boolean {
  let seen = 0
  const count = (node: unknown): void => {
    if (seen > EXPLAIN_UP_TO || !node || typeof node !== 'object') return
    const parts = Object.values(node)
    seen += parts.length
    for (const part of parts.slice(0, EXPLAIN_UP_TO)) count(part)
  }
  count(value)
  return seen > EXPLAIN_UP_TO
}

/** Whether an error is reported. `anyOf` and `oneOf` are reported after their branches; `if` adds nothing to the errors of `then`. */
function isTelling(error: ErrorObject): boolean {
  return error.keyword !== 'if'
}

const KINDS: Readonly<Record<string, Violation>> = {
  required: 'missing',
  dependentRequired: 'missing',
  type: 'malformed',
  format: 'malformed',
  pattern: 'malformed',
}

function complaint(error: ErrorObject): Complaint {
  const missing = (error.params as { missingProperty?: string }).missingProperty
  return {
    kind: KINDS[error.keyword] ?? 'range',
    pointer: missing === undefined ? error.instancePath : `${error.instancePath}/${escapeKey(missing)}`,
    expected: expectation(error),
    got: missing === undefined ? shorten(error.data) : 'nothing',
    rule: error.keyword,
  }
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

function count(limit: unknown, thing: string): string {
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

/** Every `x-` key inside the schemas of a document; ajv's strict mode requires that they are declared. */
function extensionsIn(document: Pick<ServiceDocument, 'components'>): string[] {
  const found = new Set<string>(['x-source', 'x-evidence', 'x-caseless', 'x-presence'])
  const walk = (node: unknown): void => {
    if (!node || typeof node !== 'object') return
    for (const [key, value] of Object.entries(node)) {
      if (key.startsWith('x-')) found.add(key)
      walk(value)
    }
  }
  walk(document.components?.schemas)
  return [...found]
}

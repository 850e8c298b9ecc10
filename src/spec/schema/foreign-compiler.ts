import type { ErrorObject, ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Schema } from '../document/model.ts'
import { escapeKey } from '../json-pointer.ts'
import { FOREIGN_PATTERNS } from '../patterns/foreign-patterns.ts'
import type { Compiler } from './compiled.ts'
import { type Complaint, complaintOf, count, shorten, valueAt } from './complaint.ts'
import { addFormats, addMoreFormats } from './formats.ts'
import { createLinked } from './linked.ts'
import type { OneWay } from './one-way.ts'
import { addUnion } from './union.ts'

/** Compiles the schemas of a foreign document. What cannot be compiled accepts every value: it was reported when the document was loaded. */
export function createForeignCompiler(schemas: Readonly<Record<string, Schema>>, oneWay: OneWay | undefined): Compiler {
  const create = (allErrors: boolean) => {
    let linked: ReturnType<typeof createLinked> | undefined
    return (schema: Schema): ValidateFunction => {
      linked ??= createLinked(open(allErrors), schemas, { unions: allErrors, oneWay })
      return forgiving(linked, schema)
    }
  }
  return { fast: create(false), thorough: create(true), complaints: foreignComplaints, explainUpTo: 2_000 }
}

function open(allErrors: boolean): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    logger: false,
    meta: false,
    validateSchema: false,
    addUsedSchema: false,
    allErrors,
    // A foreign document may name a member `constructor`. Checking for own properties costs time, so our schemas skip it.
    ownProperties: true,
    // 19.99 is a multiple of 0.01, although their quotient is not a whole number in binary.
    multipleOfPrecision: 8,
    code: { regExp: FOREIGN_PATTERNS.regExp, optimize: false },
  })
  addFormats(ajv)
  addMoreFormats(ajv)
  FOREIGN_PATTERNS.boundFormats(ajv)
  if (allErrors) addUnion(ajv)
  return ajv
}

/** A check that never throws. Schemas that contain themselves in ways that are not recognised exceed the stack. */
function forgiving(linked: ReturnType<typeof createLinked>, schema: Schema): ValidateFunction {
  let check: ValidateFunction | undefined
  try {
    check = linked.compile(schema)
  } catch {
    check = undefined
  }
  const validate = (value: unknown): boolean => {
    validate.errors = null
    if (!check) return true
    try {
      const valid = check(value)
      validate.errors = check.errors ?? null
      return valid
    } catch {
      return true
    }
  }
  validate.errors = null as ErrorObject[] | null
  return validate as unknown as ValidateFunction
}

/** Keywords whose errors add nothing to those of their subschemas. */
const SUMMARIES = new Set(['if', 'propertyNames'])

/** Errors of items that need not be of the kind under `contains`: one such item is enough. */
const CONTAINED = /(?<!\/(?:properties|patternProperties|dependentSchemas))\/contains\//

/** Several schemas that apply to one value may say the same: it is reported once. */
function foreignComplaints(errors: readonly ErrorObject[], value: unknown): readonly Complaint[] {
  const telling = errors.filter(({ keyword, schemaPath }) => !SUMMARIES.has(keyword) && !CONTAINED.test(schemaPath))
  const all = telling.map((error) => foreignComplaint(error, value))
  return [...new Map(all.map((one) => [`${one.rule} ${one.pointer} ${one.expected}`, one])).values()]
}

/** The complaint about one error. Its pointer leads to the member or the item that is wrong, not to what contains it. */
function foreignComplaint(error: ErrorObject, value: unknown): Complaint {
  const usual = complaintOf(error, value)
  const params = error.params as Record<string, unknown>
  const below = (key: string, expected: string): Complaint => {
    const pointer = `${usual.pointer}/${escapeKey(key)}`
    return { ...usual, pointer, expected, got: shorten(valueAt(value, pointer)) }
  }
  switch (error.keyword) {
    case 'additionalProperties':
      return below(String(params.additionalProperty), 'no further member')
    case 'unevaluatedProperties':
      return below(String(params.unevaluatedProperty), 'no further member')
    case 'items':
    case 'unevaluatedItems':
      return below(String(params.len ?? params.limit), `at most ${count(params.len ?? params.limit, 'item')}`)
    case 'uniqueItems':
      return below(String(Math.max(Number(params.i), Number(params.j))), 'items that differ')
    case 'dependentRequired':
      return { ...usual, expected: `a value, it is mandatory beside ${JSON.stringify(params.property)}` }
    case 'discriminator':
      return { ...usual, expected: `one of ${(params.allowedValues as unknown[]).map((name) => JSON.stringify(name)).join(', ')}` }
    case 'contains': {
      const most = params.maxContains === undefined ? '' : ` and at most ${String(params.maxContains)}`
      return { ...usual, expected: `at least ${count(params.minContains, 'item')}${most} of the kind under contains` }
    }
    case 'not':
      return { ...usual, expected: 'a value that the schema under "not" refuses' }
    case 'false schema':
      return { ...usual, expected: 'no value here' }
    case 'oneOf':
    case 'anyOf':
      return { ...usual, expected: error.message ?? 'one of the alternatives' }
    default:
      return error.propertyName === undefined ? usual : { ...usual, pointer: `${usual.pointer}/${escapeKey(error.propertyName)}` }
  }
}

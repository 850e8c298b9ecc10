import type { Schema } from '../document/model.ts'

/** Keywords that refuse nothing. */
const SILENT = 'description title example examples default deprecated $comment xml externalDocs readOnly writeOnly'.split(' ')
/** Larger values are checked by a compiled check. */
const MOST_PARTS = 200
/** Deeper references go around in a circle. */
const DEEPEST = 40

type Test = (operand: unknown, value: unknown, looking: Looking, schema: Readonly<Record<string, unknown>>) => boolean

interface Looking {
  readonly schemas: Readonly<Record<string, Schema>>
  /** Whether `pattern` is decided here: of our own specs, whose patterns take linear time. */
  readonly patterns: boolean
  parts: number
  depth: number
}

/**
 * Whether a value certainly matches a schema, decided without compiling it: compiling takes as long as thousands of such looks, and most
 * schemas see few values. `false` says nothing; then the compiled check decides.
 */
export function plainlyValid(schema: unknown, value: unknown, schemas: Readonly<Record<string, Schema>>, patterns: boolean): boolean {
  return matches(schema, value, { schemas, patterns, parts: 0, depth: 0 })
}

function matches(schema: unknown, value: unknown, looking: Looking): boolean {
  if (schema === true) return true
  if (!isObject(schema) || looking.parts++ > MOST_PARTS || looking.depth > DEEPEST) return false
  looking.depth++
  for (const key of Object.keys(schema)) {
    if (SILENT.includes(key) || key.startsWith('x-')) continue
    const test = Object.hasOwn(TESTS, key) ? TESTS[key] : undefined
    if (!test?.(schema[key], value, looking, schema)) return false
  }
  looking.depth--
  return true
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isOf = (type: unknown, value: unknown): boolean => {
  switch (type) {
    case 'string':
    case 'boolean':
      return typeof value === type
    case 'number':
      return Number.isFinite(value)
    case 'integer':
      return Number.isInteger(value)
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isObject(value)
    default:
      return false
  }
}

/** A limit that is no number decides nothing here. */
const limit =
  (applies: (value: unknown) => boolean, sizeOf: (value: never) => number, within: (size: number, most: number) => boolean): Test =>
  (operand, value) =>
    typeof operand === 'number' && (!applies(value) || within(sizeOf(value as never), operand))

const isText = (value: unknown) => typeof value === 'string'
const isNumber = (value: unknown) => typeof value === 'number'
const most = (size: number, operand: number) => size <= operand
const least = (size: number, operand: number) => size >= operand
const characters = (text: string) => [...text].length
const own = (value: number) => value
const items = (list: readonly unknown[]) => list.length

const TESTS: Readonly<Record<string, Test>> = {
  type: (operand, value) => (Array.isArray(operand) ? operand.some((one) => isOf(one, value)) : isOf(operand, value)),
  // Values that are no objects are equal only to themselves.
  enum: (operand, value) => Array.isArray(operand) && !(typeof value === 'object' && value !== null) && operand.includes(value),
  const: (operand, value) => !(typeof value === 'object' && value !== null) && operand === value,
  minLength: limit(isText, characters, least),
  maxLength: limit(isText, characters, most),
  minimum: limit(isNumber, own, least),
  maximum: limit(isNumber, own, most),
  minItems: limit(Array.isArray, items, least),
  maxItems: limit(Array.isArray, items, most),
  pattern: (operand, value, { patterns }) => patterns && (typeof value !== 'string' || new RegExp(String(operand), 'u').test(value)),
  required: (operand, value) =>
    Array.isArray(operand) &&
    (!isObject(value) || operand.every((name: string) => Object.hasOwn(value, name) && value[name] !== undefined)),
  properties: (operand, value, looking) =>
    isObject(operand) &&
    // What every object inherits counts as a member of ours where a compiled check sees it.
    !Object.keys(operand).some((name) => name in Object.prototype) &&
    (!isObject(value) ||
      Object.keys(value).every(
        (name) => value[name] === undefined || !Object.hasOwn(operand, name) || matches(operand[name], value[name], looking),
      )),
  additionalProperties: (operand, value, looking, { properties, patternProperties }) => {
    if (operand === true || !isObject(value)) return true
    if (patternProperties !== undefined || (properties !== undefined && !isObject(properties))) return false
    return Object.keys(value).every(
      (name) =>
        (properties !== undefined && Object.hasOwn(properties, name)) || (operand !== false && matches(operand, value[name], looking)),
    )
  },
  items: (operand, value, looking) => !Array.isArray(value) || value.every((item) => matches(operand, item, looking)),
  allOf: (operand, value, looking) => Array.isArray(operand) && operand.every((one) => matches(one, value, looking)),
  $ref: (operand, value, looking) => {
    const name = /^#\/components\/schemas\/([\w-]+)$/.exec(String(operand))?.[1]
    return name !== undefined && Object.hasOwn(looking.schemas, name) && matches(looking.schemas[name], value, looking)
  },
}

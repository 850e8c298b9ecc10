import type { Schema } from '../document/model.ts'
import { resolveSchema } from './coerce.ts'

export type Kind = 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'array' | 'object' | 'any'

/** One type that a value may have, with the schema of that case: references, `allOf` and one branch of each choice are merged into it. */
export interface Alternative {
  readonly kind: Kind
  readonly schema: Schema
}

type Schemas = Readonly<Record<string, Schema>>

/** Choices within choices multiply: so many cases are told apart, and so many parts are looked at for them. */
const MOST = 32
const MOST_PARTS = 500

/** The references on the way to a part, which may lead back to itself, and how many parts may still be looked at. */
interface Way {
  readonly refs: readonly string[]
  readonly budget: { left: number }
}

/**
 * The cases of a schema, in the order of the document, `null` last: a text is read by the first one that it fits. A text `null` is
 * the string where both are allowed.
 */
export function alternativesOf(schema: Schema, schemas: Schemas): readonly Alternative[] {
  const cases = expand(schema, schemas, { refs: [], budget: { left: MOST_PARTS } }).flatMap((one) =>
    kindsOf(one).map((kind) => ({ kind, schema: one })),
  )
  const last = (kind: Kind) => (kind === 'null' ? 1 : 0)
  return cases.sort((a, b) => last(a.kind) - last(b.kind)).slice(0, MOST)
}

/** The schema without references and combinations, once for each combination of its choices. */
function expand(schema: Schema, schemas: Schemas, { refs, budget }: Way): readonly Schema[] {
  // `true` is a schema as well.
  if (typeof schema !== 'object' || schema === null || budget.left-- <= 0) return [{}]
  if (schema.$ref !== undefined && refs.includes(schema.$ref)) return [{}]
  const whole = resolveSchema(schema, schemas)
  if (!(whole.allOf || whole.oneOf || whole.anyOf)) return [whole]
  const { allOf, oneOf, anyOf, ...base } = whole
  const way: Way = { refs: schema.$ref === undefined ? refs : [...refs, schema.$ref], budget }
  let cases: readonly Schema[] = [base]
  const combine = (more: readonly Schema[]) => {
    cases = cases.flatMap((one) => more.map((other) => merge(one, other))).slice(0, MOST)
  }
  for (const part of listOf(allOf)) combine(expand(part, schemas, way))
  for (const choice of [listOf(oneOf), listOf(anyOf)])
    if (choice.length > 0) combine(choice.flatMap((branch) => expand(branch, schemas, way)).slice(0, MOST))
  return cases
}

const listOf = (part: unknown): readonly Schema[] => (Array.isArray(part) ? (part as readonly Schema[]) : [])

/** Both schemas at once, as far as it matters for reading: what a value must look like is left to the check. */
function merge(a: Schema, b: Schema): Schema {
  const type = commonType(a.type, b.type)
  return {
    ...a,
    ...b,
    ...(type === undefined ? {} : { type }),
    ...(a.properties && b.properties ? { properties: { ...a.properties, ...b.properties } } : {}),
    ...(a.patternProperties && b.patternProperties
      ? { patternProperties: { ...(a.patternProperties as object), ...(b.patternProperties as object) } }
      : {}),
  }
}

function commonType(a: Schema['type'], b: Schema['type']): Schema['type'] {
  if (a === undefined || b === undefined) return a ?? b
  const [left, right] = [[a].flat() as string[], [b].flat() as string[]]
  const both = left.filter((type) => right.includes(type) || (type === 'integer' && right.includes('number')))
  if (left.includes('number') && right.includes('integer') && !both.includes('integer')) both.push('integer')
  // Types that exclude each other: no value is valid, and the check says so.
  return both.length > 0 ? both : a
}

const TELLING: readonly (readonly [Kind, readonly string[]])[] = [
  ['object', ['properties', 'additionalProperties', 'patternProperties', 'required', 'minProperties', 'maxProperties', 'propertyNames']],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains']],
  ['string', ['minLength', 'maxLength', 'pattern', 'format', 'contentEncoding', 'contentMediaType']],
]
const NUMERIC = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']

/** The types of a schema without combinations: as declared, else as its keywords and its listed values suggest. */
function kindsOf(schema: Schema): readonly Kind[] {
  if (schema.type !== undefined) return [...new Set([schema.type].flat() as Kind[])]
  const listed = Array.isArray(schema.enum) ? schema.enum : 'const' in schema ? [schema.const] : []
  if (listed.length > 0) return [...new Set(listed.map(kindOf))]
  const told = TELLING.find(([, keywords]) => keywords.some((keyword) => keyword in schema))?.[0]
  if (told) return [told]
  return NUMERIC.some((keyword) => keyword in schema) ? ['number', 'string'] : ['any']
}

function kindOf(value: unknown): Kind {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value === 'boolean' || typeof value === 'number' || typeof value === 'object' ? (typeof value as Kind) : 'string'
}

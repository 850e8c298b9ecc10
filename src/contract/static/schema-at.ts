import type { Schema } from '../../spec/document/model.ts'
import { memberByPattern } from '../../spec/patterns/members.ts'
import { resolveSchema } from '../../spec/request/coerce.ts'

/** What a spec says about one place in a body. */
export interface SchemaAt {
  /** The schemas allowed there; several for alternatives. */
  readonly schemas: readonly Schema[]
  /** The spec does not describe this place. */
  readonly open: boolean
  /** The nearest named schema. */
  readonly name?: string
}

type Key = string | number

/** Goes from the schema of a body down to a place in it, through references and alternatives. `*` is any item or member. */
export function schemaAt(root: Schema, keys: readonly Key[], named: Readonly<Record<string, Schema>>): SchemaAt {
  let name: string | undefined
  const flat = (schema: Schema): Schema[] => {
    name = /\/([^/]+)$/.exec(schema.$ref ?? '')?.[1] ?? name
    const whole = resolveSchema(schema, named)
    const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((word) => (whole[word] as Schema[] | undefined) ?? [])
    return parts.length === 0 ? [whole] : [whole, ...parts.flatMap(flat)]
  }
  let here = flat(root)
  for (const key of keys) {
    const below = here.flatMap((schema) => step(schema, key))
    if (below.includes(OPEN)) return { schemas: [], open: true, ...(name === undefined ? {} : { name }) }
    here = below.flatMap((schema) => flat(schema as Schema))
  }
  const open =
    here.length > 0 && here.every((schema) => Object.keys(schema).every((word) => word.startsWith('x-') || word === 'description'))
  return { schemas: here, open, ...(name === undefined ? {} : { name }) }
}

const OPEN: unique symbol = Symbol('open')

function step(schema: Schema, key: Key): (Schema | typeof OPEN)[] {
  const { properties, items, additionalProperties: more, type } = schema as Schema & { additionalProperties?: boolean | Schema }
  const isList = items !== undefined || [type].flat().includes('array')
  if (isList && (typeof key === 'number' || key === '*')) return [items ?? OPEN]
  if (isList && properties === undefined) return []
  const closed =
    properties !== undefined || schema['patternProperties'] !== undefined || (type !== undefined && ![type].flat().includes('object'))
  const others: (Schema | typeof OPEN)[] =
    more && typeof more === 'object' ? [more] : more === true || (!closed && more !== false) ? [OPEN] : []
  const named = Object.values((schema['patternProperties'] ?? {}) as Record<string, Schema>)
  if (key === '*') return [...Object.values(properties ?? {}), ...named, ...others]
  const own = properties?.[key] ?? memberByPattern(schema, String(key))
  return own ? [own] : others
}

/** All values at a place of an example. */
export function valuesAt(value: unknown, keys: readonly Key[]): unknown[] {
  const [key, ...rest] = keys
  if (key === undefined) return [value]
  if (!value || typeof value !== 'object') return []
  if (Array.isArray(value)) return key === '*' || typeof key === 'number' ? value.flatMap((item) => valuesAt(item, rest)) : []
  if (key === '*') return Object.values(value).flatMap((item) => valuesAt(item, rest))
  return Object.hasOwn(value, key) ? valuesAt((value as Record<Key, unknown>)[key], rest) : []
}

/** The types allowed at a place; empty where the spec does not say. */
export function typesAt({ schemas }: SchemaAt): readonly string[] {
  return [...new Set(schemas.flatMap(({ type, enum: values }) => (type === undefined ? (values ?? []).map(typeName) : [type].flat())))]
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

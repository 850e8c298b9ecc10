import type { Schema } from '../../document/model.ts'
import { isObject, PLAIN_KEYWORDS, readType } from '../keyword-values.ts'
import { createTargets, type Target } from '../reference-targets.ts'
import { merge } from './merge.ts'

/** A group of alternatives: of `anyOf` at least one applies, of `oneOf` exactly one. */
export interface Union {
  readonly kind: 'oneOf' | 'anyOf'
  readonly branches: readonly unknown[]
  /** The schema with the alternatives, where a discriminator tells them apart. */
  readonly told: Schema | undefined
}

/** A schema without references and without `allOf`: all of it in one object. */
export interface Flat {
  readonly [keyword: string]: unknown
  readonly unions?: readonly Union[]
  readonly conditions?: readonly { readonly if: unknown; readonly then: unknown; readonly else: unknown }[]
  /** Regular expressions that the text has to match beside `pattern`. */
  readonly patterns?: readonly string[]
  /** Values that the document gives as examples, the outermost first. */
  readonly given?: readonly unknown[]
  /** The shared schemas that it consists of. */
  readonly from: readonly string[]
}

const MAPS = new Set(['properties', 'patternProperties', 'dependentSchemas'])
const ONE = new Set(['additionalProperties', 'propertyNames', 'contains', 'not', 'unevaluatedProperties', 'unevaluatedItems'])
const MARKS = new Set(['readOnly', 'writeOnly', 'contentMediaType', 'contentEncoding', 'xml', 'discriminator'])
const MOST_PARTS = 500

/**
 * Follows references and merges `allOf`.
 * @param examples whether `example` and `default` count as well, not only `examples`
 */
export function createFlatten(schemas: Readonly<Record<string, Schema>>, examples: boolean) {
  const targets = createTargets(schemas)
  const known = new WeakMap<object, Flat | false>()

  const collect = (
    schema: unknown,
    from: Target | undefined,
    seen: readonly string[],
    refs: readonly string[],
    budget: { left: number },
  ): Flat | false => {
    if (schema === false) return false
    if (!isObject(schema) || --budget.left < 0) return { from: [] }
    const parts: Flat[] = [{ ...keywordsOf(schema), ...applicatorsOf(schema, examples), from: [] }]
    const follow = (next: unknown, via: Target | undefined, names: readonly string[]): boolean => {
      const flat = collect(next, via, names, refs, budget)
      if (flat) parts.push(flat)
      return flat !== false
    }
    const ref = schema.$ref ?? schema.$dynamicRef
    if (typeof ref === 'string') {
      const origin = from ?? targets.own(schema)
      const found = (schema.$ref === undefined ? scoped(ref, refs) : undefined) ?? targets.find(ref, origin)
      if (found && !seen.includes(found.name)) {
        parts.push({ from: [found.name] })
        if (!follow(found.raw, found, [...seen, found.name])) return false
      }
    }
    for (const part of Array.isArray(schema.allOf) ? schema.allOf : []) if (!follow(part, from, seen)) return false
    return parts.reduce((a, b) => ({ ...merge(a, b), from: [...a.from, ...b.from] }))
  }

  /** Where a `$dynamicRef` leads to: the outermost schema on the way here with such an anchor says it. */
  const scoped = (ref: string, refs: readonly string[]): Target | undefined => {
    for (const name of refs) {
      const root = targets.find(name, targets.own({}))
      const found = root && targets.dynamicAnchors(root).get(ref.slice(1))
      if (found) return found
    }
    return undefined
  }

  /**
   * All of a schema in one object; `false` where it allows nothing.
   * @param refs the shared schemas on the way to this place, the outermost first
   */
  const flat = (schema: unknown, refs: readonly string[]): Flat | false => {
    if (!isObject(schema)) return schema === false ? false : { from: [] }
    const before = known.get(schema)
    if (before !== undefined) return before
    const made = collect(schema, undefined, [], refs, { left: MOST_PARTS })
    if (schema.$dynamicRef === undefined) known.set(schema, made)
    return made
  }

  return {
    flat,
    /** A schema, and one more that applies to the same value. */
    both(one: Flat, more: unknown, refs: readonly string[]): Flat | false {
      const other = flat(more, refs)
      return other && { ...merge(one, other), from: [...one.from, ...other.from] }
    },
  }
}

/** The keywords of one schema, without its references and combinations; values of the wrong type are read as the checks read them. */
function keywordsOf(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(schema)) {
    const read = Object.hasOwn(PLAIN_KEYWORDS, key) ? PLAIN_KEYWORDS[key] : undefined
    if (read) {
      const result = typeof value === 'boolean' && key.startsWith('exclusive') ? undefined : read(value)
      if (result !== undefined) made[key] = result
    } else if (key === 'type')
      Object.assign(made, { ...readType(value), ...(schema.format === undefined ? {} : { format: schema.format }) })
    else if (MAPS.has(key) ? isObject(value) : ONE.has(key) ? isObject(value) || typeof value === 'boolean' : MARKS.has(key))
      made[key] = value
    else if (key === 'items' && Array.isArray(value)) Object.assign(made, { prefixItems: value, items: schema.additionalItems ?? true })
    else if (key === 'prefixItems' ? Array.isArray(value) : key === 'items') made[key] = value
  }
  for (const [flag, limit] of [['exclusiveMinimum', 'minimum'], ['exclusiveMaximum', 'maximum']] as const) // biome-ignore format: two pairs
    if (schema[flag] === true) {
      made[flag] = made[limit]
      delete made[limit]
    }
  return made
}

function applicatorsOf(schema: Readonly<Record<string, unknown>>, all: boolean): Partial<Flat> {
  const unions = (['oneOf', 'anyOf'] as const).flatMap((kind): Union[] => {
    const branches = schema[kind]
    if (!Array.isArray(branches) || branches.length === 0) return []
    return [{ kind, branches, told: schema.discriminator === undefined ? undefined : (schema as Schema) }]
  })
  const { if: when, then, else: otherwise } = schema
  const conditions = when !== undefined && (then !== undefined || otherwise !== undefined) ? [{ if: when, then, else: otherwise }] : []
  const given: unknown[] = Array.isArray(schema.examples) ? [...schema.examples] : []
  if (all) for (const key of ['example', 'default'] as const) if (schema[key] !== undefined) given.push(schema[key])
  return {
    ...(unions.length > 0 ? { unions } : {}),
    ...(conditions.length > 0 ? { conditions } : {}),
    ...(given.length > 0 ? { given } : {}),
  }
}

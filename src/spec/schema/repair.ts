import { isObject, PLAIN_KEYWORDS, readType } from './keyword-values.ts'

/** A schema that the checks accept. */
export type Sound = boolean | { [keyword: string]: unknown }

/** What a repair needs to know about the rest of the document, and what becomes of its results. */
export interface Repairing {
  /** What stands for a reference. `samePlace`: the target checks the very value that the outermost schema checks. */
  refer(ref: string, about: { readonly samePlace: boolean; readonly negated: boolean; readonly dynamic: boolean }): Sound
  /** Rewrites a schema with a discriminator before its branches are read. */
  branch?(node: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined
  /** Names of members that one direction leaves out: they are not mandatory there. */
  leftOut?(node: Readonly<Record<string, unknown>>): ReadonlySet<string>
  /** Collects the alternatives of `anyOf` and `oneOf` under one keyword that explains better why none fits. */
  readonly unions?: boolean
}

const ONE = new Set(['additionalProperties', 'propertyNames', 'contains', 'not', 'if', 'then', 'else', 'unevaluatedProperties', 'unevaluatedItems']) // biome-ignore format: one list
const MANY = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const NAMED = new Set(['properties', 'patternProperties', 'dependentSchemas'])
/** Keywords whose schemas check the same value as the schema that contains them. */
const SAME_PLACE = new Set(['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'])

interface Place {
  readonly samePlace: boolean
  readonly negated: boolean
  readonly leftOut: ReadonlySet<string>
}

const NOBODY: ReadonlySet<string> = new Set()

/**
 * A copy of a schema with the keywords that checks need, without what a checker would refuse: values of the wrong type, keywords of older
 * drafts, names of types that do not exist, references that lead nowhere. What is left is the author's intention.
 */
export function repair(schema: unknown, how: Repairing): Sound {
  return fix(schema, { samePlace: true, negated: false, leftOut: NOBODY })

  function fix(given: unknown, place: Place): Sound {
    if (typeof given === 'boolean') return given
    if (!isObject(given)) return true
    const node = how.branch?.(given) ?? given
    const made: Record<string, unknown> = {}
    const own = how.leftOut?.(node)
    const leftOut = own && own.size > 0 ? new Set([...place.leftOut, ...own]) : place.leftOut
    const below = (key: string): Place => {
      const samePlace = SAME_PLACE.has(key)
      return {
        samePlace: samePlace && place.samePlace,
        negated: place.negated !== (key === 'not'),
        leftOut: samePlace ? leftOut : NOBODY,
      }
    }

    for (const [key, value] of Object.entries(node)) {
      if (value === undefined) continue
      const read = Object.hasOwn(PLAIN_KEYWORDS, key) ? PLAIN_KEYWORDS[key] : undefined
      if (read) {
        if (typeof value === 'boolean' && key.startsWith('exclusive')) continue
        const result = read(value)
        if (result !== undefined) made[key] = result
      } else if (ONE.has(key)) {
        const text = value === 'true' ? true : value === 'false' ? false : value
        if (typeof text === 'boolean' || isObject(text)) made[key] = fix(text, below(key))
      } else if (MANY.has(key)) {
        const list = Array.isArray(value) ? value : isObject(value) ? [value] : []
        if (list.length > 0) made[key] = list.map((one) => fix(one, below(key)))
      } else if (NAMED.has(key)) {
        if (isObject(value)) made[key] = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fix(one, below(key))]))
      } else if (key === 'items') fixItems(value, node, made, below)
      else if (key === 'type') {
        const { type, format } = readType(value)
        if (type !== undefined) made.type = type
        if (format !== undefined && node.format === undefined) made.format = format
      } else if (key === '$dynamicRef' && typeof value === 'string') put(made, how.refer(value, { ...place, dynamic: true }), key)
      else if (key === '$ref') {
        if (typeof value === 'string') put(made, how.refer(value, { ...place, dynamic: false }), key)
      }
    }
    exclude(node, made, 'exclusiveMinimum', 'minimum')
    exclude(node, made, 'exclusiveMaximum', 'maximum')
    if (leftOut.size > 0 && Array.isArray(made.required)) made.required = made.required.filter((name) => !leftOut.has(name))
    const whole = node.nullable === true ? orNull(made) : made
    if (how.unions) {
      gather(made, node)
      if (whole !== made) gather(whole, {})
    }
    return whole
  }

  /** Before 2020-12 a list under `items` had a schema for each place, and `additionalItems` was for the rest. */
  function fixItems(
    value: unknown,
    node: Readonly<Record<string, unknown>>,
    made: Record<string, unknown>,
    below: (key: string) => Place,
  ): void {
    if (!Array.isArray(value)) {
      if (typeof value === 'boolean' || isObject(value)) made.items = fix(value, below('items'))
      return
    }
    if (value.length > 0 && node.prefixItems === undefined) made.prefixItems = value.map((one) => fix(one, below('items')))
    const rest = node.additionalItems
    if (typeof rest === 'boolean' || isObject(rest)) made.items = fix(rest, below('items'))
  }
}

/** Puts what stands for a reference into a schema. */
function put(made: Record<string, unknown>, found: Sound, key: string): void {
  if (found === true) return
  if (found === false) made.not = {}
  else if (key in found || Object.keys(found).every((one) => !(one in made))) Object.assign(made, found)
  else made.allOf = [...((made.allOf as unknown[] | undefined) ?? []), found]
}

/** Draft 4 and OpenAPI 3.0 write `exclusiveMinimum: true` beside the limit. */
function exclude(node: Readonly<Record<string, unknown>>, made: Record<string, unknown>, flag: string, limit: string): void {
  if (node[flag] !== true || made[limit] === undefined) return
  made[flag] = made[limit]
  delete made[limit]
}

/** `nullable` of OpenAPI 3.0 in a document that no longer has it: null is accepted as well. */
function orNull(schema: Record<string, unknown>): Record<string, unknown> {
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum = [...schema.enum, null]
  if (typeof schema.type === 'string') return { ...schema, type: [schema.type, 'null'] }
  if (Array.isArray(schema.type)) return schema.type.includes('null') ? schema : { ...schema, type: [...schema.type, 'null'] }
  return ['$ref', 'lazily', 'union', 'allOf', 'oneOf', 'anyOf'].some((key) => key in schema)
    ? { anyOf: [schema, { type: 'null' }] }
    : schema
}

function gather(made: Record<string, unknown>, node: Readonly<Record<string, unknown>>): void {
  const unions = (['oneOf', 'anyOf'] as const).flatMap((kind) => {
    const branches = made[kind]
    if (!Array.isArray(branches)) return []
    delete made[kind]
    return [{ kind, branches, ...(isObject(node['x-branches']) ? { named: node['x-branches'] } : {}) }]
  })
  if (unions.length > 0) made.union = unions
}

import { didYouMean } from '../../language/did-you-mean.ts'
import type { Schema } from '../document/model.ts'
import type { SchemaContext } from './read-context.ts'
import { repairWord, TYPES } from './schema-repairs.ts'
import { hasMembers, type Members, quoted, type Spot } from './spot.ts'

/** Keywords that contain one schema, several in a list, several by name. */
const ONE = new Set('items not if then else contains propertyNames unevaluatedItems unevaluatedProperties additionalProperties contentSchema additionalItems'.split(' ')) // biome-ignore format: one list
const LISTS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const NAMED = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'])
/** Keywords that say how references count. All references are absolute behind the loader. */
const SCOPES = new Set(['$id', '$anchor', '$dynamicAnchor', '$recursiveAnchor', '$schema', '$vocabulary'])
/** What OpenAPI 3.0 ignores beside a reference. */
const REFERENCES = new Set(['$ref', '$dynamicRef', '$recursiveRef'])

/**
 * A schema as JSON Schema 2020-12 with references to shared schemas, whatever version and mistakes it is written with.
 * The data in it (examples, defaults) is never changed.
 */
export function readSchema(value: unknown, at: Spot, context: SchemaContext): Schema {
  if (typeof value === 'boolean') return value as unknown as Schema
  if (!hasMembers(value)) {
    context.tell('error', 'document.schema.form', at, `a schema must be an object, not ${quoted(value)}. Anything is accepted here.`)
    return {}
  }
  const spot = (...more: (string | number)[]): Spot => ({ file: at.file, keys: [...at.keys, ...more] })
  const read = (child: unknown, ...more: (string | number)[]) => readSchema(child, spot(...more), context)
  const out: Record<string, unknown> = {}
  const put = (key: string, one: unknown) => {
    // A plain assignment would set the prototype.
    if (key === '__proto__') Object.defineProperty(out, key, { value: one, enumerable: true, configurable: true, writable: true })
    else out[key] = one
  }
  const lost = (key: string, message: string) => context.tell('warning', 'document.schema.keyword', spot(key), message)

  const references = Object.keys(value).filter((key) => REFERENCES.has(key) && typeof value[key] === 'string')
  for (const key of references) {
    const ref = context.reference(value[key] as string, spot(key))
    if (ref !== undefined) out.$ref = ref
  }
  if (context.old && references.length > 0) {
    const ignored = Object.keys(value).filter((key) => !REFERENCES.has(key) && key !== 'description' && !key.startsWith('x-'))
    if (ignored.length > 0)
      context.tell('info', 'document.reference.siblings', at, `OpenAPI 3.0 ignores what is written beside $ref: ${ignored.join(', ')}. Use allOf.`) // biome-ignore format: one note
    return out as Schema
  }

  for (const [key, child] of Object.entries(value)) {
    if (REFERENCES.has(key)) {
      if (typeof child !== 'string') lost(key, `${key} must be a text, not ${quoted(child)}. It is ignored.`)
    } else if (SCOPES.has(key)) {
      if (key === '$schema' && !/2020-12|3\.1|oas/.test(String(child)))
        context.tell('info', 'document.schema.dialect', spot(key), `${quoted(child)} is read as JSON Schema 2020-12.`)
    } else if (ONE.has(key)) {
      if (key === 'items' && Array.isArray(child)) {
        put(
          'prefixItems',
          child.map((one, i) => read(one, key, i)),
        )
        if (!('additionalItems' in value)) continue
        put('items', read(value.additionalItems, 'additionalItems'))
      } else if (key === 'additionalItems') continue
      else if (key === 'additionalProperties' && (child === 'true' || child === 'false')) {
        lost(key, `${key} must be ${child} without quotes.`)
        put(key, child === 'true')
      } else put(key, read(child, key))
    } else if (LISTS.has(key)) {
      const list = Array.isArray(child) ? child : hasMembers(child) ? [child] : []
      if (!Array.isArray(child)) lost(key, `${key} must be a list of schemas.`)
      else if (list.length === 0) lost(key, `${key} is empty. It is ignored.`)
      if (list.length > 0) put(key, list.map((one, i) => (Array.isArray(child) ? read(one, key, i) : read(one, key)))) // biome-ignore format: one list
    } else if (NAMED.has(key)) {
      if (hasMembers(child))
        put(
          key === 'definitions' ? '$defs' : key,
          ownEntries(child, (one, name) => read(one, key, name)),
        )
      else if (child !== null) lost(key, `${key} must be an object with schemas by name, not ${quoted(child)}. It is ignored.`)
    } else if (key === 'dependencies' && hasMembers(child)) addDependencies(child, put, (one, name) => read(one, key, name))
    else if (key === 'discriminator') put(key, discriminatorOf(child, spot(key), context))
    else {
      const repaired = repairWord(key, child, value)
      if (repaired === undefined) put(key, child)
      else {
        lost(key, repaired.message)
        if ('value' in repaired) put(key, repaired.value)
      }
    }
  }
  readTypes(out, value, spot('type'), context)
  readLimits(out, 'exclusiveMinimum', 'minimum', context, spot)
  readLimits(out, 'exclusiveMaximum', 'maximum', context, spot)
  return (out.nullable === undefined ? out : withNull(out, context, spot('nullable'))) as Schema
}

function ownEntries(named: Members, read: (one: unknown, name: string) => unknown): Members {
  return Object.fromEntries(Object.entries(named).map(([name, one]) => [name, read(one, name)]))
}

/** The keyword of older drafts for two: names that another name needs, and a schema that it needs. */
function addDependencies(named: Members, put: (key: string, value: unknown) => void, read: (one: unknown, name: string) => Schema): void {
  const lists = Object.entries(named).filter(([, one]) => Array.isArray(one))
  const schemas = Object.entries(named).filter(([, one]) => hasMembers(one))
  if (lists.length > 0) put('dependentRequired', Object.fromEntries(lists))
  if (schemas.length > 0) put('dependentSchemas', Object.fromEntries(schemas.map(([name, one]) => [name, read(one, name)])))
}

function discriminatorOf(value: unknown, at: Spot, context: SchemaContext): unknown {
  if (typeof value === 'string') {
    context.tell('warning', 'document.schema.keyword', at, `discriminator must be an object with propertyName. It is read as { propertyName: ${value} }.`) // biome-ignore format: one note
    return { propertyName: value }
  }
  if (!hasMembers(value) || !hasMembers(value.mapping)) return value
  const spot = (name: string): Spot => ({ file: at.file, keys: [...at.keys, 'mapping', name] })
  const mapping = Object.entries(value.mapping).map(([name, target]) => {
    const text = String(target)
    const ref = /^[\w.-]+$/.test(text) && !/\.(ya?ml|json)$/.test(text) ? `#/components/schemas/${text}` : text
    return [name, context.reference(ref, spot(name)) ?? text]
  })
  return { ...value, mapping: Object.fromEntries(mapping) }
}

function readTypes(out: Record<string, unknown>, value: Members, at: Spot, { tell }: SchemaContext): void {
  if (!('type' in value)) return
  const wrong: unknown[] = []
  const types = [value.type].flat().flatMap((type) => {
    // `type: null` without quotes is the value of YAML, and means the type.
    const known = type === null ? 'null' : TYPES[String(type).toLowerCase()]
    if (known !== type && type !== null) wrong.push(type)
    return known === undefined ? [] : [known]
  })
  for (const type of wrong) {
    const known = TYPES[String(type).toLowerCase()]
    const meant = known === undefined ? `It is ignored.${didYouMean(String(type), Object.values(TYPES))}` : `It is read as ${known}.`
    tell('warning', 'document.schema.type', at, `there is no type ${quoted(type)}. ${meant}`)
  }
  const all = [...new Set(types)]
  if (all.length === 0) delete out.type
  else out.type = all.length === 1 && !Array.isArray(value.type) ? all[0] : all
}

/** OpenAPI 3.0 and draft 4 say with a flag that a limit itself is excluded. */
function readLimits(
  out: Record<string, unknown>,
  flag: string,
  limit: string,
  { old, tell }: SchemaContext,
  spot: (key: string) => Spot,
): void {
  if (typeof out[flag] !== 'boolean') return
  if (!old) tell('warning', 'document.schema.old', spot(flag), `${flag} is a number since OpenAPI 3.1. The flag is read as in 3.0.`)
  if (out[flag] === true && out[limit] !== undefined) {
    out[flag] = out[limit]
    delete out[limit]
  } else delete out[flag]
}

function withNull({ nullable, ...schema }: Record<string, unknown>, { old, tell }: SchemaContext, at: Spot): unknown {
  if (!old)
    tell('warning', 'document.schema.old', at, 'nullable is gone since OpenAPI 3.1. It is read as in 3.0; write type: [..., "null"].')
  if (nullable !== true && nullable !== 'true') return schema
  const values = Array.isArray(schema.enum) && !schema.enum.includes(null) ? { enum: [...schema.enum, null] } : {}
  const combined = ['$ref', 'allOf', 'oneOf', 'anyOf', 'const'].some((key) => key in schema)
  if (combined) return { anyOf: [{ ...schema, ...values }, { type: 'null' }] }
  const types = schema.type === undefined ? undefined : [...new Set([...[schema.type].flat(), 'null'])]
  return { ...schema, ...values, ...(types ? { type: types } : {}) }
}

import type { Schema } from '../../spec/document/model.ts'
import { escapeKey } from '../../spec/json-pointer.ts'
import { type Change, type FieldChange, fieldChange, type Place } from './rules.ts'

type Schemas = Readonly<Record<string, Schema>>

/** The named schemas of the two documents. */
export interface Names {
  readonly old: Schemas
  readonly now: Schemas
}

/** Every change between two schemas that a message can show. Empty when both allow the same values. */
export function* compareSchemas(names: Names, old: Schema | undefined, now: Schema | undefined, place: Place): Generator<Change> {
  yield* compare(names, old ?? {}, now ?? {}, place, new Set())
}

function* compare(names: Names, oldGiven: Schema, nowGiven: Schema, place: Place, seen: ReadonlySet<string>): Generator<Change> {
  const pair = `${oldGiven.$ref ?? ''} ${nowGiven.$ref ?? ''}`
  // A schema may contain itself. Compare it once.
  if (pair !== ' ' && seen.has(pair)) return
  const within = pair === ' ' ? seen : new Set([...seen, pair])
  const old = whole(oldGiven, names.old)
  const now = whole(nowGiven, names.now)
  const change = (what: FieldChange, before: unknown, after: unknown) => fieldChange(place, what, before, after)
  yield* compareTypes(old, now, change)
  yield* compareValues(old, now, change)
  yield* compareBounds(old, now, change)
  if (JSON.stringify(old.default) !== JSON.stringify(now.default)) yield change('default-changed', old.default, now.default)
  if (now['deprecated'] === true && old['deprecated'] !== true) yield change('deprecated', undefined, 'deprecated')
  yield* compareMembers(names, old, now, place, within)
  if (old.items && now.items) yield* compare(names, old.items, now.items, below(place, '*'), within)
  yield* compareVariants(names, old, now, place, within)
  yield* compareOthers(names, old, now, place, within)
}

/** Keywords whose changes this comparison reports but does not assess. */
const UNWEIGHED = ['not', 'if', 'then', 'else', 'patternProperties', 'propertyNames', 'contains', 'minContains', 'maxContains'].concat([
  ...['dependentSchemas', 'dependentRequired', 'prefixItems', 'unevaluatedProperties', 'unevaluatedItems', 'discriminator'],
  ...['readOnly', 'writeOnly', 'contentEncoding', 'contentMediaType'],
])

/** Changes of `additionalProperties`, and of the keywords that are not assessed. */
function* compareOthers(names: Names, old: Schema, now: Schema, place: Place, seen: ReadonlySet<string>): Generator<Change> {
  const schemaOf = (schema: Schema) => {
    const more = schema['additionalProperties']
    return more && typeof more === 'object' ? (more as Schema) : more === false ? undefined : {}
  }
  const [before, after] = [schemaOf(old), schemaOf(now)]
  // `closed` and `opened` are reported with the members.
  const isTyped = [old, now].some((schema) => schema['additionalProperties'] && typeof schema['additionalProperties'] === 'object')
  if (isTyped && before && after) yield* compare(names, before, after, below(place, '*'), seen)
  for (const keyword of UNWEIGHED) {
    const [was, is] = [old[keyword], now[keyword]]
    if (JSON.stringify(was) === JSON.stringify(is)) continue
    const shown = (value: unknown) => (value === undefined ? `no ${keyword}` : `${keyword} ${JSON.stringify(value)}`)
    yield fieldChange(place, 'not-compared', shown(was), shown(is))
  }
}

type MakeChange = (what: FieldChange, old: unknown, now: unknown) => Change

function* compareTypes(old: Schema, now: Schema, change: MakeChange): Generator<Change> {
  const [before, after] = [typesOf(old), typesOf(now)]
  if (before === undefined && after === undefined) return
  const covers = (wide: readonly string[] | undefined, narrow: readonly string[] | undefined) =>
    wide === undefined || narrow?.every((type) => wide.includes(type) || (type === 'integer' && wide.includes('number'))) === true
  const [widened, narrowed] = [covers(after, before), covers(before, after)]
  if (widened && narrowed) return
  yield change(
    widened ? 'type-widened' : narrowed ? 'type-narrowed' : 'type-changed',
    before?.join(' or ') ?? 'any',
    after?.join(' or ') ?? 'any',
  )
}

function* compareValues(old: Schema, now: Schema, change: MakeChange): Generator<Change> {
  const [before, after] = [valuesOf(old), valuesOf(now)]
  if (before === undefined && after === undefined) return
  if (before === undefined) yield change('value-removed', 'any value', after)
  else if (after === undefined) yield change('value-added', before, 'any value')
  else {
    const keys = (values: readonly unknown[]) => new Set(values.map((value) => JSON.stringify(value)))
    const [known, left] = [keys(before), keys(after)]
    for (const value of before) if (!left.has(JSON.stringify(value))) yield change('value-removed', value, undefined)
    for (const value of after) if (!known.has(JSON.stringify(value))) yield change('value-added', undefined, value)
  }
}

/** Keywords that limit a value, and whether a larger number allows more. */
const BOUNDS = {
  maxLength: true,
  maximum: true,
  exclusiveMaximum: true,
  maxItems: true,
  maxProperties: true,
  minLength: false,
  minimum: false,
  exclusiveMinimum: false,
  minItems: false,
  minProperties: false,
} as const
const FORMS = ['pattern', 'format', 'multipleOf', 'uniqueItems'] as const

function* compareBounds(old: Schema, now: Schema, change: MakeChange): Generator<Change> {
  for (const [keyword, largerIsLooser] of Object.entries(BOUNDS)) {
    const [before, after] = [old[keyword], now[keyword]] as readonly (number | undefined)[]
    if (before === after) continue
    const looser = after === undefined || (before !== undefined && after > before === largerIsLooser)
    yield change(looser ? 'bound-loosened' : 'bound-tightened', bound(keyword, before), bound(keyword, after))
  }
  for (const keyword of FORMS) {
    const [before, after] = [old[keyword], now[keyword]]
    if (before === after) continue
    yield change(
      before === undefined ? 'form-added' : after === undefined ? 'form-removed' : 'form-changed',
      bound(keyword, before),
      bound(keyword, after),
    )
  }
}

const bound = (keyword: string, value: unknown) => (value === undefined ? `no ${keyword}` : `${keyword} ${value}`)

function* compareMembers(names: Names, old: Schema, now: Schema, place: Place, seen: ReadonlySet<string>): Generator<Change> {
  const [before, after] = [old.properties ?? {}, now.properties ?? {}]
  const [needed, needs] = [requiredOf(old), requiredOf(now)]
  const [wasClosed, isClosed] = [old['additionalProperties'] === false, now['additionalProperties'] === false]
  for (const [name, schema] of Object.entries(before)) {
    const here = below(place, name)
    const other = after[name]
    if (other === undefined) {
      yield fieldChange(
        here,
        isClosed ? 'field-removed-from-closed' : 'field-removed',
        needed.has(name) ? 'a required field' : 'an optional field',
        undefined,
      )
      continue
    }
    if (!needed.has(name) && needs.has(name)) yield fieldChange(here, 'now-required', 'optional', 'required')
    if (needed.has(name) && !needs.has(name)) yield fieldChange(here, 'now-optional', 'required', 'optional')
    yield* compare(names, schema, other, here, seen)
  }
  for (const name of Object.keys(after)) {
    if (Object.hasOwn(before, name)) continue
    const isSent = place.direction === 'sent'
    const what = isSent && needs.has(name) ? 'field-added-required' : !isSent && wasClosed ? 'field-added-to-closed' : 'field-added'
    yield fieldChange(below(place, name), what, undefined, needs.has(name) ? 'a required field' : 'an optional field')
  }
  if (!wasClosed && isClosed) yield fieldChange(place, 'closed', 'other members are allowed', 'no others')
  if (wasClosed && !isClosed) yield fieldChange(place, 'opened', 'no others', 'other members are allowed')
}

function* compareVariants(names: Names, old: Schema, now: Schema, place: Place, seen: ReadonlySet<string>): Generator<Change> {
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const [before, after] = [old[keyword], now[keyword]].map((list) => (Array.isArray(list) ? (list as Schema[]) : [])) as [
      Schema[],
      Schema[],
    ]
    for (let i = 0; i < Math.max(before.length, after.length); i++) {
      const [one, other] = [before[i], after[i]]
      if (one && other) yield* compare(names, one, other, below(place, `${keyword}-${i + 1}`), seen)
      else yield fieldChange(place, one ? 'variant-removed' : 'variant-added', one, other)
    }
  }
}

/** Follows references and merges `allOf`. */
function whole(schema: Schema, schemas: Schemas, depth = 0): Schema {
  if (depth > 20) return schema
  const { $ref, allOf, ...own } = schema as Schema & { readonly allOf?: readonly Schema[] }
  const named = $ref === undefined ? undefined : schemas[$ref.split('/').at(-1) as string]
  const parts = [...(named ? [named] : []), ...(Array.isArray(allOf) ? allOf : [])].map((part) => whole(part, schemas, depth + 1))
  if (parts.length === 0) return own
  const all = [...parts, own as Schema]
  const required = [...new Set(all.flatMap((part) => [...requiredOf(part)]))]
  const properties = Object.assign({}, ...all.map((part) => part.properties))
  return {
    ...Object.assign({}, ...all),
    ...(required.length > 0 ? { required } : {}),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
  }
}

const requiredOf = (schema: Schema): ReadonlySet<string> =>
  new Set(Array.isArray(schema['required']) ? (schema['required'] as string[]) : [])

function typesOf(schema: Schema): readonly string[] | undefined {
  return schema.type === undefined ? (schema.properties ? ['object'] : undefined) : [...[schema.type].flat()].sort()
}

function valuesOf(schema: Schema): readonly unknown[] | undefined {
  return schema.enum ?? ('const' in schema ? [schema['const']] : undefined)
}

const below = (place: Place, name: string): Place => ({
  ...place,
  pointer: `${place.pointer}/${escapeKey(name)}`,
})

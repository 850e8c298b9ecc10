import type { Schema } from '../../document/model.ts'
import { createChecks } from '../checks.ts'
import { createFaker, type NumbersFrom } from '../faker.ts'
import { MOST_VALUES } from '../generation-limits.ts'
import { isObject } from '../keyword-values.ts'
import { choices, choose } from './alternatives.ts'
import { createFlatten, type Flat } from './flatten.ts'
import { listFor } from './lists.ts'
import { ENDLESS, type Maker, type Place, type SampleSource } from './maker.ts'
import { withoutExcluded } from './not.ts'
import { numberFor } from './numbers.ts'
import { objectFor } from './objects.ts'
import { textFor } from './texts.ts'

type Schemas = Readonly<Record<string, Schema>>

/** Deeper members are made only where they are required. */
const DEEPEST = 8
const DEEPEST_FOREIGN = 5
const MOST_GENEROUS = 400
/** How often a shared schema may be a part of itself before the other ways are taken. */
const MOST_AGAIN = 3
const MOST_TRIES = 40
const NONE: unique symbol = Symbol('none')

interface Shared {
  readonly flatten: ReturnType<typeof createFlatten>
  readonly checks: ReturnType<typeof createChecks>
}
const shared = new WeakMap<Schemas, Map<string, Shared>>()
const fakers = new WeakMap<NumbersFrom, Map<string, ReturnType<typeof createFaker>>>()

/** What can be kept between two values: merged schemas and compiled checks. */
function sharedFor(schemas: Schemas, direction: SampleSource['direction']): Shared {
  const all = shared.get(schemas) ?? new Map<string, Shared>()
  shared.set(schemas, all)
  const key = direction ?? ''
  const made = all.get(key) ?? {
    flatten: createFlatten(schemas, direction !== undefined),
    checks: createChecks({ components: { schemas } }, true, direction === 'request' ? 'readOnly' : 'writeOnly'),
  }
  all.set(key, made)
  return made
}

function fakerFor({ language, numbersFrom }: SampleSource): ReturnType<typeof createFaker> {
  const all = fakers.get(numbersFrom) ?? new Map<string, ReturnType<typeof createFaker>>()
  fakers.set(numbersFrom, all)
  const made = all.get(language) ?? createFaker(language, numbersFrom)
  all.set(language, made)
  return made
}

/** Keywords whose combination is only known to be kept when the value is checked. */
const HARD = ['unions', 'conditions', 'not', 'contains', 'propertyNames', 'patternProperties', 'dependentSchemas', 'dependentRequired', 'unevaluatedProperties', 'unevaluatedItems', 'patterns', 'discriminator'] as const // biome-ignore format: one list
/** Keywords that do not restrict a value beside `enum` or `const`. */
const HARMLESS = new Set(['type', 'enum', 'const', 'from', 'given', 'readOnly', 'writeOnly', 'xml', 'discriminator'])

/** A generator for one value. */
export function createMaker(schemas: Schemas, source: SampleSource): Maker {
  const { flatten, checks } = sharedFor(schemas, source.direction)
  const foreign = source.direction !== undefined
  const check = (schema: unknown) => (source.check ?? checks.of)(schema as Schema)
  let values = 0

  const maker: Maker = {
    source,
    foreign,
    check,
    make,
    flat: flatten.flat,
    both: flatten.both,
    fits: (schema, value) => check(schema)(value).length === 0,
    seed: ({ pointer, attempt }) => source.seedAt(attempt === 0 ? pointer : `${pointer}#${attempt}`),
    faker: (place) => fakerFor(source).at(maker.seed(place), source.now),
    generous: ({ depth, attempt }) => (foreign ? depth < DEEPEST_FOREIGN && values < MOST_GENEROUS && attempt % 3 !== 2 : depth < DEEPEST),
    left: () => Math.max(0, MOST_VALUES - values),
  }
  return maker

  function make(schema: unknown, place: Place): unknown {
    const flat = maker.flat(schema, place.refs)
    if (!flat) throw ENDLESS
    if (!foreign) return usual(flat, place)
    if (++values > MOST_VALUES) throw ENDLESS
    if (place.depth > 4 * DEEPEST) throw ENDLESS
    if (flat.from.some((name) => place.refs.filter((one) => one === name).length >= MOST_AGAIN)) throw ENDLESS
    const at = flat.from.length === 0 ? place : { ...place, refs: [...place.refs, ...flat.from] }
    const fits = (value: unknown) => maker.fits(schema, value)
    if (place.attempt === 0 && flat.given !== undefined) {
      const example = flat.given.map((one) => withoutLeftOut(one, flat, 0)).find(fits)
      if (example !== undefined) return example
    }
    if (flat.const !== undefined || Array.isArray(flat.enum)) return listed(flat, at, fits)
    const hard = HARD.some((key) => flat[key] !== undefined)
    return hard ? tried(flat, at, fits) : simple(flat, at)
  }

  /** The value of the first try that fits; else that of the first try. */
  function tried(flat: Flat, place: Place, fits: (value: unknown) => boolean): unknown {
    let first: unknown = NONE
    const tries = Math.min(MOST_TRIES, 6 + 2 * choices(flat))
    for (let i = 0; i < tries; i++) {
      let value: unknown
      try {
        value = simple(choose(flat, i, place, maker, schemas), { ...place, attempt: place.attempt + Math.floor(i / choices(flat)) })
      } catch (error) {
        if (error === ENDLESS) continue
        throw error
      }
      if (fits(value)) return value
      if (first === NONE) first = value
    }
    if (first === NONE) throw ENDLESS
    return first
  }

  function listed(flat: Flat, place: Place, fits: (value: unknown) => boolean): unknown {
    if (flat.const !== undefined) return flat.const
    const values = flat.enum as readonly unknown[]
    const some = values.filter((one) => one !== null)
    const usable = some.length > 0 ? some : values
    const start = source.seedAt(place.pointer) + place.attempt
    const inOrder = usable.map((_, i) => usable[(start + i) % usable.length])
    if (Object.keys(flat).every((key) => HARMLESS.has(key)) && flat.type === undefined) return inOrder[0]
    return inOrder.find(fits) ?? inOrder[0] ?? null
  }

  function simple(given: Flat, place: Place): unknown {
    if (given.const !== undefined || Array.isArray(given.enum)) return listed(given, place, () => true)
    const { node, types } = withoutExcluded(given, typesOf(given))
    const usable = types.filter((type) => type !== 'null')
    if (usable.length === 0) {
      if (types.includes('null')) return null
      throw ENDLESS
    }
    const type = usable[place.attempt % usable.length] as string
    try {
      return ofType(type, node, place)
    } catch (error) {
      if (error === ENDLESS && types.includes('null')) return null
      throw error
    }
  }

  function ofType(type: string, node: Flat, place: Place): unknown {
    switch (type) {
      case 'object':
        return objectFor(node, place, maker)
      case 'array':
        return listFor(node, place, maker)
      case 'integer':
      case 'number':
        return numberFor(node, type === 'integer', maker.seed(place) / 4294967296, foreign)
      case 'boolean':
        return maker.seed(place) % 2 === 0
      case 'null':
        return null
      default:
        return textFor(node, place, maker)
    }
  }

  /** A value of the vendor's own specs. Their generated values are published: they stay as they are. */
  function usual(flat: Flat, place: Place): unknown {
    if (flat.given !== undefined) return flat.given[source.seedAt(place.pointer) % flat.given.length]
    if (flat.const !== undefined) return flat.const
    if (Array.isArray(flat.enum)) return flat.enum[source.seedAt(place.pointer) % flat.enum.length]
    if (++values > MOST_VALUES || place.depth > 4 * DEEPEST) return null
    const [union, ...unions] = flat.unions ?? []
    if (union) return usual(maker.both({ ...flat, unions }, union.branches[0], place.refs) || flat, { ...place, depth: place.depth + 1 })
    return ofType(String([flat.type].flat()[0] ?? (flat.properties ? 'object' : 'string')), flat, place)
  }

  /** An example without the members that this direction leaves out. */
  function withoutLeftOut(value: unknown, flat: Flat, depth: number): unknown {
    if (depth > 6 || typeof value !== 'object' || value === null) return value
    const inner = (schema: unknown, one: unknown) => {
      const next = schema === undefined ? false : maker.flat(schema, [])
      return next ? withoutLeftOut(one, next, depth + 1) : one
    }
    if (Array.isArray(value)) return value.map((one) => inner(flat.items, one))
    const properties = isObject(flat.properties) ? flat.properties : {}
    const flag = source.direction === 'request' ? 'readOnly' : 'writeOnly'
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, one]) => {
        const schema = Object.hasOwn(properties, name) ? properties[name] : undefined
        const own = schema === undefined ? undefined : maker.flat(schema, [])
        return own && own[flag] === true ? [] : [[name, inner(schema, one)]]
      }),
    )
  }
}

const NUMBERS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']
const OBJECTS = ['properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties', 'propertyNames', 'dependentRequired', 'dependentSchemas', 'unevaluatedProperties'] // biome-ignore format: one list
const LISTS = ['items', 'prefixItems', 'minItems', 'maxItems', 'contains', 'uniqueItems', 'unevaluatedItems']
const ALL = ['string', 'number', 'boolean', 'object', 'array', 'null']

/** The types of a schema, those that its keywords are about first where it names none. */
function typesOf(node: Flat): readonly string[] {
  if (node.type !== undefined) return [node.type].flat() as string[]
  const has = (keys: readonly string[]) => keys.some((key) => node[key] !== undefined)
  if (has(OBJECTS)) return ['object']
  if (has(LISTS)) return ['array']
  if (has(NUMBERS) || /^(int\d*|float|double)$/.test(String(node.format))) return ['number']
  return node.not === undefined ? ['string'] : ALL
}

import type { Schema } from '../../document/model.ts'
import { isObject } from '../keyword-values.ts'
import { memberSchema } from './members.ts'

type Node = Readonly<Record<string, unknown>>

const LOWER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties', 'maxContains'] as const
const HIGHER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties', 'minContains'] as const
/** Keywords with one schema, of which both apply. */
const BOTH = ['items', 'propertyNames', 'contains', 'unevaluatedProperties', 'unevaluatedItems'] as const
/** Keywords that `merge` treats itself. */
const TREATED = new Set<string>([...LOWER, ...HIGHER, ...BOTH, 'type', 'properties', 'patternProperties', 'dependentSchemas', 'required', 'enum', 'multipleOf', 'prefixItems', 'additionalProperties', 'dependentRequired', 'not', 'uniqueItems', 'unions', 'conditions', 'patterns', 'pattern', 'given']) // biome-ignore format: one list

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
const key = (value: unknown) => JSON.stringify(value)
/** A schema for what both schemas allow. */
const both = (a: unknown, b: unknown): unknown => {
  if (a === undefined || a === true) return b
  if (b === undefined || b === true) return a
  return a === false || b === false ? false : { allOf: [a, b] }
}

/** One schema for the values that two schemas allow. Neither contains `allOf` or `$ref`. What `a` says about the meaning of the value wins. */
export function merge(a: Node, b: Node): Record<string, unknown> {
  const made: Record<string, unknown> = { ...b, ...a }
  for (const name of Object.keys(made)) if (TREATED.has(name) && a[name] !== undefined && b[name] !== undefined) delete made[name]
  const shared = (name: string) => a[name] !== undefined && b[name] !== undefined
  for (const name of LOWER) if (shared(name)) made[name] = Math.min(Number(a[name]), Number(b[name]))
  for (const name of HIGHER) if (shared(name)) made[name] = Math.max(Number(a[name]), Number(b[name]))
  for (const name of BOTH) if (shared(name)) made[name] = both(a[name], b[name])
  if (shared('type')) made.type = types(list(a.type), list(b.type))
  if (shared('required')) made.required = [...new Set([...list(a.required), ...list(b.required)])]
  if (shared('enum')) made.enum = list(a.enum).filter((one) => list(b.enum).some((other) => key(one) === key(other)))
  if (shared('multipleOf')) made.multipleOf = common(Number(a.multipleOf), Number(b.multipleOf))
  if (shared('uniqueItems')) made.uniqueItems = a.uniqueItems === true || b.uniqueItems === true
  if (shared('dependentRequired'))
    made.dependentRequired = named(a.dependentRequired, b.dependentRequired, (x, y) => [...list(x), ...list(y)])
  if (shared('dependentSchemas')) made.dependentSchemas = named(a.dependentSchemas, b.dependentSchemas, both)
  if (shared('patternProperties')) made.patternProperties = named(a.patternProperties, b.patternProperties, both)
  if (shared('not')) made.not = { anyOf: [a.not, b.not] }
  for (const name of ['unions', 'conditions', 'patterns', 'given']) if (shared(name)) made[name] = [...list(a[name]), ...list(b[name])]
  if (shared('pattern')) {
    made.pattern = a.pattern
    if (a.pattern !== b.pattern) made.patterns = [...list(made.patterns), b.pattern]
  }
  if (
    shared('prefixItems') ||
    (a.prefixItems !== undefined && b.items !== undefined) ||
    (b.prefixItems !== undefined && a.items !== undefined)
  )
    made.prefixItems = places(a, b)
  if (a.properties !== undefined || b.properties !== undefined) made.properties = members(a, b)
  if (shared('additionalProperties')) made.additionalProperties = both(a.additionalProperties, b.additionalProperties)
  return made
}

function types(a: readonly unknown[], b: readonly unknown[]): unknown {
  const has = (all: readonly unknown[], one: unknown) => all.includes(one) || (one === 'integer' && all.includes('number'))
  const found = [...new Set([...a.filter((one) => has(b, one)), ...b.filter((one) => has(a, one))])]
  // Nothing fits both: the check reports it, and a value of the first kind is nearest.
  return found.length === 0 ? a : found.length === 1 ? found[0] : found
}

/** The smallest number that is a multiple of both. */
function common(a: number, b: number): number {
  const scale = 10 ** Math.min(9, Math.max(decimals(a), decimals(b)))
  let [x, y] = [Math.round(a * scale), Math.round(b * scale)]
  const product = x * y
  while (y > 0) [x, y] = [y, x % y]
  return x > 0 ? product / x / scale : a
}

export const decimals = (value: number): number => {
  const [, digits = '', power = '0'] = /(?:\.(\d+))?(?:e(-?\d+))?$/.exec(String(value)) ?? []
  return Math.max(0, digits.length - Number(power))
}

function named(a: unknown, b: unknown, join: (x: unknown, y: unknown) => unknown): Record<string, unknown> {
  const [left, right] = [isObject(a) ? a : {}, isObject(b) ? b : {}]
  const made: Record<string, unknown> = { ...left }
  for (const [name, value] of Object.entries(right))
    Object.defineProperty(made, name, {
      value: Object.hasOwn(left, name) ? join(left[name], value) : value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  return made
}

/** The members of both: what one of them does not name has to fit its `patternProperties` or `additionalProperties`. */
function members(a: Node, b: Node): Record<string, unknown> {
  const [left, right] = [a, b].map(({ properties }) => (isObject(properties) ? properties : {})) as [Node, Node]
  const made: [string, unknown][] = Object.entries(left).map(([name, one]) => [
    name,
    both(one, Object.hasOwn(right, name) ? right[name] : memberSchema(b as Schema, name)),
  ])
  for (const [name, one] of Object.entries(right))
    if (!Object.hasOwn(left, name)) made.push([name, both(memberSchema(a as Schema, name), one)])
  return Object.fromEntries(made)
}

function places(a: Node, b: Node): unknown[] {
  const [left, right] = [list(a.prefixItems), list(b.prefixItems)]
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
    both(i < left.length ? left[i] : a.items, i < right.length ? right[i] : b.items),
  )
}

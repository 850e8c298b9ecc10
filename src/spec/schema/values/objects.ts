import type { Schema } from '../../document/model.ts'
import { escapeKey } from '../../json-pointer.ts'
import { readPattern } from '../../patterns/pattern.ts'
import { textLike } from '../../patterns/pattern-text.ts'
import { isObject } from '../keyword-values.ts'
import type { Flat } from './flatten.ts'
import { ENDLESS, type Maker, type Place, unlessEndless } from './maker.ts'
import { memberSchema } from './members.ts'

const NONE: unique symbol = Symbol('none')
const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [])

/** An object with the members that its schema names. */
export function objectFor(given: Flat, place: Place, maker: Maker): Record<string, unknown> {
  const node = maker.foreign ? withDependentSchemas(given, place, maker) : given
  const properties = isObject(node.properties) ? node.properties : {}
  const required = new Set(list(node.required))
  const most = Number(node.maxProperties ?? Number.POSITIVE_INFINITY)
  const made: [string, unknown][] = []
  const has = (name: string) => made.some(([one]) => one === name)

  const add = (name: string, schema: unknown): void => {
    if (has(name)) return
    const at = placeOf(place, name)
    const value = required.has(name) ? maker.make(schema, at) : unlessEndless(() => maker.make(schema, at), NONE)
    if (value !== NONE) made.push([name, value])
  }

  if (!maker.foreign) {
    for (const [name, schema] of Object.entries(properties)) if (maker.generous(place) || required.has(name)) add(name, schema)
    return Object.fromEntries(made)
  }

  const left = leftOut(properties, place, maker)
  for (const name of left) required.delete(name)
  const optional = Object.keys(properties).filter((name) => !required.has(name) && !left.has(name) && properties[name] !== false)
  const dependent = isObject(node.dependentRequired) ? node.dependentRequired : {}
  const wanted = new Set(required)
  const close = (): void => {
    for (const name of wanted) for (const other of list(dependent[name])) if (!left.has(other)) wanted.add(other)
  }
  close()
  const least = Number(node.minProperties ?? 0)
  const allowed = (name: string) => node.propertyNames === undefined || maker.fits(node.propertyNames, name)
  for (const name of optional) {
    if (wanted.size >= most || !allowed(name)) continue
    const needed = list(dependent[name]).filter((other) => !wanted.has(other))
    if (needed.some((other) => left.has(other)) || wanted.size + needed.length + 1 > most) continue
    if (wanted.size < least || (maker.generous(place) && !recurs(properties[name], place, maker))) wanted.add(name)
    close()
  }

  // The members stand in the order of the document, then those that it does not name.
  for (const name of Object.keys(properties)) if (wanted.has(name) && properties[name] !== false) add(name, properties[name])
  for (const name of wanted) if (!has(name)) add(name, schemaOf(node, name))
  addMore(node, place, maker, made, add, Math.min(most, MOST_MORE))
  return Object.fromEntries(made)
}

const MOST_MORE = 1_000

const placeOf = (place: Place, name: string): Place => ({
  ...place,
  pointer: `${place.pointer}/${escapeKey(name)}`,
  name,
  depth: place.depth + 1,
})

const schemaOf = (node: Flat, name: string): unknown => memberSchema(node as unknown as Schema, name) ?? node.unevaluatedProperties ?? true

/** Members that this direction leaves out. */
function leftOut(properties: Readonly<Record<string, unknown>>, place: Place, maker: Maker): ReadonlySet<string> {
  const flag = maker.source.direction === 'request' ? 'readOnly' : 'writeOnly'
  return new Set(
    Object.keys(properties).filter((name) => {
      const flat = maker.flat(properties[name], place.refs)
      return flat && flat[flag] === true
    }),
  )
}

/** Whether a member leads back to a schema that it is a part of. */
function recurs(schema: unknown, place: Place, maker: Maker): boolean {
  const flat = maker.flat(schema, place.refs)
  if (!flat) return true
  if (flat.from.some((name) => place.refs.includes(name))) return true
  const inner = flat.items !== undefined && isObject(flat.items) ? maker.flat(flat.items, place.refs) : undefined
  return inner !== undefined && (!inner || inner.from.some((name) => place.refs.includes(name)))
}

/** Schemas that apply because a member is there. */
function withDependentSchemas(given: Flat, place: Place, maker: Maker): Flat {
  let node = given
  const done = new Set<string>()
  for (let round = 0; round < 10 && isObject(node.dependentSchemas); round++) {
    const dependent = node.dependentSchemas
    const present = (name: string) =>
      list(node.required).includes(name) || (maker.generous(place) && isObject(node.properties) && Object.hasOwn(node.properties, name))
    const next = Object.keys(dependent).find((name) => !done.has(name) && present(name))
    if (next === undefined) break
    done.add(next)
    const more = maker.both(node, dependent[next], place.refs)
    if (more) node = more
    else node = { ...node, properties: { ...(node.properties as object), [next]: false } }
  }
  return node
}

/** Members with names of their own: for maps, and where more members are demanded than the document names. */
function addMore(
  node: Flat,
  place: Place,
  maker: Maker,
  made: readonly (readonly [string, unknown])[],
  add: (name: string, schema: unknown) => void,
  most: number,
): void {
  const patterns = isObject(node.patternProperties) ? Object.keys(node.patternProperties) : []
  const isMap = isObject(node.additionalProperties) || patterns.length > 0
  const usual = isMap && maker.generous(place) && made.length === 0 ? 2 : 0
  const least = Math.min(most, Math.max(Number(node.minProperties ?? 0), usual))
  for (let i = 0; made.length < least && i < 4 * least + 20; i++) {
    const numbers = maker.source.numbersFrom(maker.seed({ ...place, pointer: `${place.pointer}#name${i}` }))
    const pattern = patterns[i % Math.max(1, patterns.length)]
    const name = nameFor(node, pattern, numbers, i, place, maker)
    if (name === undefined || (node.propertyNames !== undefined && !maker.fits(node.propertyNames, name))) continue
    const schema = schemaOf(node, name)
    if (schema !== false) add(name, schema)
  }
  if (made.length < Number(node.minProperties ?? 0) && least < Number(node.minProperties)) throw ENDLESS
}

function nameFor(
  node: Flat,
  pattern: string | undefined,
  numbers: () => number,
  i: number,
  place: Place,
  maker: Maker,
): string | undefined {
  if (pattern !== undefined && (i % 2 === 0 || node.additionalProperties === false)) {
    const text = textLike(pattern, numbers, i === 0 ? {} : { least: 3 + (i % 6) }, i % 4)
    return text !== undefined && readPattern(pattern)?.test(text) ? text : undefined
  }
  if (node.propertyNames !== undefined) {
    const name = maker.make(node.propertyNames, { ...placeOf(place, `name${i}`), attempt: place.attempt + i })
    return typeof name === 'string' ? name : undefined
  }
  const word = maker.faker({ ...place, pointer: `${place.pointer}#name${i}` }).word.noun()
  return i < 10 ? word : `${word}${i}`
}

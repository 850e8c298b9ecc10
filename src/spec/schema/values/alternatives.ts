import type { Schema } from '../../document/model.ts'
import { readDiscriminator } from '../discriminator.ts'
import { isObject } from '../keyword-values.ts'
import type { Flat, Union } from './flatten.ts'
import { ENDLESS, type Maker, type Place } from './maker.ts'

const MOST_ROUNDS = 12

/**
 * A schema with one alternative chosen of each group, and one side of each condition. Each number chooses others, so that all are tried.
 * @throws ENDLESS where the chosen alternatives exclude each other
 */
export function choose(given: Flat, number: number, place: Place, maker: Maker, schemas: Readonly<Record<string, Schema>>): Flat {
  let node = given
  let left = number
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [union, ...unions] = node.unions ?? []
    const [condition, ...conditions] = node.conditions ?? []
    if (union) {
      const branches = inOrder(union, place, maker)
      const branch = branches[left % branches.length]
      left = Math.floor(left / branches.length)
      node = joined({ ...node, unions }, named(union, branch, schemas), place, maker)
    } else if (condition) {
      const holds = left % 2 === 0
      left = Math.floor(left / 2)
      const base = { ...node, conditions }
      if (!holds) node = condition.else === undefined ? base : joined(base, condition.else, place, maker)
      else node = joined(base, { allOf: [condition.if, condition.then ?? true] }, place, maker)
    } else return given.unions === undefined ? ofSubtype(node, place, maker, schemas) : node
  }
  return node
}

/** How many choices there are, at least roughly. */
export function choices(node: Flat): number {
  const ofUnions = (node.unions ?? []).reduce((product, { branches }) => product * branches.length, 1)
  return Math.min(100, ofUnions * 2 ** Math.min(5, node.conditions?.length ?? 0))
}

function joined(node: Flat, more: unknown, place: Place, maker: Maker): Flat {
  const made = maker.both(node, more, place.refs)
  if (!made) throw ENDLESS
  return made
}

/** The alternatives as written; those that are only null, or lead back to where they are used, come last. */
function inOrder({ branches }: Union, place: Place, maker: Maker): readonly unknown[] {
  const rank = (branch: unknown) => {
    const flat = maker.flat(branch, place.refs)
    if (!flat) return 3
    if (flat.type === 'null') return 1
    return flat.from.some((name) => place.refs.includes(name)) ? 2 : 0
  }
  return branches.map((branch) => [rank(branch), branch] as const).sort(([a], [b]) => a - b).map(([, branch]) => branch) // biome-ignore format: one expression
}

/** An alternative whose discriminator has the value that names it. */
function named({ told }: Union, branch: unknown, schemas: Readonly<Record<string, Schema>>): unknown {
  const found = told && readDiscriminator(told, schemas)
  if (!found || !isObject(branch)) return branch
  const name = [...found.branches].find(([, one]) => one === branch || (one.$ref !== undefined && one.$ref === branch.$ref))
  return name ? { allOf: [{ required: [found.member], properties: { [found.member]: { const: name[0] } } }, branch] } : branch
}

/**
 * A schema whose discriminator tells the schemas apart that extend it: with the name of the one that it is a part of, else as the first of them.
 */
function ofSubtype(node: Flat, place: Place, maker: Maker, schemas: Readonly<Record<string, Schema>>): Flat {
  const names = isObject(node.discriminator) ? subtypesOf(node.discriminator, node.from, schemas) : undefined
  if (!names) return node
  const { member, targets } = names
  const schema = isObject(node.properties) && Object.hasOwn(node.properties, member) ? node.properties[member] : true
  const usable = targets.filter(([name]) => maker.fits(schema, name))
  const own = usable.findLast(([, target]) => node.from.includes(target))
  const [name, target] = own ?? usable[0] ?? []
  if (name === undefined) return node
  const tag = { required: [member], properties: { [member]: { const: name } } }
  return joined(node, own ? tag : { allOf: [tag, { $ref: target }] }, place, maker)
}

const SHARED = '#/components/schemas/'
const children = new WeakMap<object, ReadonlyMap<string, readonly string[]>>()

/** The values of a discriminator with the schemas that they name: those of the mapping, else the schemas that extend this one, by their names. */
function subtypesOf(discriminator: Readonly<Record<string, unknown>>, from: readonly string[], schemas: Readonly<Record<string, Schema>>) {
  const { propertyName, mapping } = discriminator
  if (typeof propertyName !== 'string') return undefined
  const mapped = Object.entries(isObject(mapping) ? mapping : {}).flatMap(([name, target]) => {
    const key = String(target).replace(/^.*[/#]/, '').replace(/\.(ya?ml|json)$/i, '') // biome-ignore format: one expression
    return Object.hasOwn(schemas, key) ? [[name, SHARED + key] as const] : []
  })
  if (mapped.length > 0) return { member: propertyName, targets: mapped }
  const extended = children.get(schemas) ?? childrenIn(schemas)
  children.set(schemas, extended)
  const names = from.flatMap((name) => extended.get(name) ?? [])
  return { member: propertyName, targets: names.map((name) => [name, SHARED + name] as const) }
}

/** The names of the schemas that extend each schema with `allOf`. */
function childrenIn(schemas: Readonly<Record<string, Schema>>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [name, schema] of Object.entries(schemas)) {
    const parts = isObject(schema) && Array.isArray(schema.allOf) ? schema.allOf : []
    for (const part of parts)
      if (isObject(part) && typeof part.$ref === 'string') found.set(part.$ref, [...(found.get(part.$ref) ?? []), name])
  }
  return found
}

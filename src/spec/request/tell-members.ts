import type { Schema } from '../document/model.ts'
import { escapeKey } from '../json-pointer.ts'
import { memberByPattern } from '../patterns/members.ts'
import { shorten } from '../schema/checks.ts'
import { resolveSchema } from './coerce.ts'
import type { Complain } from './report-problem.ts'
import type { Typing } from './typing.ts'

/** Deeper members, and those after so many, are not looked at: what is reported here refuses nothing. */
const DEEPEST = 8
const MOST_ITEMS = 20
const MOST_MEMBERS = 100

/** What is known of one schema, worked out for the first value. */
interface Node {
  /** Its cases that are objects, where all of them list members. */
  readonly objects: readonly Schema[]
  /** A member that no case knows is refused by the check. */
  readonly closed: boolean
  /** Members by the names that the cases list. */
  readonly members: ReadonlyMap<string, Member>
  readonly items: Schema | undefined
}

interface Member {
  readonly schema: Schema
  readonly readOnly: boolean
}

/**
 * Reports members of a body that no schema names (they are kept: the service may add some), and members that only the service sends (`readOnly`).
 * Of schemas that combine others, unknown members are reported for foreign operations alone.
 */
export function createTeller(schemas: Readonly<Record<string, Schema>>, typing: Typing, foreign: boolean) {
  const nodes = new WeakMap<Schema, Node>()

  const memberOf = (schema: Schema): Member => ({
    schema,
    readOnly: foreign && typing.alternatives(schema)[0]?.schema.readOnly === true,
  })

  const nodeOf = (schema: Schema): Node => {
    const known = nodes.get(schema)
    if (known) return known
    const silent = !foreign && combines(resolveSchema(schema, schemas))
    const cases = silent ? [] : typing.alternatives(schema)
    const found = cases.flatMap(({ kind, schema: one }) => (kind === 'object' ? [one] : []))
    const objects = found.every(listsMembers) ? found : []
    const names = objects.flatMap(({ properties }) => Object.keys(properties ?? {}))
    const node: Node = {
      objects,
      closed: foreign && objects.some(isClosed),
      members: new Map(names.map((name) => [name, memberOf(knownIn(objects, name) ?? {})])),
      items: cases.find(({ kind, schema: one }) => kind === 'array' && one.items)?.schema.items,
    }
    nodes.set(schema, node)
    return node
  }

  const tell = (value: object, schema: Schema, at: string, complain: Complain, depth: number): void => {
    if (depth > DEEPEST || typeof schema !== 'object' || schema === null) return
    const { objects, members, closed, items } = nodeOf(schema)
    if (Array.isArray(value)) {
      if (!items) return
      for (let i = 0; i < value.length && i < MOST_ITEMS; i++)
        if (value[i] && typeof value[i] === 'object') tell(value[i], items, `${at}/${i}`, complain, depth + 1)
      return
    }
    if (objects.length === 0) return
    let seen = 0
    for (const key in value) {
      if (++seen > MOST_MEMBERS) return
      const member = (value as Record<string, unknown>)[key]
      let known = members.get(key)
      if (!known) {
        const schemaOf = knownIn(objects, key)
        known = schemaOf && memberOf(schemaOf)
      }
      if (!known) {
        if (!closed) complain('unknown', `${at}/${escapeKey(key)}`, 'a documented member', shorten(member), undefined, 'unknown')
        continue
      }
      if (known.readOnly)
        complain('readonly', `${at}/${escapeKey(key)}`, 'nothing, only answers have it', shorten(member), undefined, 'readOnly')
      if (member && typeof member === 'object') tell(member, known.schema, `${at}/${escapeKey(key)}`, complain, depth + 1)
    }
  }

  return (value: unknown, schema: Schema, complain: Complain): void => {
    if (value && typeof value === 'object') tell(value, schema, '/body', complain, 0)
  }
}

const combines = ({ allOf, oneOf, anyOf }: Schema): boolean => Boolean(allOf || oneOf || anyOf)

const isClosed = ({ additionalProperties, unevaluatedProperties }: Schema): boolean =>
  additionalProperties === false || unevaluatedProperties === false

const listsMembers = ({ properties, patternProperties }: Schema): boolean => Boolean(properties || patternProperties)

/** The schema of a member in the first case that knows it. */
function knownIn(objects: readonly Schema[], key: string): Schema | undefined {
  for (const object of objects) {
    const { properties = {}, additionalProperties: more } = object
    const own = Object.hasOwn(properties, key) ? properties[key] : memberByPattern(object, key)
    const known = own ?? (more === true ? {} : (more as Schema | false | undefined))
    if (known) return known
  }
  return undefined
}

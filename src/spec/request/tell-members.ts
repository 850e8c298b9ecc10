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

/**
 * Reports members of a body that no schema names (they are kept: the service may add some), and members that only the service sends (`readOnly`).
 * Of schemas that combine others, unknown members are reported for foreign operations alone.
 */
export function createTeller(schemas: Readonly<Record<string, Schema>>, typing: Typing, foreign: boolean) {
  const tell = (value: unknown, schema: Schema, at: string, complain: Complain, depth: number): void => {
    if (!value || typeof value !== 'object' || depth > DEEPEST || typeof schema !== 'object' || schema === null) return
    if (!foreign && combines(resolveSchema(schema, schemas))) return
    const cases = typing.alternatives(schema)
    if (Array.isArray(value)) {
      const items = cases.find(({ kind, schema: one }) => kind === 'array' && one.items)?.schema.items
      if (items) for (const [i, item] of value.slice(0, MOST_ITEMS).entries()) tell(item, items, `${at}/${i}`, complain, depth + 1)
      return
    }
    const objects = cases.flatMap(({ kind, schema: one }) => (kind === 'object' ? [one] : []))
    if (objects.length === 0 || !objects.every(listsMembers)) return
    let seen = 0
    for (const key in value) {
      if (++seen > MOST_MEMBERS) return
      const member = (value as Record<string, unknown>)[key]
      const known = knownIn(objects, key)
      if (known === undefined) {
        // What a schema forbids, the check has reported.
        if (!(foreign && objects.some(isClosed)))
          complain('unknown', `${at}/${escapeKey(key)}`, 'a documented member', shorten(member), undefined, 'unknown')
      } else {
        if (foreign && typing.alternatives(known)[0]?.schema.readOnly === true)
          complain('readonly', `${at}/${escapeKey(key)}`, 'nothing, only answers have it', shorten(member), undefined, 'readOnly')
        if (member && typeof member === 'object') tell(member, known, `${at}/${escapeKey(key)}`, complain, depth + 1)
      }
    }
  }
  return (value: unknown, schema: Schema, complain: Complain): void => tell(value, schema, '/body', complain, 0)
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

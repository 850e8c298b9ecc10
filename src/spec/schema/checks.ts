import type { ValidateFunction } from 'ajv'
import { allPassed, derivedMember, isDerived, markPassed } from '../document/derived.ts'
import type { Schema, ServiceDocument } from '../document/model.ts'
import { type Complaint, shorten } from './complaint.ts'
import { createForeignCompiler } from './foreign-compiler.ts'
import type { OneWay } from './one-way.ts'
import { plainlyValid } from './plainly-valid.ts'
import { createStrictCompiler } from './strict-compiler.ts'

export { type Complaint, shorten }

/** Values that are looked at before a schema is compiled. */
const LOOKS = 2

/** Checks one schema. An empty list means that the value is valid. */
export type Check = (value: unknown) => readonly Complaint[]

/**
 * Compiles the schemas of one document at first use and keeps the results.
 * Foreign documents (`lenient`) may contain unknown keywords and mistakes.
 * @param oneWay of a foreign document: members with this flag need not be there although they are required
 */
export function createChecks(
  document: Pick<ServiceDocument, 'components'>,
  lenient = false,
  oneWay?: OneWay,
): { of(schema: Schema): Check } {
  const schemas = document.components?.schemas ?? {}
  const compiler = lenient ? createForeignCompiler(schemas, oneWay) : createStrictCompiler(document)
  const known = new WeakMap<Schema, Check>()

  return {
    of(schema) {
      // A foreign schema may be `true`, `false` or a mistake: no key of a WeakMap.
      const keyed = typeof schema === 'object' && schema !== null
      const made = keyed ? known.get(schema) : undefined
      if (made) return made
      let fast: ValidateFunction | undefined
      let slow: ValidateFunction | undefined
      let looks = 0
      const whole: Check = (value) => {
        if (!fast && looks < LOOKS) {
          looks++
          if (plainlyValid(schema, value, schemas, !lenient)) return []
        }
        fast ??= compiler.fast(schema)
        if (fast(value)) return []
        const first = fast.errors ?? []
        if (isLarge(value, compiler.explainUpTo)) return compiler.complaints(first.slice(0, 1), value)
        slow ??= compiler.thorough(schema)
        return compiler.complaints(slow(value) ? first : (slow.errors ?? []), value)
      }
      const check = remembering(whole)
      if (keyed) known.set(schema, check)
      return check
    },
  }
}

/**
 * A settled value that passed here before is not checked again: a whole body, or the items of a list. Complaints about one item
 * do not depend on the others. Only the number of items is not checked again, and no documented answer limits it.
 */
function remembering(whole: Check): Check {
  const places = new Map<string, object>()
  const placeOf = (name: string) => {
    const place = places.get(name) ?? {}
    places.set(name, place)
    return place
  }
  return (value) => {
    const member = isDerived(value) ? '' : derivedMember(value)
    if (member === undefined) return whole(value)
    const place = placeOf(member)
    const items = member === '' ? [value] : (value as Record<string, readonly unknown[]>)[member]!
    if (allPassed(items, place)) return member === '' ? [] : whole({ ...(value as object), [member]: [] })
    const complaints = whole(value)
    if (complaints.length === 0) markPassed(items, place)
    return complaints
  }
}

function isLarge(value: unknown, most: number): boolean {
  let seen = 0
  const count = (node: unknown): void => {
    if (seen > most || !node || typeof node !== 'object') return
    const parts = Object.values(node)
    seen += parts.length
    for (const part of parts.slice(0, most)) count(part)
  }
  count(value)
  return seen > most
}

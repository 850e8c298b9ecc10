import type { Schema } from '../document/model.ts'
import { type Pattern, readPattern } from './pattern.ts'

/** Computed once for each schema, because schemas never change. */
const byName = new WeakMap<object, readonly (readonly [Pattern, Schema])[]>()

/** The schema of a member, found by the patterns that its name matches; `undefined` where none matches. */
export function memberByPattern({ patternProperties }: Schema, name: string): Schema | undefined {
  if (typeof patternProperties !== 'object' || patternProperties === null) return undefined
  let patterns = byName.get(patternProperties)
  if (!patterns) {
    patterns = Object.entries(patternProperties as Record<string, Schema>).flatMap(([source, schema]) => {
      const pattern = readPattern(source)
      return pattern ? [[pattern, schema] as const] : []
    })
    byName.set(patternProperties, patterns)
  }
  return patterns.find(([pattern]) => pattern.test(name))?.[1]
}

import { isObject } from '../keyword-values.ts'
import type { Flat } from './flatten.ts'

/** A schema that avoids what `not` excludes, as far as that can be said by other keywords. The check decides about the rest. */
export function withoutExcluded(node: Flat, types: readonly string[]): { readonly node: Flat; readonly types: readonly string[] } {
  let made: Flat = node
  let left = types
  const visit = (excluded: unknown): void => {
    if (!isObject(excluded)) return
    const keys = Object.keys(excluded).filter((key) => key !== 'description')
    if (Array.isArray(excluded.anyOf) && keys.length === 1) for (const one of excluded.anyOf) visit(one)
    else if (keys.length === 1 && excluded.type !== undefined) {
      const gone = [excluded.type].flat()
      left = left.filter((type) => !gone.includes(type) && !(type === 'integer' && gone.includes('number')))
    } else if (keys.length === 1 && Array.isArray(excluded.required) && excluded.required.length === 1)
      made = { ...made, properties: { ...(made.properties as object | undefined), [String(excluded.required[0])]: false } }
    else if (keys.length === 1 && Array.isArray(excluded.enum) && Array.isArray(made.enum)) {
      const gone = new Set(excluded.enum.map((one) => JSON.stringify(one)))
      made = { ...made, enum: made.enum.filter((one: unknown) => !gone.has(JSON.stringify(one))) }
    }
  }
  visit(node.not)
  return { node: made, types: left }
}

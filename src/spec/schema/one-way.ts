import type { Schema } from '../document/model.ts'
import { resolveSchema } from '../request/coerce.ts'

type Schemas = Readonly<Record<string, Schema>>

/**
 * Gives schemas for one direction: a request need not contain `readOnly` members, an answer need not contain `writeOnly` members, even if they
 * are required. A schema that was converted before is not copied again, so that a document with many aliases stays as small as it is.
 */
export function createOneWay(flag: 'readOnly' | 'writeOnly', schemas: Schemas): <T>(node: T) => T {
  const made = new WeakMap<object, unknown>()
  const copy = <T>(node: T): T => {
    if (!node || typeof node !== 'object') return node
    const known = made.get(node)
    if (known !== undefined) return known as T
    const own: unknown[] | Record<string, unknown> = Array.isArray(node) ? [] : {}
    made.set(node, own)
    for (const [key, value] of Object.entries(node))
      Object.defineProperty(own, key, { value: copy(value), enumerable: true, writable: true, configurable: true })
    const { required } = own as { required?: unknown }
    if (Array.isArray(required)) {
      const left = flagged(node as Schema, flag, schemas)
      Object.assign(own, { required: required.filter((name) => !left.has(name)) })
    }
    return own as T
  }
  return copy
}

/** Members that carry the flag, also those of referenced and combined schemas. */
function flagged(schema: Schema, flag: 'readOnly' | 'writeOnly', schemas: Schemas, depth = 0): ReadonlySet<string> {
  if (depth > 20) return new Set()
  const whole = resolveSchema(schema, schemas)
  const own = Object.entries(whole.properties ?? {}).filter(([, one]) => resolveSchema(one, schemas)[flag] === true)
  const parts = Array.isArray(whole.allOf) ? (whole.allOf as readonly Schema[]) : []
  return new Set([...own.map(([name]) => name), ...parts.flatMap((part) => [...flagged(part, flag, schemas, depth + 1)])])
}

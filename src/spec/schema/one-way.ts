import type { Schema } from '../document/model.ts'
import { resolveSchema } from '../request/coerce.ts'

/** What one direction leaves out: a request need not contain `readOnly` members, an answer need not contain `writeOnly` ones, even if they are required. */
export type OneWay = 'readOnly' | 'writeOnly'

/** Members that carry the flag, also those of referenced and combined schemas. */
export function leftOutOf(schema: Schema, flag: OneWay, schemas: Readonly<Record<string, Schema>>, depth = 0): ReadonlySet<string> {
  if (depth > 20 || typeof schema !== 'object' || schema === null) return new Set()
  const whole = resolveSchema(schema, schemas)
  const own = Object.entries(whole.properties ?? {}).filter(
    ([, one]) => typeof one === 'object' && one !== null && resolveSchema(one, schemas)[flag] === true,
  )
  const parts = Array.isArray(whole.allOf) ? (whole.allOf as readonly Schema[]) : []
  return new Set([...own.map(([name]) => name), ...parts.flatMap((part) => [...leftOutOf(part, flag, schemas, depth + 1)])])
}

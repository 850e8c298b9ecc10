import type { Schema } from '../../document/model.ts'
import { memberByPattern } from '../../patterns/members.ts'

/** The schema of a member that `properties` does not name; `undefined` where it may be anything. */
export function memberSchema(node: Schema, name: string): unknown {
  return memberByPattern(node, name) ?? node.additionalProperties
}

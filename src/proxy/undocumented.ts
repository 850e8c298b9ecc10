import type { Schema } from '../spec/document/model.ts'
import { escapeKey } from '../spec/json-pointer.ts'

/** Deeper than any documented body. */
const DEEPEST = 30

/** JSON pointers of members that a schema allows but does not document: what the vendor sends and the specs lack. */
export function* undocumented(
  schema: Schema | undefined,
  schemas: Readonly<Record<string, Schema>>,
  value: unknown,
  pointer: string,
  depth = 0,
): Generator<string> {
  if (!schema || depth > DEEPEST || typeof value !== 'object' || value === null) return
  const parts = partsOf(schema, schemas)
  if (Array.isArray(value)) {
    const items = parts.find((part) => part.items)?.items
    // A member that is undocumented for one item is so for all of them.
    const all = value.flatMap((item) => [...undocumented(items, schemas, item, `${pointer}/*`, depth + 1)])
    yield* new Set(all)
    return
  }
  const known: Readonly<Record<string, Schema>> = Object.assign({}, ...parts.map(({ properties }) => properties))
  // A schema that names no members is open on purpose.
  if (Object.keys(known).length === 0 || parts.some((part) => isOpen(part))) return
  for (const [name, member] of Object.entries(value)) {
    const at = `${pointer}/${escapeKey(name)}`
    if (Object.hasOwn(known, name)) yield* undocumented(known[name], schemas, member, at, depth + 1)
    else yield at
  }
}

const isOpen = (schema: Schema) =>
  (typeof schema['additionalProperties'] === 'object' && schema['additionalProperties'] !== null) ||
  schema['additionalProperties'] === true ||
  schema['patternProperties'] !== undefined

/** A schema and all its parts and alternatives (`allOf`, `anyOf`, `oneOf`). */
function partsOf(schema: Schema, schemas: Readonly<Record<string, Schema>>, depth = 0): readonly Schema[] {
  if (depth > DEEPEST) return []
  const named = schema.$ref === undefined ? undefined : schemas[schema.$ref.split('/').at(-1) as string]
  const joined = [schema['allOf'], schema['oneOf'], schema['anyOf']]
    .flat()
    .filter((one): one is Schema => typeof one === 'object' && one !== null)
  return [schema, ...[...(named ? [named] : []), ...joined].flatMap((one) => partsOf(one, schemas, depth + 1))]
}

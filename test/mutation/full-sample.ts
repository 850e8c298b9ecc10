import type { Schema } from '../../src/spec/document/model.ts'
import { resolveSchema } from '../../src/spec/request/coerce.ts'

type Schemas = Readonly<Record<string, Schema>>
const DEEPEST = 7

/** A value with every member that a schema knows, optional ones too: what a contract that uses all of it would hold. */
export function fullSample(given: Schema, schemas: Schemas, depth = 0): unknown {
  const node = resolveSchema(given, schemas)
  const parts = ['allOf', 'oneOf', 'anyOf'].flatMap((key) => (node[key] as Schema[] | undefined) ?? [])
  if (node.properties || parts.some((part) => isObject(part, schemas))) {
    if (depth > DEEPEST) return {}
    const own = Object.entries(node.properties ?? {}).map(([name, schema]) => [name, fullSample(schema, schemas, depth + 1)])
    return Object.assign({}, ...parts.map((part) => fullSample(part, schemas, depth)), Object.fromEntries(own))
  }
  if (parts[0]) return fullSample(parts.at(-1) as Schema, schemas, depth + 1)
  const [example] = (node['examples'] as unknown[] | undefined) ?? []
  if (example !== undefined) return example
  if (node['const'] !== undefined) return node['const']
  if (node.enum) return node.enum[0]
  if (node.default !== undefined) return node.default
  switch ([node.type].flat()[0]) {
    case 'array':
      return node.items ? [fullSample(node.items, schemas, depth + 1)] : []
    case 'integer':
    case 'number':
      return (node['minimum'] as number | undefined) ?? 1
    case 'boolean':
      return true
    case 'object':
      return {}
    case 'null':
      return null
    default:
      return 'x'.repeat(Math.max(1, Number(node['minLength'] ?? 1)))
  }
}

/** Pointers of members that a value has and a schema does not know. */
export function* undeclared(value: unknown, given: Schema, schemas: Schemas, pointer = ''): Generator<string> {
  if (Array.isArray(value)) {
    const items = parts(given, schemas).find((part) => part.items)?.items
    for (const [i, item] of value.entries()) if (items) yield* undeclared(item, items, schemas, `${pointer}/${i}`)
  } else if (value && typeof value === 'object') {
    const known = parts(given, schemas).filter((part) => part.properties)
    if (known.length === 0) return
    for (const [name, part] of Object.entries(value)) {
      const schema = known.find(({ properties }) => Object.hasOwn(properties ?? {}, name))?.properties?.[name]
      if (schema) yield* undeclared(part, schema, schemas, `${pointer}/${name}`)
      else yield `${pointer}/${name}`
    }
  }
}

const isObject = (part: Schema, schemas: Schemas): boolean => parts(part, schemas).some(({ properties }) => properties !== undefined)

/** A schema and all that it is put together from. */
function parts(given: Schema, schemas: Schemas, depth = 0): readonly Schema[] {
  const node = resolveSchema(given, schemas)
  if (depth > DEEPEST) return [node]
  const more = ['allOf', 'oneOf', 'anyOf'].flatMap((key) => (node[key] as Schema[] | undefined) ?? [])
  return [node, ...more.flatMap((part) => parts(part, schemas, depth + 1))]
}

/** Keys whose members are names of the author's choice: a property may well be called `nullable` or `example`. */
const NAMES = new Set([
  'properties',
  'patternProperties',
  'schemas',
  'parameters',
  'responses',
  'requestBodies',
  'headers',
  'paths',
  'examples',
])
/** Keys that hold data, which is never touched. */
const DATA = new Set(['example', 'value', 'default', 'enum', 'const'])

/** OpenAPI 3.0's own words for null and open ranges, in those of JSON Schema 2020-12. */
export function modernise(node: unknown, names = false): unknown {
  if (Array.isArray(node)) return node.map((item) => modernise(item))
  if (!node || typeof node !== 'object') return node
  const out: Record<string, unknown> = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, !names && DATA.has(key) ? value : modernise(value, !names && NAMES.has(key))]),
  )
  if (names) return out
  openRange(out, 'exclusiveMinimum', 'minimum')
  openRange(out, 'exclusiveMaximum', 'maximum')
  if (typeof out.nullable !== 'boolean') return out
  const { nullable, ...schema } = out
  return nullable ? orNull(schema) : schema
}

function orNull(schema: Record<string, unknown>): unknown {
  const values = Array.isArray(schema.enum) && !schema.enum.includes(null) ? { enum: [...schema.enum, null] } : {}
  if (typeof schema.type === 'string') return { ...schema, ...values, type: [schema.type, 'null'] }
  const combined = ['$ref', 'allOf', 'oneOf', 'anyOf'].some((key) => key in schema)
  return combined ? { anyOf: [schema, { type: 'null' }] } : { ...schema, ...values }
}

function openRange(schema: Record<string, unknown>, flag: string, limit: string): void {
  if (typeof schema[flag] !== 'boolean') return
  if (schema[flag]) {
    schema[flag] = schema[limit]
    delete schema[limit]
  } else delete schema[flag]
}

/** Keys whose members have names that the author chose: a property may be called `nullable` or `example`. */
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
/** Keys that contain data, which is never changed. */
const DATA = new Set(['example', 'value', 'default', 'enum', 'const'])

/** Converts OpenAPI 3.0's keywords for null and exclusive ranges to those of JSON Schema 2020-12. */
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

/** The keys that lead to a place in a document. */
export type Keys = readonly (string | number)[]

/** One list or object of a foreign document. */
export interface DocumentNode {
  readonly node: object
  readonly at: Keys
  /** Whether it is a schema or a part of one. */
  readonly inSchema: boolean
  /** Whether its keys are names that the author chose: a property may be called `example`. */
  readonly names: boolean
}

/** Keys that contain data: a value below them is never a schema. */
const DATA = new Set(['example', 'value', 'default', 'enum', 'const'])
/** Keys whose members have names that the author chose. */
const NAMES = new Set([
  'properties',
  '$defs',
  'patternProperties',
  'schemas',
  'parameters',
  'responses',
  'requestBodies',
  'headers',
  'paths',
  'examples',
])

/** Everything in a foreign document that is neither data nor an extension. */
export function* nodesOf(node: unknown, at: Keys = [], inSchema = false, names = false): Generator<DocumentNode> {
  if (!node || typeof node !== 'object') return
  yield { node, at, inSchema, names }
  for (const [key, child] of Object.entries(node)) {
    if (!names && (DATA.has(key) || key.startsWith('x-') || (key === 'examples' && Array.isArray(child)))) continue
    const schema = inSchema || (!names && key === 'schema') || (at.length === 1 && at[0] === 'components' && key === 'schemas')
    yield* nodesOf(child, [...at, key], schema, !names && NAMES.has(key) && !Array.isArray(child))
  }
}

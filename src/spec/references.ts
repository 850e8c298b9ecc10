import { SpecFault } from './fault.ts'
import type { YamlFile } from './yaml.ts'

type Keys = readonly (string | number)[]

/** Keys that hold data: what looks like a reference there is none. */
const DATA = new Set(['example', 'value', 'default', 'enum', 'const'])

/**
 * Refuses every reference of a stranger's document that cannot be followed. Checks are compiled when they are first needed,
 * so a schema that is missing would else be found by whoever calls.
 * @throws SpecFault with file and line of the first one
 */
export function refuseLooseReferences(file: YamlFile): void {
  const refuse = (at: Keys, ref: string, why: string): never => {
    throw new SpecFault(`${file.place(...at, '$ref')}: reference ${ref} ${why}`)
  }

  /** Where the first step is right but a later one is not, that one has a line of its own. */
  const follow = (first: string, at: Keys, inSchema: boolean): void => {
    if (!first.startsWith('#')) refuse(at, first, 'leaves the document; bundle it into one file first.')
    // Anchors and the whole document are JSON Schema's own affair.
    if (!first.startsWith('#/')) return
    if (inSchema && !first.startsWith('#/components/')) refuse(at, first, 'must lead to #/components/schemas; move the schema there.')
    if (resolve(file.value, first) === undefined) refuse(at, first, 'points to nothing.')
    let ref: unknown = first
    for (let steps = 0; steps <= 20; steps++) {
      if (typeof ref !== 'string' || !ref.startsWith('#/')) return
      ref = (resolve(file.value, ref) as { $ref?: unknown } | null | undefined)?.$ref
    }
    refuse(at, first, 'leads back to itself.')
  }

  const visit = (node: unknown, at: Keys, inSchema: boolean, names: boolean): void => {
    if (!node || typeof node !== 'object') return
    const { $ref, $id } = node as { $ref?: unknown; $id?: unknown }
    // Below an id of its own a schema counts from there.
    if (inSchema && typeof $id === 'string' && !names) return
    if (typeof $ref === 'string' && !names) follow($ref, at, inSchema)
    for (const [key, child] of Object.entries(node)) {
      if (!names && (DATA.has(key) || key.startsWith('x-') || (key === 'examples' && Array.isArray(child)))) continue
      const schema = inSchema || (!names && key === 'schema') || (at.length === 1 && at[0] === 'components' && key === 'schemas')
      visit(child, [...at, key], schema, !names && NAMES.has(key) && !Array.isArray(child))
    }
  }
  visit(file.value, [], false, false)
}

/** Keys whose members are names of the author's choice: a property may well be called `example`. */
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

/** What a local reference points to; nothing when there is no such thing. */
export function resolve(document: unknown, ref: string): unknown {
  let value = document
  for (const raw of ref.slice(2).split('/')) {
    const key = decoded(raw).replaceAll('~1', '/').replaceAll('~0', '~')
    if (!value || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

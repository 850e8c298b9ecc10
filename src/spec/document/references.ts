import { keyOf } from '../json-pointer.ts'
import { type Keys, nodesOf } from './document-path.ts'
import { SpecFault } from './fault.ts'
import type { YamlFile } from './yaml.ts'

const REFERENCES = ['$ref', '$dynamicRef'] as const

/**
 * Refuses every reference of a foreign document that cannot be resolved. Checks are compiled at first use,
 * so a missing schema would otherwise be found only during a call.
 * @throws SpecFault with file and line of the first such reference
 */
export function refuseLooseReferences(file: YamlFile): void {
  const refuse = (at: Keys, ref: string, why: string): never => {
    throw new SpecFault(`${file.place(...at)}: reference ${ref} ${why}`)
  }
  const nodes = [...nodesOf(file.value)]
  const anchors = new Set(nodes.filter(({ at }) => isShared(at)).flatMap(({ node }) => anchorsOf(node)))
  const withId = nodes.filter(({ node, inSchema, names }) => inSchema && !names && typeof (node as { $id?: unknown }).$id === 'string')

  /** A reference may lead to another reference. If that second one cannot be resolved, its own line is reported. */
  const follow = (first: string, at: Keys, inSchema: boolean): void => {
    if (!first.startsWith('#')) refuse(at, first, 'leaves the document; bundle it into one file first.')
    // `#` is the whole document; JSON Schema resolves it.
    if (first === '#') return
    if (!first.startsWith('#/')) {
      if (!anchors.has(first.slice(1))) refuse(at, first, 'names no $anchor below #/components/schemas.')
      return
    }
    if (inSchema && !first.startsWith('#/components/')) refuse(at, first, 'must lead to #/components/schemas; move the schema there.')
    if (resolve(file.value, first) === undefined) refuse(at, first, 'points to nothing.')
    let ref: unknown = first
    for (let steps = 0; steps <= 20; steps++) {
      if (typeof ref !== 'string' || !ref.startsWith('#/')) return
      ref = (resolve(file.value, ref) as { $ref?: unknown } | null | undefined)?.$ref
    }
    refuse(at, first, 'refers back to itself.')
  }

  for (const { node, at, inSchema, names } of nodes) {
    if (names) continue
    for (const key of REFERENCES) {
      const ref = (node as Record<string, unknown>)[key]
      if (typeof ref !== 'string') continue
      const id = inSchema ? withId.find((one) => one.at.every((step, i) => step === at[i])) : undefined
      if (id) refuse([...id.at, '$id'], ref, `stands at or below this $id, so it counts from there and leads to nothing. Remove the $id.`)
      follow(ref, [...at, key], inSchema)
    }
  }
}

const isShared = (at: Keys) => at[0] === 'components' && at[1] === 'schemas'

function anchorsOf(node: object): string[] {
  const { $anchor, $dynamicAnchor } = node as { $anchor?: unknown; $dynamicAnchor?: unknown }
  return [$anchor, $dynamicAnchor].filter((one) => typeof one === 'string')
}

/** What a local reference points to; `undefined` if the target does not exist. */
export function resolve(document: unknown, ref: string): unknown {
  let value = document
  for (const raw of ref.slice(2).split('/')) {
    const key = keyOf(decoded(raw))
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

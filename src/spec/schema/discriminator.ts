import type { Schema } from '../document/model.ts'
import { keyOf } from '../json-pointer.ts'
import { resolveSchema } from '../request/coerce.ts'
import { isObject } from './keyword-values.ts'

type Schemas = Readonly<Record<string, Schema>>

/** The alternatives of a schema that one member tells apart. */
export interface Discriminator {
  readonly member: string
  readonly kind: 'oneOf' | 'anyOf'
  /** The alternative that each value of the member names. */
  readonly branches: ReadonlyMap<unknown, Schema>
}

const SHARED = '#/components/schemas/'

/**
 * The alternatives by the values of the discriminator: those of `mapping`, the names of referenced schemas, and what `const` or `enum` of the
 * member say. A value that several alternatives claim names none. `undefined` where nothing can be told apart.
 */
export function readDiscriminator(node: Schema, schemas: Schemas): Discriminator | undefined {
  const told = node.discriminator as { readonly propertyName?: unknown; readonly mapping?: unknown } | undefined
  const kind = Array.isArray(node.oneOf) ? 'oneOf' : 'anyOf'
  const listed = node[kind]
  if (!isObject(told) || typeof told.propertyName !== 'string' || !Array.isArray(listed)) return undefined
  const member = told.propertyName
  const branches = new Map<unknown, Schema>()
  const claimed = new Map<unknown, number>()
  const mapping = isObject(told.mapping) ? told.mapping : {}
  const alternatives = listed.filter(isObject) as Schema[]

  for (const [name, target] of Object.entries(mapping)) {
    const ref = targetOf(target, alternatives, schemas)
    if (ref !== undefined) branches.set(name, alternatives.find((one) => one.$ref === ref) ?? { $ref: ref })
  }
  for (const branch of alternatives) {
    const values = memberValues(branch, member, schemas)
    for (const value of values ?? []) claimed.set(value, (claimed.get(value) ?? 0) + 1)
    const name = branch.$ref?.startsWith(SHARED) ? keyOf(branch.$ref.slice(SHARED.length)) : undefined
    if (name !== undefined && !branches.has(name) && (values?.includes(name) ?? true)) branches.set(name, branch)
  }
  for (const branch of alternatives)
    for (const value of memberValues(branch, member, schemas) ?? [])
      if (claimed.get(value) === 1 && !branches.has(value)) branches.set(value, branch)
  return branches.size > 0 ? { member, kind, branches } : undefined
}

/** A mapping names a schema by a reference, by its name, or by the file that once contained it. */
function targetOf(target: unknown, alternatives: readonly Schema[], schemas: Schemas): string | undefined {
  if (typeof target !== 'string') return undefined
  const bare = target.replace(/^.*[/#]/, '').replace(/\.(ya?ml|json)$/i, '')
  const ref = target.startsWith(SHARED) ? target : `${SHARED}${Object.hasOwn(schemas, target) ? target : bare}`
  return alternatives.some((one) => one.$ref === ref) || Object.hasOwn(schemas, keyOf(ref.slice(SHARED.length))) ? ref : undefined
}

/** The values that a schema allows for a member, where it lists them. */
function memberValues(schema: Schema, member: string, schemas: Schemas, depth = 0): readonly unknown[] | undefined {
  if (depth > 5 || !isObject(schema)) return undefined
  const whole = resolveSchema(schema, schemas)
  const own = isObject(whole.properties) && Object.hasOwn(whole.properties, member) ? whole.properties[member] : undefined
  const told = isObject(own) ? resolveSchema(own as Schema, schemas) : undefined
  const parts = Array.isArray(whole.allOf) ? (whole.allOf as readonly Schema[]) : []
  const lists = parts.map((part) => memberValues(part, member, schemas, depth + 1))
  if (told && 'const' in told) lists.push([told.const])
  else if (Array.isArray(told?.enum) && told.enum.length > 0) lists.push(told.enum)
  const known = lists.filter((list) => list !== undefined)
  return known.length === 0 ? undefined : known.reduce((some, others) => some.filter((value) => others.includes(value)))
}

/**
 * The same schema, but a value whose discriminator names an alternative is checked against that alternative alone. Any other value is checked
 * as if there was no discriminator: the OpenAPI specification says that a discriminator does not change what is valid.
 */
export function byDiscriminator(node: Schema, schemas: Schemas): Record<string, unknown> | undefined {
  const found = readDiscriminator(node, schemas)
  if (!found) return undefined
  const { member, kind, branches } = found
  const { discriminator: _, [kind]: alternatives, allOf, ...rest } = node
  const names = [...branches.keys()]
  const named = names.map((name) => ({
    if: { properties: { [member]: { const: name } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: branches.get(name),
  }))
  const choice = {
    if: { type: 'object', required: [member], properties: { [member]: { enum: names } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { allOf: named },
    else: { [kind]: alternatives, 'x-branches': { member, names } },
  }
  return { ...rest, allOf: [...(Array.isArray(allOf) ? allOf : []), choice] }
}

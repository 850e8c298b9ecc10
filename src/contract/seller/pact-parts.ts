import type { Schema } from '../../spec/document/model.ts'
import { resolveSchema, typeOf } from '../../spec/request/coerce.ts'

/** A matching rule of Pact V4 for one place. */
export interface Rule {
  readonly combine: 'AND'
  readonly matchers: readonly Readonly<Record<string, unknown>>[]
}

export type Rules = Record<string, Rule>
type Schemas = Readonly<Record<string, Schema>>

export const ruleOf = (matcher: Readonly<Record<string, unknown>>): Rule => ({ combine: 'AND', matchers: [matcher] })

/** Exactly one of these codes. A single code needs no rule, because pacts compare by equality. */
export function codeRule(codes: readonly string[]): Rules {
  return codes.length === 1 ? {} : { '$.resultCode': ruleOf({ match: 'regex', regex: `^(${codes.join('|')})$` }) }
}

/** The matching rule for a value that is sent to the seller. In a query, every value is text. */
export function requestRule(schema: Schema, schemas: Schemas, inQuery = false): Rule | undefined {
  const { pattern, const: fixed, enum: values, minLength, type } = resolveSchema(schema, schemas)
  if (fixed !== undefined || values !== undefined) return undefined
  if (typeof pattern === 'string') return ruleOf({ match: 'regex', regex: pattern })
  if (inQuery && (type === 'integer' || type === 'number')) return ruleOf({ match: 'regex', regex: '^\\d+$' })
  return minLength === undefined ? ruleOf({ match: 'type' }) : ruleOf({ match: 'regex', regex: '^[\\s\\S]+$' })
}

/** A part of an answer: an example value and its rules. */
export interface Expected {
  readonly content: unknown
  readonly rules: Rules
}

/**
 * The members that an answer must have by its schema: only the mandatory ones, because a pact cannot say "if present".
 * @param example a published answer; its values only show types
 * @param shows members that are required here although they are optional in the schema, at any depth
 */
export function expectedOf(schema: Schema, schemas: Schemas, example: unknown, shows: ReadonlySet<string>, path = '$'): Expected {
  const node = resolveSchema(schema, schemas)
  if (Array.isArray(example)) {
    const [first] = example
    const entry = expectedOf(node.items ?? {}, schemas, first, shows, `${path}[*]`)
    return { content: example.map(() => entry.content), rules: { [path]: ruleOf({ match: 'type', min: example.length }), ...entry.rules } }
  }
  if (typeof example === 'object' && example !== null) {
    const then = (node['then'] as Schema | undefined)?.['required'] as readonly string[] | undefined
    const wanted = new Set([...((node['required'] as readonly string[] | undefined) ?? []), ...(then ?? []), ...shows])
    const content: Record<string, unknown> = {}
    const rules: Rules = {}
    for (const [name, value] of Object.entries(example)) {
      if (!wanted.has(name)) continue
      const member = expectedOf(node.properties?.[name] ?? {}, schemas, value, shows, `${path}.${name}`)
      content[name] = member.content
      if (name !== 'resultCode') Object.assign(rules, member.rules)
    }
    return { content, rules }
  }
  return { content: example, rules: { [path]: valueRule(node, example) } }
}

function valueRule(node: Schema, example: unknown): Rule {
  const { pattern, maxLength } = node
  const type = typeOf(node)
  if (type === 'integer') return ruleOf({ match: 'integer' })
  if (type === 'number') return ruleOf({ match: 'number' })
  if (typeof pattern === 'string') return ruleOf({ match: 'regex', regex: pattern })
  if (typeof maxLength === 'number' && typeof example === 'string')
    return ruleOf({ match: 'regex', regex: `^[\\s\\S]{${example === '' ? 0 : 1},${maxLength}}$` })
  return ruleOf({ match: 'type' })
}

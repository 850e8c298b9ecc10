import type { Schema } from '../../src/spec/document/model.ts'
import { resolveSchema } from '../../src/spec/request/coerce.ts'
import { fullSample } from './full-sample.ts'

type Schemas = Readonly<Record<string, Schema>>

/** Values that just miss a schema, one for each of its rules, and the rule. */
export function* missesOf(given: Schema, schemas: Schemas): Generator<readonly [rule: string, value: unknown]> {
  const node = resolveSchema(given, schemas)
  const good = fullSample(node, schemas)
  const number = (key: string) => node[key] as number | undefined
  if (node.enum) yield ['enum', [node.type].flat()[0] === 'integer' ? 987_654 : 'no-such-thing']
  if (node['const'] !== undefined) yield ['const', 'no-such-thing']
  if (node['pattern']) yield ['pattern', '~ \u0007'.padEnd(number('minLength') ?? 1, '~')]
  if (node['format'])
    yield ['format', typeof good === 'number' ? 9_007_199_254_740_991 : 'not one of these'.slice(0, number('maxLength') ?? 99)]
  if (number('minimum') !== undefined) yield ['minimum', number('minimum')! - 1]
  if (number('maximum') !== undefined) yield ['maximum', number('maximum')! + 1]
  if (number('minLength')) yield ['minLength', String(good).slice(0, number('minLength')! - 1)]
  if (number('maxLength') !== undefined) yield ['maxLength', longer(String(good), number('maxLength')! + 1)]
  if (number('minItems')) yield ['minItems', []]
  const item = node.items ? fullSample(node.items, schemas) : 'x'
  if (number('maxItems') !== undefined && number('maxItems')! < 3000)
    yield ['maxItems', Array.from({ length: number('maxItems')! + 1 }, () => item)]
  if (node['additionalProperties'] === false) yield ['additionalProperties', { ...(good as object), 'no-such-member': 'x' }]
  yield ['type', typeof good === 'object' ? 'text' : { an: ['object'] }]
}

/** A good text with its last character again and again: patterns that allow it once mostly allow it often. */
const longer = (text: string, length: number) => text.slice(0, length).padEnd(length, text.at(-1) ?? 'x')

/** A body with one thing wrong at a time: every member that its schema knows, at every depth. */
export function* brokenBodies(good: unknown, given: Schema, schemas: Schemas): Generator<readonly [what: string, body: unknown]> {
  yield* at(given, [], 0)

  function* at(schema: Schema, path: readonly (string | number)[], depth: number): Generator<readonly [string, unknown]> {
    const node = resolveSchema(schema, schemas)
    const name = `/${path.join('/')}`
    for (const [rule, value] of missesOf(node, schemas)) yield [`${name} ${rule}`, put(good, path, value, given)]
    if (depth > 6) return
    for (const field of (node['required'] as string[] | undefined) ?? [])
      yield [`${name}/${field} left out`, put(good, [...path, field], undefined, given)]
    for (const [field, part] of Object.entries(node.properties ?? {})) yield* at(part, [...path, field], depth + 1)
    if (node.items) yield* at(node.items, [...path, 0], depth + 1)
    for (const key of ['allOf', 'oneOf', 'anyOf'])
      for (const part of (node[key] as Schema[] | undefined) ?? []) yield* at(part, path, depth + 1)
  }

  /** What is missing on the way is taken from a whole sample. */
  function put(node: unknown, [key, ...rest]: readonly (string | number)[], value: unknown, schema: Schema): unknown {
    if (key === undefined) return value
    const real = resolveSchema(schema, schemas)
    const below = (typeof key === 'number' ? real.items : real.properties?.[key]) ?? partWith(real, key)
    const whole = node ?? fullSample(real, schemas)
    const part = put((whole as Record<string | number, unknown> | null)?.[key], rest, value, below ?? {})
    if (Array.isArray(whole) || typeof key === 'number') return [part, ...(Array.isArray(whole) ? whole.slice(1) : [])]
    const { [key]: _old, ...others } = (whole ?? {}) as Record<string, unknown>
    return part === undefined ? others : { ...others, [key]: part }
  }

  function partWith(node: Schema, key: string | number): Schema | undefined {
    for (const kind of ['allOf', 'oneOf', 'anyOf']) {
      for (const part of (node[kind] as Schema[] | undefined) ?? []) {
        const real = resolveSchema(part, schemas)
        const found = typeof key === 'number' ? real.items : (real.properties?.[key] ?? partWith(real, key))
        if (found) return found
      }
    }
    return undefined
  }
}

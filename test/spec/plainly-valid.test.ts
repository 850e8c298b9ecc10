import { describe, expect, test } from 'vitest'
import type { Schema } from '../../src/spec/document/model.ts'
import { createChecks } from '../../src/spec/schema/checks.ts'
import { plainlyValid } from '../../src/spec/schema/plainly-valid.ts'

const schemas = {
  Name: { type: 'string', minLength: 1, maxLength: 3 },
  Tree: { type: 'object', properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } } },
} as unknown as Record<string, Schema>

const SCHEMAS: readonly object[] = [
  {},
  { type: 'string' },
  { type: 'integer', minimum: 2, maximum: 3 },
  { type: 'number', minimum: 2.5 },
  { type: ['string', 'null'], maxLength: 2 },
  { type: 'boolean' },
  { type: ['string', 'integer', 'null'], enum: ['a', 2, null] },
  { type: 'string', const: 'a' },
  { type: 'string', minLength: 2 },
  { type: 'string', pattern: '^[a-z]+$' },
  { type: 'array', minItems: 1, maxItems: 2 },
  { type: 'array', items: { type: 'string' } },
  { type: 'object', required: ['a'] },
  { type: 'object', required: ['toString'], properties: { b: { type: 'string' } } },
  { type: 'object', properties: { a: { type: 'string' }, constructor: { type: 'integer' } } },
  { type: 'object', properties: { a: true }, additionalProperties: false },
  { type: 'object', additionalProperties: { type: 'integer' } },
  { type: 'object', properties: { a: { $ref: '#/components/schemas/Name' } } },
  { $ref: '#/components/schemas/Name' },
  { $ref: '#/components/schemas/Tree' },
  {
    allOf: [
      { type: 'object', required: ['a'] },
      { type: 'object', properties: { a: { type: 'string' } } },
    ],
  },
  { anyOf: [{ type: 'string' }, { type: 'integer' }] },
  { not: { type: 'string' } },
  { type: 'string', format: 'date-time' },
  { description: 'Anything', example: 1, 'x-source': ['S-1'] },
]

const deep = (levels: number): object => (levels === 0 ? { children: 7 } : { children: [deep(levels - 1)] })
const VALUES: readonly unknown[] = [
  ...['', 'a', 'ab', 'abcd', '😀😀😀', '2026-01-01T00:00:00Z', 2, 2.5, 3, -1, 1e300, true, false, null],
  ...[[], ['a'], ['a', 'b', 'c'], [1], {}, { a: 'a' }, { a: 1 }, { a: 'long' }, { a: 1, b: 2 }, { b: 'x' }, { constructor: 1 }],
  ...[JSON.parse('{"__proto__":1,"toString":1}'), { children: [{ children: [] }] }, { children: [{ children: 1 }] }, deep(60)],
]

describe.each([
  ['of our own', false],
  ['of a foreign document', true],
])('a value that plainly matches a schema %s is valid for the compiled check too', (_, foreign) => {
  test.each(SCHEMAS.map((schema) => [JSON.stringify(schema), schema as Schema] as const))('%s', (_, schema) => {
    const check = createChecks({ components: { schemas } }, foreign).of(schema)
    // From the third value on the check is compiled.
    for (let i = 0; i < 3; i++) check(Symbol.iterator)
    const plain = VALUES.filter((value) => plainlyValid(schema, value, schemas, !foreign))
    for (const value of plain) expect(check(value), JSON.stringify(value)).toEqual([])
    const valid = VALUES.filter((value) => check(value).length === 0)
    expect(plain.length === 0 || plain.length <= valid.length).toBe(true)
  })

  test('most values that are valid for plain schemas need no compiled check', () => {
    const easy = SCHEMAS.filter((schema) => !/anyOf|not|format|pattern/.test(JSON.stringify(schema))) as Schema[]
    const count = (valid: (schema: Schema, value: unknown) => boolean) =>
      easy.flatMap((schema) => VALUES.filter((value) => valid(schema, value))).length
    const checks = createChecks({ components: { schemas } }, foreign)
    const plain = count((schema, value) => plainlyValid(schema, value, schemas, !foreign))
    expect(plain).toBeGreaterThan(0.9 * count((schema, value) => checks.of(schema)(value).length === 0))
  })
})

test('a circle of references decides nothing', () => {
  const circle = { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } } as unknown as Record<string, Schema>
  expect(plainlyValid({ $ref: '#/components/schemas/A' }, 1, circle, false)).toBe(false)
})

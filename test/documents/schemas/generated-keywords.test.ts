import { describe, expect, test } from 'vitest'
import type { Schema } from '../../../src/spec/document/model.ts'
import { checkOf, madeFor, ref, type Schemas } from './make-sample.ts'

/** What a row says about the generated value, beside that it fits its schema. */
type Holds = (value: never) => boolean
type Row = readonly [what: string, schema: unknown, holds?: Holds | undefined, schemas?: Schemas]

const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more }) as Schema
const has = (...names: string[]) => ((value: object) => names.every((name) => Object.hasOwn(value, name))) as Holds
const hasNot = (...names: string[]) => ((value: object) => names.every((name) => !Object.hasOwn(value, name))) as Holds
const within = (from: number, to: number) => ((value: number) => value >= from && value <= to) as Holds
const whole = ((value: number) => Number.isInteger(value)) as Holds
const size = (from: number, to: number) => ((value: unknown[]) => value.length >= from && value.length <= to) as Holds

const NUMBERS: readonly Row[] = [
  ['an integer', { type: 'integer' }, whole],
  ['minimum and maximum', { type: 'integer', minimum: 5, maximum: 7 }, within(5, 7)],
  ['exclusive limits', { type: 'integer', exclusiveMinimum: 0, exclusiveMaximum: 2 }, within(1, 1)],
  ['exclusive limits of a fraction', { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }],
  ['exclusive limits close together', { type: 'number', exclusiveMinimum: 0.001, exclusiveMaximum: 0.002 }],
  ['minimum alone', { type: 'number', minimum: 123_456 }],
  ['maximum alone', { type: 'integer', maximum: -5 }],
  ['multipleOf', { type: 'integer', multipleOf: 7, minimum: 1, maximum: 13 }, within(7, 7)],
  ['multipleOf with exclusive limits', { type: 'integer', multipleOf: 5, exclusiveMinimum: 5, exclusiveMaximum: 15 }, within(10, 10)],
  ['multipleOf 0.01', { type: 'number', multipleOf: 0.01, minimum: 1, maximum: 20 }],
  ['multipleOf 0.1 of an integer', { type: 'integer', multipleOf: 0.5, minimum: 3 }, whole],
  [
    'multipleOf of both parts',
    {
      allOf: [
        { type: 'integer', multipleOf: 4 },
        { multipleOf: 6, minimum: 1, maximum: 20 },
      ],
    },
    within(12, 12),
  ],
  ['int32', { type: 'integer', format: 'int32' }, whole],
  ['the end of int64', { type: 'integer', format: 'int64', minimum: 2 ** 63 - 1024 }, whole],
  ['the beginning of int64', { type: 'integer', minimum: -(2 ** 63), maximum: -(2 ** 63) + 4096 }, whole],
  ['a very small number', { type: 'number', minimum: 1e-9, maximum: 2e-9 }],
  ['limits without a type', { minimum: 3, maximum: 4 }, within(3, 4)],
]

const TEXTS: readonly Row[] = [
  ['minLength', { type: 'string', minLength: 80 }, size(80, 100)],
  ['minLength and maxLength', { type: 'string', minLength: 30, maxLength: 31 }, size(30, 31)],
  ['maxLength', { type: 'string', maxLength: 1 }, size(1, 1)],
  ['an empty text', { type: 'string', maxLength: 0 }, size(0, 0)],
  ['a pattern', { type: 'string', pattern: '^CS\\d{10}[0-9A-Z]{5}$' }],
  ['a pattern with lengths', { type: 'string', pattern: '^[a-z]+(-[a-z]+)*$', minLength: 20, maxLength: 24 }, size(20, 24)],
  ['a pattern without an anchor', { type: 'string', pattern: 'foo', minLength: 9 }, size(9, 20)],
  ['a pattern with look-aheads', { type: 'string', pattern: '^(?=.*[A-Z])(?=.*\\d)(?=.*[!@#]).{8,16}$' }],
  ['a pattern with names of groups', { type: 'string', pattern: '^(?<year>\\d{4})-(?<month>0[1-9]|1[0-2])$' }],
  ['a pattern with a reference back', { type: 'string', pattern: '^([\'"])\\w+\\1$' }],
  ['a pattern of Unicode', { type: 'string', pattern: '^\\p{Script=Han}{2,4}$' }],
  ['a pattern with code points', { type: 'string', pattern: '^[\\u4e00-\\u9fa5]{3}$' }],
  ['a pattern with needless escapes', { type: 'string', pattern: '^[\\-\\:]{2}\\_$' }],
  ['a pattern and a format', { type: 'string', format: 'uri', pattern: '^https://[a-z]+\\.example\\.org/' }],
  ['two patterns', { allOf: [{ type: 'string', pattern: '^a' }, { pattern: 'z$' }] }],
  ['a pattern and a text that is excluded', { type: 'string', pattern: '^[ab]$', not: { const: 'a' } }],
]

const LISTS: readonly Row[] = [
  ['items', { type: 'array', items: { type: 'boolean' } }, size(1, 3)],
  ['minItems', { type: 'array', items: { type: 'integer' }, minItems: 50 }, size(50, 50)],
  ['maxItems', { type: 'array', items: {}, maxItems: 1 }, size(1, 1)],
  ['no items', { type: 'array', maxItems: 0 }, size(0, 0)],
  ['all different', { type: 'array', uniqueItems: true, minItems: 4, items: { enum: [1, 2, 3, 4] } }, size(4, 4)],
  ['both booleans', { type: 'array', uniqueItems: true, minItems: 2, items: { type: 'boolean' } }, size(2, 2)],
  ['different objects', { type: 'array', uniqueItems: true, minItems: 5, items: object({ n: { type: 'integer', minimum: 1, maximum: 5 } }, { required: ['n'] }) }, size(5, 5)], // biome-ignore format: one row
  ['no more than there are', { type: 'array', uniqueItems: true, items: { const: 'x' } }, size(1, 1)],
  ['prefixItems', { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false }, size(2, 2)],
  ['prefixItems and items', { prefixItems: [{ const: 1 }], items: { type: 'boolean' }, minItems: 3 }, size(3, 3)],
  ['prefixItems and maxItems', { type: 'array', prefixItems: [{ const: 1 }, { const: 2 }], maxItems: 1 }, size(1, 1)],
  ['contains', { type: 'array', items: { type: 'integer' }, contains: { minimum: 1000 } }],
  ['minContains and maxContains', { type: 'array', items: { enum: [7, 8] }, contains: { const: 7 }, minContains: 2, maxContains: 2, minItems: 4 }, size(4, 4)], // biome-ignore format: one row
  ['a list of lists', { type: 'array', items: { type: 'array', items: { type: 'integer' }, minItems: 2 } }],
  ['items of draft 4', { type: 'array', items: [{ type: 'integer' }], additionalItems: false }, size(1, 1)],
  ['unevaluatedItems', { type: 'array', allOf: [{ prefixItems: [{ type: 'integer' }] }], unevaluatedItems: false }],
]

const OBJECTS: readonly Row[] = [
  ['all members', object({ a: { type: 'string' }, b: { type: 'integer' } }), has('a', 'b')],
  ['a required member that is not described', { type: 'object', required: ['a'] }, has('a')],
  ['a map', { type: 'object', additionalProperties: { type: 'integer' } }, ((value: object) => Object.keys(value).length > 0) as Holds],
  ['minProperties', { type: 'object', minProperties: 3 }],
  ['maxProperties', object({ a: {}, b: {}, c: {} }, { maxProperties: 1, required: ['c'] }), has('c')],
  [
    'patternProperties',
    { type: 'object', patternProperties: { '^x-': { type: 'integer' } }, additionalProperties: false, minProperties: 2 },
  ],
  ['a member by patternProperties', { type: 'object', patternProperties: { '^n': { type: 'integer' } }, required: ['n1'] }, ((value: { n1: unknown }) => typeof value.n1 === 'number') as Holds], // biome-ignore format: one row
  ['propertyNames', { type: 'object', propertyNames: { pattern: '^[a-z]{3}$' }, minProperties: 3 }],
  ['a list of names', { type: 'object', propertyNames: { enum: ['a', 'b'] }, minProperties: 2 }, has('a', 'b')],
  ['dependentRequired', object({ a: { type: 'integer' } }, { dependentRequired: { a: ['b'] } }), has('a', 'b')],
  ['dependentSchemas', object({ a: {} }, { required: ['a'], dependentSchemas: { a: { required: ['b'], properties: { b: { const: 1 } } } } }), has('b')], // biome-ignore format: one row
  ['unevaluatedProperties', { allOf: [object({ a: {} })], properties: { b: {} }, unevaluatedProperties: false }, has('a', 'b')],
  ['additionalProperties false', object({ a: {} }, { additionalProperties: false }), has('a')],
  ['a member called __proto__', JSON.parse('{"type":"object","required":["__proto__"],"properties":{"__proto__":{"type":"integer"}}}'), has('__proto__')], // biome-ignore format: one row
  ['members without a type', { properties: { a: { const: 1 } } }, has('a')],
]

const COMBINED: readonly Row[] = [
  ['allOf of objects', { allOf: [object({ a: {} }, { required: ['a'] }), object({ b: {} }, { required: ['b'] })] }, has('a', 'b')],
  ['allOf narrows a member', { allOf: [object({ a: { type: 'integer', minimum: 3 } }), object({ a: { maximum: 4 } })] }],
  ['allOf of types', { allOf: [{ type: ['string', 'number'] }, { type: 'integer' }] }, whole],
  ['allOf of limits', { allOf: [{ type: 'integer', minimum: 5 }, { minimum: 6 }, { maximum: 6 }] }, within(6, 6)],
  ['allOf of enums', { allOf: [{ enum: ['a', 'b'] }, { enum: ['b', 'c'] }] }, ((value: string) => value === 'b') as Holds],
  [
    'allOf with additionalProperties false',
    { allOf: [object({ a: {}, b: {} }), object({ a: {} }, { additionalProperties: false })] },
    hasNot('b'),
  ],
  [
    'allOf of lists',
    {
      allOf: [
        { type: 'array', items: { type: 'integer' } },
        { minItems: 2, items: { minimum: 90 } },
      ],
    },
    size(2, 5),
  ],
  ['allOf on itself', ref('A'), whole, { A: { allOf: [ref('A'), { type: 'integer' }] } }],
  [
    'oneOf where only one fits',
    { oneOf: [{ type: 'integer' }, { type: 'number' }] },
    ((value: number) => !Number.isInteger(value)) as Holds,
  ],
  ['oneOf beside members', object({ a: { type: 'integer' } }, { oneOf: [{ required: ['a'] }, { required: ['b'] }] }), has('a')],
  ['anyOf with null first', { anyOf: [{ type: 'null' }, { type: 'integer' }] }, whole],
  [
    'alternatives of which the first is impossible',
    { type: 'integer', anyOf: [{ type: 'string' }, { minimum: 7, maximum: 7 }] },
    within(7, 7),
  ],
  ['alternatives inside alternatives', { oneOf: [{ anyOf: [{ const: 'a' }] }, { const: 'b' }] }],
  ['not a type', { not: { type: 'string' } }, ((value: unknown) => typeof value !== 'string') as Holds],
  ['not a member', object({ a: {}, b: {} }, { not: { required: ['a'] } }), hasNot('a')],
  ['not a value', { enum: ['a', 'b'], not: { const: 'a' } }],
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  ['if and then', object({ c: { enum: ['US', 'DE'] }, zip: { type: 'string' } }, { required: ['c', 'zip'], if: { properties: { c: { const: 'US' } } }, then: { properties: { zip: { pattern: '^\\d{5}$' } } }, else: { properties: { zip: { pattern: '^D-\\d{5}$' } } } })], // biome-ignore format: one row
  ['else', { type: 'integer', maximum: 10, minimum: 0, if: { minimum: 20 }, else: { multipleOf: 3 } }],
  ['nullable', { type: ['null', 'integer'] }, whole],
  ['an enum with null', { enum: [null, 'a'] }, ((value: unknown) => value === 'a') as Holds],
  ['const', { const: { a: [1] } }],
  ['null', { type: 'null' }, ((value: unknown) => value === null) as Holds],
  ['anything', {}],
  ['true', true],
]

const NODE: Schemas = {
  Tree: object({ value: { type: 'integer' }, children: { type: 'array', items: ref('Tree') } }, { required: ['children'] }),
  List: object({ next: { oneOf: [ref('List'), { type: 'null' }] } }, { required: ['next'] }),
  Folder: object({ parent: ref('Folder'), name: { type: 'string' } }),
  Term: { oneOf: [object({ and: { type: 'array', minItems: 2, items: ref('Term') } }, { required: ['and'], additionalProperties: false }), object({ text: { type: 'string' } }, { required: ['text'], additionalProperties: false })] }, // biome-ignore format: one schema
  Page: object({ items: { type: 'array', minItems: 1, items: { $dynamicRef: '#T' } } }, { required: ['items'], $defs: { T: { $dynamicAnchor: 'T', not: {} } } }), // biome-ignore format: one schema
  Numbers: { $ref: '#/components/schemas/Page', $defs: { T: { $dynamicAnchor: 'T', type: 'integer' } } },
} // biome-ignore format: one schema a line
const RECURSIVE: readonly Row[] = [
  ['a list of itself ends', ref('Tree'), has('children'), NODE],
  ['a required member that may be null ends', ref('List'), has('next'), NODE],
  ['an optional member is left out', ref('Folder'), ((value: { parent?: object }) => !JSON.stringify(value.parent ?? {}).includes('parent')) as Holds, NODE], // biome-ignore format: one row
  ['the alternative that ends is taken', ref('Term'), undefined, NODE],
  [
    'a type parameter',
    ref('Numbers'),
    ((value: { items: unknown[] }) => value.items.every((one) => typeof one === 'number')) as Holds,
    NODE,
  ],
]

const pet = (discriminator: object, kind: object = { type: 'string' }): Schemas => ({
  Pet: object({ kind, name: { type: 'string' } }, { required: ['kind'], discriminator: { propertyName: 'kind', ...discriminator } }),
  Cat: { allOf: [ref('Pet'), object({ lives: { const: 9 } }, { required: ['lives'] })] },
  Dog: { allOf: [ref('Pet'), object({ bark: { const: 'wau' } })] },
  Either: { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind', mapping: { tom: '#/components/schemas/Cat' } } },
})
const kind = (...kinds: string[]) => ((value: { kind: string }) => kinds.includes(value.kind)) as Holds
const DISCRIMINATORS: readonly Row[] = [
  ['the base is the first that the mapping names', ref('Pet'), kind('tom'), pet({ mapping: { tom: 'Cat' } })],
  ['the base is the first that extends it', ref('Pet'), kind('Cat'), pet({})],
  ['what extends it has its own name', ref('Dog'), kind('Dog'), pet({})],
  ['what extends it has the name of the mapping', ref('Cat'), kind('tom'), pet({ mapping: { rex: 'Dog', tom: 'Cat' } })],
  ['the name of an alternative', ref('Either'), kind('tom', 'Cat'), pet({})],
  ['a name that the member does not allow is not used', ref('Pet'), kind('other'), pet({}, { enum: ['other'] })],
]

describe.each<readonly [subject: string, rows: readonly Row[]]>([
  ['numbers', NUMBERS],
  ['texts', TEXTS],
  ['lists', LISTS],
  ['objects', OBJECTS],
  ['combinations', COMBINED],
  ['recursion', RECURSIVE],
  ['discriminators', DISCRIMINATORS],
])('%s', (_subject, rows) => {
  test.each(rows.map(([what, ...row]) => [what, row] as const))('%s', (_what, [schema, holds, schemas = {}]) => {
    const check = checkOf(schema, schemas)
    for (const seed of ['a', 'b', 'c', 'd']) {
      const { value, failed } = madeFor(schema, schemas, seed)
      expect([value, check(value), failed]).toEqual([value, [], []])
      expect(holds?.(value as never) ?? true, JSON.stringify(value)).toBe(true)
    }
  })
})

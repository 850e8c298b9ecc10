import { describe, expect, test } from 'vitest'
import { checkOf, ref, type Schemas } from './make-sample.ts'

/** Values that fit, and values that do not. */
type Row = readonly [what: string, schema: unknown, fitting: readonly unknown[], other: readonly unknown[], schemas?: Schemas]

/** JSON Schema 2020-12, keyword by keyword. Formats are asserted, as OpenAPI's tools do. */
const ANY: readonly Row[] = [
  ['type integer', { type: 'integer' }, [1, 1.0, -3], [1.5, '1', null, true]],
  ['type number', { type: 'number' }, [1, 1.5], ['1', null]],
  ['type boolean', { type: 'boolean' }, [true, false], [0, 'true', null]],
  ['type null', { type: 'null' }, [null], [0, '', false]],
  ['type array', { type: 'array' }, [[]], [{}]],
  ['type object', { type: 'object' }, [{}], [[], null]],
  ['type list', { type: ['string', 'null'] }, ['x', null], [1]],
  ['enum', { enum: [1, 'a', null, { b: [1] }] }, [1, 'a', null, { b: [1] }], [2, { b: [2] }, 'A']],
  ['enum of booleans', { enum: [false] }, [false], [0, true]],
  ['const', { const: { a: 1, b: 2 } }, [{ b: 2, a: 1 }], [{ a: 1 }, [{ a: 1, b: 2 }]]],
  ['const null', { const: null }, [null], [0, undefined]],
  ['const 0', { const: 0 }, [0], [false, '']],
  ['anything', {}, [1, null, {}, []], []],
]

const NUMBERS: readonly Row[] = [
  ['minimum', { minimum: 1.1 }, [1.1, 2, 'x'], [0.6]],
  ['maximum', { maximum: 3 }, [3, -5, 'x'], [3.5]],
  ['exclusiveMinimum', { exclusiveMinimum: 1.1 }, [1.2], [1.1]],
  ['exclusiveMaximum', { exclusiveMaximum: 3 }, [2.9], [3]],
  ['multipleOf 2', { multipleOf: 2 }, [10, 0, 'x'], [7]],
  ['multipleOf 1.5', { multipleOf: 1.5 }, [0, 4.5], [35]],
  ['multipleOf 0.01', { multipleOf: 0.01 }, [0.07, 19.99, 4.35], [0.075]],
  ['multipleOf 0.0001', { multipleOf: 0.0001 }, [0.0075], [0.00751]],
  ['int32', { type: 'integer', format: 'int32' }, [-2147483648, 2147483647], [2147483648]],
  ['int64', { type: 'integer', format: 'int64' }, [9007199254740991], [1.5]],
]

const TEXTS: readonly Row[] = [
  ['minLength', { minLength: 2 }, ['fo', 1], ['f']],
  ['maxLength', { maxLength: 2 }, ['fo'], ['foo']],
  ['lengths count characters, not units', { minLength: 2, maxLength: 2 }, ['💩💩'], ['💩', '💩💩💩']],
  ['pattern', { pattern: '^a*$' }, ['aaa', 1], ['abc']],
  ['a pattern is not anchored', { pattern: 'a+' }, ['xxaayy'], ['xx']],
  ['a pattern of Unicode', { pattern: '^\\p{L}+$' }, ['λόγος'], ['1']],
]

const LISTS: readonly Row[] = [
  ['items', { items: { type: 'integer' } }, [[], [1], 'x'], [['x']]],
  ['items false', { items: false }, [[]], [[1]]],
  ['prefixItems', { prefixItems: [{ type: 'integer' }, { type: 'string' }] }, [[], [1], [1, 'x', true]], [['x'], [1, 2]]],
  ['prefixItems and items', { prefixItems: [{ const: 1 }], items: { const: 2 } }, [[1, 2, 2]], [[1, 1]]],
  ['minItems', { minItems: 1 }, [[1], ''], [[]]],
  ['maxItems', { maxItems: 2 }, [[1, 2]], [[1, 2, 3]]],
  ['uniqueItems', { uniqueItems: true }, [[1, '1', true, [1]], [{ a: 1 }, { a: 2 }]], [[1, 1], [{ a: 1, b: 2 }, { b: 2, a: 1 }]]], // biome-ignore format: one row
  ['uniqueItems false', { uniqueItems: false }, [[1, 1]], []],
  ['contains', { contains: { minimum: 5 } }, [[3, 5], 'x'], [[3, 4], []]],
  ['minContains', { contains: { const: 1 }, minContains: 2 }, [[1, 1]], [[1, 2]]],
  ['minContains 0', { contains: { const: 1 }, minContains: 0 }, [[]], []],
  ['maxContains', { contains: { const: 1 }, maxContains: 1 }, [[1, 2]], [[1, 1]]],
  ['unevaluatedItems', { prefixItems: [{}], unevaluatedItems: false }, [[1]], [[1, 2]]],
  ['unevaluatedItems over allOf', { allOf: [{ prefixItems: [{}, {}] }], unevaluatedItems: false }, [[1, 2]], [[1, 2, 3]]],
]

const OBJECTS: readonly Row[] = [
  ['required', { required: ['a', '__proto__'] }, [JSON.parse('{"a":1,"__proto__":1}'), 1], [{ a: 1 }, {}]],
  ['properties', { properties: { a: { type: 'integer' }, b: false } }, [{ a: 1, c: '' }, []], [{ a: '' }, { b: 1 }]],
  ['patternProperties', { patternProperties: { 'f.*o': { type: 'integer' }, x: false } }, [{ foo: 1 }], [{ foo: '' }, { x: 1 }]],
  ['additionalProperties', { properties: { a: {} }, patternProperties: { '^v': {} }, additionalProperties: false }, [{ a: 1, v1: 2 }], [{ b: 1 }]], // biome-ignore format: one row
  ['additionalProperties as a schema', { additionalProperties: { type: 'boolean' } }, [{ a: true }], [{ a: 1 }]],
  ['additionalProperties does not see allOf', { allOf: [{ properties: { a: {} } }], additionalProperties: { type: 'boolean' } }, [{ a: true }], [{ a: 1 }]], // biome-ignore format: one row
  ['propertyNames', { propertyNames: { maxLength: 3 } }, [{ foo: 1 }, {}], [{ foobar: 1 }]],
  ['propertyNames false', { propertyNames: false }, [{}], [{ a: 1 }]],
  ['minProperties', { minProperties: 1 }, [{ a: 1 }], [{}]],
  ['maxProperties', { maxProperties: 1 }, [{ a: 1 }], [{ a: 1, b: 1 }]],
  ['dependentRequired', { dependentRequired: { a: ['b'] } }, [{}, { b: 1 }, { a: 1, b: 1 }], [{ a: 1 }]],
  ['dependentSchemas', { dependentSchemas: { a: { properties: { b: { type: 'integer' } } } } }, [{ b: '' }], [{ a: 1, b: '' }]],
  ['unevaluatedProperties', { properties: { a: {} }, unevaluatedProperties: false }, [{ a: 1 }], [{ b: 1 }]],
  ['unevaluatedProperties over allOf', { allOf: [{ properties: { a: {} } }], unevaluatedProperties: false }, [{ a: 1 }], [{ b: 1 }]],
  ['unevaluatedProperties over anyOf', { anyOf: [{ required: ['a'], properties: { a: {} } }, { required: ['b'], properties: { b: {} } }], unevaluatedProperties: false }, [{ a: 1 }, { a: 1, b: 1 }], [{ a: 1, c: 1 }]], // biome-ignore format: one row
  ['unevaluatedProperties over a reference', { $ref: '#/components/schemas/A', properties: { b: {} }, unevaluatedProperties: false }, [{ a: 1, b: 1 }], [{ c: 1 }], { A: { properties: { a: {} } } }], // biome-ignore format: one row
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  ['unevaluatedProperties over if', { if: { properties: { a: { const: 1 } }, required: ['a'] }, then: { properties: { b: {} } }, unevaluatedProperties: false }, [{ a: 1, b: 1 }], [{ b: 1 }]], // biome-ignore format: one row
  ['unevaluatedProperties as a schema', { properties: { a: {} }, unevaluatedProperties: { type: 'integer' } }, [{ a: '', b: 1 }], [{ b: '' }]], // biome-ignore format: one row
]

const TREE: Schemas = {
  Tree: { $dynamicAnchor: 'node', type: 'object', properties: { data: {}, children: { type: 'array', items: { $dynamicRef: '#node' } } } } as never,
  StrictTree: { $dynamicAnchor: 'node', $ref: '#/components/schemas/Tree', unevaluatedProperties: false },
  List: { type: 'object', properties: { head: { type: 'integer' }, tail: ref('List') } },
} // biome-ignore format: one schema a line

const COMBINED: readonly Row[] = [
  ['allOf', { allOf: [{ minimum: 2 }, { maximum: 4 }] }, [3], [1, 5]],
  ['anyOf', { anyOf: [{ type: 'integer' }, { minimum: 2 }] }, [1, 2.5], [1.5]],
  ['oneOf', { oneOf: [{ type: 'integer' }, { minimum: 2 }] }, [1, 2.5], [3, 1.5]],
  ['not', { not: { type: 'integer' } }, ['x'], [1]],
  ['not not', { not: { not: { type: 'integer' } } }, [1], ['x']],
  ['not anything', { not: {} }, [], [1, null]],
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  ['if, then and else', { if: { exclusiveMaximum: 0 }, then: { minimum: -10 }, else: { multipleOf: 2 } }, [-1, 4], [-100, 3]],
  ['if alone', { if: { const: 1 } }, [1, 2], []],
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  ['then alone', { then: { const: 1 } }, [2], []],
  ['allOf, anyOf and oneOf', { allOf: [{ multipleOf: 2 }], anyOf: [{ multipleOf: 3 }], oneOf: [{ multipleOf: 5 }] }, [30], [2, 6, 15]],
  ['alternatives that are true and false', { oneOf: [true, false, false] }, [1], []],
  ['$ref', ref('List'), [{ head: 1, tail: { head: 2 } }], [{ tail: { head: 'x' } }], TREE],
  ['$ref beside keywords', { $ref: '#/components/schemas/List', required: ['head'] }, [{ head: 1 }], [{}], TREE],
  ['$ref to a member with signs', { $ref: '#/components/schemas/A~1b%25' }, [1], ['x'], { 'A/b%': { type: 'integer' } }],
  ['$ref to the whole schema', { properties: { a: { $ref: '#' }, n: { type: 'integer' } } }, [{ a: { a: { n: 1 } } }], [{ a: { a: { n: '' } } }]], // biome-ignore format: one row
  ['$defs', { $defs: { a: { type: 'integer' } }, properties: { b: { $ref: '#/$defs/a' } } }, [{ b: 1 }], [{ b: '' }]],
  ['$anchor', { $defs: { a: { $anchor: 'foo', type: 'integer' } }, items: { $ref: '#foo' } }, [[1]], [['x']]],
  ['$dynamicRef to the schema itself', ref('Tree'), [{ children: [{ datta: 1 }] }], [{ children: [1] }], TREE],
  ['$dynamicRef to the outermost schema', ref('StrictTree'), [{ children: [{ data: 1 }] }], [{ children: [{ datta: 1 }] }], TREE],
  ['a property called $ref', { properties: { $ref: { type: 'string' } } }, [{ $ref: 'x' }], [{ $ref: 1 }]],
  ['a reference in data is none', { enum: [{ $ref: '#/nowhere' }] }, [{ $ref: '#/nowhere' }], [{}]],
]

describe.each<readonly [subject: string, rows: readonly Row[]]>([
  ['any value', ANY],
  ['numbers', NUMBERS],
  ['texts', TEXTS],
  ['lists', LISTS],
  ['objects', OBJECTS],
  ['combinations and references', COMBINED],
])('%s', (_subject, rows) => {
  test.each(rows.map(([what, ...row]) => [what, row] as const))('%s', (_what, [schema, fitting, other, schemas]) => {
    const check = checkOf(schema, schemas)
    for (const value of fitting) expect([value, check(value)]).toEqual([value, []])
    for (const value of other) expect(check(value), JSON.stringify(value)).not.toEqual([])
  })
})

/** What OpenAPI 3.0 says differently is converted when the document is loaded; here is what its words mean where they are left. */
describe('words of OpenAPI 3.0', () => {
  const rows: readonly Row[] = [
    ['nullable', { type: 'string', nullable: true }, ['x', null], [1]],
    ['nullable: false', { type: 'string', nullable: false }, ['x'], [null]],
    ['nullable with enum', { type: 'string', nullable: true, enum: ['a'] }, ['a', null], ['b']],
    ['nullable beside allOf', { allOf: [{ type: 'string' }], nullable: true }, ['x', null], [1]],
    ['exclusiveMaximum: true', { type: 'number', maximum: 3, exclusiveMaximum: true }, [2], [3]],
    ['byte', { type: 'string', format: 'byte' }, ['YWJj'], ['a']],
    ['binary and password', { allOf: [{ format: 'binary' }, { format: 'password' }] }, ['\u0000x'], []],
  ]
  test.each(rows.map(([what, ...row]) => [what, row] as const))('%s', (_what, [schema, fitting, other]) => {
    const check = checkOf(schema)
    for (const value of fitting) expect([value, check(value)]).toEqual([value, []])
    for (const value of other) expect(check(value), JSON.stringify(value)).not.toEqual([])
  })
})

/** Where the checker differs from the specification; each of them accepts what should be refused. */
describe('known exceptions', () => {
  test.each([
    [
      'items that contains has seen count as evaluated, also those that it did not want',
      { contains: { const: 1 }, unevaluatedItems: { const: 2 } },
      [1, 3],
    ],
    ['a reference to another address is not followed', { $ref: 'http://localhost:1234/integer.json' }, 'x'],
    ['$id makes no place that references count from', { $defs: { a: { $id: 'item', type: 'integer' } }, items: { $ref: 'item' } }, ['x']],
    ['$vocabulary is ignored: all keywords always count', { $schema: 'http://localhost:1234/no-validation' }, 'x'],
    ['dependencies of draft 7 are ignored', { dependencies: { a: ['b'] } }, { a: 1 }],
    ['contentEncoding and contentMediaType only describe', { contentMediaType: 'application/json', contentEncoding: 'base64' }, '{:}'],
  ])('%s', (_what, schema, value) => expect(checkOf(schema)(value)).toEqual([]))
})

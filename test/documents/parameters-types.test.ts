import { describe, expect, test } from 'vitest'
import type { Schema } from '../../src/spec/document/model.ts'
import { alternativesOf } from '../../src/spec/request/alternatives.ts'
import { readParameter } from './read-parameter.ts'

const integer = { type: 'integer' }
const number = { type: 'number' }
const text = { type: 'string' }
const boolean = { type: 'boolean' }
const nothing = { type: 'null' }
const list = (items: Schema) => ({ type: 'array', items })

const refused = (rule: string, below = '') => [`/query/color${below} ${rule}`]

describe('the type of a single text', () => {
  test.each<[schema: Schema, sent: string, value: unknown]>([
    [integer, '5', 5],
    [integer, '-0', 0],
    [integer, '1e3', 1000],
    [integer, '2.0', 2],
    [integer, '2.5', refused('type')],
    [integer, '007', refused('type')],
    [integer, '0x10', refused('type')],
    [integer, '+1', refused('type')],
    [integer, '', refused('type')],
    [integer, '%205', refused('type')],
    [integer, 'ten', refused('type')],
    [{ type: 'integer', format: 'int64' }, '9223372036854775807', 2 ** 63],
    [{ type: 'integer', format: 'int32' }, '2147483648', refused('format')],
    [{ type: 'integer', maximum: 5 }, '6', refused('maximum')],
    [number, '1.50', 1.5],
    [number, '-1E-2', -0.01],
    [number, '.5', refused('type')],
    [number, 'NaN', refused('type')],
    [number, '1e999', refused('type')],
    [boolean, 'true', true],
    [boolean, 'false', false],
    [boolean, 'True', refused('type')],
    [boolean, '1', refused('type')],
    [text, '12', '12'],
    [text, 'null', 'null'],
    [{ type: 'string', minLength: 1 }, '', refused('minLength')],
    [{ type: 'string', enum: ['a', 'b'] }, 'c', refused('enum')],
    [{ enum: [1, 2] }, '2', 2],
    [{ enum: [1, 'two', null] }, 'null', null],
    [{ const: true }, 'true', true],
    [{ minimum: 3 }, '2', 'two readings'],
    [{}, '12', '12'],
  ])('%j takes %s', (schema, sent, value) => {
    // A minimum says nothing about a text: 2 is too small for a number, and right as a string.
    expect(readParameter({ schema }, `color=${sent}`)).toEqual(value === 'two readings' ? '2' : value)
  })
})

describe('the first type that fits', () => {
  test.each<[schema: Schema, sent: string, value: unknown]>([
    [{ type: ['integer', 'null'] }, 'color=5', 5],
    [{ type: ['integer', 'null'] }, 'color=null', null],
    [{ type: ['integer', 'null'] }, 'color=', null],
    [{ type: ['integer', 'null'] }, 'color=x', refused('type')],
    [{ type: ['null', 'string'] }, 'color=null', 'null'],
    [{ type: ['string', 'null'], enum: ['a', null] }, 'color=null', null],
    [{ type: ['integer', 'string'] }, 'color=5', 5],
    [{ type: ['integer', 'string'] }, 'color=five', 'five'],
    [{ type: ['string', 'integer'] }, 'color=5', '5'],
    [{ oneOf: [integer, boolean] }, 'color=true', true],
    [{ oneOf: [integer, boolean] }, 'color=maybe', refused('type')],
    [
      {
        anyOf: [
          { type: 'integer', maximum: 9 },
          { type: 'string', minLength: 2 },
        ],
      },
      'color=12',
      '12',
    ],
    [{ anyOf: [{ type: 'string', format: 'date' }, integer] }, 'color=2024', 2024],
    [{ anyOf: [nothing, integer] }, 'color=null', null],
    [{ allOf: [integer, { minimum: 2 }] }, 'color=3', 3],
    [{ allOf: [integer, { minimum: 2 }] }, 'color=1', refused('minimum')],
    [{ allOf: [{ type: ['integer', 'string'] }, { type: ['integer', 'boolean'] }] }, 'color=7', 7],
    [{ $ref: '#/components/schemas/Size' }, 'color=3', 3],
    [{ $ref: '#/components/schemas/Size' }, 'color=9', refused('maximum')],
    [{ $ref: '#/components/schemas/Either' }, 'color=3', 3],
    [{ $ref: '#/components/schemas/Either' }, 'color=all', 'all'],
    [{ $ref: '#/components/schemas/Either' }, 'color=none', refused('anyOf')],
    [{ $ref: '#/components/schemas/Endless' }, 'color=a', 'a'],
    [{ oneOf: [text, list(text)] }, 'color=a', 'a'],
    [{ oneOf: [text, list(text)] }, 'color=a&color=b', ['a', 'b']],
    [{ oneOf: [integer, list(integer)] }, 'color=1&color=2', [1, 2]],
    [{ oneOf: [list(integer), list(boolean)] }, 'color=true&color=false', [true, false]],
    [list({ type: ['integer', 'null'] }), 'color=1&color=null', [1, null]],
    [list({ oneOf: [integer, boolean] }), 'color=1&color=true', [1, true]],
    [list({ enum: ['a', 'b'] }), 'color=a&color=c', refused('enum', '/1')],
    [{ type: 'array', items: integer, maxItems: 2 }, 'color=1&color=2&color=3', refused('maxItems')],
    [{ type: 'array', prefixItems: [integer, boolean] }, 'color=1&color=true', [1, true]],
    [{ type: 'array', items: text, uniqueItems: true }, 'color=a&color=a', refused('uniqueItems', '/1')],
    [{ type: 'array' }, 'color=1', ['1']],
  ])('of %j for %s', (schema, sent, value) => {
    const schemas = {
      Size: { type: 'integer', maximum: 5 },
      Either: { anyOf: [{ $ref: '#/components/schemas/Size' }, { type: 'string', enum: ['all'] }] },
      Endless: { anyOf: [text, list({ $ref: '#/components/schemas/Endless' })] },
    }
    expect(readParameter({ schema }, sent, schemas)).toEqual(value)
  })
})

describe('members in brackets', () => {
  const filter = {
    type: 'object',
    required: ['a'],
    properties: {
      a: { type: 'array', items: integer },
      range: { type: 'object', properties: { from: integer, to: { type: ['integer', 'null'] } }, additionalProperties: false },
      by: { type: 'array', items: { type: 'object', properties: { id: integer } } },
      either: { oneOf: [integer, { type: 'object', properties: { gt: integer } }] },
    },
    additionalProperties: boolean,
  }
  test.each<[sent: string, value: unknown]>([
    ['color[a][]=1&color[a][]=2', { a: [1, 2] }],
    ['color[a]=1&color[a]=2', { a: [1, 2] }],
    ['color[a][0]=1&color[a][1]=2', { a: [1, 2] }],
    ['color[a][1]=2&color[a][0]=1', { a: [1, 2] }],
    ['color[a]=1', { a: [1] }],
    ['color[a]=1,2', { a: [1, 2] }],
    ['color[a]=', { a: [] }],
    ['color[a][]=1&color[a][]=x', refused('type', '/a/1')],
    ['color[a][999999999]=1', { a: [1] }],
    ['color[a]=1&color[range][from]=2&color[range][to]=null', { a: [1], range: { from: 2, to: null } }],
    ['color[a]=1&color[range][up]=2', refused('additionalProperties', '/range/up')],
    ['color[a]=1&color[by][0][id]=7&color[by][1][id]=8', { a: [1], by: [{ id: 7 }, { id: 8 }] }],
    ['color[a]=1&color[either]=7', { a: [1], either: 7 }],
    ['color[a]=1&color[either][gt]=7', { a: [1], either: { gt: 7 } }],
    ['color[a]=1&color[on]=true', { a: [1], on: true }],
    ['color[a]=1&color[on]=yes', refused('type', '/on')],
    ['color[range][from]=2', refused('required', '/a')],
  ])('%s', (sent, value) => {
    expect(readParameter({ style: 'deepObject', explode: true, schema: filter }, sent)).toEqual(value)
  })

  test.each<[schema: Schema, sent: string, value: unknown]>([
    [{ anyOf: [integer, { type: 'object', properties: { gte: integer } }] }, 'color=5', 5],
    [{ anyOf: [integer, { type: 'object', properties: { gte: integer } }] }, 'color[gte]=5', { gte: 5 }],
    [{ type: ['object', 'null'], properties: { gte: integer } }, 'color=null', null],
    [{ type: 'object' }, 'color[x][y]=1', { x: { y: '1' } }],
  ])('%j takes %s', (schema, sent, value) => {
    expect(readParameter({ style: 'deepObject', explode: true, schema }, sent)).toEqual(value)
  })

  test('names that mean something to JavaScript are members like others', () => {
    readParameter({ style: 'deepObject', schema: { type: 'object' } }, 'color[__proto__][a]=1&color[constructor][prototype][b]=1')
    expect([({} as Record<string, unknown>).a, ({} as Record<string, unknown>).b]).toEqual([undefined, undefined])
  })
})

test('choices that refer to themselves, and thousands of them, are read at once', () => {
  const many = Array.from({ length: 30 }, () => ({ $ref: '#/components/schemas/A' }))
  const schemas = { A: { anyOf: [...many, integer] }, B: { allOf: [{ $ref: '#/components/schemas/B' }, integer] }, C: { oneOf: many.map(() => ({ oneOf: many })) } } // biome-ignore format: one thought
  const began = performance.now()
  for (const name of ['A', 'B', 'C']) alternativesOf({ $ref: `#/components/schemas/${name}` }, schemas)
  expect(performance.now() - began).toBeLessThan(5000)
})

import { describe, expect, test } from 'vitest'
import type { EncodingDoc, MediaDoc, Schema } from '../../src/spec/document/model.ts'
import { bodyOf, readBody } from './read-body.ts'

const integer = { type: 'integer' }
const text = { type: 'string' }
const list = (items: Schema): Schema => ({ type: 'array', items })
const object = (properties: Record<string, Schema>, more: object = {}): Schema => ({ type: 'object', properties, ...more })

describe('a form', () => {
  const type = 'application/x-www-form-urlencoded'
  const form = (schema: Schema, encoding?: Record<string, EncodingDoc>): Record<string, MediaDoc> => ({
    [type]: { schema, ...(encoding ? { encoding } : {}) },
  })
  const card = object({ number: text, year: integer })

  test.each<[what: string, content: Record<string, MediaDoc>, body: string, value: unknown]>([
    [
      'texts and numbers',
      form(object({ a: text, n: integer, on: { type: 'boolean' } })),
      'a=x+y%2B&n=1e3&on=true',
      { a: 'x y+', n: 1000, on: true },
    ],
    ['a number that is none', form(object({ n: integer })), 'n=x', ['/body/n type']],
    ['an empty text', form(object({ a: text })), 'a=', { a: '' }],
    ['null', form(object({ n: { type: ['integer', 'null'] } })), 'n=null', { n: null }],
    ['a mandatory field is missing', form(object({ a: text, b: text }, { required: ['b'] })), 'a=1', ['/body/b required']],
    ['a field that is sent twice', form(object({ n: integer })), 'n=1&n=2', ['warning /body/n repeated']],
    ['a list', form(object({ ids: list(integer) })), 'ids=1&ids=2', { ids: [1, 2] }],
    ['a list with one item', form(object({ ids: list(integer) })), 'ids=1', { ids: [1] }],
    ['a list with a wrong item', form(object({ ids: list(integer) })), 'ids=1&ids=x', ['/body/ids/1 type']],
    ['a list in brackets', form(object({ ids: list(integer) })), 'ids[]=1&ids[]=2', { ids: [1, 2] }],
    ['a list with numbers in brackets', form(object({ ids: list(integer) })), 'ids[0]=1&ids[1]=2', { ids: [1, 2] }],
    ['a list with commas', form(object({ ids: list(integer) }), { ids: { explode: false } }), 'ids=1,2', { ids: [1, 2] }],
    ['a comma is data', form(object({ ids: list(text) })), 'ids=a,b', { ids: ['a,b'] }],
    ['a list with another sign', form(object({ ids: list(text) }), { ids: { style: 'pipeDelimited' } }), 'ids=a|b', { ids: ['a', 'b'] }],
    [
      'a list with blanks',
      form(object({ ids: list(text) }), { ids: { style: 'spaceDelimited', explode: false } }),
      'ids=a%20b',
      { ids: ['a', 'b'] },
    ],
    [
      'a list as JSON',
      form(object({ ids: list(integer) }), { ids: { contentType: 'application/json' } }),
      'ids=%5B1,2%5D',
      { ids: [1, 2] },
    ],
    [
      'an object in brackets',
      form(object({ card }), { card: { style: 'deepObject', explode: true } }),
      'card[number]=4&card[year]=30',
      { card: { number: '4', year: 30 } },
    ],
    ['an object in brackets without a style', form(object({ card })), 'card%5Byear%5D=30', { card: { year: 30 } }],
    [
      'an object with a wrong member',
      form(object({ card }), { card: { style: 'deepObject' } }),
      'card[year]=soon',
      ['/body/card/year type'],
    ],
    [
      'an object as JSON',
      form(object({ card }), { card: { contentType: 'application/json' } }),
      'card={"year":30}',
      { card: { year: 30 } },
    ],
    ['an object as JSON without a content type', form(object({ card })), 'card={"year":30}', { card: { year: 30 } }],
    ['an object that is no JSON', form(object({ card }), { card: { contentType: 'application/json' } }), 'card=x', ['/body/card encoding']],
    ['an object that is a text', form(object({ card })), 'card=x', ['/body/card type']],
    [
      'an object with commas',
      form(object({ card }), { card: { style: 'form', explode: false } }),
      'card=number,4,year,30',
      { card: { number: '4', year: 30 } },
    ],
    [
      'an object with members of their own',
      form(object({ card }), { card: { style: 'form', explode: true } }),
      'number=4&year=30',
      { card: { number: '4', year: 30 } },
    ],
    [
      'several levels in brackets',
      form(object({ a: object({ b: list(object({ c: integer })) }) })),
      'a[b][0][c]=1&a[b][1][c]=2',
      { a: { b: [{ c: 1 }, { c: 2 }] } },
    ],
    ['more fields of one type', form({ type: 'object', additionalProperties: integer }), 'a=1&b=2', { a: 1, b: 2 }],
    ['more fields of any type', form({ type: 'object' }), 'a=1', { a: '1' }],
    ['more fields than allowed', form(object({ a: text }, { additionalProperties: false })), 'a=1&b=2', ['/body/b additionalProperties']],
    ['an unknown field', form(object({ a: text })), 'a=1&b=2', ['info /body/b unknown']],
    ['a field that only answers have', form(object({ a: { ...text, readOnly: true } })), 'a=1', ['info /body/a readOnly']],
    [
      'one of several forms',
      form({ oneOf: [object({ a: integer }, { required: ['a'] }), object({ b: list(integer) }, { required: ['b'] })] }),
      'b=1',
      { b: [1] },
    ],
    [
      'several parts of one form',
      form({ allOf: [object({ a: integer }), object({ b: integer }, { required: ['b'] })] }),
      'a=1&b=2',
      { a: 1, b: 2 },
    ],
    ['a field that is no UTF-8', form(object({ a: text })), 'a=%ff', ['/body/a encoding']],
    ['no schema', { [type]: {} }, 'a=1', { a: '1' }],
  ])('%s', (_what, content, body, value) => {
    expect(bodyOf(content, body, { type })).toEqual(value)
  })

  test('names that mean something to JavaScript are fields like others', () => {
    readBody(form({ type: 'object' }), '__proto__[a]=1&constructor[prototype][b]=1', { type })
    expect([({} as Record<string, unknown>).a, ({} as Record<string, unknown>).b]).toEqual([undefined, undefined])
  })
})

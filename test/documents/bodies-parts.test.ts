import { describe, expect, test } from 'vitest'
import type { EncodingDoc, MediaDoc, Schema } from '../../src/spec/document/model.ts'
import { bodyOf } from './read-body.ts'

const integer = { type: 'integer' }
const text = { type: 'string' }
const list = (items: Schema): Schema => ({ type: 'array', items })
const object = (properties: Record<string, Schema>, more: object = {}): Schema => ({ type: 'object', properties, ...more })

describe('a multipart body', () => {
  const file = { type: 'string', format: 'binary' }
  const pet = object({ name: text }, { required: ['name'] })
  const parts = (schema: Schema, encoding?: Record<string, EncodingDoc>): Record<string, MediaDoc> => ({
    'multipart/form-data': { schema, ...(encoding ? { encoding } : {}) },
  })
  const part = (head: string, content: string, ...lines: string[]) =>
    `--b\r\n${[`Content-Disposition: form-data; ${head}`, ...lines].join('\r\n')}\r\n\r\n${content}\r\n`
  const body = (...all: string[]) => `${all.join('')}--b--\r\n`
  const png = 'Content-Type: image/png'
  const json = 'Content-Type: application/json'
  const marked: EncodingDoc = { contentType: 'image/png, image/jpeg', headers: { 'X-Size': { required: true, schema: integer } } }

  test.each<[what: string, content: Record<string, MediaDoc>, body: string, value: unknown]>([
    ['texts and numbers', parts(object({ a: text, n: integer })), body(part('name="a"', 'x'), part('name=n', '5')), { a: 'x', n: 5 }],
    ['a number that is none', parts(object({ n: integer })), body(part('name="n"', 'x')), ['/body/n type']],
    ['null', parts(object({ n: { type: ['integer', 'null'] } })), body(part('name="n"', 'null')), { n: null }],
    ['a file', parts(object({ f: file })), body(part('name="f"; filename="a.png"', 'bytes', png)), { f: 'file a.png: bytes' }],
    ['a file without a name', parts(object({ f: file })), body(part('name="f"', 'bytes')), { f: 'file : bytes' }],
    [
      'a file of 3.1',
      parts(object({ f: { type: 'string', contentMediaType: 'image/png' } })),
      body(part('name="f"; filename="a"', 'x')),
      { f: 'file a: x' },
    ],
    ['a file whose schema says nothing', parts(object({ f: {} })), body(part('name="f"; filename="a"', 'x')), { f: 'file a: x' }],
    [
      'a file that may be null',
      parts(object({ f: { ...file, type: ['string', 'null'] } })),
      body(part('name="f"; filename="a"', 'x')),
      { f: 'file a: x' },
    ],
    [
      'several files of one name',
      parts(object({ f: list(file) })),
      body(part('name="f"; filename="a"', '[1]'), part('name="f"; filename="b"', '2')),
      { f: ['file a: [1]', 'file b: 2'] },
    ],
    ['one file of a list', parts(object({ f: list(file) })), body(part('name="f"; filename="a"', '[1]')), { f: ['file a: [1]'] }],
    [
      'too many files',
      parts(object({ f: { ...list(file), maxItems: 1 } })),
      body(part('name="f"; filename="a"', '1'), part('name="f"; filename="b"', '2')),
      ['/body/f maxItems'],
    ],
    [
      'a file that is too long',
      parts(object({ f: { ...file, maxLength: 2 } })),
      body(part('name="f"; filename="a"', 'xxx')),
      ['/body/f maxLength'],
    ],
    [
      'a mandatory file is missing',
      parts(object({ f: file, a: text }, { required: ['f'] })),
      body(part('name="a"', 'x')),
      ['/body/f required'],
    ],
    [
      'a file of a type that is allowed',
      parts(object({ f: file }), { f: { contentType: 'image/png' } }),
      body(part('name="f"; filename="a"', 'x', png)),
      { f: 'file a: x' },
    ],
    [
      'a file of any picture type',
      parts(object({ f: file }), { f: { contentType: 'text/plain, image/*' } }),
      body(part('name="f"; filename="a"', 'x', png)),
      { f: 'file a: x' },
    ],
    [
      'a file of another type',
      parts(object({ f: file }), { f: { contentType: 'application/pdf' } }),
      body(part('name="f"; filename="a"', 'x', png)),
      ['/body/f content-type'],
    ],
    [
      'a file that says no type',
      parts(object({ f: file }), { f: { contentType: 'application/pdf' } }),
      body(part('name="f"; filename="a"', 'x')),
      { f: 'file a: x' },
    ],
    ['a header of a part', parts(object({ f: file }), { f: marked }), body(part('name="f"', 'x', png, 'x-size: 3')), { f: 'file : x' }],
    ['a header of a part is missing', parts(object({ f: file }), { f: marked }), body(part('name="f"', 'x', png)), ['/body/f required']],
    [
      'a header of a part is wrong',
      parts(object({ f: file }), { f: marked }),
      body(part('name="f"', 'x', 'X-Size: big')),
      ['/body/f type'],
    ],
    ['JSON', parts(object({ pet })), body(part('name="pet"', '{"name":"Rex"}', json)), { pet: { name: 'Rex' } }],
    ['JSON in a file', parts(object({ pet })), body(part('name="pet"; filename="blob"', '{"name":"Rex"}', json)), { pet: { name: 'Rex' } }],
    ['JSON without a type', parts(object({ pet })), body(part('name="pet"', '{"name":"Rex"}')), { pet: { name: 'Rex' } }],
    ['JSON that lacks a member', parts(object({ pet })), body(part('name="pet"', '{}', json)), ['/body/pet/name required']],
    ['no JSON', parts(object({ pet })), body(part('name="pet"', '{')), ['/body/pet encoding']],
    [
      'a list as several parts',
      parts(object({ ids: list(integer) })),
      body(part('name="ids"', '1'), part('name="ids"', '2')),
      { ids: [1, 2] },
    ],
    ['a list as one part', parts(object({ ids: list(integer) })), body(part('name="ids"', '[1,2]', json)), { ids: [1, 2] }],
    ['a list as one item', parts(object({ ids: list(integer) })), body(part('name="ids"', '1')), { ids: [1] }],
    [
      'a list with a wrong item',
      parts(object({ ids: list(integer) })),
      body(part('name="ids"', '1'), part('name="ids"', 'x')),
      ['/body/ids/1 type'],
    ],
    [
      'a list of objects',
      parts(object({ pets: list(pet) })),
      body(part('name="pets"', '{"name":"a"}', json), part('name="pets"', '{"name":"b"}', json)),
      { pets: [{ name: 'a' }, { name: 'b' }] },
    ],
    [
      'a text or a list',
      parts(object({ a: { oneOf: [text, list(text)] } })),
      body(part('name="a"', 'x'), part('name="a"', 'y')),
      { a: ['x', 'y'] },
    ],
    [
      'a part that is sent twice',
      parts(object({ a: text })),
      body(part('name="a"', 'x'), part('name="a"', 'y')),
      ['warning /body/a repeated'],
    ],
    ['an unknown part', parts(object({ a: text })), body(part('name="a"', 'x'), part('name="b"', 'y')), ['info /body/b unknown']],
    [
      'more parts than allowed',
      parts(object({ a: text }, { additionalProperties: false })),
      body(part('name="b"', 'y')),
      ['/body/b additionalProperties'],
    ],
    [
      'one of several forms',
      parts({ oneOf: [object({ a: integer }, { required: ['a'] }), object({ f: file }, { required: ['f'] })] }),
      body(part('name="f"; filename="a"', 'x')),
      { f: 'file a: x' },
    ],
    ['no parts', parts(object({ a: text })), 'a=1', ['/body encoding']],
    [
      'a hundred parts and more',
      parts({ type: 'object' }),
      body(...Array.from({ length: 101 }, (_, i) => part(`name="p${i}"`, 'x'))),
      ['/body size'],
    ],
  ])('%s', (_what, content, sent, value) => {
    expect(bodyOf(content, sent, { type: 'multipart/form-data; boundary=b' })).toEqual(value)
  })

  test('the boundary may be in quotes, and must be there', () => {
    const content = parts(object({ a: text }))
    expect(bodyOf(content, body(part('name="a"', 'x')), { type: 'multipart/form-data; boundary="b"; charset=utf-8' })).toEqual({ a: 'x' })
    expect(bodyOf(content, body(part('name="a"', 'x')), { type: 'multipart/form-data' })).toEqual(['/body encoding'])
  })

  test('another kind of multipart is bytes', () => {
    expect(bodyOf({ 'multipart/mixed': { schema: object({}) } }, '--b--', { type: 'multipart/mixed; boundary=b' })).toBe('bytes: --b--')
  })
})

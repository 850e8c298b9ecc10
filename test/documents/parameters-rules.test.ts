import { describe, expect, test } from 'vitest'
import type { Schema } from '../../src/spec/document/model.ts'
import { type Parameter, readParameter, readParameters } from './read-parameter.ts'

const integer = { type: 'integer' }
const point: Schema = { type: 'object', required: ['x'], properties: { x: integer }, additionalProperties: false }
const json = (schema: Schema): Parameter => ({ content: { 'application/json': { schema } } })

describe('what must and what may be sent', () => {
  test.each<[what: string, parameter: Parameter, sent: string, value: unknown]>([
    ['a mandatory one is missing', { required: true }, 'shade=1', ['info /query/shade unknown', '/query/color required']],
    ['an empty text is a value', { required: true, schema: { type: 'string' } }, 'color=', ''],
    ['an empty text is no number', { schema: integer }, 'color=', ['/query/color type']],
    ['an empty text where it is allowed', { schema: integer, allowEmptyValue: true }, 'color=', 'nothing'],
    ['a name without a sign where it is allowed', { schema: { type: 'string', minLength: 2 }, allowEmptyValue: true }, 'color', ''],
    ['a default', { schema: { type: 'integer', default: 7 } }, '', 7],
    ['a default beside a reference', { schema: { $ref: '#/components/schemas/Size', default: 3 } }, '', 3],
    ['a default behind a reference', { schema: { $ref: '#/components/schemas/Size' } }, '', 2],
    ['a default in a part', { schema: { allOf: [{ $ref: '#/components/schemas/Size' }] } }, '', 2],
    ['a default of a list', { schema: { type: 'array', items: integer, default: [1, 2] } }, '', [1, 2]],
    ['a default in a header', { in: 'header', name: 'X-Size', schema: { type: 'integer', default: 7 } }, '', 'malformed'],
    ['a mandatory cookie', { in: 'cookie', required: true }, 'a=1', ['/cookie/color required']],
    ['an unknown cookie is nobody’s concern', { in: 'cookie' }, 'a=1; color=2', '2'],
    ['a mandatory header', { in: 'header', required: true, name: 'X-Size' }, '', ''],
    ['one that is deprecated', { deprecated: true, schema: integer }, 'color=1', ['info /query/color deprecated']],
    ['one that is deprecated and absent', { deprecated: true, schema: integer }, '', 'nothing'],
    ['one that is sent twice', { schema: integer }, 'color=1&color=2', ['warning /query/color repeated']],
    [
      'one that is sent twice, and the last is wrong',
      { schema: integer },
      'color=1&color=x',
      ['warning /query/color repeated', '/query/color type'],
    ],
    ['one that is not UTF-8', { schema: integer }, 'color=%ff', ['/query/color encoding']],
    ['one that is not percent-encoded', { schema: integer }, 'color=%zz', ['/query/color encoding']],
    ['reserved signs as they are', { schema: { type: 'string' }, allowReserved: true }, "color=:/?@!$'()*,;=", ":/?@!$'()*,;="],
    ['an equals sign in a value', { schema: { type: 'string' } }, 'color=a=b', 'a=b'],
    ['a name with brackets', { name: 'ids[]', schema: { type: 'array', items: integer } }, 'ids[]=1&ids%5B%5D=2', [1, 2]],
    ['a name with brackets, one text', { name: 'page[size]', schema: integer }, 'page[size]=1', 1],
    ['a path with an encoded slash', { in: 'path', schema: { type: 'string' } }, 'a%2Fb', 'a/b'],
    ['a path that is not UTF-8', { in: 'path', schema: { type: 'string' } }, '%ff', ['/path/color encoding']],
    ['a path that is no number', { in: 'path', schema: integer }, 'x', ['/path/color type']],
    ['a header that some clients encode', { in: 'header', schema: { type: 'string', enum: ['a b'] } }, 'a%20b', 'a b'],
    ['a boolean header', { in: 'header', schema: { type: 'boolean' } }, 'false', false],
  ])('%s', (_what, parameter, sent, value) => {
    const schemas = { Size: { type: 'integer', default: 2 } }
    // A header that is empty is sent; these two rows send none.
    if (parameter.in === 'header' && sent === '') {
      const { values, told } = readParameters([parameter], {})
      expect([values.header['X-Size'], told]).toEqual(parameter.required ? [undefined, ['/header/X-Size required']] : [7, []])
    } else expect(readParameter(parameter, sent, schemas)).toEqual(value)
  })
})

describe('a parameter that a media type describes', () => {
  test.each<[what: string, parameter: Parameter, sent: string, value: unknown]>([
    ['JSON', json(point), 'color=%7B%22x%22:1%7D', { x: 1 }],
    ['JSON as it is', json(point), 'color={"x":1}', { x: 1 }],
    ['JSON of another type', json(point), 'color={"x":"1"}', ['/query/color/x type']],
    ['JSON with more members', json(point), 'color={"x":1,"y":2}', ['/query/color/y additionalProperties']],
    ['no JSON', json(point), 'color=x', ['/query/color encoding']],
    ['a JSON string', json({ type: 'string' }), 'color="a"', 'a'],
    ['JSON that nests too deep', json({}), `color=${'['.repeat(65)}${']'.repeat(65)}`, ['/query/color size']],
    ['JSON in a path', { in: 'path', ...json(point) }, '%7B%22x%22%3A1%7D', { x: 1 }],
    ['JSON in a header', { in: 'header', ...json(point) }, '{"x":1}', { x: 1 }],
    ['JSON in an encoded header', { in: 'header', ...json(point) }, '%7B%22x%22:1%7D', { x: 1 }],
    ['JSON in a cookie', { in: 'cookie', ...json(point) }, 'color=%7B%22x%22%3A1%7D', { x: 1 }],
    [
      'a JSON list behind a reference',
      json({ type: 'array', items: { $ref: '#/components/schemas/Point' } }),
      'color=[{}]',
      ['/query/color/0/x required'],
    ],
    ['plain text', { content: { 'text/plain': { schema: { type: 'string', maxLength: 2 } } } }, 'color=abc', ['/query/color maxLength']],
  ])('%s', (_what, parameter, sent, value) => {
    expect(readParameter(parameter, sent, { Point: point })).toEqual(value)
  })
})

describe('several parameters', () => {
  const object = (properties: Record<string, Schema>, more: object = {}): Schema => ({ type: 'object', properties, ...more })

  test('every violation is reported, each with its place, its rule, what was expected and what was sent', () => {
    const { findings } = readParameters(
      [
        { name: 'id', in: 'path', schema: integer },
        { name: 'limit', schema: { type: 'integer', maximum: 100 } },
        { name: 'sort', schema: { type: 'string', enum: ['up', 'down'] } },
        { name: 'X-Trace', in: 'header', required: true, schema: { type: 'string' } },
        { name: 'sid', in: 'cookie', required: true, schema: { type: 'string' } },
      ],
      { path: 'x', query: 'limit=101&sort=left' },
    )
    expect(findings.map(({ pointer, rule, expected, got }) => [pointer, rule, expected, got])).toEqual([
      ['/path/id', 'type', 'integer', '"x"'],
      ['/query/limit', 'maximum', 'at most 100', '101'],
      ['/query/sort', 'enum', 'one of "up", "down"', '"left"'],
      ['/header/X-Trace', 'required', 'a value, it is mandatory', 'nothing'],
      ['/cookie/sid', 'required', 'a value, it is mandatory', 'nothing'],
    ])
  })

  test('members without a name of their own go to the object that lists them, the rest to one that takes any', () => {
    const { values, told } = readParameters(
      [
        { name: 'page', schema: object({ from: integer }) },
        { name: 'limit', schema: integer },
        { name: 'extra', schema: { type: 'object', additionalProperties: integer } },
      ],
      { query: 'from=1&limit=2&a=3&b=4' },
    )
    expect([told, { ...values.query }]).toEqual([[], { page: { from: 1 }, limit: 2, extra: { a: 3, b: 4 } }])
  })

  test('Accept, Content-Type and Authorization are no parameters, whatever the document says', () => {
    const described = ['Accept', 'content-type', 'Authorization'].map(
      (name): Parameter => ({ name, in: 'header', required: true, schema: integer }),
    )
    expect(readParameters(described, { headers: { accept: 'x' } }).told).toEqual([])
  })

  test('several lines of one header are one list', () => {
    expect(readParameter({ in: 'header', schema: { type: 'array', items: integer } }, '1, 2, 3')).toEqual([1, 2, 3])
  })

  test('a request with a thousand wrong fields is told a hundred of them', () => {
    const many = Array.from({ length: 1000 }, (_, i): Parameter => ({ name: `p${i}`, schema: integer }))
    expect(readParameters(many, { query: many.map(({ name }) => `${name}=x`).join('&') }).told).toHaveLength(100)
  })

  test('where nothing is sent and nothing has a default, nothing is made', () => {
    const read = () => readParameters([{ name: 'a', schema: integer }, { name: 'c', in: 'cookie' }], {}).values // biome-ignore format: one thought
    expect(read().query).toBe(read().query)
    expect(read().cookie).toBe(read().cookie)
  })

  test('what a document leaves empty is no reason to fail', () => {
    const empty = null as unknown as Schema
    const parameters = [{ name: undefined, in: 'header' }, { name: 'a', schema: empty }, { name: 'b', content: { 'application/json': empty } }] as unknown as Parameter[] // biome-ignore format: one thought
    expect(readParameters(parameters, { query: 'a=1&b=1' }).told).toEqual([])
  })
})

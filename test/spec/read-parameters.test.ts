import { describe, expect, test } from 'vitest'
import { makeOperation, read, withQuery } from './make-operation.ts'

const limit = { name: 'limit', schema: { type: 'integer', minimum: 1, maximum: 100, default: 10 } }

describe('query parameters', () => {
  test.each([
    ['absent: the default', '', 10],
    ['given', 'limit=5', 5],
    ['repeated: the last counts', 'limit=5&limit=6', 6],
  ])('%s', (_what, query, value) => {
    const { input, error } = read(withQuery(limit), { query })
    expect(error).toBeUndefined()
    expect(input?.query).toEqual({ limit: value })
  })

  test.each([
    ['not a number', 'limit=ten', 'X.2', 'request.query.malformed /query/limit'],
    ['an exponent', 'limit=1e1', 'X.2', 'request.query.malformed /query/limit'],
    ['out of range', 'limit=101', 'X.3', 'request.query.range /query/limit'],
    ['too large for a double', 'limit=9007199254740993', 'X.2', 'request.query.malformed /query/limit'],
    ['broken encoding', 'limit=%zz', 'X.2', 'request.query.malformed /query/limit'],
    ['a broken name is escaped in its pointer', '%zz/~=1', 'X.2', 'request.query.malformed /query/%zz~1~0'],
  ])('refused: %s', (_what, query, error, told) => {
    expect(read(withQuery(limit), { query })).toMatchObject({ error, told: [told] })
  })

  test('an unknown parameter and a repeated one are read all the same, and a finding tells of each', () => {
    const { error, findings } = read(withQuery(limit), { query: 'limt=5&a/b~c=1&limit=1&limit=2' })
    expect(error).toBeUndefined()
    expect(findings.map(({ level, code, pointer }) => `${level} ${code} ${pointer}`)).toEqual([
      'warning request.query.unknown /query/limt',
      'warning request.query.unknown /query/a~1b~0c',
      'warning request.query.repeated /query/limit',
    ])
  })

  test('names of prototypes are unknown parameters and nothing else', () => {
    const { input, told } = read(withQuery(limit), { query: '__proto__=1&constructor=2&toString=3' })
    expect(told).toEqual(['__proto__', 'constructor', 'toString'].map((name) => `request.query.unknown /query/${name}`))
    expect(Object.keys(input?.query ?? {})).toEqual(['limit'])
    expect(({} as Record<string, unknown>)[1]).toBeUndefined()
  })

  test('thousands of unknown names are told a hundred times, and the one that refuses is among them', () => {
    const junk = Array.from({ length: 5000 }, (_, i) => `u${i}=1`).join('&')
    const { error, told } = read(withQuery(limit), { query: `${junk}&limit=x` })
    expect(error).toBe('X.2')
    expect(told).toHaveLength(101)
    expect(told.at(-1)).toBe('request.query.malformed /query/limit')
  })

  test('a list takes every repeat', () => {
    const ids = withQuery({ name: 'ids', schema: { type: 'array', items: { type: 'integer' }, maxItems: 2 } })
    expect(read(ids, { query: 'ids=1&ids=2' }).input?.query).toEqual({ ids: [1, 2] })
    expect(read(ids, { query: 'ids=1&ids=x' })).toMatchObject({ error: 'X.2' })
    expect(read(ids, { query: 'ids=1&ids=2&ids=3' })).toMatchObject({ error: 'X.3' })
  })

  test('a schema behind a reference is read like one in place', () => {
    const operation = makeOperation(
      { parameters: [{ name: 'n', in: 'query', schema: { $ref: '#/components/schemas/N' } }] },
      { N: { $ref: '#/components/schemas/M' }, M: { type: 'integer', maximum: 3 } },
    )
    expect(read(operation, { query: 'n=3' }).input?.query).toEqual({ n: 3 })
    expect(read(operation, { query: 'n=4' })).toMatchObject({ error: 'X.3' })
  })

  test('case does not count where the parameter says so', () => {
    const order = withQuery({ name: 'order_by', schema: { type: 'string', enum: ['createTime'] }, 'x-caseless': true })
    expect(read(order, { query: 'order_by=CREATETIME' }).input?.query).toEqual({ order_by: 'createTime' })
  })
})

describe('a mandatory query parameter', () => {
  const presence = { empty: 'ignore', emptyString: 'refuse', null: 'ignore' } as const
  const id = withQuery({ name: 'order_id', required: true, 'x-presence': presence })

  test.each([
    ['is absent', '', 'X.1'],
    ['is a bare name', 'order_id', 'X.1'],
    ['is empty', 'order_id=', 'X.1'],
    ['is null, which means nothing here', 'order_id=null', 'X.1'],
    ['is an empty string, which is not supported', 'order_id=""', 'X.4'],
  ])('is refused when it %s', (_when, query, error) => {
    const outcome = read(id, { query })
    expect(outcome.error).toBe(error)
    expect(outcome.told).toHaveLength(1)
  })

  test('is still mandatory when unsupported forms are let pass', () => {
    expect(read(id, { query: 'order_id=""', lenient: true })).toMatchObject({ error: 'X.1' })
  })
})

test('an unsupported form of an optional parameter is dropped when the setting is lenient', () => {
  const status = withQuery({ name: 'status', 'x-presence': { empty: 'refuse' } })
  expect(read(status, { query: 'status=' })).toMatchObject({ error: 'X.4' })
  expect(read(status, { query: 'status=', lenient: true })).toMatchObject({ error: undefined, told: [] })
})

describe('path and header parameters', () => {
  const operation = makeOperation({
    parameters: [
      { name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 4 } },
      { name: 'X-Language', in: 'header', schema: { type: 'string', enum: ['zh_CN', 'en_US'], default: 'zh_CN' } },
      { name: 'X-Key', in: 'header', required: true, schema: { type: 'integer' } },
      { name: 'X-Auth-Token', in: 'header', required: true, schema: { type: 'string' } },
    ],
  })

  test('are read, with defaults, and what auth reads is left to auth', () => {
    const { input } = read(operation, { path: { id: '%E4%BA%91+' }, headers: { 'x-key': '3' } })
    expect(input).toMatchObject({ path: { id: '云+' }, header: { 'X-Language': 'zh_CN', 'X-Key': 3 } })
  })

  test.each([
    ['a path that is not UTF-8', { path: { id: '%ff' } }, 'X.2', 'request.path.malformed /path/id'],
    ['a path value too long', { path: { id: '12345' } }, 'X.3', 'request.path.range /path/id'],
    ['a missing header', { headers: {} }, 'X.1', 'request.header.missing /header/X-Key'],
    ['a header that is no number', { headers: { 'x-key': 'x' } }, 'X.2', 'request.header.malformed /header/X-Key'],
    ['a header outside its list', { headers: { 'x-key': '1', 'x-language': 'fr' } }, 'X.3', 'request.header.range /header/X-Language'],
  ])('refused: %s', (_what, given, error, told) => {
    expect(read(operation, { headers: { 'x-key': '1' }, ...given })).toMatchObject({ error, told: [told] })
  })
})
